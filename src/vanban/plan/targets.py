"""Targets from the sentences of parts about goals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from vanban.plan.clauses import Clause, sentences, split_at
from vanban.plan.model import Target
from vanban.plan.parts import Place
from vanban.plan.sectors import sector_of
from vanban.plan.subjects import Found, found_in
from vanban.reader.period import find_period
from vanban.text.folding import lower

ASPIRES = re.compile(r"phấn đấu")
YEAR = re.compile(r"(?:năm\s+|[-–]\s*)(20\d\d)(?!\d)")
LABEL = re.compile(r"[^:;,%\d]{2,60}(?=:)")
GENERIC = re.compile(r"(?:tỷ lệ|tỉ lệ|số lượng|số|tổng số)?\s*")
OPENS_WITH_YEAR = re.compile(
    r"\s*(?:(?:phấn đấu|mục tiêu|tầm nhìn|định hướng|đến|trong|hết|vào|từ|cuối)\s+)*(?:năm|giai đoạn)\s+"
    r"(?:20\d\d\s*[-–]\s*)?20\d\d\s*[,:]"
)


@dataclass(frozen=True, slots=True)
class Lead:
    """What a lead-in says for what follows it: "Đến năm 2030, phấn đấu:"."""

    year: int | None = None
    aspirational: bool = False


def lead_of(text: str) -> Lead:
    """What a line that ends with a colon says of the items under it."""
    return Lead(year_in(text), bool(ASPIRES.search(lower(text))))


def targets_in(content: Clause, place: Place, lead: Lead, default_year: int | None) -> Iterator[Target]:
    """Every target of one block, in order."""
    for sentence in sentences(content):
        running, before = lead, None
        label = LABEL.match(sentence.text)
        near = (label[0], *place.headings) if label else place.headings
        for clause in split_at(sentence, ";"):
            opens = OPENS_WITH_YEAR.match(lower(clause.text))
            running = Lead(year_in(opens[0]) if opens else running.year, running.aspirational or _opens_aspiring(clause.text))
            own = Lead(running.year, running.aspirational or bool(ASPIRES.search(lower(clause.text))))
            for piece, found in found_in(clause):
                before = _target(piece, found, replace(place, headings=near), own, default_year, before)
                yield before


def _opens_aspiring(text: str) -> bool:
    return bool(re.match(r"\s*phấn đấu\s*:", lower(text)))


def year_in(text: str) -> int | None:
    """The year a phrase looks to: "đến năm 2030", "giai đoạn 2026-2030" (its end)."""
    years = [int(year) for year in YEAR.findall(lower(text))]
    if years:
        return years[-1]
    period = find_period(text)
    return period[1] if period else None


def _target(piece: Clause, found: Found, place: Place, lead: Lead, default_year: int | None, before: Target | None) -> Target:
    subject = found.subject or (before.subject if before else place.headings[0] if place.headings else "")
    quote = piece.slice(found.start, found.end)
    amount = found.amount
    return Target(
        path=place.path,
        subject=subject,
        kind=found.kind,
        comparator=found.comparator,
        value=amount.value if amount else None,
        value_max=amount.value_max if amount else None,
        unit=amount.unit if amount else None,
        year=found.own_year or lead.year or default_year,
        aspirational=lead.aspirational,
        sector=sector_of(subject, place.headings) or (before.sector if before else None),
        quote=quote.text,
        span=quote.span,
        confidence=found.confidence if not GENERIC.fullmatch(lower(found.subject)) else 0.4,
    )
