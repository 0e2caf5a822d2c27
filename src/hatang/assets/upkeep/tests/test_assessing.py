"""Findings: kept all, the newest says how the asset is."""

from __future__ import annotations

import datetime as dt

import pytest

from hatang.assets import events
from hatang.assets.models import Assessment, Asset, Decision
from hatang.assets.upkeep import services
from hatang.assets.upkeep.tests.examples import a_picture, an_asset
from hatang.core.models import AuditEvent, HistoryIsFixed

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 3, 2)


def found(asset, on, condition, working="working", **more):
    return services.assess(asset, on=on, condition=condition, working=working, **more)


def test_the_newest_finding_says_how_the_asset_is_and_one_that_comes_late_does_not(as_coordinator):
    asset = an_asset()
    found(asset, DAY, "poor", "partly", note="Rỉ", photos=[(a_picture(), "a.jpg")])
    assert (Asset.objects.get().condition, Asset.objects.get().working) == ("poor", "partly")
    found(asset, DAY - dt.timedelta(30), "good")
    assert Asset.objects.get().condition == "poor"
    found(asset, DAY + dt.timedelta(30), "fair")
    assert (Asset.objects.get().condition, Asset.objects.get().working) == ("fair", "working")
    assert Assessment.objects.count() == 3
    assert Assessment.objects.get(note="Rỉ").photos.count() == 1


def test_a_finding_leaves_its_event_and_tells_those_above_once(as_coordinator, monkeypatch):
    told = []
    monkeypatch.setattr(events, "_listeners", [told.append])
    asset = an_asset()
    told.clear()
    found(asset, DAY, "bad", "not_working")
    assert told == [{"information"}]
    actions = AuditEvent.objects.order_by("sequence").values_list("action", flat=True)
    assert list(actions)[-2:] == ["asset.assess", "asset.change"]
    assert AuditEvent.objects.last().after["working"] == "not_working"


def test_a_finding_that_changes_nothing_is_kept_all_the_same(as_coordinator):
    asset = an_asset()
    before = Asset.objects.get().revision
    found(asset, DAY, "good", "working")
    assert Asset.objects.get().revision == before
    assert Assessment.objects.count() == 1


def test_findings_and_decisions_stay_as_they_were_written(as_coordinator):
    asset = an_asset()
    found(asset, DAY, "good")
    services.decide(asset, "repair", reason="Còn dùng được", decided_by="Người Mẫu", on=DAY)
    for row in (Assessment.objects.get(), Decision.objects.get()):
        row.note = "khác"
        with pytest.raises(HistoryIsFixed):
            row.save()
