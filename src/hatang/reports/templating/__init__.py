"""The Word templates of a commune: copied from the shipped one, changed in Word, checked, and used for its reports."""

from __future__ import annotations
