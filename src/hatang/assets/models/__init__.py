"""The inventory and what is kept beside it."""

from __future__ import annotations

from hatang.assets.models.asset import Asset, AssetPhoto
from hatang.assets.models.importing import AssetImport, AssetImportRow
from hatang.assets.models.maintenance import MaintenanceLine, MaintenancePlan
from hatang.assets.models.upkeep import Assessment, Decision, Ticket, TicketStep, UpkeepPhoto

__all__ = [
    "Assessment",
    "Asset",
    "AssetImport",
    "AssetImportRow",
    "AssetPhoto",
    "Decision",
    "MaintenanceLine",
    "MaintenancePlan",
    "Ticket",
    "TicketStep",
    "UpkeepPhoto",
]
