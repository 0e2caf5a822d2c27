"""A need becomes a road that moves its target, in a real browser, each step by the person whose step it is."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest
from PIL import Image

from hatang.assets.models import Asset
from hatang.commune.roles import Role
from hatang.indicators.models import IndicatorFigure
from hatang.indicators.services import recompute
from hatang.indicators.tests.ground import make_indicator, make_period
from hatang.projects.models import Contribution, Project, SettledAmount, UnitPrice
from hatang.projects.tests.examples import make_project, make_road, make_source, make_village
from hatang.projects.tests.walking import DAY, Walker
from hatang.tests.browsing import chromium, page_of  # noqa: F401 - fixtures
from hatang.tests.factories import inside, make_commune, make_member

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser"), pytest.mark.django_db(transaction=True)]
NAME, REASON = "Cứng hóa đường vào xóm Ví Dụ", "Hai đoạn nối tiếp nhau, không trùng tuyến."


@pytest.fixture
def people():
    """A commune with a road to harden, a work that looks like the one to come, and who decides, follows and reports."""
    commune = make_commune()
    found = {role: make_member(commune, role, f"Người {role}") for role in (Role.COORDINATOR, Role.CHAIR, Role.VILLAGE_HEAD)}
    with inside(found[Role.COORDINATOR]):
        village = make_village("thôn Ví Dụ Mới")
        unit = found[Role.VILLAGE_HEAD].unit
        unit.village = village
        unit.save()
        make_road(village, metres=400)
        make_road(village, metres=600)
        make_project(NAME, villages=(village,), start_year=int(DAY[:4]), end_year=int(DAY[:4]))
        make_source("Nguồn ví dụ", first_year=2020)
        make_indicator("roads.axis")
        make_period(f"{DAY[:4]}-Q{(int(DAY[5:7]) + 2) // 3}")
        recompute()
    return found


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "anh.png"
    content = io.BytesIO()
    Image.new("RGB", (60, 40), "#6d9a72").save(content, "PNG")
    path.write_bytes(content.getvalue())
    return path


def test_a_need_becomes_a_road_that_moves_its_target(page_of, people, picture):  # noqa: F811
    head, clerk, chair = (Walker(page_of(people[role])) for role in (Role.VILLAGE_HEAD, Role.COORDINATOR, Role.CHAIR))
    work = proposed(clerk, asked(head))
    agreed_to_overlap(clerk, chair, work)
    built(head, clerk, chair, work, picture)
    with inside(people[Role.COORDINATOR]):
        assert share() == Decimal(0)
    clerk.step(work, "handover:done", look=True)
    with inside(people[Role.COORDINATOR]):
        assert share() == Decimal("0.4")  # kilometres
        assert Asset.objects.filter(attributes__surface="concrete").count() == 1
    paid_and_settled(clerk, work)
    with inside(people[Role.COORDINATOR]):
        done = Project.objects.get(payment="paid")
        assert (done.handover, done.settlement) == ("done", "approved")
        assert SettledAmount.objects.get(project=done).amount == 100_000_000


def share():
    """Kilometres of hardened road in the commune's figure."""
    return IndicatorFigure.objects.order_by("-pk").values_list("numerator", flat=True)[0]


def asked(head):
    """The head of the village asks; where the need stands."""
    head.page.goto("/cong-trinh/nhu-cau/de-xuat/")
    head.look("the form of a need")
    head.fill(
        name=NAME,
        sector=["Giao thông"],
        reason="Mưa là lầy, học sinh khó đi.",
        households="40",
        estimated_cost="100.000.000",
        proposed_on=DAY,
    )
    head.press("Gửi đề xuất")
    head.look("the needs of villages")
    head.follow(NAME)
    head.page.get_by_role("heading", name=NAME).wait_for()
    head.look("a need")
    return head.page.url


