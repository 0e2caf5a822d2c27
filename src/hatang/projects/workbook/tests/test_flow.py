"""From an edited file to the books: previewed row by row, confirmed, written whole or not at all, with an event per work."""

from __future__ import annotations

from decimal import Decimal

import pytest

from hatang.commune.models import Unit
from hatang.commune.roles import Role
from hatang.core.models import AuditEvent
from hatang.projects import services
from hatang.projects.models import Project, ProjectVillage, WorksUpload
from hatang.projects.tests.examples import make_project, make_village
from hatang.projects.workbook.layout import Column
from hatang.projects.workbook.tests.examples import PAGE, added, confirmed, edited, given_out, row_of, sent, states, typed
from hatang.tests.factories import inside, make_member, signed_in

pytestmark = pytest.mark.django_db
NEW = {Column.NAME: "Cầu ví dụ", Column.KIND: "Dự án nhóm C", Column.SECTOR: "Giao thông"}


@pytest.fixture
def ground(coordinator):
    with inside(coordinator):
        village, other = make_village("thôn Ví Dụ Một"), make_village("thôn Ví Dụ Hai")
        road = make_project("Đường ví dụ", villages=(village,), note="Ghi chú cũ", place="Đầu thôn")
        return road, make_project("Kênh ví dụ", sector="irrigation"), village, other


def test_what_changes_and_what_is_new_is_shown_then_written_with_an_event_each(ground, browser, coordinator):
    road, _canal, village, other = ground
    with inside(coordinator):
        ProjectVillage.objects.filter(project=road).update(share=3)
    content = typed(
        given_out(browser), "Đường ví dụ",
        {Column.QUANTITY: "1.234,5", Column.UNIT: "km", Column.VILLAGES: "Thôn ví dụ hai, thôn ví dụ một", Column.LEAD: None},
    )  # fmt: skip
    preview = sent(
        browser, added(content, {**NEW, Column.INVESTMENT: "1,2 tỷ", Column.CODE: "007", Column.VILLAGES: village.name})
    )
    assert states(preview) == {"new": 1, "changed": 1, "same": 1}
    html = preview.content.decode()
    assert all(said in html for said in ("1.234,5", "Cầu ví dụ", "1.200.000.000 đồng", "được đọc là số 1234.5"))
    with inside(coordinator):
        assert Project.objects.count() == 2
    assert "Đã ghi 2 công trình" in confirmed(browser, preview).content.decode()
    with inside(coordinator):
        road = Project.objects.get(pk=road.pk)
        assert (road.quantity, road.unit, road.revision, road.place) == (Decimal("1234.5"), "km", 2, "Đầu thôn")
        assert set(ProjectVillage.objects.filter(project=road).values_list("village_id", "share")) == {
            (village.pk, 3),
            (other.pk, 1),
        }
        bridge = Project.objects.get(name="Cầu ví dụ")
        assert (bridge.code, bridge.phase, bridge.folded_name, bridge.total_investment) == (
            "007",
            "proposed",
            "cau vi du",
            1_200_000_000,
        )
        assert bridge.created_by_id == coordinator.user_id
        change = AuditEvent.objects.get(action="work.change")
        assert change.after == {"quantity": "1234.5", "unit": "km", "villages": sorted([village.pk, other.pk])}
        assert change.before["villages"] == [village.pk]
        assert "cong-trinh.xlsx" in change.reason
        assert AuditEvent.objects.filter(action="work.propose", subject_id=str(bridge.pk)).count() == 1
        assert AuditEvent.objects.filter(action="works_file.apply").count() == 1


def test_a_confirmed_file_is_not_written_twice_and_a_dropped_one_never(ground, browser, coordinator):
    preview = sent(browser, added(given_out(browser), NEW))
    confirmed(browser, preview)
    confirmed(browser, preview)
    with inside(coordinator):
        assert Project.objects.filter(name="Cầu ví dụ").count() == 1
    preview = sent(browser, typed(given_out(browser), "Kênh ví dụ", {Column.NOTE: "Khác"}))
    browser.post(f"{PAGE}{preview.context['kept'].pk}/bo/")
    assert confirmed(browser, preview).status_code == 404
    with inside(coordinator):
        assert Project.objects.get(name="Kênh ví dụ").note == ""
        assert bytes(WorksUpload.objects.get(pk=preview.context["kept"].pk).content) == b""


def test_an_empty_cell_changes_nothing_and_a_row_left_out_deletes_nothing(ground, browser, coordinator):
    content = typed(given_out(browser), "Đường ví dụ", {Column.NOTE: None, Column.PLACE: None, Column.VILLAGES: ""})
    preview = sent(browser, edited(content, lambda sheet: sheet.delete_rows(row_of(sheet, "Kênh ví dụ"))))
    assert states(preview) == {"same": 1}
    assert "Không công trình nào bị xóa" in preview.content.decode()
    with inside(coordinator):
        assert Project.objects.count() == 2


