"""What people fill in about assets."""

from __future__ import annotations

from hatang.assets.forms.asset import AssetForm, FilterForm, PhotoForm, RetireForm

__all__ = ["AssetForm", "FilterForm", "PhotoForm", "RetireForm"]
