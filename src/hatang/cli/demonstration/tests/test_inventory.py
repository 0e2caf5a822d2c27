"""The illustrative inventory: inside the commune, of every kind, and the source of the hardened shares."""

from __future__ import annotations

import json
from collections import defaultdict

import pytest
from pyproj import Geod
from shapely.geometry import shape

from hatang.assets.kinds import KINDS
from hatang.assets.models import Asset
from hatang.assets.selectors import tallies
from hatang.cli.demonstration import CODE
from hatang.cli.demonstration.data import FILE
from hatang.commune.boundaries import geometry_of
from hatang.commune.models import Village
from hatang.core.figures import Ratio
from hatang.projects.models import Output

pytestmark = [pytest.mark.xdist_group("demonstration"), pytest.mark.django_db]
WANTED = {"roads.commune": 92, "roads.axis": 64, "roads.alley": 48, "roads.field": 31}


def test_every_shape_lies_inside_the_commune(demonstration):
    outline = shape(geometry_of(CODE))
    shapes = [*Asset.objects.values_list("name", "geometry"), *Village.objects.values_list("name", "geometry")]
    assert len(shapes) > 300
    assert [name for name, geometry in shapes if not outline.covers(shape(geometry))] == []


def test_villages_do_not_overlap_and_hold_their_assets(demonstration):
    grounds = {village.pk: shape(village.geometry) for village in Village.objects.all()}
    apart = [(one, other) for one in grounds for other in grounds if one < other]
    assert all(grounds[one].intersection(grounds[other]).area < 1e-7 for one, other in apart)
    stands = Asset.objects.filter(kind="house_of_culture", village__isnull=False)
    assert all(grounds[asset.village_id].covers(shape(asset.geometry)) for asset in stands)


def test_every_kind_of_asset_is_there_and_says_that_it_is_illustrative(demonstration):
    assert set(Asset.objects.values_list("kind", flat=True)) == set(KINDS)
    unmarked = [asset.name for asset in Asset.objects.all() if "minh họa" not in asset.name or "minh họa" not in asset.note]
    assert unmarked == []


@pytest.mark.parametrize("key", WANTED)
def test_the_hardened_shares_are_the_sums_of_the_segments_on_the_map(demonstration, key):
    measured = defaultdict(lambda: [0.0, 0.0])
    handed_over = set(Output.objects.filter(made__isnull=False).values_list("made__name", flat=True))
    for row in json.loads(FILE.read_text())["assets"]:
        if row["kind"] == "road_segment":
            length = Geod(ellps="WGS84").geometry_length(shape(row["geometry"]))
            totals = measured[f"roads.{row['attributes']['class']}"]
            hard = row["attributes"]["surface"] in {"asphalt", "concrete", "paved"} or row["name"] in handed_over
            totals[0] += length if hard else 0
            totals[1] += length
    counted = Ratio.sum(Ratio(*parts) for parts in tallies([key])[key].parts.values())
    assert float(counted.numerator) == pytest.approx(measured[key][0], abs=1)
    assert float(counted.denominator) == pytest.approx(measured[key][1], abs=1)
    assert float(counted.percent) == pytest.approx(WANTED[key], abs=3)
