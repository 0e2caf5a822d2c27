"""The pages of upkeep: what they show, how many queries they need, what a wrong form keeps."""

from __future__ import annotations

import datetime as dt

import pytest

from hatang.assets.models import Assessment, Asset, Decision, Ticket, TicketStep, UpkeepPhoto
from hatang.assets.upkeep import services
from hatang.assets.upkeep.rules.tickets import Verb
from hatang.assets.upkeep.tests.examples import a_picture, a_unit, an_asset, somebody
from hatang.commune.roles import Role
from hatang.tests.factories import inside, signed_in, upload_of

pytestmark = pytest.mark.django_db
BASE = "/so-cong-trinh/bao-tri"
TODAY = dt.date.today()


def text_of(answer):
    return answer.content.decode()


def a_fault(asset, **values):
    return services.report(asset, **{"fault": "Loa mất tiếng", "effect": "not_working", **values})


@pytest.fixture
def asset(coordinator):
    with inside(coordinator):
        return an_asset()


def test_a_fault_is_reported_from_a_phone_with_a_picture(browser, coordinator, asset):
    page = text_of(browser.get(f"{BASE}/bao-hong/"))
    assert f"{BASE}/bao-hong/{asset.pk}/" in page
    assert 'capture="environment"' in text_of(browser.get(f"{BASE}/bao-hong/{asset.pk}/"))
    answer = browser.post(
        f"{BASE}/bao-hong/{asset.pk}/",
        {"fault": "Loa mất tiếng", "effect": "not_working", "is_dangerous": "on", "photo": a_picture(),
         "more": [a_picture("blue"), a_picture("green")]},
        follow=True,
    )  # fmt: skip
    assert answer.status_code == 200
    page = text_of(answer)
    for words in ("Loa mất tiếng", "Mới báo", "Nguy hiểm", "rào chắn", "Không dùng được", "Giao sửa"):
        assert words in page
    with inside(coordinator):
        assert UpkeepPhoto.objects.count() == 3
        photo = UpkeepPhoto.objects.first()
    for path in (f"{BASE}/anh/{photo.pk}/", f"{BASE}/anh/{photo.pk}/nho/"):
        assert browser.get(path)["Content-Type"] == "image/jpeg"


@pytest.mark.parametrize(
    ("sent", "said"),
    [({"effect": "partly"}, "Hỏng gì"), ({"fault": "Rè"}, "Còn dùng được không")],
)
def test_a_report_that_lacks_something_keeps_what_was_typed(browser, coordinator, asset, sent, said):
    answer = browser.post(f"{BASE}/bao-hong/{asset.pk}/", {"details": "Từ hôm qua", **sent})
    assert answer.status_code == 400
    assert "Từ hôm qua" in text_of(answer)
    assert said in text_of(answer)


def test_a_report_whose_picture_is_none_saves_nothing(browser, coordinator, asset):
    sent = {"fault": "Rè", "effect": "partly", "photo": upload_of("chữ", "anh.jpg")}
    answer = browser.post(f"{BASE}/bao-hong/{asset.pk}/", sent)
    assert answer.status_code == 400
    assert "không phải ảnh" in text_of(answer)
    with inside(coordinator):
        assert not Ticket.objects.exists()


