"""The pages of the inventory."""

from __future__ import annotations

from hatang.assets.views.assets import add, asset, assets, change, retire, shapes
from hatang.assets.views.photos import add_photo, photo, remove_photo

__all__ = ["add", "add_photo", "asset", "assets", "change", "photo", "remove_photo", "retire", "shapes"]
