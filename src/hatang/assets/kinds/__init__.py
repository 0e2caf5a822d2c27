"""The kinds of assets a commune keeps an inventory of, and what is written down of each."""

from __future__ import annotations

from hatang.assets.kinds.kind import Attribute, Kind, Wrong
from hatang.assets.kinds.places import PLACES
from hatang.assets.kinds.services import SERVICES
from hatang.assets.kinds.works import WORKS

KINDS: dict[str, Kind] = {kind.code: kind for kind in (*WORKS, *PLACES, *SERVICES)}

__all__ = ["KINDS", "Attribute", "Kind", "Wrong"]
