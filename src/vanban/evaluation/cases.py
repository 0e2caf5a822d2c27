"""Plans written for the tests, each with the reading a person expects of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FIXTURES = Path(__file__).resolve().parent.parent / "tests" / "fixtures"
SETS = ("development", "heldout")
EXPECTED = ".expected.json"


@dataclass(frozen=True, slots=True)
class Case:
    """One plan and what a person reads in it. `expected` has the keys of the reading contract, without spans."""

    name: str
    path: Path
    expected: dict[str, Any]


def cases(which: str) -> Iterator[Case]:
    """The cases of one set, by name: "development" is what rules are written with, "heldout" what they are judged by."""
    for note in sorted((FIXTURES / which).glob(f"*{EXPECTED}")):
        name = note.name.removesuffix(EXPECTED)
        path = next(path for path in note.parent.glob(f"{name}.*") if not path.name.endswith(EXPECTED))
        yield Case(name, path, json.loads(note.read_text(encoding="utf-8")))
