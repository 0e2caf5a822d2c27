"""What comes with the product: papers that moves ask for, criteria for needs. Each commune edits its own copy."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class ShippedGate:
    """A paper one kind of work needs for one move."""

    kind: str
    track: str
    to: str
    code: str
    document: str
    english: str
    source: str
    checked: bool
    required: bool


@dataclass(frozen=True, slots=True)
class ShippedCriterion:
    """A criterion for weighing needs."""

    code: str
    name: str
    english: str
    guide: str
    guide_english: str
    most: int
    weight: int
    measure: str


@lru_cache(maxsize=1)
def gates() -> tuple[ShippedGate, ...]:
    """Every shipped gate, in the order of the file."""
    return tuple(_gate(kind, entry) for entry in _read("gates") for kind in entry["kinds"])


@lru_cache(maxsize=1)
def criteria() -> tuple[ShippedCriterion, ...]:
    """Every shipped criterion, in order."""
    return tuple(ShippedCriterion(**entry) for entry in _read("criteria"))


def _gate(kind: str, entry: dict[str, Any]) -> ShippedGate:
    given = {name: entry[name] for name in ("track", "to", "code", "document", "english", "source", "checked")}
    return ShippedGate(kind=kind, required=entry.get("required", True), **given)


def _read(name: str) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))[name]
    return entries
