"""The length on record against the one measured on the map."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

HUNDRED = Decimal(100)
CLOSE = Decimal(5)  # percent: what drawing by hand on a map can be off by
WRONG_UNIT = Decimal(500)  # how many times over one must be the other before metres were surely taken for kilometres
Verdict = Literal["agree", "longer", "shorter", "unit"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """How far the record is from the map: `difference` in metres, `percent` of the measured length; both without a sign."""

    verdict: Verdict
    difference: Decimal
    percent: Decimal


def compare(stated: Decimal | None, measured: Decimal | None) -> Comparison | None:
    """The record seen from the map ("longer": the record says more); None where one of the two is missing."""
    if not stated or not measured:
        return None
    difference = stated - measured
    percent = (abs(difference) / measured * HUNDRED).quantize(Decimal("0.1"))
    return Comparison(_verdict(stated, measured, percent), abs(difference), percent)


def _verdict(stated: Decimal, measured: Decimal, percent: Decimal) -> Verdict:
    if percent <= CLOSE:
        return "agree"
    if measured / stated > WRONG_UNIT:
        return "unit"
    return "longer" if stated > measured else "shorter"
