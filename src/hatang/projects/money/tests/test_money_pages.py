"""The pages of money: what they add up to, how many queries they need, who may write."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.utils import timezone

from hatang.commune.models import Unit
from hatang.commune.roles import Role
from hatang.projects import services as works
from hatang.projects.models import Allocation, Contract, Disbursement, FundingSource, Project, SettledAmount, Transfer
from hatang.projects.money import selectors, services
from hatang.projects.money.rules.totals import Sums, total
from hatang.projects.tests.examples import make_company, make_project, make_source, make_village
from hatang.tests.factories import inside, make_commune, make_member, signed_in

pytestmark = pytest.mark.django_db
ROOM = "/cong-trinh/"
TODAY = timezone.localdate()
YEAR = TODAY.year


def booked_work(number: int = 1) -> Project:
    """A work with something in every book."""
    village, far = make_village(), make_village()
    work, source = (
        make_project(f"Cầu ví dụ {number}", villages=(village, far), total_investment=3_000),
        make_source(first_year=2020),
    )
    about = {"project": work, "source": source, "decided_on": TODAY, "document": "01/QĐ"}
    services.allocate(Allocation(kind="ceiling", amount=2_000, **about))
    services.allocate(Allocation(year=YEAR, amount=1_000, **about))
    services.disburse(Disbursement(year=YEAR, kind="advance", amount=300, paid_on=TODAY, **about))
    wrong = services.disburse(Disbursement(year=YEAR, kind="payment", amount=50, paid_on=TODAY, **about))
    services.reverse(wrong, reason="Ghi nhầm")
    services.settle(SettledAmount(year=YEAR, amount=300, **about))
    about.pop("project")
    services.transfer(Transfer(from_project=work, from_year=YEAR, to_project=work, to_year=YEAR + 1, amount=100, **about))
    services.plan_year(work, YEAR, {6: 400, 12: 900})
    return work


@pytest.fixture
def work(coordinator):
    with inside(coordinator):
        return booked_work()


PAGES = ["von/", "von/?nhom=cong-trinh", "von/?nhom=thon", "von/?nhom=chi-tiet&linh_vuc=transport", "von/?nhom=nam&don_vi=dong",
         "von/theo-doi/", "von/nguon/", "von/nguong/", "von/nguon/them/", "{pk}/von/", "{pk}/von/ghi/von/",
         "{pk}/von/ghi/giai-ngan/", "{pk}/von/ghi/dieu-chuyen/", "{pk}/von/ghi/quyet-toan/", "{pk}/von/ke-hoach/",
         "{pk}/von/thon/", "{pk}/"]  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_pages_stay_within_twelve_queries_however_much_there_is(work, coordinator, page, django_assert_max_num_queries):
    browser = signed_in(coordinator)
    for more in (0, 6):
        with inside(coordinator):
            for number in range(more):
                booked_work(10 + number)
        with django_assert_max_num_queries(12):
            answer = browser.get(ROOM + page.format(pk=work.pk))
        assert answer.status_code == 200


def numbers(html: str, row: str) -> list[str]:
    found = re.search(rf"<{row}>(.*?)</{row}>", html, re.DOTALL)
    return re.findall(r'<td class="right[^>]*>([^<]*)</td>', found[1])


@pytest.mark.parametrize("heading", [code for code, _label in selectors.HEADINGS])
def test_the_foot_is_the_same_under_every_heading(work, browser, heading):
    html = browser.get(f"{ROOM}von/?nhom={heading}&don_vi=dong").content.decode()
    assert numbers(html, "tfoot") == ["2.000", "1.000", "300", "300", "700", "300", "–", "30%"]


@pytest.mark.parametrize(
    ("unit", "shown"), [("dong", "1.234.567.890"), ("nghin", "1.234.567,89"), ("trieu", "1.234,568"), ("ty", "1,235")]
)
def test_amounts_in_the_unit_asked_for(coordinator, browser, unit, shown):
    with inside(coordinator):
        about = {"source": make_source(), "decided_on": TODAY, "amount": 1_234_567_890}
        services.allocate(Allocation(project=make_project(), year=2026, **about))
    assert shown in browser.get(f"{ROOM}von/?don_vi={unit}").content.decode()


def test_a_year_alone_leaves_out_what_is_of_no_year(work, browser):
    html = browser.get(f"{ROOM}von/?nam={YEAR + 1}&don_vi=dong").content.decode()
    assert numbers(html, "tfoot") == ["100", "–", "–", "100", "–", "0%"]
    assert "Mức vốn trung hạn và quyết toán hoàn thành không thuộc một năm" in html


def test_money_is_written_through_the_forms(coordinator, browser):
    with inside(coordinator):
        work, source = make_project(), make_source("Ngân sách ví dụ")
        contract = works.write_contract(Contract(project=work, company=make_company(), kind="building", number="07", value=9))
    day = TODAY.isoformat()
    common = {"source": source.pk, "decided_on": day, "document": "02/QĐ"}
    made = f"{ROOM}{work.pk}/von/"
    steps = [
        ("ghi/von/", {"kind": "year", "year": YEAR, "amount": "1,5 triệu"}),
        ("ghi/von/", {"kind": "ceiling", "year": "", "amount": "2 triệu"}),
        ("ghi/giai-ngan/", {"kind": "advance", "year": YEAR, "amount": "500.000", "paid_on": day, "contract": contract.pk}),
        ("ghi/giai-ngan/", {"kind": "payment", "year": YEAR, "amount": "600.000", "recovered": "200.000", "paid_on": day}),
        ("ghi/dieu-chuyen/", {"from_year": YEAR, "to_year": YEAR + 1, "to_project": work.pk, "amount": "100.000"}),
        ("ghi/quyet-toan/", {"year": YEAR, "amount": "900.000"}),
    ]
    for address, given in steps:
        assert browser.post(made + address, {**common, **given}).status_code == 302, address
    with inside(coordinator):
        assert total(selectors.cells()) == Sums(2_000_000, 1_500_000, 300_000, 900_000, 900_000)
        assert Disbursement.objects.get(kind="advance").contract == contract


def test_what_the_books_refuse_is_said_and_what_was_typed_stays(work, browser, coordinator):
    with inside(coordinator):
        source = FundingSource.objects.get()
    day = TODAY.isoformat()
    given = {"source": source.pk, "kind": "payment", "year": YEAR, "amount": "601", "paid_on": day, "decided_on": day}
    html = browser.post(f"{ROOM}{work.pk}/von/ghi/giai-ngan/", given).content.decode()
    assert "vượt kế hoạch vốn năm" in html
    assert 'value="601"' in html
    future = (TODAY + dt.timedelta(1)).isoformat()
    html = browser.post(f"{ROOM}{work.pk}/von/ghi/giai-ngan/", {**given, "amount": "1", "paid_on": future}).content.decode()
    assert "Ngày này chưa đến" in html


def test_an_entry_is_reversed_from_its_page(work, browser, coordinator):
    with inside(coordinator):
        settled = SettledAmount.objects.get()
    address = f"{ROOM}von/but-toan/quyet-toan/{settled.pk}/huy/"
    assert "Hủy bút toán" in browser.get(address).content.decode()
    assert browser.post(address, {"reason": "Ghi nhầm số"}).status_code == 302
    html = browser.get(f"{ROOM}{work.pk}/von/").content.decode()
    assert html.count("đã hủy") == 2
    assert browser.get(f"{ROOM}von/but-toan/gi-do/{settled.pk}/huy/").status_code == 404


@pytest.mark.parametrize(("role", "sectors", "status"), [
    (Role.CHAIR, [], 403), (Role.VILLAGE_HEAD, [], 403), (Role.PROVINCE_VIEWER, [], 403),
    (Role.OFFICER, ["health"], 403), (Role.OFFICER, ["transport"], 200), (Role.OFFICER, [], 200),
])  # fmt: skip
def test_only_those_in_charge_write(work, role, sectors, status):
    member = make_member(work.commune, role)
    with inside(member):
        Unit.objects.filter(pk=member.unit_id).update(sectors=sectors)
    browser = signed_in(member)
    assert browser.get(f"{ROOM}{work.pk}/von/").status_code == 200
    assert browser.get(f"{ROOM}{work.pk}/von/ghi/von/").status_code == status
    assert browser.post(f"{ROOM}{work.pk}/von/ke-hoach/", {"thang_1": "5"}).status_code in ({403} if status == 403 else {302})


def test_sources_are_taken_over_and_the_capital_of_the_year_is_set(browser, coordinator):
    assert "Lấy danh mục có sẵn" in browser.get(f"{ROOM}von/nguon/").content.decode()
    browser.post(f"{ROOM}von/nguon/lay/")
    with inside(coordinator):
        source = FundingSource.objects.get(code="xa")
        services.allocate(Allocation(project=make_project(), source=source, year=YEAR, amount=600, decided_on=TODAY))
    address = f"{ROOM}von/nguon/{source.pk}/duoc-giao/?nam={YEAR}"
    assert browser.post(address, {"amount": "1.000", "document": "05/QĐ"}).status_code == 302
    assert "400 đồng" in browser.get(f"{ROOM}von/nguon/").content.decode()
    assert browser.post(address, {"amount": "900", "revision": "7"}).status_code == 200


def test_the_watch_page_warns_by_the_thresholds_of_the_commune(work, browser):
    html = browser.get(f"{ROOM}von/theo-doi/").content.decode()
    assert "cảnh báo nội bộ" in html
    given = {"paid_ahead_points": 5, "paid_behind_points": 90, "idle_months": 1, "year_end_percent": 95}
    assert browser.post(f"{ROOM}von/nguong/", given).status_code == 302
    html = browser.get(f"{ROOM}von/theo-doi/").content.decode()
    assert "trên 5 điểm" in html
    assert "đã chi 10%, đã làm 0%" in html


def test_nothing_of_another_commune_is_seen(work):
    other = signed_in(make_member(make_commune()))
    assert other.get(f"{ROOM}{work.pk}/von/").status_code == 404
    assert "Chưa có số vốn nào" in other.get(f"{ROOM}von/").content.decode()
