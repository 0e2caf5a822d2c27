"""No name of a giver reaches a person without the permission: no page, no file, no trail."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from hatang.commune.models import Unit, User
from hatang.commune.roles import ALLOWED, Permission, Role
from hatang.commune.services import add_member
from hatang.core.models import AuditEvent, StoredFile
from hatang.projects.giving import services
from hatang.projects.models import Contribution, UnitPrice
from hatang.projects.tests.examples import DAY, make_project, make_village
from hatang.tests.factories import inside, make_commune, make_member, signed_in

pytestmark = pytest.mark.django_db
NAME, PARCEL, NOTE = "Hộ Kín Tên Ví Dụ", "Thửa bí mật 77", "Ghi chú riêng 88"
SECRETS = (NAME, PARCEL, NOTE)
PDF = b"%PDF-1.4\n%%EOF\n"


@pytest.fixture
def gift(coordinator):
    with inside(coordinator):
        village = make_village("thôn Ví Dụ Gần")
        work = make_project(villages=(village, make_village("thôn Ví Dụ Xa")))
        given = Contribution(
            project=work, village=village, kind="land", quantity=Decimal(50), unit="m²", given_on=DAY, giver_name=NAME,
            parcel=PARCEL, note=NOTE, consent_reference="VB 9",
        )  # fmt: skip
        return services.give(given)


def pages(gift):
    work = [reverse(name, args=[gift.project_id]) for name in ("work", "work-giving", "work-money", "giving-add", "givers")]
    one = [reverse(name, args=[gift.pk]) for name in ("gift-receipt", "gift-paper", "gift-agree", "gift-void")]
    return [*work, *one, *(reverse(name) for name in ("giving", "giving-csv", "unit-prices", "works", "money", "trail"))]


def text_of(answer):
    return b"".join(answer.streaming_content).decode("utf-8", "replace") if answer.streaming else answer.content.decode("utf-8")


@pytest.mark.parametrize("role", [role for role in Role if role not in ALLOWED[Permission.SEE_GIVERS]])
def test_no_page_tells_a_role_without_the_permission(gift, role):
    browser = signed_in(make_member(gift.commune, role))
    for address in pages(gift):
        text = text_of(browser.get(address))
        assert not [secret for secret in SECRETS if secret in text], address


def head_of(gift, village):
    with inside(make_member(gift.commune)):
        unit = Unit.objects.create(name=village.name, folded_name="", kind=Unit.Kind.VILLAGE, village=village)
        user = User.objects.create_user(username=f"truong-thon-{village.pk}", full_name="Trưởng Thôn Mẫu")
        return signed_in(add_member(user, unit, Role.VILLAGE_HEAD))


def test_a_village_head_reads_only_the_own_village(gift, coordinator):
    with inside(coordinator):
        far = gift.project.villages.exclude(pk=gift.village_id).get()
    stranger, own = head_of(gift, far), head_of(gift, gift.village)
    for address in pages(gift):
        text = text_of(stranger.get(address))
        assert not [secret for secret in SECRETS if secret in text], address
    assert NAME in own.get(reverse("givers", args=[gift.project_id])).content.decode()
    assert NAME in own.get(reverse("gift-receipt", args=[gift.pk])).content.decode()
    assert stranger.post(reverse("gift-void", args=[gift.pk]), {"reason": "x"}).status_code == 403


def test_even_those_who_may_read_names_find_none_outside_their_pages(gift):
    browser = signed_in(make_member(gift.commune, Role.CHAIR))
    telling = {reverse("givers", args=[gift.project_id]), reverse("gift-receipt", args=[gift.pk])}
    for address in pages(gift):
        text = text_of(browser.get(address))
        assert (NAME in text) == (address in telling), address


def test_reading_names_is_kept_in_the_trail_without_them(gift, coordinator):
    chair = make_member(gift.commune, Role.CHAIR, "Chủ Tịch Mẫu")
    browser = signed_in(chair)
    browser.get(reverse("givers", args=[gift.project_id]))
    browser.get(reverse("gift-receipt", args=[gift.pk]))
    signed_in(make_member(gift.commune, Role.OFFICER)).get(reverse("gift-receipt", args=[gift.pk]))
    with inside(coordinator):
        events = list(AuditEvent.objects.filter(action="giving.read").order_by("sequence"))
        assert [(event.user_id, event.after["what"]) for event in events] == [
            (chair.user_id, "names"),
            (chair.user_id, "receipt"),
        ]
        for event in AuditEvent.objects.all():
            told = f"{event.before}{event.after}{event.reason}"
            assert not [secret for secret in SECRETS if secret in told], event.action


def test_a_paper_is_kept_under_a_name_that_names_nobody(gift, browser, coordinator):
    upload = SimpleUploadedFile(f"don {NAME}.pdf", PDF, "application/pdf")
    given = {
        "kind": "land", "village": gift.village_id, "giver": "household", "giver_name": NAME, "given_on": DAY.isoformat(),
        "quantity": "12,5", "parcel": PARCEL, "paper": upload,
    }  # fmt: skip
    assert browser.post(reverse("giving-add", args=[gift.project_id]), given).status_code == 302
    with inside(coordinator):
        made = Contribution.objects.get(quantity=Decimal("12.5"))
        assert not StoredFile.objects.filter(name__contains=NAME).exists()
        assert (made.unit, made.consent_paper.name) == ("m²", "van-ban-dong-y.pdf")
    paper = reverse("gift-paper", args=[made.pk])
    assert text_of(browser.get(paper)).startswith("%PDF")
    assert signed_in(make_member(gift.commune, Role.OFFICER)).get(paper).status_code == 403


def test_a_name_is_shown_while_agreed_and_gone_when_taken_back(gift, browser):
    page = reverse("work-giving", args=[gift.project_id])
    assert NAME not in browser.get(page).content.decode()
    assert browser.post(reverse("gift-agree", args=[gift.pk]), {"on": DAY.isoformat(), "how": "Ký phiếu"}).status_code == 302
    officer = signed_in(make_member(gift.commune, Role.OFFICER))
    assert NAME in officer.get(page).content.decode()
    assert PARCEL not in officer.get(page).content.decode()
    assert browser.post(reverse("gift-withdraw", args=[gift.pk])).status_code == 302
    assert NAME not in officer.get(page).content.decode()


def test_prices_value_what_is_written_through_the_form(gift, browser, coordinator):
    made = {"kind": "labour", "item": "Ngày công", "unit": "công", "price": "250.000", "document": "11/QĐ"}
    days = {"decided_on": DAY.isoformat(), "valid_from": DAY.isoformat()}
    assert browser.post(reverse("unit-price-add"), {**made, **days}).status_code == 302
    with inside(coordinator):
        price = UnitPrice.objects.get()
    given = {"kind": "labour", "giver": "village", "village": gift.village_id, "given_on": DAY.isoformat(), "quantity": "4"}
    assert browser.post(reverse("giving-add", args=[gift.project_id]), {**given, "unit_price": price.pk}).status_code == 302
    html = browser.get(reverse("giving")).content.decode()
    assert "1.000.000" in html
    assert "1000000" in browser.get(reverse("giving-csv")).content.decode("utf-8-sig")
    wrong = browser.post(reverse("giving-add", args=[gift.project_id]), {**given, "kind": "material", "unit_price": price.pk})
    assert "Đơn giá này không dùng" in wrong.content.decode()


@pytest.mark.parametrize("name", ["giving", "unit-prices", "work-giving", "givers", "giving-add", "gift-receipt", "gift-agree"])
def test_pages_stay_within_twelve_queries(gift, browser, coordinator, name, django_assert_max_num_queries):
    on_work = name in {"work-giving", "givers", "giving-add"}
    address = reverse(name, args=[] if name in {"giving", "unit-prices"} else [gift.project_id if on_work else gift.pk])
    for more in (0, 5):
        with inside(coordinator):
            for _number in range(more):
                cash = {"kind": "cash", "quantity": Decimal(5), "unit": "đồng", "given_on": DAY}
                services.give(Contribution(project=gift.project, village=make_village(), **cash))
        with django_assert_max_num_queries(12 if name not in {"givers", "gift-receipt"} else 15):
            assert browser.get(address).status_code == 200


def test_nothing_of_another_commune_is_seen(gift):
    other = signed_in(make_member(make_commune()))
    for name, pk in (
        ("work-giving", gift.project_id),
        ("givers", gift.project_id),
        ("gift-receipt", gift.pk),
        ("gift-agree", gift.pk),
    ):
        assert other.get(reverse(name, args=[pk])).status_code == 404


def test_a_paper_that_comes_later_is_kept_and_told_by_its_hash_alone(gift, browser, coordinator):
    upload = SimpleUploadedFile(f"don {NAME}.pdf", PDF, "application/pdf")
    address = reverse("gift-paper-add", args=[gift.pk])
    assert signed_in(make_member(gift.commune, Role.INSPECTOR)).get(address).status_code == 403
    assert signed_in(make_member(make_commune())).get(address).status_code == 404
    assert browser.post(address, {"paper": upload}).status_code == 302
    with inside(coordinator):
        gift.refresh_from_db()
        told = AuditEvent.objects.get(action="giving.paper")
        assert told.after == {"gift": gift.pk, "paper": gift.consent_paper.sha256}
    page = reverse("work-giving", args=[gift.project_id])
    assert reverse("gift-paper", args=[gift.pk]) in browser.get(page).content.decode()
    officer = signed_in(make_member(gift.commune, Role.OFFICER))
    assert reverse("gift-paper", args=[gift.pk]) not in officer.get(page).content.decode()