def proposed(clerk, need):
    """Weighed, and made a work that leaves a hardened road behind; the address of the work."""
    clerk.page.goto(need)
    for points in clerk.page.locator('input[name^="points-"]').all():
        points.fill("1")
    clerk.look("weighing")
    clerk.press("Lưu điểm")
    clerk.sees("/ 100")
    clerk.follow("Lập công trình")
    clerk.page.locator('input[name="cach"][value="community"]').check()
    clerk.look("how it is carried out")
    clerk.press("Tiếp tục")
    clerk.page.get_by_label("thôn Ví Dụ Mới").check()
    clerk.fill(quantity="0,4", unit="km", total_investment="100.000.000", start_year=DAY[:4], end_year="1999")
    clerk.press("Lưu")
    clerk.page.get_by_role("alert").wait_for()
    clerk.look("the form of a work with an error")
    clerk.fill(end_year=DAY[:4])
    clerk.press("Lưu")
    clerk.page.get_by_role("heading", name=NAME).wait_for()
    clerk.look("a work")
    work = clerk.page.url
    clerk.page.goto(f"{work}san-pham/?loai=road_segment")
    options = clerk.page.locator('[name="asset"] option').all_inner_texts()
    first = next(text for text in options if "ví dụ" in text)
    clerk.fill(name="Đường vào xóm", asset=[first], length_m="400", **{"a__surface": ["Bê tông"]})
    clerk.look("the form of what is left behind")
    clerk.press("Lưu")
    clerk.page.wait_for_url(work)
    return work


def agreed_to_overlap(clerk, chair, work):
    """Another work has the same name: no plan before the chair says why both go on."""
    clerk.page.goto(f"{work}trung-lap/")
    clerk.look("what looks like it")
    clerk.sees("chưa có lý do")
    chair.page.goto(f"{work}buoc/?viec=stage&sang=in_plan")
    chair.follow("Xem trùng lặp")
    chair.page.get_by_role("row").get_by_role("link", name=NAME).click()
    chair.look("two works side by side")
    chair.press("Ghi lý do vẫn thực hiện")
    chair.page.get_by_role("alert").wait_for()
    chair.fill(reason=REASON)
    chair.press("Ghi lý do vẫn thực hiện")
    chair.sees(REASON)
    chair.step(work, "stage:in_plan", look=True)
    chair.look("papers and steps")


def built(head, clerk, chair, work, picture):
    """Contract, capital, a report with a picture and an obstacle, acceptance."""
    clerk.step(work, "stage:preparation")
    clerk.page.goto(f"{work}hop-dong/them/")
    clerk.fill(kind=["Cộng đồng tự thực hiện"], number="01/HĐ-VD", company_name="Tổ thợ Ví Dụ", value="95.000.000",
               warranty_months="12")  # fmt: skip
    clerk.look("the form of a contract")
    clerk.press("Lưu")
    clerk.sees("01/HĐ-VD")
    clerk.look("contracts")
    money(clerk, work, "von", kind=["Kế hoạch vốn năm"], amount="100.000.000", document="02/QĐ-VD", decided_on=DAY)
    clerk.look("the money of a work")
    clerk.step(work, "stage:under_way")
    clerk.step(work, "construction:started")
    head.page.goto(f"{work}bao-cao/")
    head.fill(on=DAY, percent="100", note="Đổ xong mặt đường.", photos=(picture,))
    head.look("the form of a report")
    head.press("Gửi báo cáo")
    head.sees("Đổ xong mặt đường.")
    head.page.goto(f"{work}vuong-mac/")
    head.fill(cause=["Mặt bằng"], what="Vướng một hàng rào.", found_on=DAY)
    head.press("Lưu")
    head.sees("Vướng một hàng rào.")
    head.look("progress")
    clerk.step(work, "construction:finished")
    clerk.page.goto(f"{work}nghiem-thu/")
    clerk.fill(kind=["Nghiệm thu hoàn thành"], number="03/BB-VD", on=DAY, value="95.000.000")
    clerk.press("Lưu")
    clerk.sees("03/BB-VD")
    clerk.step(work, "acceptance:accepted")