def test_the_way_of_a_ticket_through_its_page(browser, commune, coordinator, asset):
    mender = somebody(commune, Role.OFFICER, "Người Sửa Mẫu", unit="Tổ sửa chữa mẫu")
    with inside(coordinator):
        ticket = a_fault(asset)
        unit = a_unit()
    at = f"{BASE}/phieu/{ticket.pk}"
    assert browser.post(f"{at}/giao/", {"assign-unit": unit.pk, "assign-due_on": TODAY.isoformat()}).status_code == 302
    refused = signed_in(mender).post(f"{at}/da-sua/", {"fix-on": TODAY.isoformat()})
    assert refused.status_code == 400
    assert "Cần ảnh sau khi sửa" in text_of(refused)
    assert signed_in(mender).post(f"{at}/da-sua/", {"fix-on": TODAY.isoformat(), "fix-note": "Thay loa"}).status_code == 302
    assert browser.post(f"{at}/kiem-tra/", {"check-note": "Nghe rõ"}).status_code == 302
    assert browser.post(f"{at}/dong/", {}).status_code == 302
    page = text_of(browser.get(f"{at}/"))
    assert "Đã đóng" in page
    assert "Nghe rõ" in page
    assert "Vì sao mở lại" in page
    refused = browser.post(f"{at}/dong/", {})
    assert refused.status_code == 400
    assert "sang bước khác" in text_of(refused)
    assert browser.post(f"{at}/mo-lai/", {"reopen-note": "Lại mất tiếng"}).status_code == 302
    with inside(coordinator):
        assert [step.led_to for step in TicketStep.objects.order_by("pk")] == [
            "open", "assigned", "fixed", "checked", "closed", "reopened",
        ]  # fmt: skip


def test_who_mended_it_is_told_that_another_person_checks(browser, coordinator, asset):
    with inside(coordinator):
        ticket = a_fault(asset)
        services.advance(ticket, Verb.ASSIGN, unit=a_unit(), due_on=TODAY)
        services.advance(ticket, Verb.FIX, note="Thay loa")
    at = f"{BASE}/phieu/{ticket.pk}"
    page = text_of(browser.get(f"{at}/"))
    assert "một người khác sẽ kiểm tra" in page
    assert f"{at}/kiem-tra/" not in page
    refused = browser.post(f"{at}/kiem-tra/", {})
    assert refused.status_code == 400
    assert "không được tự kiểm tra" in text_of(refused)


def test_a_finding_changes_the_asset_and_is_shown_on_its_page(browser, coordinator, asset):
    sent = {"on": TODAY.isoformat(), "occasion": "periodic", "condition": "poor", "working": "partly", "note": "Rỉ chân cột",
            "photo": a_picture()}  # fmt: skip
    assert browser.post(f"{BASE}/kiem-tra/{asset.pk}/", sent)["Location"] == f"/so-cong-trinh/{asset.pk}/"
    with inside(coordinator):
        assert Asset.objects.get().condition == "poor"
        assert Assessment.objects.get().photos.count() == 1
    ahead = {**sent, "on": (TODAY + dt.timedelta(1)).isoformat(), "photo": a_picture()}
    assert browser.post(f"{BASE}/kiem-tra/{asset.pk}/", ahead).status_code == 400


def test_a_decision_needs_its_reason_and_a_day_to_look_again(browser, coordinator, asset):
    at = f"{BASE}/khong-hoat-dong/{asset.pk}/"
    sent = {"choice": "wait", "reason": "Chờ vốn", "decided_by": "Người Mẫu, Chủ tịch", "on": TODAY.isoformat()}
    answer = browser.post(at, sent)
    assert answer.status_code == 400
    assert "khi nào xem xét lại" in text_of(answer)
    sent["due_on"] = (TODAY + dt.timedelta(90)).isoformat()
    assert browser.post(at, {**sent, "document": "Số 9/TB-UBND"}).status_code == 302
    assert browser.post(at, {**sent, "choice": "remove", "due_on": ""}).status_code == 302
    page = text_of(browser.get(at))
    assert page.index("Tháo dỡ") < page.index("Số 9/TB-UBND")
    with inside(coordinator):
        assert Decision.objects.count() == 2


