"""Works that look like one are found, shown side by side, and kept out of the plan until a leader says why both go on."""

from __future__ import annotations

import pytest

from hatang.assets.models import Asset
from hatang.assets.services import add as add_asset
from hatang.commune.roles import Role
from hatang.core.models import AuditEvent
from hatang.core.tenancy import commune_scope
from hatang.projects import services
from hatang.projects.models import Gate, OverlapOverride, Project, StageStep, WorkDocument
from hatang.projects.overlap.rules import Fact
from hatang.projects.overlap.selectors import overlaps_of
from hatang.projects.overlap.services import override
from hatang.projects.rules.states import Track
from hatang.projects.services import NotAllowed, step
from hatang.projects.tests.examples import DAY, make_project, make_village
from hatang.tests.factories import inside, make_commune, make_member, signed_in

pytestmark = pytest.mark.django_db
ROAD = {"type": "LineString", "coordinates": [[105.9, 22.2], [105.905, 22.2], [105.91, 22.202]]}
BESIDE = {"type": "LineString", "coordinates": [[105.9001, 22.20004], [105.905, 22.20004], [105.9099, 22.20202]]}
AWAY = {"type": "LineString", "coordinates": [[105.93, 22.22], [105.935, 22.22]]}


def propose(name: str, **given) -> Project:
    facts = {"kind": "group_c", "sector": "transport", "start_year": 2026, "end_year": 2026, **given}
    return services.propose(Project(name=name, **facts))


def with_papers(work: Project) -> Project:
    for gate in Gate.objects.filter(kind=work.kind, track="stage", to_state="in_plan"):
        services.add_document(WorkDocument(project=work, gate=gate, title=gate.document, number="01/QĐ-VD", issued_on=DAY))
    return work


def facts(work: Project) -> dict[str, set[Fact]]:
    return {found.other.key: {why.fact for why in found.likeness.reasons} for found in overlaps_of(work)}


@pytest.mark.usefixtures("as_coordinator")
class TestFinding:
    def test_the_same_stretch_under_another_name(self):
        work, other = propose("Đường Lũng Ví", geometry=ROAD), propose("Đường vào khu sản xuất", geometry=BESIDE)
        propose("Đường Khau Thử", geometry=AWAY)
        assert list(facts(work)) == [f"project:{other.pk}"]
        assert Fact.SAME_STRETCH in facts(work)[f"project:{other.pk}"]

    def test_the_same_name_where_nothing_is_drawn(self):
        village = make_village("thôn Pác Mẫu")
        work = services.propose(Project(name="XD NVH thôn Pác Mẫu", kind="group_c", sector="culture"), [village])
        other = make_project("Xây dựng nhà văn hóa thôn Pác Mẫu", sector="culture", villages=(village,))
        make_project("Nhà văn hóa thôn Cốc Thử", sector="culture")
        assert Fact.SAME_NAME in facts(work)[f"project:{other.pk}"]
        assert len(facts(work)) == 1

    def test_a_cancelled_work_is_in_nobodys_way(self):
        work = propose("Đường Lũng Ví", geometry=ROAD)
        make_project("Đường Lũng Ví", stage="cancelled", geometry=ROAD, west=105.9, south=22.2, east=105.91, north=22.202)
        assert facts(work) == {}

    def test_what_was_built_lately_is_found_and_what_is_old_is_not(self):
        work = propose("Cải tạo đường Lũng Ví", geometry=ROAD)
        about = {"kind": "road_segment", "attributes": {"class": "axis", "surface": "concrete"}, "geometry": BESIDE}
        new = add_asset(Asset(name="Đường Lũng Ví", built_year=2025, **about))
        add_asset(Asset(name="Đường Lũng Ví cũ", built_year=2010, **about))
        assert list(facts(work)) == [f"asset:{new.pk}"]
        assert Fact.BUILT_RECENTLY in facts(work)[f"asset:{new.pk}"]

    def test_a_work_across_the_border_is_found_by_place_with_nothing_but_what_a_map_shows(self):
        work, next_door = propose("Đường Lũng Ví", geometry=ROAD), make_commune("Giả Định")
        with inside(make_member(next_door)):
            theirs = propose("Đường liên xã Lũng Ví", geometry=BESIDE, investor="Chủ đầu tư Mẫu", total_investment=9)
        found = overlaps_of(work)
        assert [one.other.key for one in found] == [f"neighbour:{next_door.code}:{theirs.pk}"]
        assert found[0].other.commune == "xã Giả Định"
        assert "Chủ đầu tư Mẫu" not in repr(found)


