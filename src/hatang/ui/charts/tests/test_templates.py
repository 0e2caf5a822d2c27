"""What charts say in words: each has a text equivalent and its numbers, without inline style, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from hatang.ui.charts import Bar, BarList, PathChart, Reading, Share, Shares, Spark, year_fraction
from hatang.ui.charts.samples import sample_charts

UI = Path(__file__).resolve().parents[2]
TEMPLATES = sorted((UI / "templates" / "ui" / "chart").glob("*.html"))


@pytest.fixture(params=["vi", "en"])
def language(request):
    with translation.override(request.param):
        yield request.param


def drawn(name, chart):
    return render_to_string(f"ui/chart/{name}.html", {"chart": chart})


def path(**more):
    history = [
        Reading("quý I/2026", 2026.25, 1234.5),
        Reading("quý II/2026", 2026.5, None),
        Reading("quý III/2026", 2026.75, 1300),
    ]
    return PathChart("Đường mẫu", "km", history, [(2026, 1350), (2030, 1500)], [(2031.0, 1480)], 1500, **more)


def test_coordinates_have_points_and_words_have_the_readers_marks(language):
    html = drawn("path", path())
    coordinates = re.findall(r'\s(?:[xyrd]|cx|cy|points)="([^"]*)"', html)
    assert len(coordinates) > 20
    assert all(re.fullmatch(r"[-\d.,\sMHVhvmlz]*", value) for value in coordinates)
    assert not any(re.search(r"\d,\d+,", value) for value in coordinates)
    assert ("1.234,5 km" if language == "vi" else "1,234.5 km") in html


def test_a_path_says_itself_in_a_sentence_and_a_table():
    with translation.override("vi"):
        html = drawn("path", path())
    assert html.count('role="img"') == 2
    for label in re.findall(r'aria-labelledby="([^"]+)"', html):
        assert all(f'id="{key}"' in html for key in label.split())
    assert "Từ 1.234,5 km (quý I/2026) đến 1.300 km (quý III/2026). Lộ trình cần đạt 1.500 km vào cuối năm 2030." in html
    rows = re.findall(r'<th scope="row">(.*?)</th>', html)
    assert rows == ["Quý I/2026", "Quý II/2026", "Quý III/2026", "Cuối năm 2026", "Cuối năm 2030"]
    assert "<details" not in drawn("path", path(table=False))


def test_ids_are_unique_where_each_chart_has_its_key():
    html = drawn("path", path(key="mot")) + drawn("path", path(key="hai"))
    found = re.findall(r'\bid="([^"]+)"', html)
    assert len(found) == len(set(found))


def test_a_path_without_figures_says_so():
    with translation.override("vi"):
        assert "Chưa có số liệu." in drawn("path", PathChart("Đường mẫu"))


def test_bars_stand_by_size_with_those_without_data_last():
    bars = [Bar("một", 10, tone="bad"), Bar("hai", None, tone="none"), Bar("ba", 62.5, tone="good", link="/ba/", note="5/8 km")]
    with translation.override("vi"):
        html = drawn("bars", BarList("Theo thôn", bars, unit="%", required=50))
    assert html.index("ba</a>") < html.index("một") < html.index("hai")
    assert 'href="/ba/"' in html
    for words in ("62,5%", "5/8 km", "chưa đạt yêu cầu", "chưa có số liệu", "mức cần đạt: 50%"):
        assert words in html
    assert html.count("#check") == html.count("#alert") == html.count("#dash") == 1
    assert 'width="62.5" height="10"' in html


@pytest.mark.parametrize(
    ("bars", "unit", "lengths"),
    [
        ([("một", 4), ("hai", 2)], "", [100.0, 50.0]),
        ([("một", 4, 8)], "", [50.0]),
        ([("một", 130), ("hai", 65)], "%", [100.0, 50.0]),
        ([("một", 0), ("hai", None)], "", [0.0, 0.0]),
        ([("một", -3)], "", [0.0]),
    ],
)
def test_bars_are_as_long_as_their_share_of_the_largest(bars, unit, lengths):
    assert [row.length for row in BarList("mẫu", [Bar(*bar) for bar in bars], unit=unit).drawn] == lengths


def test_a_spark_and_shares_are_told_in_words():
    with translation.override("vi"):
        assert 'aria-label="mẫu: 48%; –; 52,5%"' in drawn("spark", Spark([48, None, 52.5], "mẫu", "%"))
        shares = drawn("shares", Shares("Đường", [Share("tốt", 999, "good"), Share("hỏng", 1, "bad")], "km"))
    assert 'aria-label="Đường: tốt 999 km (99,9%); hỏng 1 km (0,1%)"' in shares


@pytest.mark.parametrize(("day", "at"), [((2026, 12, 31), 2027.0), ((2026, 6, 30), 2026.496), ((2028, 12, 31), 2029.0)])
def test_a_day_on_the_axis_of_time(day, at):
    import datetime as dt

    assert year_fraction(dt.date(*day)) == pytest.approx(at, abs=0.001)


@pytest.mark.parametrize("template", TEMPLATES, ids=[template.stem for template in TEMPLATES])
def test_every_chart_says_its_parameters_and_is_documented(template):
    assert "{% comment %}" in template.read_text().splitlines()[0]
    if template.stem != "path_drawing":
        assert f"`ui/chart/{template.name}`" in (UI.parents[2] / "docs" / "design-system.md").read_text()
        assert f'"ui/chart/{template.name}"' in (UI / "templates" / "ui" / "design.html").read_text()


def test_every_class_of_the_charts_is_in_their_sheet(language):
    sheet = (UI / "static" / "ui" / "charts.css").read_text()
    names = {"path_chart": "path", "bar_list": "bars", "curve": "scurve"}
    html = "".join(drawn(names.get(key, key), chart) for key, chart in sample_charts().items())
    used = {name for names in re.findall(r'class="([^"]+)"', html) for name in names.split()}
    ours = {name for name in used if name.startswith(("chart", "bars", "shares", "spark"))} - {"bars__label"}
    assert {name for name in ours if f".{name}" not in sheet} == set()


def test_bars_of_one_length_stand_in_the_order_of_their_names():
    bars = [Bar("thôn Ví Dụ 10", 5), Bar("thôn Ví Dụ 2", 5), Bar("thôn Ví Dụ 3", None), Bar("thôn Ví Dụ 1", 4)]
    labels = [row.bar.label for row in BarList("mẫu", bars).drawn]
    assert labels == ["thôn Ví Dụ 2", "thôn Ví Dụ 10", "thôn Ví Dụ 1", "thôn Ví Dụ 3"]
