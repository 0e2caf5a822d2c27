"""Order and arithmetic of review: what a person should look at first, where a sentence can be cut, what joining two means."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

UNCERTAIN = 0.75
CUTS = re.compile(r"[;,:.]\s+|\s+(?=và\s)|\n")


def is_uncertain(confidence: float) -> bool:
    """Whether a reading should be looked at before the others."""
    return confidence < UNCERTAIN


def cuts_in(quote: str) -> list[int]:
    """The places where a sentence may be cut in two, as offsets into it; neither part is ever empty."""
    return [found.end() for found in CUTS.finditer(quote) if quote[: found.end()].strip() and quote[found.end() :].strip()]


def joined(kind: str, first: Mapping[str, Any], second: Mapping[str, Any]) -> dict[str, Any]:
    """The data of two items as one: the first's fields, what it lacks from the second, and the quantities of both."""
    whole = {name: value if value not in (None, "", []) else second.get(name) for name, value in first.items()}
    if kind == "task":
        whole["quantities"] = [*first.get("quantities", []), *second.get("quantities", [])]
    return whole