@pytest.mark.usefixtures("as_coordinator")
class TestTheGate:
    def test_nothing_alike_stands_in_no_ones_way(self):
        work = with_papers(propose("Đường Lũng Ví", geometry=ROAD))
        propose("Đường Khau Thử", geometry=AWAY)
        step(work, Track.STAGE, "in_plan", on=DAY)
        assert Project.objects.get(pk=work.pk).stage == "in_plan"

    def test_a_pair_that_looks_like_one_waits_even_when_papers_are_waived(self):
        work = propose("Đường Lũng Ví", geometry=ROAD)
        propose("Đường vào khu sản xuất", geometry=BESIDE)
        with pytest.raises(NotAllowed, match="Đường vào khu sản xuất"):
            step(work, Track.STAGE, "in_plan", on=DAY, waive=True, reason="Thử")
        assert not StageStep.objects.exists()

    def test_a_reason_opens_the_gate_and_stays_on_the_record(self):
        work, other = with_papers(propose("Đường Lũng Ví", geometry=ROAD)), propose("Đường vào khu sản xuất", geometry=BESIDE)
        with pytest.raises(NotAllowed):
            override(work, overlaps_of(work)[0], reason="  ")
        before = AuditEvent.objects.count()
        made = override(work, overlaps_of(work)[0], reason="Hai lớp mặt đường khác nhau")
        assert AuditEvent.objects.count() == before + 1
        assert (made.other, made.by_name) == (f"project:{other.pk}", "Người Mẫu")
        assert any("chiều dài" in why for why in made.found["reasons"])
        step(work, Track.STAGE, "in_plan", on=DAY)
        step(with_papers(other), Track.STAGE, "in_plan", on=DAY)  # answered from the other side already

    def test_a_pair_that_comes_closer_is_asked_about_again(self):
        half = {"type": "LineString", "coordinates": [[105.9, 22.20004], [105.905, 22.20004], [105.905, 22.21]]}
        work, other = propose("Đường Lũng Ví", geometry=ROAD), propose("Đường Lũng Ví – Cốc Giả", geometry=half)
        override(work, overlaps_of(work)[0], reason="Chỉ chung đoạn đầu")
        assert not overlaps_of(work)[0].waits
        other.geometry = BESIDE
        services.change(other)
        assert overlaps_of(work)[0].waits


@pytest.fixture
def pair(coordinator):
    with inside(coordinator):
        return propose("Đường Lũng Ví", geometry=ROAD), propose("Đường vào khu sản xuất", geometry=BESIDE)


def test_both_are_shown_side_by_side_and_only_a_leader_decides(pair, coordinator, browser):
    work, other = pair
    listed = browser.get(f"/cong-trinh/{work.pk}/trung-lap/").content.decode()
    assert "Đường vào khu sản xuất" in listed
    assert "chiều dài nằm trong 15 m" in listed
    address = f"/cong-trinh/{work.pk}/trung-lap/project:{other.pk}/"
    assert "Lãnh đạo UBND xã ghi lý do" in browser.get(address).content.decode()
    assert browser.post(address, {"reason": "Hai lớp mặt đường"}).status_code == 403
    chair = signed_in(make_member(coordinator.commune, Role.CHAIR))
    assert chair.post(address, {"reason": ""}).status_code == 200
    assert chair.post(address, {"reason": "Hai lớp mặt đường"}).status_code == 302
    assert "Hai lớp mặt đường" in browser.get(f"/cong-trinh/{work.pk}/trung-lap/").content.decode()
    with commune_scope(coordinator.commune_id):
        assert OverlapOverride.objects.count() == 1


def test_the_step_page_says_what_looks_alike_before_it_is_sent(pair, coordinator):
    chair = signed_in(make_member(coordinator.commune, Role.CHAIR))
    address = f"/cong-trinh/{pair[0].pk}/buoc/?viec=stage&sang=in_plan"
    assert "Đường vào khu sản xuất" in chair.get(address).content.decode()
    answer = chair.post(address, {"on": "2026-06-01", "reason": "Thử", "waive": "on"})
    assert "Đường vào khu sản xuất" in answer.content.decode()
    with commune_scope(coordinator.commune_id):
        assert Project.objects.get(pk=pair[0].pk).stage == "proposed"


def test_the_map_shows_the_work_and_the_other(pair, browser):
    work, other = pair
    found = browser.get(f"/cong-trinh/{work.pk}/trung-lap/hinh.geojson?voi=project:{other.pk}").json()["features"]
    assert [(one["id"], one["properties"]["tone"]) for one in found] == [("work", "good"), (f"project:{other.pk}", "bad")]


def test_what_does_not_look_alike_and_works_of_others_have_no_page(pair, browser):
    other = make_member(make_commune())
    assert browser.get(f"/cong-trinh/{pair[0].pk}/trung-lap/project:999/").status_code == 404
    assert signed_in(other).get(f"/cong-trinh/{pair[0].pk}/trung-lap/").status_code == 404


@pytest.mark.parametrize("page", ["", "project:{other}/", "hinh.geojson"])
def test_pages_need_few_queries_whatever_the_number_of_works(pair, coordinator, browser, django_assert_max_num_queries, page):
    work, other = pair
    address = f"/cong-trinh/{work.pk}/trung-lap/" + page.format(other=other.pk)
    browser.get(address)
    with inside(coordinator):
        for number in range(30):
            make_project(f"Đường Lũng Ví {number}", villages=(make_village(),), west=105.9, south=22.2, east=105.91, north=22.2)
            propose(f"Đường ví dụ {number}", geometry=BESIDE)
    with django_assert_max_num_queries(12):
        assert browser.get(address).status_code == 200
