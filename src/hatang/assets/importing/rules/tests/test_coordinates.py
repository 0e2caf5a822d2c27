"""VN-2000 is read with its own meridian and its datum shift."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hatang.assets.importing.rules import coordinates
from hatang.assets.importing.rules.coordinates import guess, number, ordered, said, to_wgs84

A, F = 6378137.0, 1 / 298.257223563
E2 = F * (2 - F)
SHIFT = (-191.90441429, -39.30318279, -111.45032835)  # metres, VN-2000 to WGS84
TURN = (-0.00928836, 0.01975479, -0.00427372)  # seconds of arc, coordinate frame
SCALE = 0.252906278  # parts per million
METRES = 111_320.0


def by_hand(east: float, north: float, meridian: float) -> tuple[float, float]:
    """The same way, computed apart: Snyder's series back from the projection, then the seven parameters."""
    m = north / 0.9999
    mu = m / (A * (1 - E2 / 4 - 3 * E2**2 / 64 - 5 * E2**3 / 256))
    e1 = (1 - math.sqrt(1 - E2)) / (1 + math.sqrt(1 - E2))
    phi = mu + (3 * e1 / 2 - 27 * e1**3 / 32) * math.sin(2 * mu) + (21 * e1**2 / 16 - 55 * e1**4 / 32) * math.sin(4 * mu)
    phi += (151 * e1**3 / 96) * math.sin(6 * mu) + (1097 * e1**4 / 512) * math.sin(8 * mu)
    ep2 = E2 / (1 - E2)
    c, t = ep2 * math.cos(phi) ** 2, math.tan(phi) ** 2
    n = A / math.sqrt(1 - E2 * math.sin(phi) ** 2)
    r = A * (1 - E2) / (1 - E2 * math.sin(phi) ** 2) ** 1.5
    d = (east - 500_000) / (n * 0.9999)
    latitude = phi - (n * math.tan(phi) / r) * (d**2 / 2 - (5 + 3 * t + 10 * c - 4 * c**2 - 9 * ep2) * d**4 / 24)
    bend = 5 - 2 * c + 28 * t - 3 * c**2 + 8 * ep2 + 24 * t**2
    longitude = math.radians(meridian) + (d - (1 + 2 * t + c) * d**3 / 6 + bend * d**5 / 120) / math.cos(phi)
    return _shifted(longitude, latitude)


def _shifted(longitude: float, latitude: float) -> tuple[float, float]:
    n = A / math.sqrt(1 - E2 * math.sin(latitude) ** 2)
    across = n * math.cos(latitude)
    x, y, z = across * math.cos(longitude), across * math.sin(longitude), n * (1 - E2) * math.sin(latitude)
    rx, ry, rz = (math.radians(turn / 3600) for turn in TURN)
    s = 1 + SCALE * 1e-6
    x, y, z = (
        SHIFT[0] + s * (x + rz * y - ry * z),
        SHIFT[1] + s * (-rz * x + y + rx * z),
        SHIFT[2] + s * (ry * x - rx * y + z),
    )
    p = math.hypot(x, y)
    phi = math.atan2(z, p * (1 - E2))
    for _ in range(8):
        n = A / math.sqrt(1 - E2 * math.sin(phi) ** 2)
        phi = math.atan2(z + E2 * n * math.sin(phi), p)
    return math.degrees(math.atan2(y, x)), math.degrees(phi)


def metres_between(one: tuple[float, float], other: tuple[float, float]) -> float:
    east = (one[0] - other[0]) * METRES * math.cos(math.radians(one[1]))
    return math.hypot(east, (one[1] - other[1]) * METRES)


@given(st.floats(400_000, 600_000), st.floats(2_380_000, 2_530_000))
def test_the_way_agrees_with_one_computed_by_hand_to_a_centimetre(east, north):
    assert metres_between(to_wgs84((east, north), "9213"), by_hand(east, north, 106.5)) < 0.01


def test_the_datum_shift_is_applied():
    """Read as if VN-2000 were WGS84, a place here is 224 m off."""
    from pyproj import Transformer

    plain = Transformer.from_crs(
        "+proj=tmerc +lat_0=0 +lon_0=106.5 +k=0.9999 +x_0=500000 +y_0=0 +ellps=WGS84", "EPSG:4326", always_xy=True
    ).transform(450_000, 2_455_000)
    assert metres_between(plain, to_wgs84((450_000, 2_455_000), "9213")) == pytest.approx(224, abs=2)


