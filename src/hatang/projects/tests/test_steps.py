"""Moving a work through the gates: what is asked for, what is kept, what enters the inventory."""

from __future__ import annotations

import datetime as dt

import pytest

from hatang.assets.models import Asset
from hatang.assets.selectors.figures import tallies
from hatang.core.models import AuditEvent
from hatang.projects import services
from hatang.projects.models import (
    AcceptanceRecord,
    Contract,
    Gate,
    Output,
    ProgressReport,
    Project,
    StageStep,
    WorkDocument,
)
from hatang.projects.rules.states import Track
from hatang.projects.services import NotAllowed, step
from hatang.projects.tests.examples import DAY, make_company, make_project, make_road, make_village

pytestmark = pytest.mark.usefixtures("as_coordinator")


@pytest.fixture
def work():
    return services.propose(Project(name="Đường Ví Dụ", kind="group_c", sector="transport"))


def move(work: Project, *moves: str, **given) -> Project:
    """Make moves written "track:state", with every paper in place."""
    for text in moves:
        track, to = text.split(":")
        give_papers(work, track, to)
        step(work, Track(track), to, on=DAY, **given)
    return Project.objects.get(pk=work.pk)


def give_papers(work: Project, track: str, to: str) -> None:
    for gate in Gate.objects.filter(kind=work.kind, track=track, to_state=to):
        services.add_document(WorkDocument(project=work, gate=gate, title=gate.document, number="01/QĐ-VD", issued_on=DAY))


def test_a_move_without_its_papers_says_which_are_missing(work):
    with pytest.raises(NotAllowed, match="Quyết định chủ trương đầu tư"):
        step(work, Track.STAGE, "in_plan", on=DAY)
    assert Project.objects.get(pk=work.pk).stage == "proposed"


def test_a_move_with_its_papers_leaves_a_step_and_one_event(work):
    give_papers(work, "stage", "in_plan")
    before = AuditEvent.objects.count()
    made = step(work, Track.STAGE, "in_plan", on=DAY)
    assert (made.from_state, made.to_state, made.by_name) == ("proposed", "in_plan", "Người Mẫu")
    assert AuditEvent.objects.count() == before + 1
    assert Project.objects.get(pk=work.pk).phase == "in_plan"


def test_going_on_without_a_paper_needs_a_reason_that_stays(work):
    with pytest.raises(NotAllowed):
        step(work, Track.STAGE, "in_plan", on=DAY, waive=True)
    made = step(work, Track.STAGE, "in_plan", on=DAY, waive=True, reason="Thuộc chương trình mục tiêu quốc gia")
    assert [paper["document"] for paper in made.waived] == ["Quyết định chủ trương đầu tư"]


def test_a_pause_needs_a_reason_and_ends_where_it_began(work):
    work = move(work, "stage:in_plan")
    with pytest.raises(NotAllowed, match="lý do"):
        step(work, Track.STAGE, "paused", on=DAY)
    step(work, Track.STAGE, "paused", on=DAY, reason="Chờ vốn")
    assert Project.objects.get(pk=work.pk).paused_from == "in_plan"
    step(work, Track.STAGE, "in_plan", on=DAY, waive=True, reason="Đã có vốn")
    assert Project.objects.get(pk=work.pk).paused_from == ""


def test_reported_as_built_in_full_moves_no_track(work):
    work = move(work, "stage:in_plan", "stage:preparation", "stage:under_way", "construction:started")
    services.report(ProgressReport(project=work, on=DAY, percent=100))
    work = Project.objects.get(pk=work.pk)
    assert work.percent == 100
    assert (work.construction, work.acceptance, work.handover, work.payment, work.settlement) == ("started", *["none"] * 4)


UP_TO_ACCEPTED = (
    "stage:in_plan", "stage:preparation", "stage:under_way", "construction:started", "construction:finished",
    "acceptance:accepted",
)  # fmt: skip


def accepted(work: Project) -> Project:
    work = move(work, *UP_TO_ACCEPTED)
    contract = Contract(project=work, company=make_company(), kind="building", number="01", value=1, warranty_months=12)
    services.write_contract(contract)
    services.record_acceptance(AcceptanceRecord(project=work, contract=contract, kind="whole", on=DAY))
    return work


def hardened() -> tuple[int, int]:
    parts = tallies(["roads.axis"])["roads.axis"].parts.values()
    return int(sum(top for top, _ in parts)), int(sum(bottom for _, bottom in parts))


def test_handing_over_a_hardened_road_moves_the_figure_of_hardened_roads(work):
    road = make_road(make_village(), metres=500)
    services.add_output(
        Output(project=work, asset=road, asset_kind="road_segment", name=road.name, attributes={"surface": "concrete"})
    )
    work = accepted(work)
    assert hardened() == (0, 500)
    work = move(work, "handover:done")
    assert hardened() == (500, 500)
    road = Asset.objects.get(pk=road.pk)
    assert (road.attributes["surface"], road.condition, road.warranty_until) == ("concrete", "good", dt.date(2027, 6, 1))
    assert Output.objects.get().made_id == road.pk


def test_a_stretch_of_a_road_becomes_an_asset_of_its_own(work):
    village = make_village()
    road = make_road(village, metres=500)
    services.add_output(
        Output(
            project=work, asset=road, asset_kind="road_segment", name="Đoạn mới", attributes={"surface": "concrete"}, length_m=300
        )
    )
    move(accepted(work), "handover:done")
    assert hardened() == (300, 500)
    new = Asset.objects.get(name="Đoạn mới")
    assert (new.origin, new.village_id, new.attributes) == ("built", village.pk, {"class": "axis", "surface": "concrete"})


def test_something_new_enters_the_inventory_once(work):
    village = make_village()
    about = {"reach": "village", "meets_standard": True}
    output = Output(project=work, asset_kind="house_of_culture", name="Nhà văn hóa Ví Dụ", village=village, attributes=about)
    services.add_output(output)
    work = move(accepted(work), "handover:partial", outputs=[output.pk])
    assert Asset.objects.filter(origin="built").count() == 1
    move(work, "handover:done")
    assert Asset.objects.filter(origin="built").count() == 1


def test_nothing_enters_the_inventory_before_the_handover(work):
    services.add_output(Output(project=work, asset_kind="market", name="Chợ Ví Dụ", attributes={"meets_standard": True}))
    accepted(work)
    assert not Asset.objects.exists()


def test_a_request_to_an_operator_is_sent_answered_and_its_result_counted():
    village = make_village()
    work = services.propose(Project(name="Phủ sóng thôn Ví Dụ", kind="request", sector="information"), [village])
    services.add_output(
        Output(
            project=work, asset_kind="phone_coverage", name="Sóng thôn Ví Dụ", village=village,
            attributes={"network": "Mạng Ví Dụ", "signal": "good"},
        )
    )  # fmt: skip
    moves = ("stage:in_plan", "stage:under_way", "request:sent", "request:accepted", "request:done", "stage:closed")
    work = move(work, *moves)
    assert (work.phase, work.construction) == ("closed", "none")
    assert tallies(["phone.villages"])["phone.villages"].parts[village.pk] == (1, 1)
    assert StageStep.objects.filter(project=work).count() == len(moves)


def test_a_work_changed_by_two_people_is_not_overwritten():
    work = make_project()
    first, second = Project.objects.get(pk=work.pk), Project.objects.get(pk=work.pk)
    first.name = "Đường Ví Dụ mới"
    services.change(first)
    second.note = "Ghi chú"
    with pytest.raises(services.ChangedMeanwhile):
        services.change(second)
