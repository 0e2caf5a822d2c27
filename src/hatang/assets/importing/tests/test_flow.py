"""From a file to the inventory: upload, match, preview, confirm."""

from __future__ import annotations

from decimal import Decimal

import pytest

from hatang.assets import events
from hatang.assets.importing import services
from hatang.assets.importing.services import judging
from hatang.assets.importing.tests.examples import ROADS, excel, make_villages, outcomes, previewed, problems, rows_of
from hatang.assets.models import Asset, AssetImport
from hatang.core.audit import chain_breaks
from hatang.core.models import AuditEvent

pytestmark = pytest.mark.usefixtures("as_coordinator")


def confirmed(waiting: AssetImport) -> AssetImport:
    services.confirm(waiting)
    return AssetImport.objects.get(pk=waiting.pk)


def test_new_roads_come_in_once_and_are_recognised_the_second_time():
    villages = make_villages()
    waiting = previewed(excel(), "duong.xlsx")
    assert waiting.kind == "road_segment"
    assert outcomes(waiting) == ["new", "new"]
    assert Asset.objects.count() == 0
    assert confirmed(waiting).state == "done"
    first, second = Asset.objects.order_by("code")
    assert (first.name, first.village, first.attributes["surface"], first.stated_length_m) == (
        "Đường mẫu một", villages[0], "concrete", Decimal("420.5"),
    )  # fmt: skip
    assert (second.village, second.origin) == (villages[1], Asset.Origin.IMPORTED)
    assert outcomes(previewed(excel(), "duong.xlsx")) == ["same", "same"]


def test_a_changed_cell_changes_that_asset_and_an_empty_one_nothing():
    make_villages()
    confirmed(previewed(excel(), "duong.xlsx"))
    rows = [[*ROADS[0][:4], "Nhựa", None, None], ROADS[1]]
    waiting = previewed(excel(rows), "duong.xlsx")
    assert outcomes(waiting) == ["change", "same"]
    assert rows_of(waiting)[0].result["given"] == {"a:surface": "asphalt"}
    confirmed(waiting)
    road = Asset.objects.get(code="Đ01")
    assert (road.attributes["surface"], road.stated_length_m, road.revision) == ("asphalt", Decimal("420.5"), 2)


def test_every_asset_has_its_event_in_one_chain_and_those_above_are_told_once(monkeypatch):
    told: list[set[str]] = []
    monkeypatch.setattr(events, "_listeners", [lambda sectors: told.append(set(sectors))])
    make_villages()
    waiting = confirmed(previewed(excel(), "duong.xlsx"))
    added = AuditEvent.objects.filter(action="asset.add")
    assert {event.subject_id for event in added} == {str(pk) for pk in Asset.objects.values_list("pk", flat=True)}
    assert all("duong.xlsx" in event.reason for event in added)
    assert AuditEvent.objects.get(action="asset_import.confirm").after["added"] == 2
    assert told == [{"transport"}]
    assert chain_breaks() == []
    assert waiting.done_at is not None


def test_rows_with_faults_stay_out_and_the_others_come_in():
    make_villages()
    rows = [*ROADS, ("Đ03", "Đường mẫu ba", "Thôn Không Có", "Đường xã", "Vàng", "mười", "")]
    waiting = previewed(excel(rows), "duong.xlsx")
    assert outcomes(waiting) == ["new", "new", "wrong"]
    assert set(problems(rows_of(waiting)[2])) == {"village", "a:surface", "length"}
    confirmed(waiting)
    assert Asset.objects.count() == 2


def test_an_inventory_that_changed_meanwhile_is_looked_at_again():
    make_villages()
    confirmed(previewed(excel(), "duong.xlsx"))
    waiting = previewed(excel([[*ROADS[0][:4], "Nhựa", 420.5, 3]]), "duong.xlsx")
    road = Asset.objects.get(code="Đ01")
    road.note, road.revision = "người khác vừa sửa", road.revision + 1
    road.save()
    again = confirmed(waiting)
    assert (again.state, Asset.objects.get(code="Đ01").attributes["surface"]) == ("preview", "concrete")
    assert "đã thay đổi từ lúc bạn xem" in again.error
    assert confirmed(again).state == "done"


def test_an_unrelated_change_meanwhile_stops_nothing():
    make_villages()
    waiting = previewed(excel(), "duong.xlsx")
    Asset.objects.create(kind="market", sector="commerce", name="Chợ mẫu", folded_name="cho mau")
    assert confirmed(waiting).state == "done"


def test_confirming_twice_writes_once():
    make_villages()
    waiting = confirmed(previewed(excel(), "duong.xlsx"))
    with pytest.raises(services.NotReady):
        services.confirm(waiting)
    assert Asset.objects.count() == 2


def test_what_was_put_aside_writes_nothing_and_keeps_no_rows():
    make_villages()
    waiting = previewed(excel(), "duong.xlsx")
    services.abandon(waiting)
    assert rows_of(waiting) == []
    with pytest.raises(services.NotReady):
        services.confirm(waiting)


def test_names_of_villages_that_are_only_alike_are_asked():
    villages = make_villages()
    waiting = previewed(excel([("Đ01", "Đường mẫu", "Ví Dụ 12", "Đường xã", "Đất", 10, 2)]), "duong.xlsx")
    assert outcomes(waiting) == ["wrong"]
    assert list(waiting.counts["asked"]) == ["Ví Dụ 12"]
    services.answer(waiting, {"Ví Dụ 12": str(villages[2].pk)})
    assert outcomes(waiting) == ["new"]
    assert rows_of(waiting)[0].result["given"]["village"] == villages[2].pk


def test_what_is_put_aside_while_it_is_compared_stays_aside():
    make_villages()
    waiting = previewed(excel(), "duong.xlsx")
    AssetImport.objects.filter(pk=waiting.pk).update(state="judging")
    rows = rows_of(waiting)
    services.abandon(waiting)
    judging._keep_all(waiting, rows, "")
    assert rows_of(waiting) == []
    assert AssetImport.objects.get(pk=waiting.pk).state == "abandoned"
