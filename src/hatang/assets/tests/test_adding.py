"""Putting an asset into the inventory by hand: what is asked of each kind, and what stays when something is wrong."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from hatang.assets.kinds import KINDS
from hatang.assets.models import Asset
from hatang.assets.tests.examples import LINE, POINT, form_of, make_asset, make_village
from hatang.commune.roles import Role
from hatang.core.models import AuditEvent
from hatang.tests.factories import inside, make_member, signed_in

pytestmark = pytest.mark.django_db


def test_a_road_is_added_with_its_measured_length(browser, coordinator):
    with inside(coordinator):
        village = make_village()
    filled = form_of(stated_length_m="1.005,5", village=str(village.pk), geometry=json.dumps(LINE), code="Đ-01")
    answer = browser.post("/so-cong-trinh/them/road_segment/", filled)
    with inside(coordinator):
        asset = Asset.objects.get()
        event = AuditEvent.objects.get(action="asset.add")
    assert answer.url == f"/so-cong-trinh/{asset.pk}/"
    assert (asset.sector, asset.village_id, asset.attributes) == (
        "transport",
        village.pk,
        {"class": "axis", "surface": "concrete"},
    )
    assert asset.stated_length_m == Decimal("1005.5")
    assert asset.measured_length_m == pytest.approx(Decimal("996.6"), abs=1)
    assert (asset.south, asset.north) == (22.0, 22.009)
    assert event.subject_id == str(asset.pk)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_form_with_its_attributes_and_shapes(browser, kind):
    page = browser.get(f"/so-cong-trinh/them/{kind}/").content.decode()
    for attribute in KINDS[kind].attributes:
        assert f'name="a-{attribute.code}"' in page
    assert ('name="stated_length_m"' in page) == KINDS[kind].has_length
    assert "data-map-edit" in page


WRONG = [
    ({"name": ""}, "Trường này là bắt buộc", "1.005,5"),
    ({"a-surface": ""}, "Cần điền Mặt đường", "1.005,5"),
    ({"a-width": "-3"}, "không thể là số âm", "-3"),
    ({"a-width": "ba mét"}, "không phải là số", "ba mét"),
    ({"stated_length_m": "1,234.5"}, "viết theo lối tiếng Anh", "1,234.5"),
    ({"stated_length_m": "1,234"}, "Hãy viết rõ một trong hai", "1,234"),
    ({"geometry": "{hình"}, "Phần bản đồ không đọc được", "{hình"),
    ({"geometry": json.dumps(POINT)}, "không dùng kiểu hình vừa vẽ", "106.0, 22.0"),
    ({"geometry": '{"type": "LineString", "coordinates": [[583000, 2436000], [583010, 2436010]]}'}, "VN-2000", "583000"),
    ({"warranty_until": "mai"}, "ngày", "mai"),
]


@pytest.mark.parametrize(("changed", "why", "kept"), WRONG, ids=[next(iter(case[0])) + str(at) for at, case in enumerate(WRONG)])
def test_what_was_typed_stays_when_something_is_wrong(browser, coordinator, changed, why, kept):
    filled = {**form_of(stated_length_m="1.005,5", note="ghi chú dài"), **changed}
    page = browser.post("/so-cong-trinh/them/road_segment/", filled).content.decode().replace("&quot;", '"')
    assert why in page
    assert kept in page
    assert "ghi chú dài" in page
    with inside(coordinator):
        assert not Asset.objects.exists()


def test_a_code_is_used_once_in_a_commune(browser, coordinator):
    with inside(coordinator):
        make_asset(code="Đ-01")
    page = browser.post("/so-cong-trinh/them/road_segment/", form_of(code="Đ-01")).content.decode()
    assert "Mã này đã dùng cho một công trình khác" in page


def test_two_people_saving_one_code_at_once_end_in_a_sentence(browser, coordinator, monkeypatch):
    from hatang.assets.forms import AssetForm

    with inside(coordinator):
        make_asset(code="Đ-01")
    monkeypatch.setattr(AssetForm, "clean_code", lambda form: form.cleaned_data["code"])  # the other saved after our check
    page = browser.post("/so-cong-trinh/them/road_segment/", form_of(code="Đ-01")).content.decode()
    assert "Mã này đã dùng cho một công trình khác" in page


def test_an_unknown_kind_is_no_page(browser):
    assert browser.get("/so-cong-trinh/them/lau-dai/").status_code == 404


def test_an_officer_adds_only_what_the_unit_is_in_charge_of(commune):
    member = make_member(commune, Role.OFFICER)
    with inside(member):
        member.unit.sectors = ["education"]
        member.unit.save()
    browser = signed_in(member)
    assert browser.get("/so-cong-trinh/them/school/").status_code == 200
    assert browser.get("/so-cong-trinh/them/road_segment/").status_code == 403
    menu = browser.get("/so-cong-trinh/").content.decode()
    assert "/them/school/" in menu
    assert "/them/road_segment/" not in menu


@pytest.mark.parametrize("role", [Role.VILLAGE_HEAD, Role.CHAIR, Role.SUPERVISOR])
def test_others_read_and_do_not_write(commune, role):
    browser = signed_in(make_member(commune, role))
    assert browser.get("/so-cong-trinh/").status_code == 200
    assert browser.get("/so-cong-trinh/them/school/").status_code == 403


@pytest.mark.parametrize("value", ["1", "1,5", "12,25", "1.250", "0,12", "999999,99"])
def test_a_number_is_shown_as_it_can_be_typed_again(value):
    from hatang.assets.forms.numbers import NumberField

    field = NumberField()
    number = field.clean(value)
    assert field.clean(field.prepare_value(number)) == number


def test_three_decimals_are_shown_so_that_nobody_takes_them_for_thousands():
    from hatang.assets.forms.numbers import NumberField, typed

    assert typed(Decimal("1.234")) == "1,2340"
    assert NumberField().clean("1,2340") == Decimal("1.234")
