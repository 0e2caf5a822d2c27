"""Taking an asset out of the inventory with a reason, and back."""

from __future__ import annotations

import pytest

from hatang.assets import selectors
from hatang.assets.services import restore, retire
from hatang.assets.tests.examples import form_of, make_asset
from hatang.core.models import AuditEvent
from hatang.tests.factories import inside

pytestmark = pytest.mark.django_db


@pytest.fixture
def asset(coordinator):
    with inside(coordinator):
        return make_asset(name="Cầu mẫu")


def test_it_leaves_the_list_and_the_figures_and_can_be_looked_up(browser, coordinator, asset):
    browser.post(f"/so-cong-trinh/{asset.pk}/dua-ra/", {"reason": "đã sập, không còn"})
    with inside(coordinator):
        asset.refresh_from_db()
        assert asset.is_retired
        assert not selectors.rows(selectors.Filter()).exists()
        assert AuditEvent.objects.get(action="asset.retire").reason == "đã sập, không còn"
    html = browser.get(f"/so-cong-trinh/{asset.pk}/").content.decode()
    assert "Đã đưa ra khỏi sổ công trình." in html
    assert "đã sập, không còn" in html
    assert f"/so-cong-trinh/{asset.pk}/sua/" not in html


def test_a_reason_is_asked(browser, coordinator, asset):
    html = browser.post(f"/so-cong-trinh/{asset.pk}/dua-ra/", {"reason": " "}, follow=True).content.decode()
    assert "cần ghi lý do" in html
    with inside(coordinator):
        asset.refresh_from_db()
        assert not asset.is_retired


def test_what_is_out_is_not_corrected(browser, coordinator, asset):
    with inside(coordinator):
        retire(asset, reason="trùng")
    assert browser.post(f"/so-cong-trinh/{asset.pk}/sua/", form_of(revision="2")).status_code == 403


def test_it_comes_back_with_a_reason(browser, coordinator, asset):
    with inside(coordinator):
        retire(asset, reason="trùng")
    assert "cần ghi lý do" in browser.post(f"/so-cong-trinh/{asset.pk}/dua-lai/", {}, follow=True).content.decode()
    browser.post(f"/so-cong-trinh/{asset.pk}/dua-lai/", {"reason": "nhầm"})
    with inside(coordinator):
        asset.refresh_from_db()
        assert (asset.is_retired, asset.retired_reason, asset.revision) == (False, "", 3)


def test_doing_it_twice_is_doing_it_once(as_coordinator):
    asset = make_asset()
    for _ in range(2):
        retire(asset, reason="trùng")
    for _ in range(2):
        restore(asset, reason="nhầm")
    assert [event.action for event in AuditEvent.objects.order_by("sequence")][-2:] == ["asset.retire", "asset.restore"]
    assert AuditEvent.objects.filter(action__in=["asset.retire", "asset.restore"]).count() == 2
