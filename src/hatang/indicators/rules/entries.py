"""A figure between the two shapes it has: what people fill in by kind, and the two parts that are stored and added up."""

from __future__ import annotations

from decimal import Decimal

from hatang.indicators.workbook.model import Entry, Kind

LARGEST = Decimal(10) ** 11
DECIMALS = Decimal("0.0001")


def entry_of(kind: Kind, numerator: Decimal | None, denominator: Decimal | None, *, reason: str = "", note: str = "") -> Entry:
    """What was filled in, from the parts as stored: numbers without zeros at their end."""
    if numerator is None:
        return Entry(reason=reason, note=note)
    if kind.asks_answer:
        return Entry(answer=numerator > 0, reason=reason, note=note)
    if kind == Kind.COUNT:
        return Entry(value=plain(numerator), reason=reason, note=note)
    return Entry(plain(numerator), plain(denominator or Decimal(0)), reason=reason, note=note)


def parts_of(kind: Kind, entry: Entry) -> tuple[Decimal, Decimal | None]:
    """The parts to store. A count has no whole; a yes is 1 of 1, a no 0 of 1. The entry must hold a figure of its kind."""
    if kind.asks_answer:
        return Decimal(1 if entry.answer else 0), Decimal(1)
    if kind == Kind.COUNT:
        return entry.value or Decimal(0), None
    return entry.numerator or Decimal(0), entry.denominator or Decimal(0)


def wrong_with(kind: Kind, numerator: Decimal, denominator: Decimal | None) -> str:
    """Why the parts cannot be stored, as a code `telling` has a sentence for; empty where they can."""
    parts = [part for part in (numerator, denominator) if part is not None]
    if (denominator is None) != (kind == Kind.COUNT):
        return "half_ratio" if denominator is None else "whole_of_a_count"
    if any(part < 0 for part in parts):
        return "negative"
    if any(part >= LARGEST for part in parts):
        return "too_large"
    if any(part != part.quantize(DECIMALS) for part in parts):
        return "too_fine"
    if kind.asks_answer and (denominator != 1 or numerator not in (0, 1)):
        return "not_an_answer"
    return "of_nothing" if denominator == 0 and numerator else ""


def plain(number: Decimal) -> Decimal:
    """The number without zeros at its end and without an exponent."""
    short = number.normalize() + 0
    return short.quantize(Decimal(1)) if short == short.to_integral_value() else short
