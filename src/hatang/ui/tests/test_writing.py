"""Numbers, parts, days and quarters as the reader's language writes them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.utils import translation

from hatang.ui.templatetags import ui

DAY = dt.date(2026, 4, 7)


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (1234567.8, "1.234.567,8", "1,234,567.8"),
        (Decimal("1200.00"), "1.200", "1,200"),
        (0, "0", "0"),
        (-0.5, "-0,5", "-0.5"),
        ("khoảng hai", "khoảng hai", "khoảng hai"),
        (None, "", ""),
    ],
)
def test_numbers(value, vi, en):
    for language, written in (("vi", vi), ("en", en)):
        with translation.override(language):
            assert ui.vn_number(value) == written


@pytest.mark.parametrize(("value", "written"), [(62.5, "62,5%"), (80, "80%"), (0, "0%"), (None, ""), ("", "")])
def test_parts_in_a_hundred(value, written):
    with translation.override("vi"):
        assert ui.vn_percent(value) == written


def test_days_and_quarters():
    with translation.override("vi"):
        assert ui.vn_date(DAY) == "07/04/2026"
        assert ui.quarter(DAY) == "quý II/2026"
        assert ui.vn_date(None) == ui.quarter(None) == ""


@pytest.mark.parametrize(("code", "symbol"), [("water", "#sector-water"), (None, "#list"), ("", "#list")])
def test_a_sector_has_its_symbol(code, symbol):
    assert symbol in ui.sector_icon(code)


def test_a_name_cannot_carry_markup():
    assert "<script>" not in ui.icon("<script>")
