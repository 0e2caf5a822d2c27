"""Pictures of assets: what the camera wrote is read apart, and what is kept and shown holds none of it."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from PIL import ExifTags, Image

from hatang.assets.models import AssetPhoto
from hatang.assets.services import add_photo
from hatang.assets.tests.examples import make_asset
from hatang.core import files, pictures
from hatang.core.models import AuditEvent
from hatang.tests.factories import inside, make_commune, make_member, signed_in

pytestmark = pytest.mark.django_db
PLACE = {1: "N", 2: (22.0, 6.0, 30.6), 3: "E", 4: (105.0, 58.0, 12.0)}  # 22.1085, 105.97
MOMENT = "2026:03:05 09:30:00"


def photograph(place=None, moment=None, size=(64, 48), colour="green", turned=1, kind="JPEG"):
    """A picture as a phone makes it."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = turned
    if place:
        exif.get_ifd(ExifTags.IFD.GPSInfo).update(place)
    if moment:
        exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = moment
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, kind, exif=exif)
    out.name = "anh.jpg"
    out.seek(0)
    return out


@pytest.mark.parametrize(
    ("place", "found"),
    [
        (PLACE, (105.97, 22.1085)),
        ({**PLACE, 1: "S", 3: "W"}, (-105.97, -22.1085)),
        ({2: PLACE[2], 4: PLACE[4]}, (105.97, 22.1085)),
        ({1: "N", 2: (0.0, 0.0, 0.0), 3: "E", 4: (0.0, 0.0, 0.0)}, (None, None)),
        ({1: "N", 2: PLACE[2]}, (None, None)),
        ({**PLACE, 2: (220.0, 0.0, 0.0)}, (None, None)),
        ({**PLACE, 2: (22.0,)}, (None, None)),
        (None, (None, None)),
    ],
)
def test_where_a_picture_was_taken(place, found):
    seen = pictures.taken(photograph(place))
    assert (seen.longitude, seen.latitude) == found


@pytest.mark.parametrize(
    ("moment", "day"), [(MOMENT, dt.date(2026, 3, 5)), ("0000:00:00 00:00:00", None), ("1970:01:01 00:00:00", None), (None, None)]
)
def test_when_a_picture_was_taken(moment, day):
    assert pictures.taken(photograph(moment=moment)).on == day


@pytest.mark.filterwarnings("ignore:Corrupt EXIF")
@pytest.mark.parametrize("content", [b"", b"khong phai anh", b"\xff\xd8\xff\xe1\x00\x10Exif\x00\x00MM\x00*\xff\xff\xff\xff"])
def test_a_torn_file_says_nothing_and_harms_nothing(content):
    upload = io.BytesIO(content)
    assert pictures.taken(upload) == pictures.Taken()
    assert upload.tell() == 0


def test_the_file_that_is_kept_holds_no_position_and_the_row_does(as_coordinator):
    photo = add_photo(make_asset(), photograph(PLACE, MOMENT), "anh.jpg", caption="đầu tuyến")
    kept = files.path_of(photo.file).read_bytes()
    assert (photo.longitude, photo.latitude, photo.taken_on) == (105.97, 22.1085, dt.date(2026, 3, 5))
    assert b"Exif" not in kept
    with Image.open(io.BytesIO(kept)) as picture:
        assert not picture.getexif()


def test_a_picture_turned_by_a_note_stands_upright_without_it(as_coordinator):
    photo = add_photo(make_asset(), photograph(size=(64, 48), turned=6), "anh.jpg")
    with Image.open(files.path_of(photo.file)) as picture:
        assert picture.size == (48, 64)


def test_a_day_given_by_hand_goes_before_the_cameras(as_coordinator):
    photo = add_photo(make_asset(), photograph(moment=MOMENT), "anh.jpg", taken_on=dt.date(2026, 3, 6))
    assert photo.taken_on == dt.date(2026, 3, 6)


def test_the_same_picture_twice_is_one(as_coordinator):
    asset = make_asset()
    first, second = (add_photo(asset, photograph(), "anh.jpg") for _ in range(2))
    assert first == second
    assert AuditEvent.objects.filter(action="asset.photo").count() == 1


@pytest.fixture
def asset(coordinator):
    with inside(coordinator):
        return make_asset()


def test_a_picture_is_uploaded_shown_small_and_whole_and_removed(browser, coordinator, asset):
    sent = {"photo": photograph(PLACE, MOMENT, size=(1600, 1200)), "caption": "cầu mẫu"}
    page = browser.post(f"/so-cong-trinh/{asset.pk}/anh/", sent, follow=True).content.decode()
    assert "cầu mẫu" in page
    assert "05/03/2026" in page
    with inside(coordinator):
        photo = AssetPhoto.objects.get()
    small = browser.get(f"/so-cong-trinh/anh/{photo.pk}/nho.jpg")
    with Image.open(io.BytesIO(small.content)) as picture:
        assert picture.size == (480, 360)
    whole = browser.get(f"/so-cong-trinh/anh/{photo.pk}/")
    with Image.open(io.BytesIO(b"".join(whole.streaming_content))) as picture:
        assert picture.size == (1600, 1200)
    for answer in (small, whole):
        assert answer["Content-Type"] == "image/jpeg"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "private" in answer["Cache-Control"]
    (point,) = browser.get(f"/so-cong-trinh/{asset.pk}/anh.geojson").json()["features"]
    assert point["geometry"]["coordinates"] == [105.97, 22.1085]
    browser.post(f"/so-cong-trinh/anh/{photo.pk}/go/")
    with inside(coordinator):
        assert not AssetPhoto.objects.exists()


@pytest.mark.parametrize(
    ("content", "why"),
    [(b"%PDF-1.7 ", "không phải ảnh"), (b"\xff\xd8\xff\xe0 hong", "Ảnh bị hỏng"), (b"<svg onload=alert(1)>", "không phải ảnh")],
)
def test_what_is_no_picture_is_refused_in_words(browser, coordinator, asset, content, why):
    upload = io.BytesIO(content)
    upload.name = "anh.jpg"
    assert why in browser.post(f"/so-cong-trinh/{asset.pk}/anh/", {"photo": upload}, follow=True).content.decode()
    with inside(coordinator):
        assert not AssetPhoto.objects.exists()


def test_nothing_chosen_is_said(browser, asset):
    assert "Chưa có ảnh nào được chọn" in browser.post(f"/so-cong-trinh/{asset.pk}/anh/", {}, follow=True).content.decode()


def test_pictures_of_another_commune_are_no_pages(coordinator, asset):
    with inside(coordinator):
        photo = add_photo(asset, photograph(), "anh.jpg")
    stranger = signed_in(make_member(make_commune()))
    assert stranger.get(f"/so-cong-trinh/anh/{photo.pk}/").status_code == 404
    assert stranger.get(f"/so-cong-trinh/anh/{photo.pk}/nho.jpg").status_code == 404
    assert stranger.post(f"/so-cong-trinh/anh/{photo.pk}/go/").status_code == 404
