"""Every number in the text is the frozen figure it cites, and that figure is what the raw rows say."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

import pytest

from hatang.assets.models import Asset
from hatang.assets.services import add
from hatang.indicators.models import Measurement
from hatang.indicators.services import recompute
from hatang.plans.models import Target
from hatang.reports import selectors
from hatang.reports.tests.examples import CODES, Q2, Q3, make_ground, make_report

pytestmark = pytest.mark.django_db
NUMBER = re.compile(r"\d[\d.]*(?:,\d+)?")
ROADS = (("concrete", 700), ("concrete", 450), ("earth", 1350))


@pytest.fixture
def ground(as_coordinator, tmp_path):
    plan, bindings, villages = make_ground(tmp_path)
    for number, (surface, metres) in enumerate(ROADS):
        facts = {"class": "axis", "surface": surface}
        name = f"Đường Ví Dụ {number}"
        add(Asset(kind="road_segment", name=name, village=villages[number], attributes=facts, stated_length_m=metres))
    recompute()
    return plan, bindings, villages


def numbers(text):
    return [Decimal(found.rstrip(".").replace(".", "").replace(",", ".")) for found in NUMBER.findall(text)]


def pieces_of(report):
    return [piece for section in selectors.sections_of(report) for said in section.said for piece in said.pieces]


def percent_of(parts):
    top, bottom = (sum(column, Decimal(0)) for column in zip(*parts, strict=True))
    return (top * 100 / bottom).quantize(Decimal("0.1"), ROUND_HALF_UP), top, bottom


def raw(indicator, period):
    """The sum of the approved rows, read as plainly as can be."""
    rows = Measurement.objects.filter(indicator=indicator, period__code=period, state="approved")
    return percent_of([(row.numerator, row.denominator) for row in rows])


def test_there_is_no_number_in_the_text_without_a_figure(ground):
    report = make_report(ground[0])
    figures = selectors.figures_of(report)
    for piece in pieces_of(report):
        if piece.key:
            figure = figures[piece.key]
            assert piece.text in (figure.said, figure.parts) or not numbers(piece.text), piece
        elif not piece.quoted:
            assert not numbers(piece.text), piece


@pytest.mark.parametrize("code", CODES[:2])
def test_a_reported_figure_is_the_sum_of_the_approved_rows(ground, code):
    plan, bindings, _villages = ground
    report, key = make_report(plan), f"t{bindings[code].target_id}"
    (now, top, bottom), (before, _top, _bottom) = raw(bindings[code].indicator, Q3), raw(bindings[code].indicator, Q2)
    said = {(piece.key, value) for piece in pieces_of(report) if piece.key for value in numbers(piece.text)}
    assert {(f"{key}.now", now), (f"{key}.now", top), (f"{key}.now", bottom), (f"{key}.before", before)} <= said
    assert (f"{key}.change", now - before) in said
    wanted = Target.objects.get(pk=bindings[code].target_id).value
    assert (f"{key}.asked", wanted) in said


def test_a_counted_figure_is_the_sum_of_the_assets(ground):
    plan, bindings, _villages = ground
    report = make_report(plan)
    hard = sum(Decimal(metres) for surface, metres in ROADS if surface == "concrete") / 1000
    whole = sum(Decimal(metres) for _surface, metres in ROADS) / 1000
    share = (hard * 100 / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)
    cited = [piece.text for piece in pieces_of(report) if piece.key == f"t{bindings['roads.axis'].target_id}.now"]
    assert [numbers(text) for text in cited] == [[share], [hard, whole]]


def test_the_counts_of_the_summary_add_up_to_the_targets(ground):
    figures = selectors.figures_of(make_report(ground[0]))
    total = Target.objects.filter(plan=ground[0]).count()
    parts = [figures[f"all.{status}"].value for status in ("reached", "on_path", "at_risk", "behind", "no_data")]
    assert (figures["all.total"].value, sum(parts)) == (total, total)


def test_every_figure_names_its_source_and_leads_there(ground, browser):
    figures = selectors.figures_of(make_report(ground[0]))
    assert all(figure.source for figure in figures.values())
    cited = {piece.key for piece in pieces_of(make_report_of_half(ground[0])) if piece.key}
    assert cited
    for link in {figure.link for figure in figures.values()}:
        assert browser.get(link).status_code == 200, link


def make_report_of_half(plan):
    return make_report(plan, "2026-H1", "half_year")
