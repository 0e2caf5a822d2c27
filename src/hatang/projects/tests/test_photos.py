"""Pictures of works: the place is read apart from the file, shown on the work's map to officers, and can be put right."""

from __future__ import annotations

import datetime as dt
import io
import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import ExifTags, Image

from hatang.commune.roles import Role
from hatang.core.models import AuditEvent
from hatang.projects import services
from hatang.projects.models import WorkPhoto
from hatang.projects.tests.examples import DAY, LINE, make_project
from hatang.tests.factories import inside, make_commune, make_member, signed_in

pytestmark = pytest.mark.django_db
PLACE = {1: "N", 2: (22.0, 6.0, 30.6), 3: "E", 4: (105.0, 58.0, 12.0)}  # 22.1085, 105.97
AT = (105.97, 22.1085)


def photograph(place=PLACE, moment="2026:03:05 09:30:00", colour="green"):
    """A picture as a phone makes it."""
    exif, out = Image.Exif(), io.BytesIO()
    if place:
        exif.get_ifd(ExifTags.IFD.GPSInfo).update(place)
    if moment:
        exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = moment
    Image.new("RGB", (640, 480), colour).save(out, "JPEG", exif=exif)
    return SimpleUploadedFile("anh.jpg", out.getvalue(), "image/jpeg")


@pytest.fixture
def work(coordinator):
    with inside(coordinator):
        return make_project("Đường ví dụ có ảnh", geometry=LINE, west=105.9, south=22.2, east=105.91, north=22.21)


def report(browser, work, *pictures, **more):
    given = {"on": DAY.isoformat(), "percent": "10", "photos": list(pictures), **more}
    assert browser.post(reverse("work-report", args=[work.pk]), given).status_code == 302


def photos():
    return list(WorkPhoto.objects.select_related("file").order_by("pk"))


def day_of(photo):
    return timezone.localdate(photo.taken_at)


def test_the_camera_says_where_and_when_and_the_file_keeps_none_of_it(browser, coordinator, work):
    report(browser, work, photograph(), photograph(place=None, moment=None, colour="red"))
    with inside(coordinator):
        placed, plain = photos()
        told = AuditEvent.objects.filter(action="work.photo").first()
    assert (placed.longitude, placed.latitude, day_of(placed)) == (*AT, dt.date(2026, 3, 5))
    assert (plain.longitude, day_of(plain)) == (None, DAY)
    assert told.after["file"]
    for name in ("work-photo", "work-photo-small"):
        answer = browser.get(reverse(name, args=[placed.pk]))
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert answer["X-Content-Type-Options"] == "nosniff"
        with Image.open(io.BytesIO(content)) as picture:
            assert not picture.getexif()


def test_a_day_given_by_hand_goes_before_the_cameras(browser, coordinator, work):
    report(browser, work, photograph(), taken_on="2026-02-01")
    with inside(coordinator):
        assert day_of(photos()[0]) == dt.date(2026, 2, 1)


def shapes(browser, work):
    return json.loads(browser.get(reverse("work-photo-shapes", args=[work.pk])).content)["features"]


def test_the_map_of_the_work_shows_where_pictures_were_taken(browser, work):
    address = reverse("work-photo-shapes", args=[work.pk])
    assert address not in browser.get(reverse("work", args=[work.pk])).content.decode()
    report(browser, work, photograph(), photograph(place=None, colour="red"), place="Đầu cầu ví dụ")
    assert address in browser.get(reverse("work", args=[work.pk])).content.decode()
    (found,) = shapes(browser, work)
    assert found["geometry"]["coordinates"] == list(AT)
    assert ["Nơi chụp", "Đầu cầu ví dụ"] in found["properties"]["pairs"]


def test_the_place_is_put_in_moved_and_taken_back_by_hand(browser, coordinator, work):
    report(browser, work, photograph(place=None))
    with inside(coordinator):
        (photo,) = photos()
    address = reverse("work-photo-place", args=[photo.pk])
    point = json.dumps({"type": "Point", "coordinates": [105.93, 22.23]})
    assert browser.post(address, {"geometry": point}).status_code == 302
    assert shapes(browser, work)[0]["geometry"]["coordinates"] == [105.93, 22.23]
    assert "105.93" in browser.get(address).content.decode()
    assert "Đặt một điểm" in browser.post(address, {"geometry": json.dumps(LINE)}).content.decode()
    assert browser.post(address, {"geometry": ""}).status_code == 302
    assert shapes(browser, work) == []
    with inside(coordinator):
        told = list(AuditEvent.objects.filter(action="work.photo_place").order_by("sequence"))
    assert [event.after["longitude"] for event in told] == [105.93, None]


def test_strangers_other_communes_and_roles_are_kept_out(client, browser, commune, coordinator, work):
    report(browser, work, photograph())
    with inside(coordinator):
        (photo,) = photos()
    pages = [reverse("work-photo-shapes", args=[work.pk])]
    pages += [reverse(name, args=[photo.pk]) for name in ("work-photo", "work-photo-small", "work-photo-place")]
    other, administrator = make_member(make_commune(), Role.COORDINATOR), make_member(commune, Role.ADMINISTRATOR)
    for page in pages:
        assert client.get(page).status_code == 302
        assert signed_in(other).get(page).status_code == 404
        assert signed_in(administrator).get(page).status_code == 403
    assert signed_in(make_member(commune, Role.INSPECTOR)).get(pages[-1]).status_code == 403


def test_pages_with_many_pictures_need_few_queries(browser, coordinator, work, django_assert_max_num_queries):
    for more in (1, 8):
        with inside(coordinator):
            for number in range(more):
                upload = photograph(colour=(number, more, 40))
                services.add_photo(work, upload, upload.name)
        for name in ("work", "work-progress", "work-photo-shapes"):
            with django_assert_max_num_queries(12):
                assert browser.get(reverse(name, args=[work.pk])).status_code == 200
