"""Whatever people do in whatever order: no row vanishes, approved content never changes, totals are the sum of approved parts."""

from __future__ import annotations

from contextlib import ExitStack
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule, run_state_machine_as_test

from hatang.core.audit import chain_breaks
from hatang.core.figures import Ratio
from hatang.indicators.models import IndicatorFigure, Measurement
from hatang.indicators.services import Refused, approve, correct, lock_period, open_period, reopen_period, return_, submit
from hatang.indicators.tests.examples import draft, make_indicator, make_village
from hatang.tests.factories import inside, make_commune, make_member

CONTENT = ("indicator_id", "village_id", "period_id", "numerator", "denominator", "reason", "note", "evidence_id",
           "on_behalf_of", "entered_by_id", "entered_at", "submitted_by_id", "submitted_at", "reviewed_by_id", "reviewed_at",
           "correction_reason", "supersedes_id")  # fmt: skip
places = st.integers(0, 2)
parts = st.tuples(st.integers(0, 30), st.integers(1, 20))


class Lives(RuleBasedStateMachine):
    """Three villages report one ratio for a quarter that is now and then locked."""

    @initialize()
    def begin(self) -> None:
        self.open = ExitStack()
        self.open.enter_context(transaction.atomic())
        self.open.enter_context(inside(make_member(make_commune())))
        self.indicator, self.period = make_indicator(), open_period("2026-Q2")
        self.villages = [make_village() for _ in range(3)]
        self.ever: dict[int, str] = {}
        self.fixed: dict[int, tuple[Any, ...]] = {}

    def teardown(self) -> None:
        if hasattr(self, "open"):
            transaction.set_rollback(True)
            self.open.close()

    def rows(self, place: int, *states: str) -> list[Measurement]:
        return list(Measurement.objects.filter(village=self.villages[place], state__in=states))

    def attempt(self, deed: Any) -> None:
        """Do it; a refusal must leave everything as it was."""
        before = sorted(Measurement.objects.values_list())
        try:
            deed()
        except Refused:
            assert sorted(Measurement.objects.values_list()) == before

    @rule(place=places, parts=parts, reason=st.sampled_from(["", "đo lại"]))
    def write(self, place: int, parts: tuple[int, int], reason: str) -> None:
        self.attempt(lambda: draft(self.indicator, self.villages[place], self.period, *parts, reason=reason))

    @rule(chosen=st.sets(places, min_size=1))
    def hand_in(self, chosen: set[int]) -> None:
        self.attempt(lambda: submit([row for place in chosen for row in self.rows(place, "draft", "returned", "submitted")]))

    @rule(chosen=st.sets(places, min_size=1))
    def approve_some(self, chosen: set[int]) -> None:
        self.attempt(lambda: approve([row for place in chosen for row in self.rows(place, "submitted")]))

    @rule(place=places, comment=st.sampled_from(["", "xem lại"]))
    def give_back(self, place: int, comment: str) -> None:
        for row in self.rows(place, "submitted", "draft", "approved"):
            self.attempt(lambda row=row: return_(row, comment=comment))

    @rule(place=places, parts=parts, why=st.sampled_from(["", "ghi nhầm"]))
    def correct_one(self, place: int, parts: tuple[int, int], why: str) -> None:
        figure = {"numerator": Decimal(parts[0]), "denominator": Decimal(parts[1]), "reason": why}
        for row in self.rows(place, "approved", "superseded"):
            self.attempt(lambda row=row: correct(row, correction_reason=why, **figure))

    @rule()
    def lock(self) -> None:
        self.attempt(lambda: lock_period(self.period, reason="chốt"))

    @rule()
    def reopen(self) -> None:
        self.attempt(lambda: reopen_period(self.period, reason="sửa"))

    @invariant()
    @precondition(lambda self: hasattr(self, "open"))
    def nothing_vanishes_and_nothing_approved_changes(self) -> None:
        rows = {row.pk: row for row in Measurement.objects.all()}
        assert set(self.ever) <= set(rows)
        for pk, row in rows.items():
            if self.ever.get(pk) in {"approved", "superseded"}:
                assert tuple(getattr(row, name) for name in CONTENT) == self.fixed[pk]
                assert row.state in {self.ever[pk], "superseded"}
            elif row.state == "approved":
                self.fixed[pk] = tuple(getattr(row, name) for name in CONTENT)
            self.ever[pk] = row.state

    @invariant()
    @precondition(lambda self: hasattr(self, "open"))
    def each_place_stands_once_and_its_past_is_one_chain(self) -> None:
        for place in range(3):
            assert len(self.rows(place, "approved")) <= 1
            assert len(self.rows(place, "draft", "submitted", "returned")) <= 1
            replaced = {row.supersedes_id for row in self.rows(place, "approved", "superseded")} - {None}
            assert replaced == {row.pk for row in self.rows(place, "superseded")}

    @invariant()
    @precondition(lambda self: hasattr(self, "open"))
    def the_total_is_the_sum_of_approved_parts(self) -> None:
        standing = Measurement.objects.filter(state="approved")
        total = Ratio.sum(row.ratio for row in standing)
        latest = {pk: self.fixed[pk] for pk, state in self.ever.items() if state == "approved"}
        at = {name: CONTENT.index(name) for name in ("numerator", "denominator")}
        figure = IndicatorFigure.objects.filter(indicator=self.indicator, period=self.period).first()
        assert (figure is not None) == bool(latest)
        assert figure is None or (figure.numerator, figure.denominator) == (total.numerator, total.denominator)
        assert total.numerator == sum(content[at["numerator"]] for content in latest.values())
        assert total.denominator == sum(content[at["denominator"]] for content in latest.values())

    @invariant()
    @precondition(lambda self: hasattr(self, "open"))
    def the_trail_holds(self) -> None:
        assert chain_breaks() == []


@pytest.mark.django_db
def test_any_sequence_of_deeds_keeps_history_whole():
    run_state_machine_as_test(Lives, settings=settings(max_examples=25, stateful_step_count=25, deadline=None))
