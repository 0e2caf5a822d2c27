"""What a standing rests its forecast on: figures of one source, the reports while the inventory was counted too few times."""

from __future__ import annotations

import datetime as dt

import pytest

from hatang.assets.models import Asset
from hatang.assets.services import add
from hatang.indicators import words
from hatang.indicators.models import ReportingPeriod
from hatang.indicators.selectors.targets import standing_of
from hatang.indicators.services import recompute
from hatang.indicators.tests.ground import approved, bound, make_period, make_villages
from hatang.tests.factories import make_plan

pytestmark = pytest.mark.django_db


def test_the_trend_is_that_of_the_reports_until_the_inventory_was_counted_often_enough(as_coordinator, tmp_path):
    binding = bound(make_plan(tmp_path))["roads.axis"]
    (village,) = make_villages(1)
    for number, code in enumerate(("2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1")):
        approved(binding.indicator, make_period(code), village, 40 + number, 100)
    recompute()
    ReportingPeriod.objects.update(state="locked")
    make_period("2026-Q2")
    attributes = {"class": "axis", "surface": "concrete"}
    add(Asset(kind="road_segment", name="Đoạn Ví Dụ", village=village, attributes=attributes, stated_length_m=500))
    add(
        Asset(
            kind="road_segment",
            name="Đoạn Mẫu",
            village=village,
            attributes={**attributes, "surface": "earth"},
            stated_length_m=500,
        )
    )
    standing = standing_of(binding.target, dt.date(2026, 6, 30))
    assert (standing.value, standing.trend_of_reports) == (50, True)
    assert round(standing.forecast.slope) == 4
    assert round(standing.forecast.trend) == 68
    assert any("xu hướng lấy theo số liệu báo cáo" in sentence for sentence in words.foreseen(standing))
