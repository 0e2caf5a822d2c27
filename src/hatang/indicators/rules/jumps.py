"""What makes a figure doubtful. A doubt forbids nothing: it asks for a reason, which is kept beside the figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from hatang.core.figures import Ratio
from hatang.indicators.workbook.model import Entry, Kind


@dataclass(frozen=True, slots=True)
class Doubt:
    """One doubt: a code that `telling` has a sentence for, and the figures the sentence speaks of."""

    code: str
    figures: Mapping[str, Decimal] = field(default_factory=dict)


def doubts(kind: Kind, now: Entry, last: Entry | None, *, jump_percent: int, proof: bool = False) -> tuple[Doubt, ...]:
    """Every doubt about a figure, given the one approved before it (None: there is none).

    A share jumps when it moves by more than `jump_percent` points, or its whole by more than so many parts in a hundred; a
    count when it moves by more than so many parts in a hundred of what it was. From nothing no share can be worked out, so
    nothing is asked. A yes needs a document: `proof` says whether one is attached; a note or a reason may name it instead.
    """
    if not now.has_figure:
        return ()
    found = {
        Kind.RATIO: _of_a_ratio(now, last, jump_percent),
        Kind.COUNT: _of_a_count(now, last, jump_percent),
    }.get(kind, _of_an_answer(now, last, proof))
    return tuple(found)


def lacking(found: tuple[Doubt, ...], entry: Entry) -> tuple[Doubt, ...]:
    """The doubts that still want words before the figure can be handed in."""
    return tuple(doubt for doubt in found if not entry.reason and not (doubt.code == "no_proof" and entry.note))


def _of_a_ratio(now: Entry, last: Entry | None, limit: int) -> Iterator[Doubt]:
    if now.numerator is None or now.denominator is None:
        return
    if now.numerator > now.denominator:
        yield Doubt("larger_than_whole", {"part": now.numerator, "whole": now.denominator})
    if last is None or last.numerator is None or not last.denominator:
        return
    before, after = Ratio(last.numerator, last.denominator), Ratio(now.numerator, now.denominator)
    if _apart(before, after) > limit:
        yield Doubt("share_jumps", {"before": before.shown or Decimal(), "after": after.shown or Decimal()})
    if abs(now.denominator - last.denominator) * 100 > limit * last.denominator:
        yield Doubt("whole_jumps", {"before": last.denominator, "after": now.denominator})


def _apart(before: Ratio, after: Ratio) -> Decimal:
    """By how many points two shares differ; 0 where one is of nothing."""
    return Decimal() if before.percent is None or after.percent is None else abs(after.percent - before.percent)


def _of_a_count(now: Entry, last: Entry | None, limit: int) -> Iterator[Doubt]:
    if now.value is None or last is None or not last.value:
        return
    if abs(now.value - last.value) * 100 > limit * last.value:
        yield Doubt("count_jumps", {"before": last.value, "after": now.value})


def _of_an_answer(now: Entry, last: Entry | None, proof: bool) -> Iterator[Doubt]:
    if now.answer is False and last is not None and last.answer:
        yield Doubt("no_longer")
    if now.answer and not proof:
        yield Doubt("no_proof")
