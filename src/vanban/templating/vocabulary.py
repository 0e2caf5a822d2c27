"""The names a template may use, each with what it means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Sort(StrEnum):
    """What a name stands for."""

    TEXT = "text"
    FLAG = "flag"
    LIST = "list"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Word:
    """One name: what it means, an example, and the names inside each item of a list or inside a group."""

    sort: Sort
    meaning: str = ""
    example: str = ""
    fields: Mapping[str, Word] = field(default_factory=dict)

    def walk(self, path: str = "") -> Iterator[tuple[str, Word]]:
        """Every name below this one by its path, those inside lists with the list's path in front."""
        for name, word in self.fields.items():
            inner = f"{path}.{name}" if path else name
            yield inner, word
            yield from word.walk(inner)


def text(meaning: str, example: str = "") -> Word:
    """Words or a figure, printed as they are."""
    return Word(Sort.TEXT, meaning, example)


def flag(meaning: str) -> Word:
    """Yes or no, for {% if %}."""
    return Word(Sort.FLAG, meaning)


def many(meaning: str, /, **fields: Word) -> Word:
    """A list, for {% for %}."""
    return Word(Sort.LIST, meaning, fields=fields)


def group(meaning: str, fields: Mapping[str, Word]) -> Word:
    """Names that belong together, reached by a dot."""
    return Word(Sort.GROUP, meaning, fields=fields)
