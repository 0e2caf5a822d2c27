"""An import whose worker was stopped: begun again, or put aside; never half written, never written twice."""

from __future__ import annotations

import pytest
from django.urls import reverse

from hatang.assets.importing import services
from hatang.assets.importing.services.confirming import write
from hatang.assets.importing.tests.examples import excel, make_villages, previewed
from hatang.assets.models import Asset, AssetImport
from hatang.tests.factories import inside

State = AssetImport.State


@pytest.fixture
def waiting(coordinator):
    with inside(coordinator):
        make_villages()
        return previewed(excel(), "duong.xlsx")


def stopped(coordinator, waiting: AssetImport, state: State) -> AssetImport:
    """The import as a worker leaves it that is stopped on its way."""
    with inside(coordinator):
        AssetImport.objects.filter(pk=waiting.pk).update(state=state, progress=20)
        return AssetImport.objects.get(pk=waiting.pk)


@pytest.mark.parametrize("state", [State.JUDGING, State.WRITING])
def test_what_was_cut_off_is_judged_again_and_can_be_confirmed(browser, coordinator, waiting, state):
    stopped(coordinator, waiting, state)
    assert "Đối chiếu lại" in browser.get(reverse("asset-import-page", args=[waiting.pk])).content.decode()
    answer = browser.post(reverse("asset-import-again", args=[waiting.pk]), follow=True)
    assert "Xác nhận, ghi 2 dòng vào sổ" in answer.content.decode()
    browser.post(reverse("asset-import-confirm", args=[waiting.pk]))
    with inside(coordinator):
        assert Asset.objects.count() == 2


@pytest.mark.parametrize("state", [State.WAITING, State.JUDGING, State.WRITING])
def test_what_was_cut_off_can_be_put_aside(browser, coordinator, waiting, state):
    stopped(coordinator, waiting, state)
    browser.post(reverse("asset-import-abandon", args=[waiting.pk]))
    with inside(coordinator):
        assert AssetImport.objects.get(pk=waiting.pk).state == State.ABANDONED


@pytest.mark.parametrize("meanwhile", [services.abandon, services.judge_again])
def test_a_worker_that_comes_late_writes_nothing(coordinator, waiting, meanwhile):
    late = stopped(coordinator, waiting, State.WRITING)
    with inside(coordinator):
        meanwhile(AssetImport.objects.get(pk=waiting.pk))
        write(late)
        assert not Asset.objects.exists()


def test_doing_again_what_is_done_changes_nothing(browser, coordinator, waiting):
    browser.post(reverse("asset-import-confirm", args=[waiting.pk]))
    browser.post(reverse("asset-import-again", args=[waiting.pk]))
    with inside(coordinator):
        assert AssetImport.objects.get(pk=waiting.pk).state == State.DONE
