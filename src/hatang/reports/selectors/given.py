"""What was given between two days, summed without any name."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any, NamedTuple

from django.db.models import Count, QuerySet, Sum

from hatang.projects.models import Contribution, GiftKind
from hatang.reports.rules.gifts import GiftLine
from hatang.reports.rules.making import Maker

SOURCE = "Cộng các lượt đóng góp còn hiệu lực trong sổ đóng góp"
PRICED = (GiftKind.LAND, GiftKind.LABOUR, GiftKind.MATERIAL)
COLUMNS = ("village_id", "village__name", "project_id", "project__name", "kind", "giver")


class Given(NamedTuple):
    """Gifts of one sort by one sort of giver, of one village to one work: how many, how much, worth how much."""

    village: int | None
    village_name: str | None
    project: int
    project_name: str
    kind: str
    giver: str
    times: int
    quantity: Decimal
    value: int


def _rows(first: dt.date, last: dt.date) -> QuerySet[Contribution]:
    return Contribution.objects.filter(is_void=False, given_on__gte=first, given_on__lte=last)


def given(first: dt.date, last: dt.date, **wanted: Any) -> list[Given]:
    """Those that count, both days included. One query."""
    rows = _rows(first, last).filter(**wanted).order_by().values_list(*COLUMNS)
    return [Given(*row) for row in rows.annotate(times=Count("pk"), much=Sum("quantity"), worth=Sum("value"))]


def papers(first: dt.date, last: dt.date) -> list[str]:
    """The decisions of the unit prices that were used, each with its day. One query."""
    rows = _rows(first, last).filter(unit_price__isnull=False).order_by("unit_price__decided_on", "unit_price__document")
    named = rows.values_list("unit_price__document", "unit_price__decided_on").distinct()
    return [f"{document} ngày {day:%d/%m/%Y}" for document, day in named]


def unpriced(first: dt.date, last: dt.date) -> int:
    """How many gifts in kind had no unit price. One query."""
    return _rows(first, last).filter(unit_price__isnull=True, kind__in=PRICED).count()


def line_of(rows: list[Given], maker: Maker, name: str) -> GiftLine:
    """The sums of some gifts as figures; no figure of what was not given."""
    if not rows:
        return GiftLine(name)
    maker.count("count", "số lượt đóng góp" if name else "Số lượt đóng góp", sum(row.times for row in rows))
    for kind, unit, words in (("land", "m²", "đất hiến"), ("labour", "ngày công", "ngày công")):
        _in_kind(maker, kind, unit, words, [row for row in rows if row.kind == kind])
    for kind, words in (("material", "vật liệu, hiện vật"), ("cash", "tiền")):
        mine = [row for row in rows if row.kind == kind]
        maker.amount(kind, f"giá trị {words}", sum(row.value for row in mine), "đồng", SOURCE)
        maker.count(f"{kind}_count", f"số lượt đóng góp {words}", sum(row.times for row in mine))
    maker.amount("value", "giá trị quy đổi", sum(row.value for row in rows), "đồng", SOURCE)
    return GiftLine(name, maker.made)


def _in_kind(maker: Maker, kind: str, unit: str, words: str, rows: list[Given]) -> None:
    maker.amount(kind, words, sum((row.quantity for row in rows), Decimal(0)), unit, SOURCE)
    maker.count(f"{kind}_count", f"số lượt đóng góp {words}", sum(row.times for row in rows))
    maker.amount(f"{kind}_value", f"giá trị quy đổi của {words}", sum(row.value for row in rows), "đồng", SOURCE)
