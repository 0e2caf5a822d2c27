"""Reading the inventory of the commune in scope."""

from __future__ import annotations

from hatang.assets.selectors.assets import Filter, asset_of, counts_by_kind, first_of, page_of, photos_of, rows
from hatang.assets.selectors.figures import Behind, behind, tallies
from hatang.assets.selectors.shapes import feature_of, features, photo_features
from hatang.assets.selectors.story import Deed, story_of, story_of_village
from hatang.assets.selectors.villages import VillageLine, village_features, village_lines, village_of

__all__ = [
    "Behind",
    "Deed",
    "Filter",
    "VillageLine",
    "asset_of",
    "behind",
    "counts_by_kind",
    "feature_of",
    "features",
    "first_of",
    "page_of",
    "photo_features",
    "photos_of",
    "rows",
    "story_of",
    "story_of_village",
    "tallies",
    "village_features",
    "village_lines",
    "village_of",
]
