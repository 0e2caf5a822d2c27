"""The illustrative map of the commune: villages and everything in them, drawn once by `tools/demonstration`."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).resolve().parents[2] / "examples" / "vinh-thong-minh-hoa.json"


@lru_cache(maxsize=1)
def drawn() -> dict[str, list[dict[str, Any]]]:
    """`villages` (name, households, centre, outline) and `assets` (kind, name, number of the village, attributes, geometry…)."""
    found: dict[str, list[dict[str, Any]]] = json.loads(FILE.read_text(encoding="utf-8"))
    return found
