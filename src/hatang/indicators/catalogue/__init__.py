"""The catalogue of indicators that comes with the product: official names, what is counted, and how. Data, one file a sector.

Where the wording is not that of a text at hand, a definition says "cần kiểm chứng"; each commune may change its own copy.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from hatang.core.sectors import Sector
from hatang.indicators.rules.matching import Pattern

TEXTS = ("name", "numerator", "denominator", "how_to_collect", "definition_source")


@dataclass(frozen=True, slots=True)
class Definition:
    """One indicator of the catalogue; `vi` and `en` hold its texts by the names of the model's fields."""

    code: str
    sector: str
    kind: str
    level: str
    frequency: str
    unit: str
    measure: str
    pattern: Pattern
    vi: dict[str, str]
    en: dict[str, str]


@lru_cache(maxsize=1)
def catalogue() -> dict[str, Definition]:
    """Every definition by its code, in the order of the sectors."""
    found = [_definition(sector, entry) for sector in Sector.values for entry in _entries(sector)]
    return {definition.code: definition for definition in found}


def _entries(sector: str) -> list[dict[str, object]]:
    entries: list[dict[str, object]] = json.loads((Path(__file__).parent / f"{sector}.json").read_text(encoding="utf-8"))
    return entries


def _definition(sector: str, entry: dict[str, object]) -> Definition:
    values: dict[str, object] = {name: value for name, value in entry.items() if name not in {"match", "avoid"}}
    pattern = Pattern.of(entry["match"], entry["avoid"])  # type: ignore[arg-type]
    return Definition(sector=sector, pattern=pattern, **values)  # type: ignore[arg-type]
