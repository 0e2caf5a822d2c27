"""Milestones keep their baseline and reasons; reports are corrected by new ones; others check what was remedied."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from hatang.commune.models import Unit, User
from hatang.commune.roles import Role
from hatang.commune.services import add_member
from hatang.projects import services
from hatang.projects.models import (
    Criterion,
    MilestoneRevision,
    Need,
    Obstacle,
    ProgressReport,
    Project,
    WorkMilestone,
)
from hatang.projects.services import NotAllowed
from hatang.projects.tests.examples import DAY, make_project, make_village
from hatang.tests.factories import inside

pytestmark = pytest.mark.usefixtures("as_coordinator")
LATER = DAY + dt.timedelta(days=30)


@pytest.fixture
def work():
    return make_project()


def test_a_revised_milestone_keeps_its_baseline_and_the_reason(work):
    milestone = services.add_milestone(WorkMilestone(project=work, name="Đổ bê tông", baseline_on=DAY, planned_on=DAY))
    services.revise(milestone, LATER, reason="Mưa kéo dài")
    milestone.refresh_from_db()
    assert (milestone.baseline_on, milestone.planned_on) == (DAY, LATER)
    assert MilestoneRevision.objects.get().reason == "Mưa kéo dài"
    assert Project.objects.get(pk=work.pk).next_due == LATER


def test_a_reached_milestone_is_not_moved(work):
    milestone = services.add_milestone(WorkMilestone(project=work, name="Xong", baseline_on=DAY, planned_on=DAY))
    services.reach(milestone, DAY)
    assert Project.objects.get(pk=work.pk).next_due is None
    with pytest.raises(NotAllowed):
        services.revise(milestone, LATER, reason="Không kịp")


def test_a_report_that_goes_back_asks_why(work):
    services.report(ProgressReport(project=work, on=DAY, percent=60))
    with pytest.raises(NotAllowed, match="60"):
        services.report(ProgressReport(project=work, on=LATER, percent=40))
    services.report(ProgressReport(project=work, on=LATER, percent=40, reason="Đo lại khối lượng"))
    assert Project.objects.get(pk=work.pk).percent == 40


def test_a_second_report_of_a_day_replaces_the_first_which_stays(work):
    services.report(ProgressReport(project=work, on=DAY, percent=60))
    with pytest.raises(NotAllowed):
        services.report(ProgressReport(project=work, on=DAY, percent=50))
    second = services.report(ProgressReport(project=work, on=DAY, percent=50, reason="Ghi nhầm"))
    assert second.replaces.percent == 60
    assert ProgressReport.objects.count() == 2


def test_an_earlier_report_written_late_does_not_change_where_the_work_is(work):
    services.report(ProgressReport(project=work, on=LATER, percent=60))
    services.report(ProgressReport(project=work, on=DAY, percent=20))
    work = Project.objects.get(pk=work.pk)
    assert (work.percent, work.reported_on) == (60, LATER)


def test_who_dealt_with_an_obstacle_does_not_confirm_it(work):
    obstacle = services.open_obstacle(Obstacle(project=work, cause="land", what="Chưa có mặt bằng", found_on=DAY))
    services.remedy(obstacle, result="Hộ dân đã đồng ý")
    with pytest.raises(NotAllowed):
        services.close_obstacle(obstacle)
    with inside(_another()):
        services.close_obstacle(Obstacle.objects.get(pk=obstacle.pk), on=LATER)
    assert Obstacle.objects.get().state == "closed"


def _another():
    user = User.objects.create_user(username="mau-khac", full_name="Người Khác")
    return add_member(user, Unit.objects.get(), Role.CHAIR)


def test_a_need_is_scored_on_every_written_criterion():
    about = {"village": make_village(), "sector": "transport", "name": "Đường", "reason": "Lầy", "proposed_on": DAY}
    need = services.propose_need(Need(**about))
    criteria = list(Criterion.objects.all())
    assert len(criteria) == 7
    services.score(need, {row.pk: Decimal(5) for row in criteria[:3]})
    assert (need.score, need.state) == (None, "open")
    services.score(need, {row.pk: Decimal(5) for row in criteria})
    assert (need.score, need.state) == (50, "scored")
    with pytest.raises(NotAllowed):
        services.score(need, {criteria[0].pk: Decimal(11)})


def test_a_need_that_is_decided_stays_decided():
    about = {"village": make_village(), "sector": "transport", "name": "Đường", "reason": "Lầy", "proposed_on": DAY}
    need = services.propose_need(Need(**about))
    services.close_need(need, "declined", reason="Chưa có vốn năm nay")
    with pytest.raises(NotAllowed):
        services.change_need(Need.objects.get(pk=need.pk))
