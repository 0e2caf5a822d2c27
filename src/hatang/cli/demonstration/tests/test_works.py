"""The illustrative works: every task group has some, quantities and money agree, and nobody takes them for real."""

from __future__ import annotations

from collections import Counter

import pytest
from django.db.models import Sum
from django.http import QueryDict

from hatang.cli.demonstration.tests.conftest import TODAY
from hatang.core.audit import chain_breaks
from hatang.indicators.models import Indicator
from hatang.indicators.promises import promises_of
from hatang.plans.models import Task
from hatang.projects.forms.works import FilterForm
from hatang.projects.models import (
    AcceptanceRecord,
    AcceptedQuantity,
    Allocation,
    Company,
    Contribution,
    Defect,
    Disbursement,
    Effect,
    MilestoneRevision,
    Need,
    Obstacle,
    Output,
    PlannedDisbursement,
    Project,
    SavedView,
    Transfer,
    Variation,
    WorkPhoto,
    YearCapital,
)
from hatang.projects.money.selectors import cells
from hatang.projects.money.selectors.watching import watching
from hatang.projects.money.services import differences
from hatang.projects.overlap.selectors import overlaps_of
from hatang.projects.rules.states import Phase, Request, Track
from hatang.projects.rules.tracks import broken
from hatang.projects.selectors import page_of

pytestmark = [pytest.mark.xdist_group("demonstration"), pytest.mark.django_db]
SIZES = {"kênh mương": 5, "phòng học mầm non": 4, "hạng mục": 7, "bộ thiết bị": 10}


def test_every_task_group_of_section_three_has_works(demonstration):
    groups = set(Task.objects.filter(path__startswith="III.").values_list("path", flat=True))
    assert len(groups) == 9
    assert set(Project.objects.values_list("task__path", flat=True)) == groups


@pytest.mark.parametrize("task", SIZES)
def test_works_of_a_task_add_up_to_what_the_plan_says(demonstration, task):
    assert Project.objects.filter(task__object__startswith=task).aggregate(sum=Sum("quantity"))["sum"] == SIZES[task]


def test_what_the_commune_cannot_build_is_asked_of_others(demonstration):
    phone = Project.objects.filter(task__object__startswith="các trạm phát sóng")
    assert set(phone.values_list("kind", flat=True)) == {"request"}
    assert set(phone.values_list("request", flat=True)) == set(Request) - {Request.NONE}


def test_works_stand_in_every_phase_and_none_where_it_must_not(demonstration):
    works = list(Project.objects.all())
    wanted = set(Phase) - {Phase.CLOSED, Phase.SETTLED}  # what is settled here is kept up or to be
    assert wanted <= {work.phase for work in works} | {Phase.HANDED_OVER}
    assert [work.name for work in works if broken(work.standing)] == []
    for track in Track:
        assert len({getattr(work, track.value) for work in works}) > 1, track


def test_effects_move_indicators_of_the_commune(demonstration):
    known = set(Indicator.objects.values_list("code", flat=True))
    assert set(Effect.objects.values_list("indicator_code", flat=True)) <= known
    axis = Indicator.objects.get(code="roads.axis")
    assert {one.name for one in promises_of([axis])[axis.pk]} >= {"Cứng hóa đường trục thôn Minh Họa 3, đoạn 1 (minh họa)"}


def test_two_works_overlap_and_some_are_late_held_up_or_revised(demonstration):
    again = Project.objects.get(name__startswith="Bê tông hóa đường trục thôn Minh Họa 7")
    assert "Cứng hóa đường trục thôn Minh Họa 7, đoạn 1 (minh họa)" in [found.other.thing.name for found in overlaps_of(again)]
    assert MilestoneRevision.objects.exclude(reason="").count() == 4
    assert Obstacle.objects.filter(state="open", due_on__lt=TODAY).exists()
    assert Project.objects.filter(next_due__lt=TODAY).exists()


