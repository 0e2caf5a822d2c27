"""Writing the inventory. Every write is one transaction, leaves an event, and tells those above."""

from __future__ import annotations

from hatang.assets.services.assets import ChangedMeanwhile, add, add_photo, change, prepare, remove_photo, retire

__all__ = ["ChangedMeanwhile", "add", "add_photo", "change", "prepare", "remove_photo", "retire"]
