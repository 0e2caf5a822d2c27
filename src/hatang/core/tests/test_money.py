"""Money: whole đồng, written and read the Vietnamese way."""

from __future__ import annotations

import pytest
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hatang.core.money import Money, NotMoney, read_money
from hatang.ui.fields import MoneyField
from hatang.ui.templatetags.ui import vn_money, vn_money_short

UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault of the rule
AMOUNTS = st.integers(min_value=-(10**15), max_value=10**15)


@pytest.mark.parametrize(
    ("text", "dong"),
    [
        ("1.200.000", 1_200_000), ("1200000", 1_200_000), ("1 200 000 đồng", 1_200_000), ("1.200.000đ", 1_200_000),
        ("1.200.000 VNĐ", 1_200_000), ("1,2 triệu", 1_200_000), ("1,2 triệu đồng", 1_200_000), ("1.2 million", 1_200_000),
        ("1.200 triệu", 1_200_000_000), ("2 tỷ", 2 * 10**9), ("2 tỉ đồng", 2 * 10**9), ("1 tỷ 250 triệu", 1_250_000_000),
        ("1,25 tỷ", 1_250_000_000),
        ("500k", 500_000), ("500 nghìn", 500_000),
        ("750 ngàn đồng", 750_000), ("0", 0), ("-5 triệu", -5_000_000), ("0,5 nghìn", 500), ("tỷ", None),
    ],
)  # fmt: skip
def test_read(text, dong):
    if dong is None:
        with pytest.raises(NotMoney):
            read_money(text)
    else:
        assert read_money(text) == Money(dong)


@pytest.mark.parametrize(
    "text",
    ["", "  ", "đồng", "khoảng 2 triệu", "1,200,000", "1,200", "12 km", "2 triệu 1 tỷ", "1 triệu 2 triệu", "1,5", "1 tỷ -2 triệu",
     "9" * 20, "-1 tỷ 2 triệu", "=1+1", "2 triệu/năm"],
)  # fmt: skip
def test_refused(text):
    with pytest.raises(NotMoney):
        read_money(text)


@pytest.mark.parametrize(
    ("dong", "vi", "en"),
    [
        (0, "0 đồng", "0 đồng"),
        (999, "999 đồng", "999 đồng"),
        (1_500, "1,5 nghìn đồng", "1.5 thousand đồng"),
        (1_200_000, "1,2 triệu đồng", "1.2 million đồng"),
        (999_999_999, "1 tỷ đồng", "1 billion đồng"),
        (999_994_000, "999,99 triệu đồng", "999.99 million đồng"),
        (1_234_567_890_000, "1.234,57 tỷ đồng", "1,234.57 billion đồng"),
        (-1_200_000, "-1,2 triệu đồng", "-1.2 million đồng"),
    ],
)
def test_shortened(dong, vi, en):
    for language, written in (("vi", vi), ("en", en)):
        with translation.override(language):
            assert Money(dong).short == written == vn_money_short(dong)


def test_written_to_the_dong():
    with translation.override("vi"):
        assert vn_money(1_200_000) == vn_money(Money(1_200_000)) == "1.200.000 đồng"
        assert vn_money(None) == vn_money("") == vn_money_short(None) == ""
    with translation.override("en"):
        assert vn_money(1_200_000) == "1,200,000 đồng"


@UNHURRIED
@given(AMOUNTS)
def test_what_is_printed_in_full_can_be_read(dong):
    with translation.override("vi"):
        assert read_money(Money(dong).full) == Money(dong)


@UNHURRIED
@given(AMOUNTS)
def test_what_is_shortened_is_off_by_less_than_a_hundredth_of_its_unit(dong):
    with translation.override("vi"):
        assert abs((read_money(Money(dong).short) - Money(dong)).dong) <= max(abs(dong) // 199, 0)


@UNHURRIED
@given(st.lists(AMOUNTS))
def test_parts_add_up_to_their_whole(parts):
    assert Money.sum(map(Money, parts)) == Money(sum(parts))
    assert Money.sum(map(Money, parts)) - Money.sum(map(Money, parts)) == Money()


def test_a_field_takes_what_people_type_and_says_what_it_cannot_take():
    field = MoneyField(required=False)
    assert field.clean("1,2 triệu") == 1_200_000
    assert field.clean("") is None
    assert field.prepare_value(1_200_000) == "1.200.000"
    assert field.prepare_value("1,2 triệu") == "1,2 triệu"
    for wrong in ("hai triệu", "-5"):
        with pytest.raises(Exception, match="số tiền"):
            field.clean(wrong)
