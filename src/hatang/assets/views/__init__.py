"""The pages of the inventory."""

from __future__ import annotations

from hatang.assets.views.assets import asset, assets, restore, retire
from hatang.assets.views.editing import add, change
from hatang.assets.views.photos import add_photo, photo, remove_photo, small_photo
from hatang.assets.views.shapes import photo_shapes, shape, shapes, village_shapes
from hatang.assets.views.villages import add_village, change_village, village, villages

__all__ = [
    "add",
    "add_photo",
    "add_village",
    "asset",
    "assets",
    "change",
    "change_village",
    "photo",
    "photo_shapes",
    "remove_photo",
    "restore",
    "retire",
    "shape",
    "shapes",
    "small_photo",
    "village",
    "village_shapes",
    "villages",
]