def test_money_agrees_with_its_entries_and_never_exceeds_what_was_given(demonstration):
    book = cells()
    assert differences() == []
    assert sum(one.disbursed for one in book.values()) == sum(row.amount - row.recovered for row in Disbursement.objects.all())
    assert sum(one.allocated for one in book.values()) == sum(row.amount for row in Allocation.objects.filter(kind="year"))
    assert all(one.left >= 0 and one.advanced >= 0 for one in book.values())
    assert len({cell.source for cell in book}) == 4
    assert max(row.paid_on for row in Disbursement.objects.all()) <= TODAY


def test_each_source_gave_at_least_what_was_shared_out(demonstration):
    """What the commune was given of each source of the year covers what its works got of it, and little is kept back."""
    given = {(row.source_id, row.year): row.amount for row in YearCapital.objects.all()}
    shared = Counter()
    for cell, sums in cells().items():
        if cell.year is not None:
            shared[cell.source, cell.year] += sums.allocated
    assert set(given) == set(shared)
    assert {at: given[at] - amount for at, amount in shared.items() if not 0 < given[at] - amount <= 100_000_000} == {}


def test_money_keeps_pace_with_the_year_but_for_a_handful(demonstration):
    seen = watching(TODAY.year, TODAY)
    assert 3 <= len(seen.risks) <= 9
    assert 1 <= len(seen.gaps) <= 4
    assert 1 <= len(seen.idle) <= 8
    assert seen.outlook.foreseen >= 75
    by_december = PlannedDisbursement.objects.filter(month=12).aggregate(sum=Sum("amount"))["sum"]
    assert seen.sums.disbursed < by_december <= seen.sums.allocated


def test_capital_moves_once_by_a_decision(demonstration):
    (moved,) = Transfer.objects.all()
    assert moved.document
    assert moved.from_project.stage == "paused"


def test_contracts_were_changed_accepted_and_answered_for(demonstration):
    assert Variation.objects.exclude(reason="").count() == 3
    assert set(AcceptanceRecord.objects.values_list("kind", flat=True)) == {"part", "whole"}
    assert AcceptedQuantity.objects.count() == AcceptanceRecord.objects.count()
    assert set(Defect.objects.values_list("state", flat=True)) == {"open", "fixed", "closed"}
    assert {made.made.warranty_until is not None for made in Output.objects.exclude(made=None)} == {True}


def test_pictures_are_small_and_of_every_time(demonstration):
    photos = WorkPhoto.objects.select_related("file")
    assert set(photos.values_list("when", flat=True)) == {"before", "during", "after"}
    assert all("minh họa" in photo.caption for photo in photos)
    assert max(photo.file.size for photo in photos) < 20_000


def test_ways_of_looking_are_kept_for_everybody_and_find_works(demonstration):
    views = SavedView.objects.filter(is_shared=True)
    assert views
    for view in views:
        form = FilterForm(QueryDict(view.query))
        assert form.is_valid()
        assert 0 < page_of(form.wanted(), None, TODAY).paginator.count < Project.objects.count()


def test_people_gave_in_every_way_and_only_one_agreed_to_be_named(demonstration):
    gifts = list(Contribution.objects.all())
    assert {gift.kind for gift in gifts} == {"land", "labour", "material", "cash"}
    assert sum(gift.name_is_public for gift in gifts) == 1
    assert all(gift.value > 0 for gift in gifts)


def test_needs_were_asked_weighed_taken_and_declined(demonstration):
    assert Counter(Need.objects.values_list("state", flat=True)) == {"taken": 4, "scored": 2, "open": 2, "declined": 1}


def test_everything_says_that_it_is_illustrative(demonstration):
    for names in (Project.objects, Company.objects, Need.objects):
        assert [name for name in names.values_list("name", flat=True) if "minh họa" not in name] == []
    assert all("minh họa" in name for name in Contribution.objects.values_list("giver_name", flat=True))
    assert chain_breaks() == []