def test_the_list_of_what_does_not_work_says_since_when_and_what_is_decided(browser, coordinator, asset):
    with inside(coordinator):
        a_fault(asset, on=TODAY - dt.timedelta(12))
        other = an_asset("Loa không ai báo", working="not_working")
        services.decide(other, "repair", reason="Còn tốt", decided_by="Người Mẫu", on=TODAY - dt.timedelta(9),
                        due_on=TODAY - dt.timedelta(1))  # fmt: skip
        mended = a_fault(an_asset("Loa đã sửa"))
        services.advance(mended, Verb.ASSIGN, unit=a_unit(), due_on=TODAY)
        services.advance(mended, Verb.FIX, note="Thay loa")
    page = text_of(browser.get(f"{BASE}/khong-hoat-dong/"))
    for words in ("12 ngày", "chưa có phiếu báo hỏng", "Sửa chữa để dùng lại", "quá hạn", "Đã sửa, chờ kiểm tra"):
        assert words in page


@pytest.mark.parametrize(
    ("days", "open_ticket", "shown"),
    [(0, False, True), (90, False, True), (91, False, False), (-1, False, False), (-1, True, True), (-400, True, True)],
)
def test_which_warranties_ask_for_attention(browser, coordinator, days, open_ticket, shown):
    with inside(coordinator):
        asset = an_asset("Cầu Ví Dụ", warranty_until=TODAY + dt.timedelta(days))
        if open_ticket:
            a_fault(asset)
    assert ("Cầu Ví Dụ" in text_of(browser.get(f"{BASE}/bao-hanh/"))) is shown


def test_tickets_are_filtered(browser, coordinator, asset):
    with inside(coordinator):
        late = a_fault(asset, fault="Hỏng lâu", on=TODAY - dt.timedelta(9))
        Ticket.objects.filter(pk=late.pk).update(state="assigned", unit=a_unit(), due_on=TODAY - dt.timedelta(1))
        a_fault(asset, fault="Mới hỏng")
    page = text_of(browser.get(f"{BASE}/phieu/?buoc=late"))
    assert "Hỏng lâu" in page
    assert "Mới hỏng" not in page
    assert "Không có phiếu nào như vậy" in text_of(browser.get(f"{BASE}/phieu/?tim=khong+co"))
    assert "Mới hỏng" in text_of(browser.get(f"{BASE}/phieu/?tim=cum+loa&buoc=sai&thon=x"))


def a_busy_commune(coordinator, count):
    with inside(coordinator):
        for number in range(count):
            asset = an_asset(f"Cụm loa {number}", warranty_until=TODAY)
            ticket = a_fault(asset, on=TODAY - dt.timedelta(1), photos=[(a_picture((number, 0, 0)), "a.jpg")])
            services.advance(ticket, Verb.ASSIGN, unit=a_unit(f"Tổ {number}"), due_on=TODAY, note="gấp")
            services.assess(asset, on=TODAY, condition="poor", working="not_working", photos=[(a_picture(), "b.jpg")])
            services.decide(asset, "repair", reason="Còn dùng", decided_by="Mẫu", on=TODAY, due_on=TODAY)
        return ticket


@pytest.mark.parametrize("count", [1, 12])
def test_pages_need_few_queries_however_much_there_is(browser, coordinator, django_assert_max_num_queries, count):
    ticket = a_busy_commune(coordinator, count)
    pk = ticket.asset_id
    of_one = (f"/phieu/{ticket.pk}/", f"/bao-hong/{pk}/", f"/kiem-tra/{pk}/", f"/khong-hoat-dong/{pk}/")
    for path in ("/", "/phieu/", "/bao-hong/", "/khong-hoat-dong/", "/bao-hanh/", *of_one):
        with django_assert_max_num_queries(12):
            answer = browser.get(BASE + path)
        assert answer.status_code == 200, path
    with django_assert_max_num_queries(12):
        page = text_of(browser.get(f"/so-cong-trinh/{pk}/"))
    for words in ("Loa mất tiếng", "Kiểm tra thường xuyên", "Sửa chữa để dùng lại", "ảnh 1"):
        assert words in page


@pytest.mark.parametrize("path", ["/", "/phieu/", "/bao-hong/", "/khong-hoat-dong/", "/bao-hanh/"])
def test_an_empty_commune_is_told_what_to_do(browser, path):
    assert browser.get(BASE + path).status_code == 200