def money(clerk, work, book, **given):
    """Write into one of the books of the work, and come back to its money."""
    clerk.page.goto(f"{work}von/ghi/{book}/")
    source = clerk.page.locator('[name="source"] option').nth(1).inner_text()
    clerk.fill(source=[source], **given)
    clerk.press("Lưu")
    clerk.page.wait_for_url("**/von/")


def paid_and_settled(clerk, work):
    """Paid by what was accepted, and settled for good."""
    clerk.step(work, "payment:paying")
    paid = {"kind": ["Thanh toán khối lượng hoàn thành"], "paid_on": DAY, "document": "04/CT-VD", "decided_on": DAY}
    clerk.page.goto(f"{work}von/ghi/giai-ngan/")
    source = clerk.page.locator('[name="source"] option').nth(1).inner_text()
    clerk.fill(source=[source], amount="100.000.001", **paid)
    clerk.press("Lưu")
    clerk.page.get_by_role("alert").wait_for()
    clerk.look("more than there is")
    clerk.fill(amount="100.000.000")
    clerk.press("Lưu")
    clerk.page.wait_for_url("**/von/")
    clerk.step(work, "payment:paid")
    money(clerk, work, "quyet-toan", amount="100.000.000", document="05/QĐ-VD", decided_on=DAY)
    for move in ("submitted", "verified", "approved"):
        clerk.step(work, f"settlement:{move}")
    for address in (work, f"{work}phieu/", f"{work}ma-qr/", "/cong-trinh/", "/cong-trinh/von/"):
        clerk.page.goto(address)
        clerk.look(address)


def test_a_gift_is_written_its_receipt_printed_and_the_name_withdrawn(page_of, people):  # noqa: F811
    with inside(people[Role.COORDINATOR]):
        work = Project.objects.get()
        day = f"{DAY[:4]}-01-01"
        UnitPrice.objects.create(
            kind="labour", item="Ngày công ví dụ", unit="công", price=250_000, document="06/QĐ-VD", decided_on=day, valid_from=day
        )
    clerk = Walker(page_of(people[Role.COORDINATOR]))
    clerk.page.goto(f"/cong-trinh/{work.pk}/dong-gop/")
    clerk.look("no gifts yet")
    clerk.follow("Ghi đóng góp")
    price = clerk.page.locator('[name="unit_price"] option').nth(1).inner_text()
    clerk.fill(
        kind=["Ngày công"], village=["thôn Ví Dụ Mới"], giver_name="Hộ Ví Dụ", given_on=DAY, quantity="12", unit_price=[price]
    )
    clerk.look("the form of a gift")
    clerk.press("Lưu")
    clerk.sees("3.000.000")
    assert clerk.page.get_by_text("Hộ Ví Dụ").count() == 0
    clerk.follow("Đồng ý nêu tên")
    clerk.fill(on=DAY, how="Giấy đồng ý ví dụ")
    clerk.look("agreeing to be named")
    clerk.press("Lưu")
    clerk.sees("Hộ Ví Dụ")
    clerk.look("gifts")
    clerk.follow("Phiếu")
    clerk.page.get_by_role("heading", name="Phiếu nhận đóng góp").wait_for()
    clerk.look("the receipt")
    assert clerk.page.pdf().startswith(b"%PDF")
    clerk.page.emulate_media(media="print")
    assert not clerk.page.get_by_role("button", name="In").is_visible()
    clerk.page.emulate_media(media="screen")
    clerk.follow("Về trang đóng góp")
    clerk.press("Rút lại nêu tên")
    clerk.sees("không nêu tên")
    assert clerk.page.get_by_text("Hộ Ví Dụ").count() == 0
    with inside(people[Role.COORDINATOR]):
        assert not Contribution.objects.get().name_is_public
