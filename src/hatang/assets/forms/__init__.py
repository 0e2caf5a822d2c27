"""What people fill in about assets."""

from __future__ import annotations

from hatang.assets.forms.asset import AssetForm, FilterForm, PhotoForm, RetireForm
from hatang.assets.forms.village import NewVillageForm, VillageForm

__all__ = ["AssetForm", "FilterForm", "NewVillageForm", "PhotoForm", "RetireForm", "VillageForm"]
