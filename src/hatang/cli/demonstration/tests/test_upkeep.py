"""Upkeep of the demonstration: a fault in every state, a decision, a plan in force, nothing of it in the future."""

from __future__ import annotations

import pytest

from hatang.assets.models import Asset, Decision, MaintenancePlan, Ticket, TicketStep
from hatang.cli.demonstration.tests.conftest import TODAY

pytestmark = [pytest.mark.xdist_group("demonstration"), pytest.mark.django_db]


def test_there_is_a_fault_in_every_state(demonstration):
    assert set(Ticket.objects.values_list("state", flat=True)) == set(Ticket.State.values)
    assert all("minh họa" in ticket.fault for ticket in Ticket.objects.all())


def test_nothing_happens_in_the_future_and_every_step_has_its_person(demonstration):
    steps = TicketStep.objects.all()
    assert all(step.on <= TODAY and step.by_id for step in steps)
    assert all("(minh họa)" in step.by_name for step in steps)


def test_a_work_that_does_not_function_has_a_decision(demonstration):
    decided = Decision.objects.select_related("asset")
    assert decided.count() == 2
    assert {decision.asset.working for decision in decided} == {Asset.Working.NOT_WORKING}


def test_the_maintenance_plan_of_the_year_is_in_force_and_partly_done(demonstration):
    plan = MaintenancePlan.objects.get()
    assert (plan.year, plan.state) == (TODAY.year, "approved")
    assert {line.done_on is None for line in plan.lines.all()} == {True, False}
    assert all("minh họa" in line.job for line in plan.lines.all())