def test_every_meridian_puts_its_own_middle_on_itself():
    for code, meridian in coordinates.MERIDIANS.items():
        longitude, _latitude = to_wgs84((500_000, 2_450_000), code)
        assert longitude == pytest.approx(meridian, abs=0.003), code


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (450_000, 2_455_000, (450_000, 2_455_000)),
        (2_455_000, 450_000, (450_000, 2_455_000)),
        (106.0, 22.2, (106.0, 22.2)),
        (22.2, 106.0, (106.0, 22.2)),
    ],
)
def test_which_is_north_is_told_by_the_size(first, second, found):
    assert ordered(first, second) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("106.4512", 106.4512),
        ("106,4512", 106.4512),
        ("106.451", 106.451),
        ("22.186", 22.186),
        ("451.234", 451_234),
        ("2.451.234,5", 2_451_234.5),
        ("2451234.567", 2_451_234.567),
        ("22°11'12\"", 22.186667),
        (" 450 000 m", 450_000),
    ],
)
def test_coordinates_as_people_write_them(text, found):
    assert number(text) == pytest.approx(found, abs=1e-6)


@pytest.mark.parametrize("text", ["", "abc", "12..", None, True, "1,2,3,x"])
def test_what_is_no_coordinate_is_no_number(text):
    with pytest.raises(ValueError):
        number(text)


GEOGRAPHIC = (
    'GEOGCS["{name}",DATUM["{datum}",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],'
    'UNIT["Degree",0.0174532925199433]]'
)
PROJECTED = (
    'PROJCS["{title}",' + GEOGRAPHIC + ',PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],'
    'PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",{meridian}],PARAMETER["Scale_Factor",{scale}],'
    'PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]'
)
VN = {"name": "GCS_VN_2000", "datum": "D_Vietnam_2000"}
WGS = {"name": "GCS_WGS_1984", "datum": "D_WGS_1984"}


@pytest.mark.parametrize(
    ("text", "system", "why"),
    [
        (PROJECTED.format(title="VN2000", meridian=106.5, scale=0.9999, **VN), "9213", "said"),
        (PROJECTED.format(title="KTT 105-45", meridian=105.75, scale=0.9999, **VN), "9210", "said"),
        (PROJECTED.format(title="VN2000_48N", meridian=105, scale=0.9996, **VN), "3405", "said"),
        (PROJECTED.format(title="Múi 3", meridian=106.5, scale=0.9999, **WGS), "9213", "said_as_wgs84"),
        (PROJECTED.format(title="WGS_1984_UTM_Zone_48N", meridian=105, scale=0.9996, **WGS), "32648", "said"),
        (GEOGRAPHIC.format(**WGS), "4326", "said"),
        (GEOGRAPHIC.format(**VN), "4756", "said"),
        ("EPSG:9213", "9213", "said"),
    ],
)
def test_what_a_file_says_of_its_coordinates(text, system, why):
    found = said(text)
    assert (found.system, found.why) == (system, why)


@pytest.mark.parametrize("text", ["", "???", "EPSG:99999999", 'PROJCS["x"', "\x00"])
def test_what_says_nothing_known_is_left_to_the_person(text):
    assert said(text) is None


def near_vinh_thong(point):
    return abs(point[0] - 106.0) < 0.05 and abs(point[1] - 22.2) < 0.05


def test_a_meridian_is_told_by_where_the_points_then_lie():
    points = [(448_400 + step, 2_456_000) for step in range(0, 500, 100)]
    assert near_vinh_thong(to_wgs84(points[0], "9213"))
    assert guess(points, near_vinh_thong) == coordinates.Guess("9213", "inside")


def test_without_an_edge_the_province_decides_and_without_a_province_nobody():
    assert guess([(448_400, 2_456_000)], None, home="9213") == coordinates.Guess("9213", "province")
    assert guess([(448_400, 2_456_000)], None) == coordinates.Guess("", "none")
    assert guess([(106.0, 22.2)], None) == coordinates.Guess("4326", "degrees")
