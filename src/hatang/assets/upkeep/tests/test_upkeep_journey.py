"""A fault's way in a real browser: reported on a phone, assigned, mended with a picture, checked by another, closed."""

from __future__ import annotations

import datetime as dt

import pytest

from hatang.assets.models import Ticket, UpkeepPhoto
from hatang.assets.upkeep.tests.examples import a_picture, an_asset, somebody
from hatang.commune.roles import Role
from hatang.tests.browsing import chromium, page_of  # noqa: F401 - fixtures
from hatang.tests.factories import inside, make_commune, make_member
from hatang.tests.test_journey import WIDTHS, assert_accessible

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser"), pytest.mark.django_db(transaction=True)]
BASE = "/so-cong-trinh/bao-tri"


def picture(name: str) -> dict[str, object]:
    return {"name": name, "mimeType": "image/jpeg", "buffer": a_picture().read()}


@pytest.fixture
def people():
    """A coordinator, the head of the village where the asset stands, and who mends it."""
    commune = make_commune()
    coordinator = make_member(commune)
    with inside(coordinator):
        an_asset()
    head = somebody(commune, Role.VILLAGE_HEAD, "Trưởng Thôn Mẫu", village="thôn Ví Dụ")
    mender = somebody(commune, Role.OFFICER, "Người Sửa Mẫu", unit="Tổ sửa chữa mẫu")
    return coordinator, head, mender


def test_report_assign_fix_check_close(page_of, people):  # noqa: F811
    coordinator, head, mender = people
    phone, desk, mending = page_of(head, WIDTHS["phone"]), page_of(coordinator), page_of(mender, WIDTHS["phone"])

    phone.goto(f"{BASE}/bao-hong/")
    assert_accessible(phone, "finding what is broken")
    phone.get_by_role("main").get_by_role("link", name="Cụm loa Ví Dụ").click()
    assert_accessible(phone, "the report of a fault")
    phone.get_by_label("Hỏng gì").fill("Loa mất tiếng")
    phone.get_by_label("Còn dùng được không").select_option(label="Không dùng được")
    phone.get_by_label("Chụp ảnh").set_input_files(picture("hong.jpg"))
    phone.get_by_role("main").locator("form button").last.click()
    phone.get_by_role("heading", name="Loa mất tiếng").wait_for()
    assert_accessible(phone, "the ticket on the phone")
    at = phone.url

    desk.goto(f"{BASE}/")
    assert_accessible(desk, "upkeep")
    desk.goto(at)
    desk.get_by_label("Đơn vị sửa").select_option(label="Tổ sửa chữa mẫu")
    desk.get_by_label("Hạn sửa").fill((dt.date.today() + dt.timedelta(7)).isoformat())
    desk.get_by_role("button", name="Giao sửa").click()
    desk.get_by_text("Đã giao sửa", exact=True).first.wait_for()
    assert_accessible(desk, "the ticket, assigned")

    mending.goto(at)
    assert_accessible(mending, "the ticket of who mends it")
    mending.get_by_label("Chụp ảnh").set_input_files(picture("xong.jpg"))
    mending.get_by_role("button", name="Báo đã sửa").click()
    mending.get_by_text("Đã sửa, chờ kiểm tra", exact=True).first.wait_for()
    assert mending.get_by_role("button", name="Kiểm tra đạt").count() == 0

    desk.reload()
    desk.get_by_label("Nhận xét khi kiểm tra").fill("Nghe rõ cả ba loa")
    desk.get_by_role("button", name="Kiểm tra đạt").click()
    desk.get_by_text("Đã kiểm tra", exact=True).first.wait_for()
    desk.get_by_role("button", name="Đóng phiếu").click()
    desk.get_by_text("Đã đóng", exact=True).first.wait_for()
    assert_accessible(desk, "the ticket, closed")

    phone.reload()
    assert phone.locator(".timeline > li").count() == 5
    assert_accessible(phone, "the whole story on the phone")
    with inside(coordinator):
        assert Ticket.objects.get().state == Ticket.State.CLOSED
        assert UpkeepPhoto.objects.count() == 2


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_pages_of_upkeep_are_accessible_while_empty(page_of, people, width):  # noqa: F811
    page = page_of(people[0], width)
    for address in ("", "phieu/", "khong-hoat-dong/", "bao-hanh/", "ke-hoach/"):
        page.goto(f"{BASE}/{address}")
        assert_accessible(page, address)
