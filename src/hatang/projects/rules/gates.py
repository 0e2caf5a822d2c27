"""Which papers a move asks for, and which of them are not there yet."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper that allows a move. `source` is the law it comes from; unchecked where its text was not at hand."""

    gate: int
    document: str
    source: str = ""
    checked: bool = False
    required: bool = True


@dataclass(frozen=True, slots=True)
class Held:
    """A paper the work has, for a gate or for none."""

    gate: int | None
    number: str = ""
    dated: bool = False
    filed: bool = False
    referred: bool = False

    @property
    def counts(self) -> bool:
        """Whether it can be found again: by number and date, as a file, or by where the original lies."""
        return bool(self.filed or self.referred or (self.number and self.dated))


def missing(papers: Iterable[Paper], held: Collection[Held]) -> list[Paper]:
    """The required papers that are not there, in the order of the gates."""
    there = {paper.gate for paper in held if paper.counts}
    return [paper for paper in papers if paper.required and paper.gate not in there]
