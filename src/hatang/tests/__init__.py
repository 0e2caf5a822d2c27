"""Tests that walk through several rooms, and the factories every room's tests use."""
