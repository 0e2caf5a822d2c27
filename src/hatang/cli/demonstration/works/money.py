"""The money of the illustrative works: ceilings, capital of the year, a transfer, disbursement by month, settlement, gifts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from hatang.cli.demonstration.people import Cast
from hatang.cli.demonstration.works.table import MILLION, Row
from hatang.commune.models import Village
from hatang.core.audit import record
from hatang.projects.giving import services as giving
from hatang.projects.models import (
    Allocation,
    Contribution,
    Disbursement,
    FundingSource,
    Project,
    SettledAmount,
    Transfer,
    UnitPrice,
    YearCapital,
)
from hatang.projects.money import services as money
from hatang.projects.money.posting import postings
from hatang.projects.money.rules.checks import findings
from hatang.projects.money.rules.totals import NOTHING, Cell, Sums, book

CAPITAL = {"ctmtqg": 14_000, "tinh": 12_000, "xa": 1_600, "trung-han": 6_000}  # million đồng of the year
FUNDED = {"advanced", "paying", "built", "accepted", "handed", "settled", "maintained", "preparation", "paused"}
IN_PLAN_WITH_CAPITAL = {"axis11", "canal11", "hall"}
DONE = {"accepted", "handed", "settled", "maintained"}
THIN = {"station": 8}  # parts in a hundred of its cost: too little to finish in three years
DECISION = "QĐ minh họa"
PLANNED = (2, 5, 8, 15, 25, 35, 48, 60, 72, 84, 94, 100)  # parts in a hundred by the end of each month
GIFTS = {"alley1": 1, "alley8": 8, "axis3": 3, "canal1": 1, "hall7": 7}  # works and the village that gave
Works = dict[str, Project]
Books = list[Any]  # entries not written yet, in the order they were made


def fill_money(rows: dict[str, Row], works: Works, people: Cast, today: dt.date) -> None:
    """Share out the year's capital, then pay as works went on."""
    books: Books = []
    with people.acting("dieuphoi"):
        money.adopt_sources()
        sources = {row.code: row for row in FundingSource.objects.filter(first_year__lte=today.year).order_by("first_year")}
        first = dt.date(today.year, 1, 5)
        for code, amount in CAPITAL.items():
            money.write_year_capital(
                YearCapital(source=sources[code], year=today.year, amount=amount * MILLION, document=DECISION, decided_on=first)
            )
        for key, row in rows.items():
            if row.cost and row.source and (row.journey in FUNDED or key in IN_PLAN_WITH_CAPITAL):
                _fund(books, row, works[key], sources, first)
        _transfer(books, works, sources, today)
        for row in rows.values():
            _pay(books, row, works[row.key], sources, today)
        _write(books, works, people)


def _write(books: Books, works: Works, people: Cast) -> None:
    """Write the entries at once where the rules of the books find nothing against any: one event says how many."""
    clerk, cells = people.users["dieuphoi"], dict[Cell, Sums]()
    for entry in books:
        posted = postings(entry)
        if wrong := findings(cells, posted):
            raise ValueError(f"{entry}: {wrong}")
        for cell, sums in book(posted).items():
            cells[cell] = cells.get(cell, NOTHING) + sums
        entry.by, entry.by_name = clerk, clerk.get_full_name()
    kinds: tuple[Any, ...] = (Allocation, Transfer, Disbursement, SettledAmount)
    for kind in kinds:
        kind.objects.bulk_create(entry for entry in books if isinstance(entry, kind))
    first = next(iter(works.values()))
    record("demonstration.money", first.commune, after={"entries": len(books)}, reason="Số liệu minh họa")


def capital_of(row: Row) -> int:
    """The capital of the year, in đồng: all of a small work, a part of others."""
    share = THIN.get(row.key) or (100 if row.cost < 1_000 or row.journey in DONE else 55 if row.journey in FUNDED else 40)
    return row.cost * MILLION * share // 100


def _fund(books: Books, row: Row, work: Project, sources: dict[str, FundingSource], day: dt.date) -> None:
    common: dict[str, Any] = {"project": work, "source": sources[row.source], "document": DECISION, "decided_on": day}
    if row.cost >= 1_000:
        books.append(Allocation(kind="ceiling", amount=row.cost * MILLION, **common))
    books.append(Allocation(kind="year", year=day.year, amount=capital_of(row), **common))
    if row.key in {"axis7", "market", "canal1"}:  # two sources
        books.append(Allocation(kind="year", year=day.year, amount=60 * MILLION, **(common | {"source": sources["xa"]})))


