"""What gifts count for, what is refused, and totals without names."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hatang.projects.giving import selectors, services
from hatang.projects.giving.rules.naming import is_public, may_read
from hatang.projects.giving.rules.valuing import value
from hatang.projects.models import Contribution, Project, UnitPrice
from hatang.projects.selectors import with_sums
from hatang.projects.services import NotAllowed
from hatang.projects.tests.examples import DAY, make_project, make_village

pytestmark = pytest.mark.usefixtures("as_coordinator")
AGREED, TAKEN_BACK = dt.date(2026, 6, 1), dt.date(2026, 6, 2)


def price(kind="labour", amount=250_000, **given):
    facts = {"item": "Ngày công phổ thông", "unit": "công", "document": "11/QĐ", "decided_on": DAY, "valid_from": DAY, **given}
    return services.write_price(UnitPrice(kind=kind, price=amount, **facts))


def gift(project=None, kind="labour", quantity="3", **given):
    facts = {"given_on": DAY, "unit": "công", "giver_name": "Hộ Kín Tên", "consent_reference": "Văn bản 01", **given}
    return services.give(Contribution(project=project or make_project(), kind=kind, quantity=Decimal(quantity), **facts))


@pytest.mark.parametrize(
    ("quantity", "amount", "worth"),
    [("3", 250_000, 750_000), ("2.5", 3, 8), ("0.001", 499, 0), ("0.001", 500, 1), ("12.345", 1_000, 12_345)],
)
def test_quantity_times_price_in_whole_dong(quantity, amount, worth):
    assert value(Decimal(quantity), amount) == worth


@given(st.decimals(0, 10**6, places=3), st.integers(0, 10**9))
def test_a_value_is_within_half_a_dong_of_the_product(quantity, amount):
    assert abs(value(quantity, amount) - quantity * amount) <= Decimal("0.5")


def test_gifts_get_a_value_that_is_added_to_the_work():
    work = make_project()
    assert gift(work, unit_price=price()).value == 750_000
    assert gift(work, "cash", "500000", unit="đồng").value == 500_000
    assert gift(work, "material", "2", unit="m³", value=90_000).value == 90_000
    assert gift(work, "land", "120.5", unit="m²", geometry={"type": "Point", "coordinates": [105.9, 22.2]}).value == 0
    assert with_sums(Project.objects.filter(pk=work.pk)).get().given == 1_340_000


def test_receipts_are_numbered_by_year():
    numbers = [gift().receipt_number, gift().receipt_number, gift(given_on=dt.date(2025, 3, 1)).receipt_number]
    assert numbers == ["PN-2026-0001", "PN-2026-0002", "PN-2025-0001"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"quantity": "0"}, "lớn hơn 0"),
        ({"kind": "cash", "quantity": "1.5"}, "tròn đồng"),
        ({"kind": "land", "consent_reference": " "}, "văn bản đồng ý"),
        ({"name_agreed_on": DAY}, "bằng cách nào"),
    ],
)
def test_gifts_that_lack_something(given, said):
    with pytest.raises(NotAllowed, match=said):
        gift(**given)
    assert not Contribution.objects.exists()


def test_a_price_of_another_kind_or_another_day_does_not_fit():
    ended = price(valid_to=DAY)
    for other in ({"kind": "material"}, {"given_on": DAY + dt.timedelta(1)}):
        with pytest.raises(NotAllowed, match="Đơn giá này không dùng"):
            gift(unit_price=ended, **other)


def test_a_price_that_gifts_were_valued_by_can_only_be_ended():
    used = price()
    valued = gift(unit_price=used)
    used.price = 1
    with pytest.raises(NotAllowed):
        services.write_price(used)
    used.price, used.valid_to = 250_000, DAY
    services.write_price(used)
    valued.refresh_from_db()
    assert valued.value == 750_000


def test_a_voided_gift_counts_nowhere_and_stays():
    work = make_project()
    wrong = services.void(gift(work, "cash", "5000", unit="đồng"), reason="Ghi nhầm")
    assert selectors.by_kind(work).value == 0
    assert with_sums(Project.objects.filter(pk=work.pk)).get().given == 0
    assert [row.is_void for row in selectors.gifts_of(work)] == [True]
    with pytest.raises(NotAllowed):
        services.void(wrong, reason="lần nữa")


def test_totals_by_village_add_up_and_name_nobody():
    near, work = make_village("thôn Ví Dụ Gần"), make_project()
    gift(work, village=near, unit_price=price())
    gift(work, "land", "100", unit="m²", village=near)
    gift(work, "cash", "5000", unit="đồng")
    lines, whole = selectors.by_village()
    assert [(line.label, line.count, line.labour, line.land, line.value) for line in lines] == [
        ("thôn Ví Dụ Gần", 2, Decimal(3), Decimal(100), 750_000),
        ("Không theo thôn", 1, Decimal(0), Decimal(0), 5_000),
    ]
    assert (whole.value, whole.count) == (755_000, 3)


@pytest.mark.parametrize(
    ("agreed", "withdrawn", "public"), [(None, None, False), (AGREED, None, True), (AGREED, TAKEN_BACK, False)]
)
def test_a_name_is_public_only_while_the_giver_agrees(agreed, withdrawn, public):
    assert is_public(agreed, withdrawn) is public
    assert Contribution(name_agreed_on=agreed, name_withdrawn_on=withdrawn).name_is_public is public


@pytest.mark.parametrize(
    ("village", "sees", "head_of", "is_head", "reads"),
    [
        (1, False, None, False, False), (1, True, None, False, True), (None, True, None, False, True),
        (1, True, 1, True, True), (1, True, 2, True, False), (None, True, 2, True, False), (None, True, None, True, False),
    ],
)  # fmt: skip
def test_who_may_read_a_private_name(village, sees, head_of, is_head, reads):
    assert may_read(village, sees_givers=sees, head_of=head_of, is_head=is_head) is reads


def test_agreeing_and_taking_it_back():
    given = gift()
    services.agree_to_name(given, on=AGREED, how="Ký phiếu")
    assert [row.name for row in selectors.gifts_of(given.project)] == ["Hộ Kín Tên"]
    services.withdraw_name(given, on=TAKEN_BACK)
    assert [row.name for row in selectors.gifts_of(given.project)] == [""]
    with pytest.raises(NotAllowed):
        services.withdraw_name(given, on=TAKEN_BACK)
