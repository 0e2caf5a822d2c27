"""What a thematic report is about: one sector, one village, one work. Kept on the report as "sector:transport", "village:12"."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class NotASubject(ValueError):
    """The text names no subject."""


class About(StrEnum):
    """The sort of thing a report is about."""

    SECTOR = "sector"
    VILLAGE = "village"
    WORK = "work"


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing: a sector by its code, a village or a work by its row; `name` is what it was called when that was asked."""

    about: About
    key: str
    name: str = ""

    @property
    def code(self) -> str:
        """As a report keeps it."""
        return f"{self.about}:{self.key}"

    @property
    def pk(self) -> int:
        """The row of a village or a work."""
        return int(self.key)


def parse(code: str) -> Subject:
    """The subject kept as `code`, without its name.

    Raises:
        NotASubject: it is none.
    """
    about, _colon, key = code.partition(":")
    if about not in set(About) or not key or (about != About.SECTOR and not key.isdecimal()):
        raise NotASubject(code)
    return Subject(About(about), key)
