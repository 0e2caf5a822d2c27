"""Sums kept of the books are always what the entries add up to; a check names any that is not, and they can be kept anew."""

from __future__ import annotations

import functools
import importlib

import pytest
from django.db import connection, transaction
from django.db.migrations.loader import MigrationLoader
from django.test import override_settings
from hypothesis import given

from hatang.cli.commands import check
from hatang.core.models import AuditEvent
from hatang.projects.models import Allocation, KeptSums
from hatang.projects.money import selectors, services
from hatang.projects.money.rules.totals import NOTHING, Cell, Sums
from hatang.projects.money.services import Difference
from hatang.projects.money.tests.test_balance import SMALL, STEPS, Ground
from hatang.projects.services import NotAllowed
from hatang.projects.tests.examples import DAY, make_project, make_source

FILLING = ("projects", "0006_kept_sums_of_the_books")


@SMALL
@given(steps=STEPS)
def test_what_is_kept_is_what_entries_add_up_to_after_any_of_them_in_any_order(as_coordinator, steps):
    with transaction.atomic():
        ground = Ground()
        for step in steps:
            ground.take(step)
            assert services.differences() == []
            assert selectors.cells() == selectors.summed(selectors.Wanted())
        kept = selectors.cells()
        assert services.rebuild() == 0
        assert selectors.cells() == kept
        transaction.set_rollback(True)


@SMALL
@given(steps=STEPS)
def test_an_older_database_gets_its_sums_from_its_entries(as_coordinator, steps):
    fill = importlib.import_module(f"hatang.projects.migrations.{FILLING[1]}").fill
    with transaction.atomic():
        ground = Ground()
        for step in steps:
            ground.take(step)
        kept = selectors.cells()
        KeptSums.objects.all().delete()
        fill(past(), connection.schema_editor())
        assert selectors.cells() == kept
        transaction.set_rollback(True)


@functools.cache
def past():
    """The models as the migration sees them, also where tests make their tables without migrations."""
    with override_settings(MIGRATION_MODULES={}):
        return MigrationLoader(connection).project_state(FILLING).apps


@pytest.fixture
def cell(as_coordinator):
    """A work with 500 of a source in 2026."""
    work, source = make_project(), make_source()
    services.allocate(Allocation(project=work, source=source, year=2026, amount=500, decided_on=DAY))
    return Cell(work.pk, source.pk, 2026)


def test_a_difference_is_named_and_mended(cell):
    assert services.differences() == []
    KeptSums.objects.update(allocated=499)
    assert services.differences() == [Difference(cell, Sums(allocated=499), Sums(allocated=500))]
    assert services.rebuild() == 1
    assert services.differences() == []
    assert AuditEvent.objects.get(action="money.rebuild").after == {"cells": 1, "differences": 1}
    KeptSums.objects.all().delete()
    assert services.differences() == [Difference(cell, NOTHING, Sums(allocated=500))]


def test_what_the_books_refuse_moves_no_sum(cell):
    entry = Allocation.objects.get()
    with pytest.raises(NotAllowed):
        services.reverse(entry, reason="")
    with transaction.atomic():
        services.reverse(entry, reason="Ghi nhầm")
        assert selectors.cells() == {}
        transaction.set_rollback(True)
    assert selectors.cells() == {cell: Sums(allocated=500)}


def test_an_entry_moves_the_sums_of_its_own_cells_alone(cell, django_assert_max_num_queries):
    other = make_project("Cầu ví dụ khác")
    source = selectors.sources()[0]
    services.allocate(Allocation(project=other, source=source, year=2026, amount=70, decided_on=DAY))
    services.allocate(Allocation(project=other, source=source, kind="ceiling", amount=90, decided_on=DAY))
    assert selectors.cells() == {
        cell: Sums(allocated=500),
        Cell(other.pk, source.pk, 2026): Sums(allocated=70),
        Cell(other.pk, source.pk, None): Sums(ceiling=90),
    }
    for wanted in (selectors.Wanted(), selectors.Wanted(year=2026, grain=("source",)), selectors.Wanted(sector="transport")):
        with django_assert_max_num_queries(1):
            selectors.cells(wanted)


def checked(*arguments):
    """What `hatang check` says of the books of every commune, in a database that is there already."""
    return list(check._books(rebuild="--rebuild" in arguments))


def test_the_check_of_the_whole_product_names_the_cell_and_mends_it_when_asked(cell):
    assert checked() == []
    KeptSums.objects.update(allocated=499)
    (said,) = checked()
    assert f"công trình số {cell.project}" in said
    assert "499" in said
    assert "500" in said
    assert checked("--rebuild") == []
    assert checked() == []
