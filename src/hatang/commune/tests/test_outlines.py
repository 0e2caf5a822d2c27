"""A commune may bring its own outline; maps and imports then go by it."""

from __future__ import annotations

import json

import pytest

from hatang.commune import boundaries, outlines
from hatang.core.places.geometry import BadGeometry

SQUARE = {"type": "Polygon", "coordinates": [[[105.9, 22.1], [106.0, 22.1], [106.0, 22.2], [105.9, 22.2], [105.9, 22.1]]]}
BESIDE = {"type": "Polygon", "coordinates": [[[106.0, 22.1], [106.1, 22.1], [106.1, 22.2], [106.0, 22.2], [106.0, 22.1]]]}
LINE = {"type": "LineString", "coordinates": [[105.9, 22.1], [106.0, 22.2]]}


def collection(*shapes):
    features = [{"type": "Feature", "properties": {}, "geometry": shape} for shape in shapes]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def test_a_commune_without_a_reference_has_the_outline_it_brings():
    assert boundaries.geometry_of("00004") is None
    outlines.keep("00004", "xã Thí Dụ", collection(SQUARE, LINE))
    assert boundaries.geometry_of("00004")["type"] == "Polygon"
    (feature,) = boundaries.boundary("00004")["features"]
    assert feature["properties"] == {"code": "00004", "name": "xã Thí Dụ"}


def test_parts_of_one_file_become_one_outline():
    outlines.keep("00004", "xã Thí Dụ", collection(SQUARE, BESIDE))
    assert boundaries.geometry_of("00004")["type"] == "Polygon"


def test_its_own_outline_stands_before_the_reference_and_browsers_are_told(client):
    address = "/ban-do/01981/ranh-gioi.geojson"
    before = client.get(address)
    outlines.keep("01981", "xã Thí Dụ", json.dumps(SQUARE).encode())
    after = client.get(address)
    assert after["ETag"] != before["ETag"]
    assert after.json()["features"][0]["geometry"]["coordinates"] == SQUARE["coordinates"]


@pytest.mark.parametrize(
    "content",
    [b"", b"ranh gioi", b"[1, 2]", b"null", b'{"type": "FeatureCollection", "features": 3}', collection(LINE), collection(None),
     json.dumps({"type": "Polygon", "coordinates": [[[585000, 2444000], [586000, 2444000], [586000, 2445000]]]}).encode(),
     b"[" * 100_000, b" " * (outlines.LARGEST + 1)],
    ids=["empty", "text", "list", "null", "no features", "a line", "no shape", "metres", "deep", "large"],
)  # fmt: skip
def test_anything_else_is_refused_with_a_sentence_and_nothing_is_kept(content):
    with pytest.raises(BadGeometry, match=r"\w"):
        outlines.keep("00004", "xã Thí Dụ", content)
    assert outlines.own("00004") is None
