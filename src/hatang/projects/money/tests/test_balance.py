"""Tables of money balance whatever is booked, in whatever order; and the database's sums are the rules' sums."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hatang.projects.models import Allocation, Disbursement, Project, ProjectVillage, SettledAmount, Transfer
from hatang.projects.money import selectors, services
from hatang.projects.money.rules.totals import Cell, Sums, book, by, by_village, split, total
from hatang.projects.selectors import with_sums
from hatang.projects.services import NotAllowed
from hatang.projects.tests.examples import DAY, make_project, make_source, make_village

YEARS = (2025, 2026)
AMOUNTS = st.integers(1, 10**12)
CELLS = st.builds(Cell, st.integers(1, 4), st.integers(1, 3), st.sampled_from([None, 2024, *YEARS]))
SUMS = st.builds(Sums, *[st.integers(-(10**13), 10**13)] * 6)
BOOKS = st.dictionaries(CELLS, SUMS, max_size=20)
SHARES = st.lists(st.integers(0, 100), min_size=1, max_size=6)
VILLAGES = st.dictionaries(st.integers(1, 4), SHARES.map(lambda shares: list(enumerate(shares))))
UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
SMALL = settings(
    deadline=None, max_examples=25,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large],
)  # fmt: skip


@UNHURRIED
@given(BOOKS, VILLAGES)
def test_totals_by_any_heading_are_the_same_whole(cells, villages):
    whole = total(cells)
    for heading in (Cell._asdict, lambda cell: cell.source, lambda cell: cell.year, lambda cell: cell.project):
        assert total(by(cells, lambda cell, heading=heading: str(heading(cell)))) == whole
    assert total(by_village(cells, villages)) == whole
    assert whole.left == sum(sums.left for sums in by_village(cells, villages).values())


@UNHURRIED
@given(st.integers(-(10**15), 10**15), SHARES)
def test_parts_of_an_amount_are_the_amount(amount, shares):
    parts = split(amount, shares)
    assert sum(parts) == amount
    assert all(part * amount >= 0 for part in parts)


@pytest.mark.parametrize(
    ("amount", "shares", "parts"),
    [
        (100, [1, 1, 1], [34, 33, 33]),
        (-100, [1, 1, 1], [-34, -33, -33]),
        (100, [3, 1], [75, 25]),
        (10, [0, 0], [5, 5]),
        (1, [1, 1], [1, 0]),
        (7, [0, 1], [0, 7]),
    ],
)
def test_what_is_left_over_goes_to_the_first(amount, shares, parts):
    assert split(amount, shares) == parts


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["ceiling", "year", "transfer", "advance", "payment", "settle", "final", "reverse"]),
        st.tuples(st.integers(0, 2), st.integers(0, 2)), st.tuples(st.integers(0, 1), st.integers(0, 1)), st.integers(0, 1),
        st.integers(1, 9) | AMOUNTS, st.integers(0, 9),
    ),
    min_size=1, max_size=14,
)  # fmt: skip


@SMALL
@given(steps=STEPS)
def test_the_books_balance_after_any_entries_in_any_order(as_coordinator, steps):
    with transaction.atomic():
        ground = Ground()
        for step in steps:
            ground.take(step)
            ground.check()
        transaction.set_rollback(True)


class Ground:
    """Three works of some villages and two sources, and every entry the books took."""

    def __init__(self):
        villages = [make_village(), make_village(), make_village()]
        self.works = [make_project(villages=tuple(villages[:count])) for count in (0, 2, 3)]
        self.sources = [make_source(first_year=2020), make_source(first_year=2020)]
        self.entries = []

    def take(self, step):
        verb, works, years, source, amount, number = step
        try:
            if verb == "reverse":
                if self.entries:
                    self.entries.append(services.reverse(self.entries[number % len(self.entries)], reason="Ghi nhầm"))
                return
            self.entries.append(self._write(verb, works, years, source, amount, number))
        except NotAllowed:
            return  # the books stay as they were: `check` says so

    def _write(self, verb, works, years, source, amount, number):
        first, second = (self.works[at] for at in works)
        year, other = (YEARS[at] for at in years)
        about = {"source": self.sources[source], "amount": amount, "decided_on": DAY, "document": "01/QĐ", "note": "có lý do"}
        paid = {"project": first, "year": year, "paid_on": DAY, **about}
        return {
            "ceiling": lambda: services.allocate(Allocation(project=first, kind="ceiling", **about)),
            "year": lambda: services.allocate(Allocation(project=first, kind="year", year=year, **about)),
            "transfer": lambda: services.transfer(
                Transfer(from_project=first, from_year=year, to_project=second, to_year=other, **about)
            ),
            "advance": lambda: services.disburse(Disbursement(kind="advance", **paid)),
            "payment": lambda: services.disburse(Disbursement(kind="payment", recovered=amount * number // 9, **paid)),
            "settle": lambda: services.settle(SettledAmount(project=first, year=year, **about)),
            "final": lambda: services.settle(SettledAmount(project=first, **about)),
        }[verb]()

    def check(self):
        expected = {cell: sums for cell, sums in book(self._postings()).items() if sums != Sums()}
        cells = selectors.cells()
        assert cells == expected
        villages = selectors.shares()
        whole = total(cells)
        for heading in (lambda cell: cell.source, lambda cell: cell.year, lambda cell: cell.project):
            assert total(by(cells, heading)) == whole
        assert total(by_village(cells, villages)) == whole
        assert all(min(sums.left, sums.advanced, sums.disbursed, sums.ceiling, sums.settled) >= 0 for sums in cells.values())
        for work in with_sums(Project.objects.all()):
            of_work = total(selectors.book_of(cells, work.pk))
            assert (work.allocated, work.disbursed) == (of_work.allocated, of_work.disbursed)
            assert of_work == total(selectors.cells(selectors.Wanted(projects=[work.pk])))
            assert selectors.book_from(selectors.entries_of(work), work.pk) == selectors.book_of(cells, work.pk)
        for name in ("project", "source", "year"):
            coarse = selectors.cells(selectors.Wanted(grain=(name,)))
            assert by(coarse, lambda cell, name=name: getattr(cell, name)) == {
                key: sums for key, sums in by(cells, lambda cell, name=name: getattr(cell, name)).items() if sums != Sums()
            }
        for source in self.sources:
            assert total(selectors.cells(selectors.Wanted(source=source.pk))) == total(
                {cell: sums for cell, sums in cells.items() if cell.source == source.pk}
            )

    def _postings(self):
        return [posting for entry in self.entries for posting in services.postings(entry)]


def test_village_totals_follow_the_declared_shares(as_coordinator):
    near, far = make_village(), make_village()
    work, source = make_project(villages=(near, far)), make_source()
    services.allocate(Allocation(project=work, source=source, year=2026, amount=1_001, decided_on=DAY))
    assert {key: sums.allocated for key, sums in by_village(selectors.cells(), selectors.shares()).items()} == {
        near.pk: 501,
        far.pk: 500,
    }
    services.set_shares(work, {near.pk: 1, far.pk: 3})
    found = by_village(selectors.cells(), selectors.shares())
    assert Counter({key: sums.allocated for key, sums in found.items()}) == {near.pk: 251, far.pk: 750}
    assert ProjectVillage.objects.get(village=far).share == 3


def test_entries_of_a_day_keep_who_wrote_them(as_coordinator):
    work, source = make_project(), make_source()
    entry = services.allocate(Allocation(project=work, source=source, year=2026, amount=5, decided_on=dt.date(2026, 1, 5)))
    assert (entry.by_id, entry.by_name) == (as_coordinator.user_id, "Người Mẫu")


def test_the_books_of_a_past_day_know_nothing_later(as_coordinator):
    work, source = make_project(), make_source(first_year=2025)
    day = dt.timedelta(days=1)
    services.allocate(Allocation(project=work, source=source, kind="year", year=2026, amount=100, decided_on=DAY))
    paid = Disbursement(project=work, source=source, kind="payment", year=2026, amount=60, paid_on=DAY + day, decided_on=DAY)
    services.disburse(paid)
    sums = [total(selectors.cells(selectors.Wanted(until=DAY + step * day))) for step in (-1, 0, 1)]
    assert [(one.allocated, one.disbursed) for one in sums] == [(0, 0), (100, 0), (100, 60)]
    services.reverse(paid, reason="Ghi nhầm")
    assert total(selectors.cells(selectors.Wanted(until=DAY + day))).disbursed == 0
    assert selectors.last_moves(2026, DAY) == {work.pk: DAY}
