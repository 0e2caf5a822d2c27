"""Papers of contracts, acceptances and money: kept by their bytes, told in the trail by their hash, given to those who may."""

from __future__ import annotations

import hashlib
import io
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import ExifTags, Image

from hatang.commune.roles import Role
from hatang.core.models import AuditEvent, StoredFile
from hatang.projects import services
from hatang.projects.models import AcceptanceRecord, Allocation, BoqLine, Contract, Variation
from hatang.projects.tests.examples import DAY, make_company, make_project, make_source
from hatang.tests.factories import inside, make_commune, make_member, signed_in

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n%%EOF\n"
HASH = hashlib.sha256(PDF).hexdigest()


def pdf(name="Hợp đồng số 1.pdf"):
    return SimpleUploadedFile(name, PDF, "application/pdf")


@pytest.fixture
def work(coordinator):
    with inside(coordinator):
        return make_project("Đường ví dụ có hồ sơ")


@pytest.fixture
def contract(coordinator, work):
    with inside(coordinator):
        made = services.write_contract(Contract(project=work, company=make_company(), kind="building", number="01", value=9))
        services.add_line(BoqLine(contract=made, name="Bê tông", unit="m³", quantity=Decimal(10), unit_price=1_000))
        return made


def written(what, work, contract, source):
    """Where a paper of each kind is given, what else the form asks, and the row it lands on."""
    day = DAY.isoformat()
    entry = {"source": source.pk, "amount": "1.000", "document": "5/QĐ", "decided_on": day, "year": "2026", "kind": "year"}
    return {
        "contract-file": (
            reverse("contract-add", args=[work.pk]),
            {"kind": "building", "number": "02", "company_name": "Tổ thợ Ví Dụ", "value": "5"},
            lambda: Contract.objects.get(number="02"),
        ),
        "variation-file": (
            reverse("variation-add", args=[contract.pk]),
            {"number": "PL-1", "signed_on": day, "days_change": "0", "reason": "Thêm"},
            Variation.objects.get,
        ),
        "acceptance-file": (
            reverse("contract-accept", args=[contract.pk]),
            {"kind": "part", "on": day},
            AcceptanceRecord.objects.get,
        ),
        "acceptance-of-the-work": (
            reverse("acceptance-add", args=[work.pk]),
            {"kind": "whole", "on": day},
            AcceptanceRecord.objects.get,
        ),
        "money-paper": (reverse("work-money-add", args=[work.pk, "von"]), entry, Allocation.objects.get),
    }[what]


def paper_address(what, row):
    name = "acceptance-file" if what == "acceptance-of-the-work" else what
    return reverse(name, args=["von", row.pk] if what == "money-paper" else [row.pk])


KINDS = ["contract-file", "variation-file", "acceptance-file", "acceptance-of-the-work", "money-paper"]


@pytest.mark.parametrize("what", KINDS)
def test_a_paper_is_kept_told_by_its_hash_and_given_back(browser, coordinator, commune, work, contract, what):
    with inside(coordinator):
        address, given, found = written(what, work, contract, make_source())
    answer = browser.post(address, {**given, "upload": pdf()})
    assert answer.status_code == 302, answer.content.decode()
    with inside(coordinator):
        row = found()
        assert row.file.sha256 == HASH
        told = [event.after for event in AuditEvent.objects.exclude(action="file.store") if event.after.get("file")]
        assert [one["file"] for one in told] == [HASH]
    paper = paper_address(what, row)
    back = browser.get(paper)
    assert b"".join(back.streaming_content) == PDF
    assert back["Content-Type"] == "application/pdf"
    assert back["Content-Disposition"].startswith("attachment")
    assert (back["X-Content-Type-Options"], back["Cache-Control"]) == ("nosniff", "private, no-store")
    assert paper in browser.get(page_of(what, work)).content.decode()
    assert signed_in(make_member(commune, Role.ADMINISTRATOR)).get(paper).status_code == 403
    assert signed_in(make_member(make_commune(), Role.COORDINATOR)).get(paper).status_code == 404


def page_of(what, work):
    return reverse("work-money" if what == "money-paper" else "work-contracts", args=[work.pk])


@pytest.mark.parametrize("content", [b"MZ\x90\x00" + bytes(60), b"PK\x03\x04broken", b"\x00" * 40])
def test_what_is_no_paper_is_refused_beside_its_field_and_nothing_is_written(browser, coordinator, work, content):
    given = {"kind": "building", "number": "02", "company_name": "Tổ thợ Ví Dụ", "value": "5"}
    upload = SimpleUploadedFile("hop-dong.pdf", content, "application/pdf")
    html = browser.post(reverse("contract-add", args=[work.pk]), {**given, "upload": upload}).content.decode()
    assert "id_upload_error" in html
    assert 'value="Tổ thợ Ví Dụ"' in html
    with inside(coordinator):
        assert not Contract.objects.exists()
        assert not StoredFile.objects.exists()


def test_a_picture_of_a_paper_keeps_its_pixels_alone(browser, coordinator, work):
    exif, out = Image.Exif(), io.BytesIO()
    exif.get_ifd(ExifTags.IFD.GPSInfo).update({ExifTags.GPS.GPSLatitudeRef: "N", ExifTags.GPS.GPSLatitude: (22.0, 12.0, 0.0)})
    Image.new("RGB", (40, 30), "white").save(out, "JPEG", exif=exif)
    upload = SimpleUploadedFile("bien-ban.jpg", out.getvalue(), "image/jpeg")
    browser.post(reverse("acceptance-add", args=[work.pk]), {"kind": "whole", "on": DAY.isoformat(), "upload": upload})
    with inside(coordinator):
        row = AcceptanceRecord.objects.get()
    kept = b"".join(browser.get(reverse("acceptance-file", args=[row.pk])).streaming_content)
    with Image.open(io.BytesIO(kept)) as picture:
        assert not picture.getexif()


def test_a_contract_keeps_its_paper_until_another_is_given(browser, coordinator, contract):
    given = {"kind": "building", "number": "01", "company_name": contract.company.name, "value": "9"}
    address = reverse("contract-change", args=[contract.pk])
    browser.post(address, {**given, "upload": pdf()})
    browser.post(address, {**given, "note": "Không đổi tệp"})
    with inside(coordinator):
        contract.refresh_from_db()
        assert (contract.file.sha256, contract.note) == (HASH, "Không đổi tệp")


def test_money_that_the_books_refuse_keeps_no_paper(browser, coordinator, work):
    with inside(coordinator):
        source = make_source(first_year=2030)
    entry = {"source": source.pk, "amount": "1.000", "decided_on": DAY.isoformat(), "year": "2026", "kind": "year"}
    html = browser.post(reverse("work-money-add", args=[work.pk, "von"]), {**entry, "upload": pdf()}).content.decode()
    assert "không dùng cho năm 2026" in html
    with inside(coordinator):
        assert not StoredFile.objects.exists()


@pytest.mark.parametrize("what", ["contract-file", "variation-file", "acceptance-file"])
def test_no_paper_no_page(browser, contract, what):
    assert browser.get(reverse(what, args=[contract.pk])).status_code == 404


@pytest.mark.parametrize(("kind", "proposed"), [("von", True), ("giai-ngan", True), ("quyet-toan", False)])
def test_forms_of_money_start_with_today_and_the_year_it_is_in(browser, work, kind, proposed):
    html = browser.get(reverse("work-money-add", args=[work.pk, kind])).content.decode()
    today = timezone.localdate()
    assert f'value="{today.isoformat()}"' in html
    assert (f'name="year" value="{today.year}"' in html) is proposed