def _transfer(books: Books, works: Works, sources: dict[str, FundingSource], today: dt.date) -> None:
    """The paused work cannot use its capital this year: a part goes to one that can."""
    books.append(
        Transfer(
            source=sources["ctmtqg"], from_project=works["field6"], from_year=today.year, to_project=works["canal1"],
            to_year=today.year, amount=120 * MILLION, document=DECISION, decided_on=today - dt.timedelta(days=12),
        )
    )  # fmt: skip


def _pay(books: Books, row: Row, work: Project, sources: dict[str, FundingSource], today: dt.date) -> None:
    """An advance of a fifth, then payments by month; what is done is paid whole, and settled where the work is."""
    capital = capital_of(row)
    if not row.source or row.journey not in {"advanced", "paying", *DONE}:
        return
    if row.cost >= 400:
        money.plan_year(work, today.year, {at: capital * part // 100 for at, part in enumerate(PLANNED, start=1)})
    common: dict[str, Any] = {"project": work, "source": sources[row.source], "year": today.year, "document": "Chứng từ minh họa"}
    advance, days = capital // 5, _days(today, 1 if row.journey == "advanced" else 4)
    books.append(Disbursement(kind="advance", amount=advance, paid_on=days[0], decided_on=days[0], **common))
    if row.journey == "advanced":
        return
    whole = capital if row.journey in DONE else capital * row.percent // 100
    parts = [whole // 3, whole // 3, whole - 2 * (whole // 3)]
    for at, (part, day) in enumerate(zip(parts, days[1:], strict=True)):
        recovered = advance if at == 2 else 0
        books.append(
            Disbursement(kind="payment", amount=part, recovered=min(recovered, part), paid_on=day, decided_on=day, **common)
        )
    if row.journey in {"settled", "maintained"}:
        paid = whole if parts[-1] >= advance else whole + advance - parts[-1]
        books.append(SettledAmount(project=work, source=sources[row.source], amount=paid, document=DECISION, decided_on=today))


def _days(today: dt.date, count: int) -> list[dt.date]:
    first = dt.date(today.year, 1, 12)
    whole = max((today - first).days, count)
    return [min(first + dt.timedelta(days=whole * (at + 1) // (count + 1)), today) for at in range(count)]


def fill_gifts(works: Works, villages: Sequence[Village], people: Cast, today: dt.date) -> None:
    """Days of work, land, materials and money people gave; most want no name told."""
    day = today - dt.timedelta(days=40)
    with people.acting("dieuphoi"):
        prices = [_price(day, *line) for line in PRICES]
    for number, (key, at) in enumerate(GIFTS.items()):
        village = villages[at - 1]
        with people.acting("canbokinhte"):
            for kind, price, quantity, unit, extra in _gifts(number, prices):
                giving.give(
                    Contribution(
                        project=works[key], village=village, kind=kind, giver_name=f"Hộ minh họa {number * 4 + len(unit)}",
                        given_on=day + dt.timedelta(days=number), quantity=Decimal(quantity), unit=unit,
                        unit_price=price, note="Minh họa",
                        **extra,
                    )
                )  # fmt: skip


PRICES = (
    ("labour", "Ngày công lao động phổ thông", "ngày", 250_000),
    ("land", "Đất trồng cây hằng năm", "m²", 45_000),
    ("material", "Cát, sỏi tại chỗ", "m³", 280_000),
)


def _price(day: dt.date, kind: str, item: str, unit: str, price: int) -> UnitPrice:
    return giving.write_price(
        UnitPrice(kind=kind, item=item, unit=unit, price=price, document=DECISION, decided_on=dt.date(day.year, 1, 1),
                  valid_from=dt.date(day.year - 1, 1, 1))
    )  # fmt: skip


def _gifts(number: int, prices: list[UnitPrice]) -> list[tuple[str, UnitPrice | None, int, str, dict[str, Any]]]:
    labour, land, material = prices
    agreed = {"name_agreed_on": labour.decided_on, "name_agreement": "Giấy đồng ý (minh họa)"} if number == 0 else {}
    found: list[tuple[str, UnitPrice | None, int, str, dict[str, Any]]] = [
        ("labour", labour, 60 + 15 * number, "ngày", {"giver": "village"}),
        (
            "land",
            land,
            80 + 30 * number,
            "m²",
            {"parcel": "Thửa minh họa", "consent_reference": "Giấy hiến đất minh họa", **agreed},
        ),
    ]
    if number % 2 == 0:
        found.append(("material", material, 6 + number, "m³", {}))
    return [*found, ("cash", None, 500_000 * (number + 1), "đồng", {})]
