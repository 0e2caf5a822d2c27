"""A whole quarter in a real browser: prepared, asked for, written, reviewed, signed, published, taken away as Word and PDF."""

from __future__ import annotations

import pytest
from django.utils import timezone

from hatang.commune.models import Membership
from hatang.commune.roles import Role
from hatang.core.tenancy import commune_scope
from hatang.plans.models import Plan
from hatang.reports.models import Report, ReportSection
from hatang.reports.rules.states import Asked, Move
from hatang.reports.services import hand_in, move
from hatang.reports.tests.examples import Q2, Q3, make_ground, make_report
from hatang.reports.tests.test_pages import member
from hatang.tests.browsing import chromium, page_of  # noqa: F401
from hatang.tests.factories import inside, make_commune, make_member
from hatang.tests.test_journey import WIDTHS, assert_accessible

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser"), pytest.mark.django_db(transaction=True)]
NUMBER, SIGNER = "12", "Nguyễn Văn Mẫu"


@pytest.fixture
def people(tmp_path):
    """A coordinator with a plan and its figures, an officer of another unit, and the chair."""
    coordinator = make_member(make_commune())
    with inside(coordinator):
        make_ground(tmp_path)
    officer = member(coordinator.commune, Role.OFFICER, "Phòng Văn hóa Ví Dụ")
    return coordinator, officer, member(coordinator.commune, Role.CHAIR)


def hand_in_the_rest(coordinator: Membership) -> None:
    """What other units owe, each as it stands."""
    with inside(coordinator):
        for row in ReportSection.objects.filter(unit__isnull=False, state="waiting"):
            hand_in(row)


def click(page, name, role="button"):
    page.get_by_role("main").get_by_role(role, name=name).first.click()


def taken(page, name, role):
    with page.expect_download() as download:
        click(page, name, role)
    return download.value.path().read_bytes()


@pytest.mark.office
@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_a_quarter_from_one_button_to_the_signed_file(page_of, people, width):  # noqa: F811
    coordinator, officer, chair = people
    desk = page_of(coordinator, width)
    desk.goto("/bao-cao/")
    assert_accessible(desk, "list of reports")
    desk.goto("/bao-cao/lap/")
    assert_accessible(desk, "prepare")
    desk.get_by_label("Loại báo cáo").select_option("quarterly")
    desk.get_by_label("Kỳ", exact=True).fill("2026-Q3")
    click(desk, "Lập báo cáo")
    desk.get_by_text("Đã lập bản thảo").wait_for()
    desk.get_by_role("heading", name="II. KẾT QUẢ THỰC HIỆN MỤC TIÊU").wait_for()
    assert_accessible(desk, "draft")

    click(desk, "Ai viết mục nào", "link")
    desk.get_by_role("heading", name="Báo cáo quý").first.wait_for()
    assert_accessible(desk, "who writes what")
    row = desk.get_by_role("row").filter(has_text="NHIỆM VỤ TRỌNG TÂM KỲ TỚI")
    row.get_by_role("link", name="Giao đơn vị").or_(row.get_by_role("link", name="Đổi đơn vị, hạn")).click()
    desk.get_by_label("Đơn vị viết mục này").select_option(label="Phòng Văn hóa Ví Dụ")
    assert_accessible(desk, "ask a unit")
    click(desk, "Giao mục")
    desk.get_by_text("Đã giao mục này.").wait_for()
    row.get_by_role("button", name="Nhắc").click()
    desk.get_by_text("Đã nhắc 1 đơn vị.").wait_for()

    unit = page_of(officer, width)
    unit.goto("/")
    unit.get_by_text("Đơn vị bạn còn 1 mục chưa nộp").wait_for()
    assert_accessible(unit, "reminded on the first page")
    unit.get_by_role("link", name="Viết mục").click()
    unit.get_by_label("Phần viết thêm").fill("- Hoàn thành mương thôn Ví Dụ 1 trong tháng 11/2026.")
    assert_accessible(unit, "write a section")
    click(unit, "Nộp mục này")
    unit.get_by_text("Đã nộp mục này.").wait_for()

    hand_in_the_rest(coordinator)
    click(desk, "Nội dung", "link")
    desk.get_by_text("Hoàn thành mương thôn Ví Dụ 1").wait_for()
    click(desk, "Viết thêm CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI", "link")
    desk.get_by_label("Phần viết thêm").fill("Ủy ban nhân dân xã đã họp giao ban hằng tháng.")
    click(desk, "Nộp mục này")
    desk.get_by_text("Đã nộp mục này.").wait_for()
    click(desk, "Sửa nơi nhận", "link")
    desk.get_by_label("Kính gửi").fill("Ủy ban nhân dân tỉnh Ví Dụ")
    assert_accessible(desk, "recipients")
    click(desk, "Lưu nơi nhận")
    desk.get_by_text("Đã lưu nơi nhận").wait_for()
    click(desk, "Xác nhận đã rà soát")
    desk.get_by_text("Đã rà soát. Chữ và số").wait_for()
    click(desk, "Trình ký")
    desk.get_by_text("Đã trình ký.").wait_for()

    leader = page_of(chair, width)
    with commune_scope(coordinator.commune_id):
        address = f"/bao-cao/{Report.objects.get().pk}/"
    leader.goto(address)
    click(leader, "Ban hành", "link")
    leader.get_by_label("Số văn bản").fill(NUMBER)
    leader.get_by_label("Ngày ban hành").fill(f"{timezone.localdate():%d/%m/%Y}")
    leader.get_by_label("Họ và tên người ký").fill(SIGNER)
    assert_accessible(leader, "issue")
    click(leader, "Ban hành")
    leader.get_by_text("Đã ghi số, ngày ban hành.").wait_for()
    click(leader, "Công bố")
    leader.get_by_text("Đã công bố báo cáo.").wait_for()
    assert_accessible(leader, "published")
    assert taken(leader, "Văn bản Word", "link").startswith(b"PK")
    click(leader, "Bản PDF")
    leader.get_by_role("link", name="Tải bản PDF").wait_for(timeout=150_000)
    assert_accessible(leader, "the PDF is there")
    assert taken(leader, "Tải bản PDF", "link").startswith(b"%PDF")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_the_pages_of_a_report_are_accessible_in_both_themes(page_of, people, width, dark):  # noqa: F811
    coordinator, _officer, chair = people
    with inside(coordinator):
        plan = Plan.objects.get()
        make_report(plan, Q2)
        report = make_report(plan, Q3)
    hand_in_the_rest(coordinator)
    with inside(coordinator):
        for step in (Move.REVIEW, Move.SUBMIT):
            report = move(report, step, Asked())
    leader = page_of(chair, width, color_scheme="dark" if dark else "light")
    for ending in ("", "so-lieu/", "so-sanh/", "buoc/issue/", "buoc/return/", "ban-pdf/"):
        leader.goto(f"/bao-cao/{report.pk}/{ending}")
        assert_accessible(leader, ending)
