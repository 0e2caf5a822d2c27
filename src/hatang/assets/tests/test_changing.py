"""Correcting an asset: what changes is told, and nobody writes over another's correction unknowingly."""

from __future__ import annotations

import json

import pytest

from hatang.assets import events, services
from hatang.assets.models import Asset
from hatang.assets.selectors import story_of
from hatang.assets.services import ChangedMeanwhile, change
from hatang.assets.tests.examples import LINE, form_of, make_asset, make_village
from hatang.commune.roles import Role
from hatang.core.models import AuditEvent
from hatang.tests.factories import inside, make_member, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def asset(coordinator):
    with inside(coordinator):
        return make_asset(name="Đường mẫu", note="ghi chú cũ")


def test_the_form_shows_what_is_kept(browser, coordinator):
    with inside(coordinator):
        asset = make_asset(drawn=True, stated_length_m="1250.5", attributes={"class": "axis", "surface": "earth", "width": "3.5"})
    html = browser.get(f"/so-cong-trinh/{asset.pk}/sua/").content.decode()
    for shown in ('value="1250,5"', 'value="3,5"', '<option value="earth" selected>', "[[106.0, 22.0]"):
        assert shown in html


def test_only_what_changed_is_written_down(as_coordinator):
    asset = make_asset()
    asset.condition, asset.attributes = "poor", {"class": "axis", "surface": "earth"}
    change(asset)
    event = AuditEvent.objects.get(action="asset.change")
    assert event.before == {"attributes": {"class": "axis", "surface": "concrete"}, "condition": "unknown"}
    assert event.after == {"attributes": {"class": "axis", "surface": "earth"}, "condition": "poor"}


def test_the_story_says_what_changed_in_words(as_coordinator):
    village, asset = make_village("thôn Ví Dụ Một"), make_asset(stated_length_m="900")
    asset = Asset.objects.get(pk=asset.pk)
    asset.condition, asset.village, asset.stated_length_m, asset.geometry = "poor", village, None, LINE
    asset.attributes = {"class": "axis", "surface": "earth", "width": "3.5"}
    asset.built_year = 2019
    change(asset)
    assert set(story_of(asset)[0].changes) == {
        ("Tình trạng", "Chưa đánh giá", "Xuống cấp"),
        ("Thôn", "", "thôn Ví Dụ Một"),
        ("Chiều dài theo hồ sơ (m)", "900", ""),
        ("Hình trên bản đồ", "", ""),
        ("Mặt đường", "Bê tông", "Đất"),
        ("Bề rộng mặt đường", "", "3,5"),
        ("Năm xây dựng", "", "2019"),
    }


def test_a_correction_by_a_stale_copy_is_refused(as_coordinator):
    asset = make_asset()
    mine, theirs = Asset.objects.get(pk=asset.pk), Asset.objects.get(pk=asset.pk)
    theirs.note = "của người khác"
    change(theirs)
    mine.note = "của tôi"
    with pytest.raises(ChangedMeanwhile):
        change(mine)
    asset.refresh_from_db()
    assert (asset.note, asset.revision) == ("của người khác", 2)


def test_what_was_typed_stays_and_saving_again_writes_it_knowingly(browser, coordinator, asset):
    mine = form_of(name="Tên của tôi", note="ghi chú của tôi", **{"a-surface": "earth"})
    with inside(coordinator):
        theirs = Asset.objects.get(pk=asset.pk)
        theirs.condition, theirs.note = "bad", "ghi chú của người khác"
        change(theirs)
    html = browser.post(f"/so-cong-trinh/{asset.pk}/sua/", mine).content.decode()
    assert "Người khác vừa sửa mục này" in html
    for kept in ("Tên của tôi", "ghi chú của tôi", '<option value="earth" selected>'):
        assert kept in html
    newer = html[html.index("Bản vừa được người khác lưu") : html.index('<form method="post" class="stack"')]
    for other in ("Đường mẫu", "ghi chú của người khác", "Hư hỏng nặng", "Bê tông"):
        assert other in newer
    assert 'name="revision" value="2"' in html
    answer = browser.post(f"/so-cong-trinh/{asset.pk}/sua/", {**mine, "revision": "2"})
    assert answer.status_code == 302
    with inside(coordinator):
        asset.refresh_from_db()
    assert (asset.name, asset.condition, asset.revision) == ("Tên của tôi", "good", 3)


def test_a_shape_is_drawn_changed_and_taken_away(browser, coordinator, asset):
    browser.post(f"/so-cong-trinh/{asset.pk}/sua/", form_of(geometry=json.dumps(LINE)))
    with inside(coordinator):
        asset.refresh_from_db()
        assert (asset.west, float(asset.measured_length_m)) == (106.0, pytest.approx(996.6, abs=1))
    browser.post(f"/so-cong-trinh/{asset.pk}/sua/", form_of(geometry="", revision="2"))
    with inside(coordinator):
        asset.refresh_from_db()
        assert (asset.geometry, asset.west, asset.measured_length_m) == (None, None, None)


def test_those_above_are_told_once_of_each_change(as_coordinator, monkeypatch):
    told = []
    monkeypatch.setattr(events, "_listeners", [told.append])
    asset = make_asset()
    asset.condition = "poor"
    change(asset)
    services.retire(asset, reason="trùng")
    assert told == [{"transport"}] * 3


def test_what_is_told_fails_with_the_change(as_coordinator, monkeypatch):
    def broken(sectors):
        raise RuntimeError

    monkeypatch.setattr(events, "_listeners", [broken])
    with pytest.raises(RuntimeError):
        make_asset()
    assert not Asset.objects.exists()


def test_an_officer_of_other_sectors_does_not_correct(commune, asset):
    member = make_member(commune, Role.OFFICER)
    with inside(member):
        member.unit.sectors = ["education"]
        member.unit.save()
    browser = signed_in(member)
    assert browser.get(f"/so-cong-trinh/{asset.pk}/sua/").status_code == 403
    assert browser.post(f"/so-cong-trinh/{asset.pk}/sua/", form_of()).status_code == 403
    assert f"/so-cong-trinh/{asset.pk}/sua/" not in browser.get(f"/so-cong-trinh/{asset.pk}/").content.decode()
