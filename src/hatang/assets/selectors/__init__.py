"""Reading the inventory of the commune in scope."""

from __future__ import annotations

from hatang.assets.selectors.assets import Filter, asset_of, counts_by_kind, features, page_of, photos_of, rows, story_of
from hatang.assets.selectors.figures import Behind, behind, tallies

__all__ = [
    "Behind",
    "Filter",
    "asset_of",
    "behind",
    "counts_by_kind",
    "features",
    "page_of",
    "photos_of",
    "rows",
    "story_of",
    "tallies",
]
