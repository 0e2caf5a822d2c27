"""Cells as texts that can be compared: what office programs change on their way does not count."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from hatang.core.spreadsheets.taking import clean
from hatang.projects.workbook.layout import CHOICES, LONGEST, Column
from hatang.projects.workbook.model import Option
from vanban.text.folding import fold_for_search, unify_tones

KEPT_WHOLE = 120
BETWEEN = re.compile(r"[;\n]")


def given(text: str) -> str:
    """A text as it goes into a cell; nothing for one too long to be edited there."""
    plain = clean("".join(letter for letter in text if letter >= " " or letter in "\n\t"))
    return plain if len(plain) <= LONGEST else ""


def mark(text: str) -> str:
    """A text as the hidden sheet keeps it: whole where it is short, else its hash."""
    return text if len(text) <= KEPT_WHOLE else f"#{hashlib.sha256(text.encode()).hexdigest()[:32]}"


def untouched(column: Column, text: str, was: str) -> bool:
    """Whether a cell still says what it was given out with."""
    return mark(text) == was or same(column, text, was)


def same(column: Column, one: str, other: str) -> bool:
    """Whether two texts of a column mean the same."""
    if column == Column.VILLAGES:
        return {unify_tones(part) for part in parts(one)} == {unify_tones(part) for part in parts(other)}
    return unify_tones(one) == unify_tones(other) if column in CHOICES else one == other


def parts(text: str) -> list[str]:
    """The names in a cell that holds several."""
    return [part.strip() for part in BETWEEN.split(text) if part.strip()]


def chosen(options: Sequence[Option], text: str) -> list[str | int]:
    """The options a text names: by its letters and marks, else without marks. One is right, none unknown, several unclear."""
    exact = [value for value, words in options if unify_tones(words) == unify_tones(text)]
    return exact or [value for value, words in options if fold_for_search(words) == fold_for_search(text)]


def village_names(options: Sequence[Option], text: str) -> list[str]:
    """The names of villages in a cell: apart by semicolons, or by commas where that gives names that are known."""
    names = parts(text)
    if len(names) == 1 and not chosen(options, names[0]) and "," in names[0]:
        names = [part.strip() for part in names[0].split(",") if part.strip()]
    return names
