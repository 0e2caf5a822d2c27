"""What the database itself refuses of works, their money and what people gave."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from hatang.projects.models import (
    Allocation,
    Contribution,
    Disbursement,
    Need,
    Project,
    Transfer,
)
from hatang.projects.rules.states import Stage
from hatang.projects.tests.examples import DAY, LINE, make_project, make_source, make_village

pytestmark = pytest.mark.usefixtures("as_coordinator")


def refused(make, **given):
    with pytest.raises(IntegrityError), transaction.atomic():
        make(**given)


@pytest.mark.parametrize(
    "given",
    [
        {"acceptance": "accepted"},
        {"construction": "finished", "handover": "done"},
        {"maintenance": "planned"},
        {"kind": "request", "construction": "started"},
        {"start_year": 2027, "end_year": 2026},
        {"percent": 101},
        {"geometry": LINE},
    ],
)
def test_a_work_in_a_state_that_must_not_be(given):
    refused(make_project, **given)


def test_codes_are_used_once_and_may_be_left_out():
    make_project(code="CT-01")
    make_project()
    make_project()
    refused(make_project, code="CT-01")


def test_a_fresh_work_stands_at_the_start_of_every_track():
    at = make_project().standing
    assert (at.stage, at.construction, at.paused_from) == (Stage.PROPOSED, "none", None)


def test_an_entry_adds_and_its_reversal_takes_away():
    project, source = make_project(), make_source()
    about = {"project": project, "source": source, "year": 2026, "decided_on": DAY}
    entry = Allocation.objects.create(amount=500, **about)
    refused(Allocation.objects.create, amount=-500, **about)
    refused(Allocation.objects.create, amount=500, reverses=entry, **about)
    Allocation.objects.create(amount=-500, reverses=entry, **about)
    refused(Allocation.objects.create, amount=-500, reverses=entry, **about)


def test_a_ceiling_has_no_year_and_a_years_capital_has_one():
    about = {"project": make_project(), "source": make_source(), "amount": 1, "decided_on": DAY}
    refused(Allocation.objects.create, kind="ceiling", year=2026, **about)
    refused(Allocation.objects.create, kind="year", year=None, **about)
    Allocation.objects.create(kind="ceiling", year=None, **about)


def test_what_a_payment_recovers_is_part_of_it():
    about = {"project": make_project(), "source": make_source(), "year": 2026, "paid_on": DAY, "decided_on": DAY}
    refused(Disbursement.objects.create, kind="payment", amount=100, recovered=101, **about)
    refused(Disbursement.objects.create, kind="advance", amount=100, recovered=1, **about)
    Disbursement.objects.create(kind="payment", amount=100, recovered=30, **about)


def test_a_transfer_goes_to_another_work_or_another_year():
    project = make_project()
    about = {"source": make_source(), "from_project": project, "from_year": 2026, "to_project": project, "amount": 5}
    refused(Transfer.objects.create, to_year=2026, decided_on=DAY, **about)
    Transfer.objects.create(to_year=2027, decided_on=DAY, **about)


def test_a_name_is_public_only_while_it_is_agreed():
    gift = Contribution(name_agreed_on=None)
    assert not gift.name_is_public
    gift.name_agreed_on = DAY
    assert gift.name_is_public
    gift.name_withdrawn_on = DAY + dt.timedelta(days=1)
    assert not gift.name_is_public


def test_a_need_that_is_taken_names_its_work():
    about = {"village": make_village(), "sector": "transport", "name": "Đường", "reason": "Lầy lội", "proposed_on": DAY}
    refused(Need.objects.create, state="taken", **about)
    refused(Need.objects.create, households=3, poor_households=4, **about)
    assert Need.objects.create(state="taken", project=make_project(), **about).project.needs.count() == 1


def test_villages_of_a_work_belong_to_the_commune_in_scope():
    village = make_village()
    project = make_project(villages=(village,))
    assert list(Project.objects.get(pk=project.pk).villages.all()) == [village]
