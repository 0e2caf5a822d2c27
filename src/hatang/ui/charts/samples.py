"""Charts of the living page: figures of a commune that does not exist."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils.translation import gettext as _

from hatang.core.periods import Period
from hatang.ui.charts import (
    Bar,
    BarList,
    Gantt,
    GanttRow,
    Mark,
    PathChart,
    Reading,
    SCurve,
    Share,
    Shares,
    Spark,
    Stretch,
    year_fraction,
)

MEASURED = {
    "2025-Q1": 48, "2025-Q2": 49.5, "2025-Q3": 52, "2025-Q4": 55.1, "2026-Q1": None, "2026-Q2": 58.4, "2026-Q3": 62.5,
}  # fmt: skip
REQUIRED = [(2026, 62), (2027, 66.5), (2028, 71), (2029, 75.5), (2030, 80)]


def sample_charts() -> dict[str, Any]:
    """One chart of each sort."""
    periods = {Period.parse(code): value for code, value in MEASURED.items()}
    history = [Reading(period.label(), year_fraction(period.last), value) for period, value in periods.items()]
    title = _("Đường trục thôn mẫu được cứng hóa")
    bars = [
        Bar("thôn Ví Dụ 1", 82, tone="good", note="4,1/5,0 km"), Bar("thôn Ví Dụ 2", 58.5, tone="warn", link="#bang"),
        Bar("thôn Ví Dụ 3", 31.2, tone="bad"), Bar("thôn Ví Dụ 4", None, tone="none"),
    ]  # fmt: skip
    parts = [Share(_("Tốt"), 12.4, "good"), Share(_("Cần sửa"), 5.1, "warn"), Share(_("Hỏng, không dùng được"), 2.5, "bad")]
    return {
        "path_chart": PathChart(title, "%", history, REQUIRED, [(2031.0, 91.3)], 80, key="duong-di"),
        "bar_list": BarList(_("Theo thôn"), bars, unit="%", required=62, key="theo-thon"),
        "spark": Spark([reading.value for reading in history], title, "%"),
        "shares": Shares(_("Tình trạng đường"), parts, "km", key="tinh-trang"),
        "curve": _curve(),
        "gantt": _gantt(),
    }


TODAY = dt.date(2026, 9, 10)


def _curve() -> SCurve:
    planned = [
        (dt.date(2026, 4, 1), 0.0),
        (dt.date(2026, 7, 1), 40.0),
        (dt.date(2026, 10, 1), 90.0),
        (dt.date(2026, 12, 1), 100.0),
    ]
    actual = [(dt.date(2026, 5, 2), 5.0), (dt.date(2026, 7, 3), 30.0), (dt.date(2026, 9, 1), 62.5)]
    money = [(dt.date(2026, 4, 20), 20.0), (dt.date(2026, 8, 15), 45.0)]
    return SCurve(_("Đường mẫu: khối lượng và giải ngân"), planned, actual, money, TODAY, key="duong-cong-mau")


def _gantt() -> Gantt:
    first, last = dt.date(2026, 4, 1), dt.date(2026, 10, 1)
    rows = [
        GanttRow(
            "Đường Ví Dụ 1", baseline=Stretch(first, last), planned=Stretch(first, dt.date(2026, 11, 15)),
            actual=Stretch(dt.date(2026, 4, 10), TODAY), marks=[Mark(first, reached=True), Mark(last)], tone="warn",
        ),
        GanttRow(
            "Đường Ví Dụ 2", baseline=Stretch(first, dt.date(2026, 8, 1)), planned=Stretch(first, dt.date(2026, 8, 1)),
            actual=Stretch(dt.date(2026, 5, 3), TODAY), tone="bad",
        ),
    ]  # fmt: skip
    return Gantt(_("Kế hoạch và thực tế"), rows, TODAY, key="bieu-do-mau")
