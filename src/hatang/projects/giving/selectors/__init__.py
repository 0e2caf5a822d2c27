"""Reading gifts. Rows given to pages never carry a private name: it is read only through `names_of` and `receipt_of`."""

from __future__ import annotations

from hatang.projects.giving.selectors.gifts import (
    Gift,
    Reader,
    gift_of,
    gifts_of,
    named_between,
    names_of,
    prices,
    prices_on,
)
from hatang.projects.giving.selectors.parcels import compared_of, parcel_features, parcels_page
from hatang.projects.giving.selectors.totals import Line, by_kind, by_village

__all__ = [
    "Gift",
    "Line",
    "Reader",
    "by_kind",
    "by_village",
    "compared_of",
    "gift_of",
    "gifts_of",
    "named_between",
    "names_of",
    "parcel_features",
    "parcels_page",
    "prices",
    "prices_on",
]
