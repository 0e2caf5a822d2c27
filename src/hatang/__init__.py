"""Hạ Tầng Xã: follow, report and publish a commune's infrastructure plan."""

__version__ = "0.1.0"
