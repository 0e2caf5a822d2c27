"""Given land on the map: drawn, measured against what was stated, shown without anybody's name."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from django.urls import reverse

from hatang.commune.roles import Role
from hatang.projects.giving import services
from hatang.projects.giving.rules.parcels import compared
from hatang.projects.models import Contribution
from hatang.projects.services import NotAllowed
from hatang.projects.tests.examples import DAY, LINE, make_project, make_village
from hatang.tests.factories import inside, make_commune, make_member, signed_in

pytestmark = pytest.mark.django_db
NAME, PARCEL, NOTE = "Hộ Kín Tên Ví Dụ", "Thửa bí mật 77", "Ghi chú riêng 88"
WIDE, HIGH = 0.0001, 0.0001  # degrees: about 10,3 m by 11,1 m at this latitude
AREA = {
    "type": "Polygon",
    "coordinates": [[[105.9, 22.2], [105.9 + WIDE, 22.2], [105.9 + WIDE, 22.2 + HIGH], [105.9, 22.2 + HIGH], [105.9, 22.2]]],
}
POINT = {"type": "Point", "coordinates": [105.9, 22.2]}


@pytest.mark.parametrize(
    ("stated", "measured", "percent", "agrees"),
    [("100", "110", "10.0", True), ("100", "89.9", "10.1", False), ("100", "100", "0.0", True), ("50", "100", "100.0", False)],
)
def test_the_map_beside_the_paper(stated, measured, percent, agrees):
    found = compared(Decimal(stated), Decimal(measured))
    assert (found.percent, found.agrees) == (Decimal(percent), agrees)


def test_a_point_has_no_area_to_compare():
    assert compared(Decimal(100), None) is None


def make_gift(work, village, square_metres="115", **given):
    return services.give(
        Contribution(
            project=work, village=village, kind="land", quantity=Decimal(square_metres), unit="m²", given_on=DAY, giver_name=NAME,
            parcel=PARCEL, note=NOTE, consent_reference="VB 9", **given,
        )
    )  # fmt: skip


@pytest.fixture
def gift(coordinator):
    with inside(coordinator):
        village = make_village("thôn Ví Dụ Gần")
        return make_gift(make_project("Đường ví dụ hiến đất", villages=(village,)), village)


def draw(browser, gift, shape):
    return browser.post(reverse("gift-place", args=[gift.pk]), {"geometry": json.dumps(shape) if shape else ""})


def test_a_parcel_is_drawn_and_measured(browser, coordinator, gift):
    assert draw(browser, gift, AREA).status_code == 302
    with inside(coordinator):
        gift.refresh_from_db()
    assert 110 < gift.measured_area_m2 < 118
    page = browser.get(reverse("work-giving", args=[gift.project_id])).content.decode()
    assert "bản đồ: 114 m²" in page
    assert "chênh" not in page.partition("<tbody>")[2]
    assert draw(browser, gift, None).status_code == 302
    with inside(coordinator):
        gift.refresh_from_db()
    assert (gift.geometry, gift.west, gift.measured_area_m2) == (None, None, None)


def test_an_area_apart_from_what_was_stated_is_said(browser, coordinator, gift):
    with inside(coordinator):
        far = make_gift(gift.project, gift.village, "300", geometry=AREA)
    for page in (reverse("work-giving", args=[gift.project_id]), reverse("giving")):
        html = browser.get(page).content.decode()
        assert "chênh 61," in html or "chênh 62," in html
        assert far.receipt_number in html


def test_a_line_is_no_parcel_and_money_lies_nowhere(browser, coordinator, gift):
    assert "không vẽ bằng đường" in draw(browser, gift, LINE).content.decode()
    cash = {"kind": "cash", "quantity": Decimal(5), "unit": "đồng", "given_on": DAY}
    drawn = Contribution(project=gift.project, geometry=POINT, **cash)
    with inside(coordinator), pytest.raises(NotAllowed, match="Chỉ vẽ vị trí cho đất hiến"):
        services.give(drawn)


def shapes(browser, **asked):
    answer = browser.get(reverse("giving-shapes"), asked)
    return answer.content.decode(), json.loads(answer.content)["features"]


def test_the_map_tells_areas_and_villages_but_never_who_gave(browser, coordinator, gift):
    with inside(coordinator):
        services.place(gift, AREA)
        services.agree_to_name(make_gift(gift.project, gift.village, "5", geometry=POINT), on=DAY, how="Ký phiếu")
        services.void(make_gift(gift.project, gift.village, "7", geometry=POINT), reason="Nhầm")
        make_gift(make_project("Kênh ví dụ"), None, "9", geometry=POINT)
    for reader in (browser, signed_in(make_member(gift.commune, Role.CHAIR)), signed_in(make_member(gift.commune, Role.OFFICER))):
        text, found = shapes(reader)
        assert [one["properties"]["tone"] for one in found] == ["good", "none", "none"]
        assert not [secret for secret in (NAME, PARCEL, NOTE) if secret in text]
    assert len(shapes(browser, **{"cong-trinh": gift.project_id})[1]) == 2


@pytest.mark.parametrize("name", ["giving", "giving-shapes", "work-giving"])
def test_pages_with_many_parcels_name_nobody_within_twelve_queries(
    browser, coordinator, gift, name, django_assert_max_num_queries
):
    address = reverse(name, args=[gift.project_id] if name == "work-giving" else [])
    for more in (1, 60):
        with inside(coordinator):
            for _number in range(more):
                make_gift(gift.project, make_village(), geometry=POINT)
        with django_assert_max_num_queries(12):
            html = browser.get(address).content.decode()
        assert not [secret for secret in (NAME, PARCEL, NOTE) if secret in html]


def test_who_may_draw(commune, gift):
    address = reverse("gift-place", args=[gift.pk])
    assert signed_in(make_member(commune, Role.INSPECTOR)).get(address).status_code == 403
    assert signed_in(make_member(make_commune(), Role.COORDINATOR)).get(address).status_code == 404


def test_nothing_of_another_commune_is_drawn(coordinator, gift):
    with inside(coordinator):
        services.place(gift, AREA)
    other = signed_in(make_member(make_commune(), Role.COORDINATOR))
    assert shapes(other)[1] == []
    assert other.get(reverse("giving-shapes"), {"cong-trinh": gift.project_id}).status_code == 404
