"""From the rows of the other rooms to the facts a report is written from, and the figures it freezes."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.translation import override

from hatang.indicators.promises import additions_of
from hatang.indicators.rules.status import Status
from hatang.indicators.selectors.standing import Standing, figures_at, standings
from hatang.plans.models import Plan, Target
from hatang.reports.kinds import Asked, Gathered, Kind
from hatang.reports.kinds.quarterly.parts import NAMES
from hatang.reports.rules import targets
from hatang.reports.rules.facts import Facts, TargetFact
from hatang.reports.rules.figures import Figure, Form
from hatang.reports.rules.spans import Span
from hatang.reports.rules.subjects import Subject
from hatang.reports.rules.targets import STANDS
from hatang.reports.selectors.around import around
from hatang.reports.selectors.measured import figures_of_target
from hatang.reports.words import span_label
from vanban.plan.model import Sector

SECTORLESS = "other"


def gather(
    plan: Plan,
    kind: Kind,
    span: Span,
    *,
    today: dt.date,
    told: Mapping[str, Figure] | None = None,
    subject: Subject | None = None,
) -> Gathered:
    """Everything a report of this kind on this span is written from; `told` is what the last issued report said, by key."""
    with override("vi"):
        asked = Asked(plan, span, kind.before(span), today, subject, told or {})
        return (kind.gather or of_plan)(asked)


def of_plan(asked: Asked) -> Gathered:
    """What a report on the plan is written from."""
    facts, rest = facts_of_targets(asked, standings_of(asked)), around(asked.span, asked.today)
    counts = {**counts_of(facts), **rest.counts}
    period, compared = span_label(asked.span), span_label(asked.before)
    whole = Facts(period, compared, facts, rest.obstacles, rest.late_works, rest.owing, counts)
    return Gathered(whole, {figure.key: figure for figure in all_of(whole)}, targets.rows(facts))


def standings_of(asked: Asked, **wanted: str) -> list[Standing]:
    """Where the targets of the plan, those wanted, stood at the end of the span. Some four queries."""
    rows = list(Target.objects.filter(plan=asked.plan, **wanted).order_by("order"))
    return standings(rows, today=asked.day, until=asked.span.last, additions_of=additions_of)


def facts_of_targets(asked: Asked, found: Sequence[Standing]) -> list[TargetFact]:
    """The same with what they were before. One query."""
    earlier = figures_at([one.binding.indicator_id for one in found if one.binding], asked.before.last)
    return [_fact(one, earlier, asked.told) for one in found]


def _fact(standing: Standing, earlier: Mapping[int, Any], told: Mapping[str, Figure]) -> TargetFact:
    target, verdict = standing.target, standing.verdict
    figures = figures_of_target(standing, earlier)
    before = told.get(f"t{target.pk}.now")
    if before is not None:
        figures["told"] = replace(before, key=f"t{target.pk}.told")
    goal = standing.binding.goal if standing.binding else None
    return TargetFact(
        target.subject, target.sector, verdict.status, verdict.reason,
        goal.comparator if goal else target.comparator,
        standing.binding.year if standing.binding else target.year,
        standing.binding.aspirational if standing.binding else target.aspirational,
        verdict.step.year if verdict.step else None, figures, target.pk,
    )  # fmt: skip


def counts_of(facts: Iterable[TargetFact]) -> dict[str, Figure]:
    """How many targets stand where: in all, and by sector."""
    rows = list(facts)
    found: dict[str, Figure] = {}
    for scope in ("all", *dict.fromkeys(row.sector for row in rows)):
        inside = [row for row in rows if scope in ("all", row.sector)]
        tally = Counter(row.status for row in inside)
        found[f"{scope}.total"] = _count(scope, "total", "tổng số", len(inside))
        for status in Status:
            found[f"{scope}.{status}"] = _count(scope, str(status), STANDS[status], tally[status])
    return found


def _count(scope: str, name: str, words: str, number: int) -> Figure:
    where = {"all": "Mục tiêu của kế hoạch", "": "Mục tiêu khác"}.get(scope) or f"Mục tiêu {NAMES[Sector(scope)].lower()}"
    source = "Đếm từ tình trạng từng mục tiêu đến hết kỳ"
    return Figure(
        f"{scope or SECTORLESS}.{name}", f"{where}: {words}", Form.AMOUNT, Decimal(number), source=source, link=reverse("targets")
    )


def all_of(facts: Facts) -> Iterator[Figure]:
    """Every figure of the facts, in the order of the text."""
    yield from facts.counts.values()
    for target in facts.targets:
        yield from target.figures.values()
    for obstacle in facts.obstacles:
        if obstacle.late:
            yield obstacle.late
    for work in facts.late_works:
        yield from (work.percent, work.late)
    for owing in facts.owing:
        yield owing.left
