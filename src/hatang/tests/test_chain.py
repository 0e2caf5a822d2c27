"""The chain across rooms: a work is handed over, the inventory changes, and the figure of its target with it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from hatang.assets.models import Asset
from hatang.indicators.models import IndicatorFigure
from hatang.indicators.services import recompute
from hatang.indicators.tests.ground import make_indicator, make_period
from hatang.projects import services
from hatang.projects.models import Output, Project
from hatang.projects.rules.states import Track
from hatang.projects.tests.examples import make_road, make_village

pytestmark = pytest.mark.usefixtures("as_coordinator")
DAY = dt.date(2026, 6, 1)
MOVES = (
    "stage:in_plan", "stage:preparation", "stage:under_way", "construction:started", "construction:finished",
    "acceptance:accepted", "handover:done",
)  # fmt: skip


def test_handing_over_a_hardened_road_moves_its_target():
    village = make_village()
    road = make_road(village, metres=400)
    make_road(village, metres=600)
    indicator, period = make_indicator("roads.axis"), make_period("2026-Q2")
    recompute()
    work = services.propose(Project(name="Cứng hóa đường Ví Dụ", kind="community", sector="transport", asset=road), [village])
    services.add_output(
        Output(project=work, asset=road, asset_kind="road_segment", name=road.name, attributes={"surface": "concrete"})
    )
    shown = []
    for move in MOVES:
        track, to = move.split(":")
        services.step(work, Track(track), to, on=DAY, waive=True, reason="thử")
        figure = IndicatorFigure.objects.get(indicator=indicator, period=period)
        shown.append((figure.numerator, figure.denominator))
    assert shown[:-1] == [(0, 1)] * 6  # built and accepted changes nothing yet
    assert shown[-1] == (Decimal("0.4"), 1)  # kilometres
    assert Asset.objects.get(pk=road.pk).attributes["surface"] == "concrete"
