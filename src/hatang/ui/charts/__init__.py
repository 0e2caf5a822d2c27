"""Charts drawn by the server: plain values in, inline SVG with its numbers in words out.

{% include "ui/chart/head.html" %}                    once, in the page's head
{% include "ui/chart/path.html" with chart=chart %}   a PathChart
{% include "ui/chart/bars.html" with chart=chart %}   a BarList
{% include "ui/chart/spark.html" with chart=chart %}  a Spark
{% include "ui/chart/shares.html" with chart=chart %} Shares
{% include "ui/chart/scurve.html" with chart=chart %} an SCurve
{% include "ui/chart/gantt.html" with chart=chart %}  a Gantt
"""

from __future__ import annotations

from hatang.ui.charts.bars import Bar, BarList
from hatang.ui.charts.curve import SCurve
from hatang.ui.charts.gantt import Gantt, GanttRow
from hatang.ui.charts.path import PathChart, Reading, year_fraction
from hatang.ui.charts.rules.gantt import Mark, Stretch
from hatang.ui.charts.shares import Share, Shares
from hatang.ui.charts.spark import Spark

__all__ = [
    "Bar",
    "BarList",
    "Gantt",
    "GanttRow",
    "Mark",
    "PathChart",
    "Reading",
    "SCurve",
    "Share",
    "Shares",
    "Spark",
    "Stretch",
    "year_fraction",
]
