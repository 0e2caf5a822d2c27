"""Shapes of works are sent again only after something was written; a browser keeps them for the person alone."""

from __future__ import annotations

import pytest

from hatang.core.sectors import Sector
from hatang.projects import services
from hatang.projects.models import Project
from hatang.projects.tests.examples import make_project
from hatang.projects.words import PHASES
from hatang.tests.factories import inside, make_commune, make_member, signed_in

SHAPES = "/cong-trinh/hinh.geojson"
POINT = {"type": "Point", "coordinates": [105.95, 22.15]}


@pytest.fixture
def work(coordinator):
    with inside(coordinator):
        return make_project("Cầu ví dụ", geometry=POINT, west=105.95, east=105.95, south=22.15, north=22.15)


def test_nothing_is_sent_again_until_something_was_written(work, coordinator, browser, django_assert_max_num_queries):
    first = browser.get(SHAPES)
    assert first.status_code == 200
    assert {"private", "no-cache"} <= set(first["Cache-Control"].replace(" ", "").split(","))
    known = {"If-None-Match": first["ETag"]}
    with django_assert_max_num_queries(6):
        again = browser.get(SHAPES, headers=known)
    assert (again.status_code, again.content) == (304, b"")
    with inside(coordinator):
        changed = Project.objects.get(pk=work.pk)
        changed.name = "Cầu ví dụ mới"
        services.change(changed, [])
    after = browser.get(SHAPES, headers=known)
    assert after.status_code == 200
    assert after.json()["features"][0]["properties"]["name"] == "Cầu ví dụ mới"


def test_another_commune_or_language_or_filter_has_shapes_of_its_own(work, browser):
    known = {"If-None-Match": browser.get(SHAPES)["ETag"]}
    other = signed_in(make_member(make_commune()))
    assert other.get(SHAPES, headers=known).json()["features"] == []
    assert browser.get(f"{SHAPES}?linh_vuc=health", headers=known).status_code == 200
    assert browser.get(SHAPES, headers=known).status_code == 304
    browser.cookies["django_language"] = "en"
    english = browser.get(SHAPES, headers=known)
    assert english.status_code == 200
    assert english.json()["features"][0]["properties"]["pairs"][0][0] == "Sector"


def test_a_popup_says_what_the_work_says(work, coordinator, browser):
    with inside(coordinator):
        found = Project.objects.get()
    (feature,) = browser.get(SHAPES).json()["features"]
    said = dict(feature["properties"]["pairs"])
    assert said["Lĩnh vực"] == str(dict(Sector.choices)[found.sector]) == found.get_sector_display()
    assert said["Giai đoạn"] == str(dict(PHASES)[found.phase]) == found.get_phase_display()
    assert said["Khối lượng"] == "0%"
