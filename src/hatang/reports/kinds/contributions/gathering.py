"""From the gifts of the span to the facts of a report on them. Names are read of those who agreed only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.urls import reverse

from hatang.commune.selectors import villages
from hatang.projects.giving import selectors as giving
from hatang.reports.kinds.contributions import tables
from hatang.reports.kinds.contributions.facts import GiftFacts
from hatang.reports.kinds.kind import Asked, Gathered
from hatang.reports.rules.figures import Figure
from hatang.reports.rules.gifts import GiftLine
from hatang.reports.rules.making import Maker, by_key
from hatang.reports.selectors.given import Given, given, line_of, papers, unpriced
from hatang.reports.words import span_label
from vanban.text.collation import natural_key

ALONE = "Không theo thôn"


def gather(asked: Asked) -> Gathered:
    """Everything. Seven queries."""
    first, day, period = asked.span.first, asked.day, span_label(asked.span)
    rows = given(first, day)
    link = reverse("giving")
    whole = line_of(rows, Maker("gifts", "", link, period), "")
    counts = Maker("gifts", "", link, period)
    counts.count("works", "Số công trình, dự án được đóng góp", len({row.project for row in rows}))
    for sort in ("household", "village", "organisation", "company"):
        label = f"Số lượt đóng góp: {SORTS[sort]}"
        counts.count(sort, label, sum(row.times for row in rows if row.giver == sort))
    counts.count("unpriced", "Số lượt đóng góp hiện vật, ngày công chưa có đơn giá", unpriced(first, day))
    _compared(counts, whole, asked)
    _since(counts, asked)
    facts = GiftFacts(
        period, span_label(asked.before), whole, counts.made, _by_village(rows, period), _by_work(rows, period),
        papers(first, day), giving.named_between(first, day), _silent(rows),
    )  # fmt: skip
    return Gathered(facts, by_key(_figures(facts)), tables=tables.tables(facts))


SORTS = {"household": "hộ gia đình, cá nhân", "village": "cả thôn", "organisation": "cơ quan, tổ chức", "company": "doanh nghiệp"}


def _figures(facts: GiftFacts) -> Iterable[Figure]:
    yield from facts.whole.figures.values()
    yield from facts.counts.values()
    for line in (*facts.villages, *facts.works):
        yield from line.figures.values()


def _compared(counts: Maker, whole: GiftLine, asked: Asked) -> None:
    before = sum(row.value for row in given(asked.before.first, asked.before.last))
    if before and "value" in whole.figures:
        words, source = span_label(asked.before), "Cộng giá trị quy đổi của các lượt đóng góp còn hiệu lực"
        then = counts.amount("before", f"Giá trị đóng góp {words}", before, "đồng", source)
        counts.apart("change", "Thay đổi của giá trị đóng góp", whole.figures["value"], then, f"Hiệu của hai kỳ, so với {words}")


def _since(counts: Maker, asked: Asked) -> None:
    """Since the plan began, where the span is not all of that."""
    began = dt.date(asked.plan.period_start or asked.span.first.year, 1, 1)
    if began >= asked.span.first:
        return
    rows = given(began, asked.day)
    counts.count("since", "Số lượt đóng góp từ đầu kỳ kế hoạch", sum(row.times for row in rows))
    source = "Cộng giá trị quy đổi của các lượt đóng góp còn hiệu lực"
    counts.amount("since_value", "Giá trị đóng góp từ đầu kỳ kế hoạch", sum(row.value for row in rows), "đồng", source)


def _by_village(rows: list[Given], period: str) -> list[GiftLine]:
    names = {row.village: row.village_name or ALONE for row in rows}
    found = []
    for pk in sorted(names, key=lambda pk: (pk is None, natural_key(names[pk]))):
        link = reverse("village", args=[pk]) if pk else reverse("giving")
        maker = Maker(f"village.{pk or 0}", names[pk], link, period)
        found.append(line_of([row for row in rows if row.village == pk], maker, names[pk]))
    return found


def _by_work(rows: list[Given], period: str) -> list[GiftLine]:
    names = {row.project: row.project_name for row in rows}
    found = []
    for pk in sorted(names, key=lambda pk: natural_key(names[pk])):
        maker = Maker(f"work.{pk}", names[pk], reverse("work-giving", args=[pk]), period)
        found.append(line_of([row for row in rows if row.project == pk], maker, names[pk]))
    return found


def _silent(rows: list[Given]) -> list[str]:
    gave = {row.village for row in rows}
    return [village.name for village in villages() if village.pk not in gave]
