"""What somebody typed into a row of the form: a figure, nothing, or what is wrong with it. Values in, values out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from hatang.core.numbers import NotANumber, read_number
from hatang.core.spreadsheets.taking import clean
from hatang.indicators.rules.entries import parts_of, wrong_with
from hatang.indicators.workbook.model import Entry, Kind

ANSWERS = {"co": True, "khong": False}
MOST_WORDS = 1000
FIELDS = {Kind.RATIO: ("numerator", "denominator"), Kind.COUNT: ("value",)}


@dataclass(frozen=True, slots=True)
class Typed:
    """A row as typed: the texts of its fields by name, kept whatever is wrong with them."""

    texts: Mapping[str, str]

    def text(self, name: str) -> str:
        """One field, empty where nothing was sent."""
        return self.texts.get(name, "").strip()


@dataclass(frozen=True, slots=True)
class Read:
    """What was made of it: the entry, and what is wrong by field, as a code or as a sentence made elsewhere."""

    entry: Entry
    wrong: Mapping[str, str] = field(default_factory=dict)


def read(kind: Kind, typed: Typed) -> Read:
    """The entry that was typed; nothing of it counts where anything is wrong."""
    words = Entry(reason=clean(typed.text("reason")), note=clean(typed.text("note")))
    wrong = {name: "long_words" for name in ("reason", "note") if len(getattr(words, name)) > MOST_WORDS}
    if kind.asks_answer:
        return Read(replace(words, answer=ANSWERS.get(typed.text("answer"))), wrong)
    numbers, unread = _numbers(kind, typed)
    entry = replace(words, numerator=numbers.get("numerator"), denominator=numbers.get("denominator"), value=numbers.get("value"))
    wrong |= unread
    return Read(entry, wrong or _whole(kind, entry))


def _numbers(kind: Kind, typed: Typed) -> tuple[dict[str, Decimal | None], dict[str, str]]:
    numbers: dict[str, Decimal | None] = {}
    wrong: dict[str, str] = {}
    for name in FIELDS[kind]:
        text = typed.text(name)
        try:
            numbers[name] = read_number(text) if text else None
        except NotANumber as error:
            wrong[name] = str(error)
    return numbers, wrong


def _whole(kind: Kind, entry: Entry) -> dict[str, str]:
    """What is wrong with the figure as a whole, told at the field where it is put right."""
    if not entry.has_figure:
        return {}
    if kind == Kind.RATIO and (entry.numerator is None or entry.denominator is None):
        return {"numerator" if entry.numerator is None else "denominator": "half_ratio"}
    code = wrong_with(kind, *parts_of(kind, entry))
    return {FIELDS[kind][-1 if code == "of_nothing" else 0]: code} if code else {}
