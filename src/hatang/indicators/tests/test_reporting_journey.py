"""A figure's way in a real browser: enter, hand in, return, put right, approve."""

from __future__ import annotations

import shutil

import pytest
from django.conf import settings as django_settings

from hatang.core.tenancy import commune_scope
from hatang.indicators.models import Measurement
from hatang.indicators.services import open_period
from hatang.indicators.tests.examples import COUNT, RATIO, YES_NO, approved, make_head, make_indicator, make_village
from hatang.tests.factories import inside, make_commune, make_member, signed_in
from hatang.tests.test_journey import CALM, FLAGS, WIDTHS, assert_accessible

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser"), pytest.mark.django_db(transaction=True)]
ROOM = "/chi-tieu/so-lieu/"


@pytest.fixture(scope="module")
def chromium():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright, pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # the driver runs a loop in this thread, where rows are made too
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def people():
    """A coordinator and the head of a village that owes a ratio, a count and a yes or no, reported once before."""
    coordinator = make_member(make_commune())
    with inside(coordinator):
        village, first = make_village(), open_period("2026-Q1")
        road, loud = make_indicator(RATIO), make_indicator(COUNT, unit="cụm")
        make_indicator(YES_NO, sector="culture")
        approved(road, village, first, "4.1", "12.35")
        approved(loud, village, first, 10)
        open_period("2026-Q2")
    return coordinator, make_head(coordinator.commune, village)


@pytest.fixture
def visit(live_server, chromium):
    contexts = []

    def opened(member, width, *, script=True):
        context = chromium.new_context(
            viewport={"width": width, "height": 800}, base_url=live_server.url, java_script_enabled=script, **CALM
        )
        contexts.append(context)
        cookie = signed_in(member).cookies[django_settings.SESSION_COOKIE_NAME].value
        context.add_cookies([{"name": django_settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}])
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        return page

    yield opened
    for context in contexts:
        context.close()


def states(member):
    with commune_scope(member.commune_id):
        return sorted(Measurement.objects.filter(period__code="2026-Q2").values_list("state", flat=True))


def test_enter_hand_in_return_put_right_approve(visit, people):
    coordinator, member = people
    head, reviewer = visit(member, WIDTHS["phone"]), visit(coordinator, WIDTHS["desktop"])
    head.goto(f"{ROOM}?ky=2026-Q2")
    assert_accessible(head, "owed, empty")
    head.get_by_label("Tử số (km)").fill("4,3")
    head.get_by_label("Mẫu số (km)").fill("12,35")
    head.get_by_label("Giá trị (cụm)").fill("1,234.5")
    head.get_by_role("button", name="Nộp tất cả").click()
    head.get_by_role("alert").get_by_text("viết theo lối tiếng Anh").wait_for()
    assert head.get_by_label("Giá trị (cụm)").input_value() == "1,234.5"
    assert states(member) == ["draft"]
    assert_accessible(head, "owed, a wrong number")

    head.get_by_label("Giá trị (cụm)").fill("90")
    head.get_by_role("button", name="Lưu nháp").click()
    head.wait_for_url("**#r-*")
    head.get_by_text("Số đổi nhiều so với kỳ trước: từ 10 thành 90.").wait_for()
    assert_accessible(head, "owed, a jump")
    head.get_by_role("button", name="Nộp tất cả").click()
    head.get_by_role("alert").get_by_text("Hãy xem lại, hoặc ghi lý do").wait_for()
    head.get_by_role("group", name="Chỉ tiêu Ví Dụ").filter(has_text="từ 10 thành 90").get_by_label("Lý do").fill("Lắp mới")
    head.get_by_label("Không", exact=True).check()
    head.get_by_role("button", name="Nộp tất cả").click()
    head.get_by_text("Đã nộp 3 dòng.").wait_for()
    assert_accessible(head, "owed, handed in")

    reviewer.goto(f"{ROOM}duyet/")
    assert_accessible(reviewer, "review")
    assert reviewer.locator(".queue__row > input:checked").count() == 2
    for _ in range(2):
        reviewer.keyboard.press("j")
    reviewer.keyboard.press("r")
    row = reviewer.locator(".queue__row").nth(1)
    assert row.locator("textarea").evaluate("box => box === document.activeElement")
    row.locator("textarea").fill("Đếm lại giúp")
    row.get_by_role("button", name="Trả lại dòng này").click()
    reviewer.get_by_text("Đã trả lại").wait_for()
    assert states(member) == ["returned", "submitted", "submitted"]

    head.goto(f"{ROOM}?ky=2026-Q2")
    head.get_by_text("Đếm lại giúp").wait_for()
    assert_accessible(head, "owed, returned")
    head.get_by_label("Giá trị (cụm)").fill("9")
    head.get_by_role("button", name="Nộp tất cả").click()
    head.get_by_text("Đã nộp 1 dòng.").wait_for()

    reviewer.goto(f"{ROOM}duyet/")
    assert reviewer.locator(".queue__row > input:checked").count() == 3
    reviewer.get_by_role("button", name="Duyệt các dòng đã chọn").click()
    reviewer.get_by_text("Đã duyệt 3 số liệu.").wait_for()
    assert states(member) == ["approved"] * 3
    head.reload()
    head.get_by_role("link", name="Lịch sử").first.click()
    head.get_by_text("Duyệt số liệu").first.wait_for()
    assert_accessible(head, "the story of a figure")


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_pages_of_reporting_are_accessible(visit, people, width):
    coordinator, member = people
    page = visit(coordinator, width)
    for address in ("tien-do/", "den-han/", "ky/", f"bang/?ky=2026-Q2&don-vi={member.unit_id}"):
        page.goto(f"{ROOM}{address}")
        assert_accessible(page, address)


def test_the_form_works_without_script(visit, people):
    page = visit(people[1], WIDTHS["phone"], script=False)
    page.goto(f"{ROOM}?ky=2026-Q2")
    page.get_by_label("Giá trị (cụm)").fill("9")
    page.get_by_role("button", name="Nộp tất cả").click()
    page.get_by_text("Đã nộp 1 dòng. Còn 2 dòng chưa có số.").wait_for()
    assert states(people[1]) == ["submitted"]
