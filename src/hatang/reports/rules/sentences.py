"""Sentences whose numbers know the figure they cite."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from hatang.reports.rules.figures import Figure


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words: ours, somebody else's (`quoted`: a name, a date, what the plan says), or a number and its `key`."""

    text: str
    key: str = ""
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A paragraph in pieces; `bullet` for one thing of a list."""

    pieces: tuple[Piece, ...]
    bullet: bool = False

    @property
    def text(self) -> str:
        """The words."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def keys(self) -> tuple[str, ...]:
        """The figures it cites, once each."""
        return tuple(dict.fromkeys(piece.key for piece in self.pieces if piece.key))

    def plain(self) -> dict[str, Any]:
        """As it is stored."""
        return {"pieces": [[piece.text, piece.key, piece.quoted] for piece in self.pieces], "bullet": self.bullet}

    @classmethod
    def of(cls, plain: dict[str, Any]) -> Sentence:
        """From what was stored."""
        return cls(tuple(Piece(*piece) for piece in plain["pieces"]), bool(plain["bullet"]))


Part = str | Piece | Figure


def sentence(*parts: Part, bullet: bool = False) -> Sentence:
    """Words, quotations and figures in a row; a figure prints as `Figure.said`."""
    return Sentence(tuple(_piece(part) for part in parts if part != ""), bullet)


def cited(figure: Figure, text: str = "") -> Piece:
    """A figure as other words than its own: its parts, say."""
    return Piece(text or figure.said, figure.key)


def quoted(text: str) -> Piece:
    """Words that are not ours: digits in them are no figure of the report."""
    return Piece(text, quoted=True)


def listed(items: Iterable[tuple[Part, ...]], between: str = ", ") -> list[Part]:
    """Things after each other, with commas between; semicolons where they have commas of their own."""
    found: list[Part] = []
    for item in items:
        found += [between, *item] if found else item
    return found


def capital(text: str) -> str:
    """With a capital at its beginning, as a line begins."""
    return text[:1].upper() + text[1:]


def _piece(part: Part) -> Piece:
    if isinstance(part, Figure):
        return cited(part)
    return Piece(part) if isinstance(part, str) else part
