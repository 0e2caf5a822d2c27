"""When two works look like one: names, places, and what they add up to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString, Point, box

from hatang.projects.overlap.rules import Fact, Thing, Thresholds, compare, names, places

LINES = Thresholds()
ROAD = LineString([(0, 0), (400, 0), (1000, 0)])


@pytest.mark.parametrize(
    ("text", "thing", "proper"),
    [
        ("XD NVH thôn Pác Mẫu", "hall", ("pac mau",)),
        ("ĐƯỜNG LIÊN THÔN NÀ VÍ – BẢN THỬ", "road", ("na vi", "thu")),
        ("Đường BTXM nội thôn Khuổi Giả", "road", ("khuoi gia",)),
        ("Đường từ ĐT.254 vào thôn Khuổi Thử", "road", ("tinh lo 254", "khuoi thu")),
        ("Điện chiếu sáng đường trục thôn Ví Dụ", "lighting", ("vi du",)),
        ("Đường vào trường học thôn Cốc Thử", "road", ("@school", "coc thu")),
        ("Rãnh thoát nước thôn Ví Dụ", "drain", ("vi du",)),
        ("Kênh Nà Chợ dài 1.200 m năm 2026", "canal", ("na cho",)),
        ("Trạm Y tế xã Thí Dụ", "health", ()),
        ("", "", ()),
    ],
)
def test_a_name_says_what_is_built_and_where(text, thing, proper):
    found = names.read(text)
    assert (found.thing, found.proper) == (thing, proper)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Nhà văn hoá thôn Thúy Mẫu", "Nhà văn hóa thôn Thuý Mẫu", True),
        ("Duong be tong thon Phieng Vi", "Đường bê tông thôn Phiêng Ví", True),
        ("Đường Cốc Thử đi Pác Mẫu", "Đường Pác Mẫu – Cốc Thử", True),
        ("Đường bê tông thôn Ví Dụ", "Đường bê tông thôn Nà Mẫu", False),
        ("Đường bê tông thôn Ví Dụ 1", "Đường bê tông thôn Ví Dụ 2", False),
        ("Đường bê tông thôn Ví Dụ 2", "Đường bê tông thôn Ví Dụ II", True),
        ("Kênh Phai Mẫu GĐ1", "Kênh Phai Mẫu giai đoạn 2", False),
        ("Đường trục xã Km0 – Km1+200", "Đường trục xã Km1+200 – Km2+500", False),
        ("Đường trục thôn Cốc Mẫu", "Đường ngõ xóm thôn Cốc Mẫu", False),
        ("Kênh mương thôn Nà Mẫu", "Đường thôn Nà Mẫu", False),
    ],
)
def test_names_alone_tell_works_apart(first, second, same):
    assert compare(Thing(first), Thing(second), LINES).asks(LINES) is same


@pytest.mark.parametrize(
    ("first", "second", "fact", "low", "high"),
    [
        (ROAD, LineString([(10, 5), (900, 8)]), Fact.SAME_STRETCH, 0.95, 1),
        (ROAD, LineString([(500, 5), (1500, 5)]), Fact.SAME_STRETCH, 0.4, 0.6),
        (ROAD, LineString([(1000, 0), (1800, 0)]), Fact.SAME_STRETCH, 0, 0.05),
        (ROAD, LineString([(500, -400), (500, 400)]), Fact.SAME_STRETCH, 0, 0.05),
        (ROAD, LineString([(0, 60), (1000, 60)]), Fact.APART, 0, 0),
        (Point(0, 0), Point(40, 0), Fact.NEAR, 1, 1),
        (Point(0, 0), Point(175, 0), Fact.NEAR, 0.45, 0.55),
        (Point(0, 0), Point(400, 0), Fact.APART, 0, 0),
        (box(0, 0, 10, 10), box(5, 0, 30, 10), Fact.SAME_GROUND, 0.5, 0.5),
        (ROAD, Point(500, 10), Fact.NEAR, 0.7, 0.7),
    ],
)  # fmt: skip
def test_places_are_compared_by_what_they_share(first, second, fact, low, high):
    for one, other in ((first, second), (second, first)):
        found = places.alike(one, other, LINES)
        assert found.reason.fact == fact
        assert low <= found.score <= high


def test_one_stretch_under_two_names_is_found_and_says_how_much_of_it():
    first = Thing("Đường vào khu sản xuất", "transport", shape=ROAD)
    second = Thing("Đường Lũng Ví – Cốc Giả", "transport", shape=LineString([(0, 4), (820, 4), (820, 300)]))
    found = compare(first, second, LINES)
    assert found.asks(LINES)
    share = next(reason.values["share"] for reason in found.reasons if reason.fact == Fact.SAME_STRETCH)
    assert 0.8 <= share <= 0.9


def test_a_work_on_what_stands_recently_is_asked_about_and_on_what_is_old_is_not():
    work = Thing("Cải tạo nhà văn hóa thôn Ví Dụ", "culture", years=(2026, 2026))
    hall = Thing("Nhà văn hóa thôn Ví Dụ", "culture", years=(2024, 2024), is_asset=True)
    assert compare(work, hall, LINES).asks(LINES)
    assert not compare(work, replace(hall, years=(2009, 2009)), LINES).asks(LINES)


def test_two_works_on_one_asset_are_one_place():
    first = Thing("Sửa mái", "culture", asset=7, years=(2026, 2026))
    second = Thing("Chống thấm", "culture", asset=7, years=(2027, 2027))
    assert compare(first, second, LINES).asks(LINES)
    assert not compare(first, replace(second, asset=8), LINES).asks(LINES)


SAID = "Đường|kênh|nhà văn hóa|thôn|Ví|Dụ|Nà|Mẫu|1|2|II|–|giai đoạn|từ|đến|Km0+500|xã|Thí"
WORDS = st.sampled_from(SAID.split("|"))
NAMES = st.lists(WORDS, min_size=1, max_size=9).map(" ".join) | st.text(max_size=40)
SHAPES = st.none() | st.sampled_from([ROAD, Point(3, 4), box(0, 0, 50, 50)])
YEARS = st.none() | st.integers(2010, 2035).map(lambda year: (year, year + 1))
THINGS = st.builds(Thing, NAMES, shape=SHAPES, years=YEARS, villages=st.frozensets(st.sampled_from(["thôn Ví Dụ", "Nà Mẫu"])))


@given(THINGS, THINGS)
def test_likeness_has_no_direction_and_stays_within_0_and_1(first, second):
    there, back = compare(first, second, LINES), compare(second, first, LINES)
    assert there.score == pytest.approx(back.score, abs=0.002)
    assert 0 <= there.score <= 1


@given(THINGS.filter(lambda thing: thing.shape is not None and names.read(thing.name).proper))
def test_a_drawn_and_named_work_is_like_itself(thing):
    assert compare(thing, thing, LINES).score >= 0.85
