"""The money of the illustrative works: ceilings, capital of the year, a transfer, disbursement by month, settlement, gifts."""

from __future__ import annotations

import datetime as dt
from collections import Counter
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
from hatang.projects.money.rules.watch import elapsed

DONE = {"accepted", "handed", "settled", "maintained"}
GOING = {"advanced", "paying"}
WITHOUT = {"proposed", "cancelled"}  # no capital at all
PREPARED = {"preparation", "in_plan"}
READY = {"axis13": 30, "rooms2": 35, "canal11": 50, "station": 8}  # of their cost in a hundred; the last is too little
STOPPED, TAKER, MOVED = "field6", "canal1", 120 * MILLION  # the paused work gives its capital to one that can use it
SECOND = {"axis7": 60 * MILLION, "market": 60 * MILLION, "canal1": 60 * MILLION}  # from the commune's budget beside the first
SLOW = {"axis7": "0.6", "bridge9": "0.65", "market": "0.7"}  # of the pace the year asks for
RESERVE = 100 * MILLION
DECISION, MOVE = "QĐ minh họa", "QĐ điều chuyển vốn (minh họa)"
PLANNED = (6, 14, 22, 30, 39, 47, 56, 65, 74, 83, 91, 100)  # parts in a hundred by the end of each month
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
        funded = {key: row for key, row in rows.items() if row.cost and row.source and row.journey not in WITHOUT}
        for key, row in funded.items():
            _fund(books, row, works[key], sources, first, today)
        _give(books, first)
        _transfer(books, works, sources, today)
        for row in funded.values():
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
    money.rebuild()
    first = next(iter(works.values()))
    record("demonstration.money", first.commune, after={"entries": len(books)}, reason="Số liệu minh họa")


def paid_of(row: Row) -> int:
    """What was paid for it by now, in đồng: a little less than what was built; nothing but the advance at first."""
    if row.journey in DONE:
        return row.cost * MILLION
    return rounded(row.cost * MILLION * min(row.percent * 9 // 10, 30 if row.journey == "advanced" else 100) // 100)


def capital_of(row: Row, today: dt.date) -> int:
    """The capital of the year, in đồng: what was paid keeps the year's pace with it, but for those that are slow."""
    if row.key == STOPPED:
        return MOVED
    if row.journey in PREPARED:
        return rounded(row.cost * MILLION * READY.get(row.key, 0) // 100)
    if row.journey not in GOING:
        return row.cost * MILLION
    pace = elapsed(today.year, today) * Decimal(SLOW.get(row.key, "0.97"))
    moved = MOVED if row.key == TAKER else 0
    wanted = min(int(paid_of(row) / pace), row.cost * MILLION) - SECOND.get(row.key, 0) - moved
    return rounded(max(wanted, paid_of(row) - moved))


def rounded(amount: int) -> int:
    """To whole millions."""
    return amount // MILLION * MILLION


def _fund(books: Books, row: Row, work: Project, sources: dict[str, FundingSource], day: dt.date, today: dt.date) -> None:
    common: dict[str, Any] = {"project": work, "source": sources[row.source], "document": DECISION, "decided_on": day}
    if row.cost >= 500:
        books.append(Allocation(kind="ceiling", amount=row.cost * MILLION, **common))
    if capital := capital_of(row, today):
        books.append(Allocation(kind="year", year=day.year, amount=capital, **common))
    if row.key in SECOND:
        books.append(Allocation(kind="year", year=day.year, amount=SECOND[row.key], **(common | {"source": sources["xa"]})))


def _give(books: Books, day: dt.date) -> None:
    """What the commune was given of each source: what it shared out, and a little it kept back."""
    shared = Counter[FundingSource]()
    for entry in books:
        if entry.kind == "year":
            shared[entry.source] += entry.amount
    for source, amount in shared.items():
        given = (amount // RESERVE + 1) * RESERVE
        money.write_year_capital(YearCapital(source=source, year=day.year, amount=given, document=DECISION, decided_on=day))


def _transfer(books: Books, works: Works, sources: dict[str, FundingSource], today: dt.date) -> None:
    """The paused work cannot use its capital this year; who takes it pays from it later."""
    day = _days(today, 4)[1]
    books.append(
        Transfer(
            source=sources["ctmtqg"], from_project=works[STOPPED], from_year=today.year, to_project=works[TAKER],
            to_year=today.year, amount=MOVED, document=MOVE, decided_on=day,
        )
    )  # fmt: skip


def _pay(books: Books, row: Row, work: Project, sources: dict[str, FundingSource], today: dt.date) -> None:
    """An advance, then payments by month that recover it; what is done is paid whole, and settled where the work is."""
    capital, whole = capital_of(row, today), paid_of(row)
    if not capital or row.key == STOPPED:
        return
    first = 9 if row.journey in PREPARED else 1  # what is not built yet pays at the end of the year
    if row.cost >= 400:
        money.plan_year(work, today.year, {at: capital * PLANNED[at - 1] // 100 for at in range(first, 13)})
    if row.journey not in GOING | DONE:
        return
    common: dict[str, Any] = {"project": work, "source": sources[row.source], "year": today.year, "document": "Chứng từ minh họa"}
    if row.journey == "advanced":
        day = max(today - dt.timedelta(days=45), dt.date(today.year, 1, 12))
        books.append(Disbursement(kind="advance", amount=whole, paid_on=min(day, today), decided_on=min(day, today), **common))
        return
    part, days = whole // 3, _days(today, 4)
    advance = min(capital // 5, part)
    books.append(Disbursement(kind="advance", amount=advance, paid_on=days[0], decided_on=days[0], **common))
    for at, day in enumerate(days[1:]):
        amount, recovered = (whole - 2 * part, advance) if at == 2 else (part, 0)
        books.append(Disbursement(kind="payment", amount=amount, recovered=recovered, paid_on=day, decided_on=day, **common))
    if row.journey in {"settled", "maintained"}:
        books.append(SettledAmount(project=work, source=sources[row.source], amount=whole, document=DECISION, decided_on=today))


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
