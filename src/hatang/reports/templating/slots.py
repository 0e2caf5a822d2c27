"""What a template can be filled with: each value beside what it means, so that the list cannot drift from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from vanban.templating import Sort, Word


@dataclass(frozen=True, slots=True)
class Slot:
    """A placeholder, its meaning and its value; of a list, `rows` and the meanings of what each row holds."""

    sort: Sort
    meaning: str
    value: Any = ""
    fields: Mapping[str, Slot] = field(default_factory=dict)
    rows: Sequence[Mapping[str, Any]] = ()


def said(meaning: str, value: str | None) -> Slot:
    """Words or a figure."""
    return Slot(Sort.TEXT, meaning, value or "")


def asked(meaning: str, value: bool) -> Slot:
    """Yes or no."""
    return Slot(Sort.FLAG, meaning, value)


def together(meaning: str, **fields: Slot) -> Slot:
    """Placeholders that belong together."""
    return Slot(Sort.GROUP, meaning, fields=fields)


def listed(meaning: str, shape: Mapping[str, str], rows: Sequence[Mapping[str, Any]]) -> Slot:
    """A list; `shape` says what the values of each row mean. A row's value that is true or false is a yes or no."""
    first = rows[0] if rows else {}
    fields = {name: _field(words, first.get(name, "")) for name, words in shape.items()}
    return Slot(Sort.LIST, meaning, fields=fields, rows=rows)


def _field(words: str, value: Any) -> Slot:
    flag = words.endswith("?")
    return Slot(Sort.FLAG if flag else Sort.TEXT, words, value if not flag else bool(value))


def word_of(slot: Slot) -> Word:
    """As the vocabulary has it, its value of now as the example."""
    example = slot.value if isinstance(slot.value, str) else ""
    return Word(slot.sort, slot.meaning, example, {name: word_of(one) for name, one in slot.fields.items()})


def value_of(slot: Slot) -> Any:
    """As a template is filled with it."""
    if slot.sort is Sort.GROUP:
        return {name: value_of(one) for name, one in slot.fields.items()}
    return list(slot.rows) if slot.sort is Sort.LIST else slot.value


def nothing(word: Word) -> Any:
    """What a commune without any data would fill it with."""
    if word.sort is Sort.GROUP:
        return {name: nothing(one) for name, one in word.fields.items()}
    return {Sort.LIST: [], Sort.FLAG: False}.get(word.sort, "")
