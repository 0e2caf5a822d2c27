"""Writing the inventory. Every write is one transaction, leaves an event, and tells those above."""

from __future__ import annotations

from hatang.assets.services.assets import add, change, prepare, restore, retire
from hatang.assets.services.photos import add_photo, remove_photo
from hatang.assets.services.villages import add_village, change_village
from hatang.commune.services import ChangedMeanwhile

__all__ = [
    "ChangedMeanwhile",
    "add",
    "add_photo",
    "add_village",
    "change",
    "change_village",
    "prepare",
    "remove_photo",
    "restore",
    "retire",
]
