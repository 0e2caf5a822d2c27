"""What a file most likely is: the kind of its assets, the field each column names, its system of coordinates, each with why."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from hatang.assets.importing.fields import aliases_of
from hatang.assets.importing.ground import edge, home_system
from hatang.assets.importing.judging import Source
from hatang.assets.importing.readers import Table
from hatang.assets.importing.rules import coordinates, header
from hatang.assets.importing.shaping import NoShape, points_of, raw_of
from hatang.assets.importing.systems import why_words
from hatang.assets.kinds import KINDS
from hatang.core.places.geometry import Geometry
from vanban.text.folding import fold_for_search

ENOUGH = 2  # headings of a kind's own that tell it
SPECIAL = ("a:", "length")


@dataclass(frozen=True, slots=True)
class Guesses:
    """What is proposed to the person; empty where nothing tells."""

    kind: str = ""
    kind_why: str = ""
    system: str = ""
    system_why: str = ""
    mapping: dict[str, Source] = field(default_factory=dict)


def guesses(table: Table, name: str, chosen: str = "", among: Collection[str] = tuple(KINDS)) -> Guesses:
    """What a table most likely is; the kind stays the one that was chosen, else it is one `among` those given."""
    kind, why = (chosen, "") if chosen else guess_kind(table, name, among)
    mapping = guess_mapping(table.columns, kind) if kind else {}
    found = guess_system(table, mapping)
    return Guesses(kind, why, found.system, why_words(found), mapping)


def guess_kind(table: Table, name: str, among: Collection[str]) -> tuple[str, str]:
    """The kind that the title, the file's name or the headings tell, and why."""
    said = fold_for_search(f"{table.title} {name}").replace("-", " ").replace("_", " ")
    with override("vi"):
        labels = {code: fold_for_search(str(kind.label)) for code, kind in KINDS.items()}
    named = [code for code, label in labels.items() if label in said]
    if named:
        return _allowed(max(named, key=lambda code: len(labels[code])), _("theo tên tệp hoặc tiêu đề"), among)
    scores = {code: _score(table.columns, code) for code in KINDS}
    best = max(scores, key=lambda code: scores[code])
    ties = [code for code, score in scores.items() if score == scores[best]]
    if scores[best] >= ENOUGH and len(ties) == 1:
        return _allowed(best, _("theo tên các cột"), among)
    return "", ""


def _allowed(kind: str, why: str, among: Collection[str]) -> tuple[str, str]:
    """A guess, unless the kind is not among those to choose from."""
    return (kind, why) if kind in among else ("", "")


def _score(columns: tuple[str, ...], kind: str) -> int:
    return sum(code.startswith(SPECIAL) for code in header.guess(columns, aliases_of(kind)))


def guess_mapping(columns: tuple[str, ...] | list[str], kind: str) -> dict[str, Source]:
    """The column of each field of a kind, by its heading."""
    return {code: {"column": column} for code, column in header.guess(columns, aliases_of(kind)).items()}


def guess_system(table: Table, mapping: dict[str, Source]) -> coordinates.Guess:
    """The system the file says, else the one in which its points lie in the commune."""
    shapes = list(_shapes(table, mapping))
    said = coordinates.said(table.system)
    if said is not None or not shapes:
        return said or coordinates.Guess("", "none")
    points = list(points_of(shapes))
    inside = edge()
    fence = (lambda point: inside({"type": "Point", "coordinates": list(point)})) if inside else None
    return coordinates.guess(points, fence, home=home_system())


def _shapes(table: Table, mapping: dict[str, Source]) -> list[Geometry]:
    found = []
    for row in table.rows[:400]:
        given: dict[str, Any] = {code: row.values.get(mapping[code]["column"]) for code in ("shape", "x", "y") if code in mapping}
        try:
            raw = raw_of(row.shape, given)
        except NoShape:
            continue
        if raw is not None:
            found.append(raw)
    return found
