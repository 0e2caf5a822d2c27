"""The inventory and what is kept beside it."""

from __future__ import annotations

from hatang.assets.models.asset import Asset, AssetPhoto

__all__ = ["Asset", "AssetPhoto"]