def test_what_somebody_else_changed_since_is_named_and_kept_unless_the_file_is_chosen(ground, browser, coordinator):
    road = ground[0]
    content = typed(given_out(browser), "Đường ví dụ", {Column.NOTE: "Của tệp", Column.UNIT: "km"})
    with inside(coordinator):
        mine = Project.objects.get(pk=road.pk)
        mine.note, mine.place = "Của người khác", "Cuối thôn"
        services.change(mine)
    preview = sent(browser, content)
    assert states(preview) == {"conflict": 1, "same": 1}
    assert "người khác vừa sửa" in preview.content.decode()
    confirmed(browser, preview)
    with inside(coordinator):
        assert (Project.objects.get(pk=road.pk).note, Project.objects.get(pk=road.pk).unit) == ("Của người khác", "")
    confirmed(browser, sent(browser, content), **{"theo-tep": str(road.pk)})
    with inside(coordinator):
        now = Project.objects.get(pk=road.pk)
        assert (now.note, now.unit, now.place) == ("Của tệp", "km", "Cuối thôn")


def test_what_changed_between_looking_and_confirming_is_not_written(ground, browser, coordinator):
    preview = sent(browser, typed(given_out(browser), "Đường ví dụ", {Column.NOTE: "Của tệp"}))
    with inside(coordinator):
        mine = Project.objects.get(pk=ground[0].pk)
        mine.note = "Của người khác"
        services.change(mine)
    assert "danh sách đã thay đổi" in confirmed(browser, preview).content.decode()
    with inside(coordinator):
        assert Project.objects.get(pk=ground[0].pk).note == "Của người khác"


def test_one_wrong_row_and_nothing_is_written(ground, browser, coordinator):
    content = typed(given_out(browser), "Kênh ví dụ", {Column.START: 1999})
    preview = sent(browser, added(content, NEW))
    assert states(preview) == {"new": 1, "wrong": 1, "same": 1}
    assert "Còn 1 dòng sai" in confirmed(browser, preview).content.decode()
    with inside(coordinator):
        assert Project.objects.count() == 2


def test_an_officer_writes_of_the_own_sectors_alone_and_others_only_look(ground, browser):
    commune = ground[0].commune
    officer = make_member(commune, Role.OFFICER)
    with inside(officer):
        Unit.objects.filter(pk=officer.unit_id).update(sectors=["irrigation"])
    browser = signed_in(officer)
    content = typed(given_out(browser), "Đường ví dụ", {Column.NOTE: "x"})
    content = typed(content, "Kênh ví dụ", {Column.SECTOR: "Giao thông"})
    preview = sent(browser, added(content, NEW))
    assert states(preview) == {"wrong": 3}
    assert preview.content.decode().count("thuộc lĩnh vực của đơn vị khác") == 3
    assert states(sent(browser, typed(given_out(browser), "Kênh ví dụ", {Column.NOTE: "x"}))) == {"changed": 1, "same": 1}
    chair = signed_in(make_member(commune, Role.CHAIR))
    assert chair.get(PAGE).status_code == 200
    assert 'type="file"' not in chair.get(PAGE).content.decode()
    assert sent(chair, content).status_code == 403


def test_a_file_kept_for_one_person_is_no_others(ground, browser):
    preview = sent(browser, added(given_out(browser), NEW))
    other = signed_in(make_member(ground[0].commune))
    assert other.get(f"{PAGE}{preview.context['kept'].pk}/").status_code == 404
    assert confirmed(other, preview).status_code == 404


def test_the_filter_of_the_list_decides_what_is_in_the_file(ground, browser):
    content = given_out(browser, "?linh_vuc=irrigation")
    assert states(sent(browser, content)) == {"same": 1}
    assert "excel/?linh_vuc=irrigation" in browser.get("/cong-trinh/?linh_vuc=irrigation").content.decode()
    assert "?linh_vuc=irrigation" in browser.get(f"{PAGE}?linh_vuc=irrigation").content.decode()


def test_pages_stay_within_twelve_queries_whatever_is_in_them(ground, browser, coordinator, django_assert_max_num_queries):
    for more in (0, 12):
        with inside(coordinator):
            for number in range(more):
                make_project(f"Nhà ví dụ {number}", villages=(make_village(),))
        with django_assert_max_num_queries(12):
            content = given_out(browser)
        content = typed(content, "Kênh ví dụ", {Column.NOTE: f"lần {more}"})
        rows = [{**NEW, Column.NAME: f"Cầu ví dụ {more}-{number}"} for number in range(more)]
        preview = sent(browser, added(content, *rows) if rows else content)
        with django_assert_max_num_queries(12):
            browser.get(f"{PAGE}{preview.context['kept'].pk}/")
        with django_assert_max_num_queries(12):
            browser.get(PAGE)
