"""What the books refuse, what they take only with a reason, and how a wrong entry is taken back."""

from __future__ import annotations

import pytest

from hatang.core.models import AuditEvent
from hatang.projects.models import Allocation, Disbursement, SettledAmount, Transfer, YearCapital
from hatang.projects.money import selectors, services
from hatang.projects.money.rules.totals import Sums, total
from hatang.projects.services import ChangedMeanwhile, NotAllowed
from hatang.projects.tests.examples import DAY, make_project, make_source

pytestmark = pytest.mark.usefixtures("as_coordinator")


@pytest.fixture
def ground():
    work, source = make_project("Đường ví dụ"), make_source("Ngân sách ví dụ", first_year=2025)
    services.allocate(Allocation(project=work, source=source, year=2026, amount=1_000, decided_on=DAY, document="01/QĐ"))
    return work, source


def pay(work, source, amount, kind="payment", **given):
    facts = {"year": 2026, "paid_on": DAY, "decided_on": DAY, **given}
    return services.disburse(Disbursement(project=work, source=source, kind=kind, amount=amount, **facts))


def test_paying_more_than_the_capital_of_the_year_is_refused_and_says_by_how_much(ground):
    pay(*ground, 600)
    with pytest.raises(NotAllowed, match=r"“Đường ví dụ”.*vượt kế hoạch vốn năm 2026.*“Ngân sách ví dụ” 1 đồng"):
        pay(*ground, 401, note="lý do không đổi được")
    pay(*ground, 400)
    assert total(selectors.cells()) == Sums(allocated=1_000, disbursed=1_000)


def test_a_payment_that_recovers_an_advance_counts_once(ground):
    pay(*ground, 300, kind="advance")
    pay(*ground, 500, recovered=200)
    assert total(selectors.cells()) == Sums(allocated=1_000, advanced=100, disbursed=600)
    with pytest.raises(NotAllowed, match="vượt tạm ứng còn lại"):
        pay(*ground, 200, recovered=101)


def test_capital_already_paid_out_cannot_be_moved_away(ground):
    work, source = ground
    other = make_project()
    pay(work, source, 700)
    about = {"source": source, "from_project": work, "from_year": 2026, "to_year": 2026, "decided_on": DAY}
    with pytest.raises(NotAllowed, match="số quyết định"):
        services.transfer(Transfer(to_project=other, amount=100, **about))
    with pytest.raises(NotAllowed, match="vượt kế hoạch vốn"):
        services.transfer(Transfer(to_project=other, amount=301, document="02/QĐ", **about))
    services.transfer(Transfer(to_project=other, amount=300, document="02/QĐ", **about))
    assert total(selectors.book_of(selectors.cells(), other.pk)).left == 300
    assert AuditEvent.objects.filter(action="money.transfer", subject_id=str(other.pk)).exists()


def test_a_wrong_entry_is_reversed_once_and_stays(ground):
    entry = pay(*ground, 600)
    opposite = services.reverse(entry, reason="Ghi nhầm công trình")
    assert (opposite.amount, opposite.note, opposite.reverses_id) == (-600, "Ghi nhầm công trình", entry.pk)
    assert total(selectors.cells()) == Sums(allocated=1_000)
    for row in (entry, opposite):
        with pytest.raises(NotAllowed, match="đã được hủy"):
            services.reverse(row, reason="lần nữa")
    with pytest.raises(NotAllowed, match="lý do"):
        services.reverse(pay(*ground, 5), reason=" ")
    assert Disbursement.objects.count() == 3


def test_an_entry_that_others_rest_on_is_not_reversed_first(ground):
    pay(*ground, 600)
    with pytest.raises(NotAllowed, match="vượt kế hoạch vốn"):
        services.reverse(Allocation.objects.get(), reason="Ghi nhầm")
    advance = pay(*ground, 100, kind="advance")
    pay(*ground, 100, recovered=100)
    with pytest.raises(NotAllowed, match="vượt tạm ứng"):
        services.reverse(advance, reason="Ghi nhầm")


@pytest.mark.parametrize("reason", ["", "Được giao bổ sung theo văn bản ví dụ"])
def test_above_the_ceiling_or_the_capital_of_the_commune_needs_a_reason(ground, reason):
    work, source = ground
    services.allocate(Allocation(project=work, source=source, kind="ceiling", amount=1_500, decided_on=DAY))
    services.write_year_capital(YearCapital(source=source, year=2026, amount=1_200))
    more = Allocation(project=work, source=source, year=2026, amount=600, decided_on=DAY, note=reason)
    if reason:
        services.allocate(more)
        return
    with pytest.raises(NotAllowed) as refused:
        services.allocate(more)
    assert [("trung hạn" in said, "được giao" in said, "ghi lý do" in said) for said in refused.value.reasons] == [
        (True, False, True),
        (False, True, True),
    ]


def test_settling_more_than_was_paid_needs_a_reason(ground):
    work, source = ground
    pay(work, source, 500)
    services.settle(SettledAmount(project=work, source=source, year=2026, amount=500, decided_on=DAY))
    with pytest.raises(NotAllowed, match="quyết toán lớn hơn"):
        services.settle(SettledAmount(project=work, source=source, amount=501, decided_on=DAY))
    services.settle(SettledAmount(project=work, source=source, amount=501, decided_on=DAY, note="Còn nợ nhà thầu 1 đồng"))
    assert total(selectors.cells()) == Sums(allocated=1_000, disbursed=500, settled=500, final=501)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"amount": 0}, "lớn hơn 0"),
        ({"year": 2024}, "không dùng cho năm 2024"),
    ],
)
def test_entries_that_say_nothing_sensible(ground, given, said):
    work, source = ground
    with pytest.raises(NotAllowed, match=said):
        services.allocate(
            Allocation(**{"project": work, "source": source, "year": 2026, "amount": 5, "decided_on": DAY, **given})
        )


def test_a_request_to_others_has_no_money_of_the_commune(ground):
    with pytest.raises(NotAllowed, match="đề nghị gửi đơn vị khác"):
        services.allocate(
            Allocation(project=make_project(kind="request"), source=ground[1], year=2026, amount=5, decided_on=DAY)
        )  # fmt: skip


def test_shipped_sources_are_adopted_once_and_versioned_by_year():
    count = services.adopt_sources()
    assert count >= 7
    assert services.adopt_sources() == 0
    assert {source.name for source in selectors.sources(2026) if source.code == "ctmtqg"} == {"Chương trình mục tiêu quốc gia"}
    assert {source.kind for source in selectors.sources()} >= {"national_programme", "province", "commune", "company", "people"}


def test_two_people_setting_the_capital_of_a_year(ground):
    services.write_year_capital(YearCapital(source=ground[1], year=2026, amount=5))
    first, second = YearCapital.objects.get(), YearCapital.objects.get()
    first.amount = 6
    services.write_year_capital(first)
    with pytest.raises(ChangedMeanwhile):
        services.write_year_capital(second)


def test_a_plan_of_paying_out_only_grows(ground):
    with pytest.raises(NotAllowed):
        services.plan_year(ground[0], 2026, {3: 500, 6: 400})
    services.plan_year(ground[0], 2026, {3: 400, 12: 1_000})
    services.plan_year(ground[0], 2026, {6: 500, 12: 1_000})
    assert selectors.planned(2026, [ground[0].pk]) == {6: 500, 12: 1_000}
