"""Photographs: when and where they were taken, read before everything but the pixels is dropped; and small copies for pages."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import dataclass
from typing import Any, BinaryIO

from django.http import HttpResponse
from PIL import ExifTags, Image, ImageOps

from hatang.core import files
from hatang.core.models import StoredFile

SMALL = 480  # pixels of the longer side: sharp on a phone, about 30 kB


@dataclass(frozen=True, slots=True)
class Taken:
    """What a camera wrote beside the pixels; None where it wrote nothing that can be read. Degrees, WGS84."""

    on: dt.date | None = None
    longitude: float | None = None
    latitude: float | None = None


def taken(upload: BinaryIO) -> Taken:
    """When and where a photograph was taken; the upload is left at its start. Never raises: a torn block says nothing."""
    try:
        with Image.open(upload, formats=["JPEG", "PNG"]) as picture:
            exif = picture.getexif()
            detail, gps = exif.get_ifd(ExifTags.IFD.Exif), exif.get_ifd(ExifTags.IFD.GPSInfo)
        longitude, latitude = _position(gps)
        return Taken(_day(detail.get(ExifTags.Base.DateTimeOriginal)), longitude, latitude)
    except Exception:  # cameras write, and Pillow raises, whatever they like
        return Taken()
    finally:
        upload.seek(0)


def _day(text: Any) -> dt.date | None:
    try:
        day = dt.datetime.strptime(str(text)[:10], "%Y:%m:%d").date()
    except ValueError:
        return None
    return day if day.year >= 1990 else None  # a clock that was never set


def _position(gps: dict[int, Any]) -> tuple[float | None, float | None]:
    longitude = _degrees(gps, ExifTags.GPS.GPSLongitude, ExifTags.GPS.GPSLongitudeRef, "W", 180)
    latitude = _degrees(gps, ExifTags.GPS.GPSLatitude, ExifTags.GPS.GPSLatitudeRef, "S", 90)
    if longitude is None or latitude is None or (longitude, latitude) == (0, 0):  # phones without a fix write zeros
        return None, None
    return longitude, latitude


def _degrees(gps: dict[int, Any], parts: int, side: int, negative: str, most: int) -> float | None:
    try:
        degrees, minutes, seconds = (float(part) for part in gps[parts])
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        return None
    value = degrees + minutes / 60 + seconds / 3600
    value = round(-value if str(gps.get(side, "")).strip("\x00 ").upper() == negative else value, 6)
    return value if abs(value) <= most else None  # also refuses what is not a number


def show_small(stored: StoredFile) -> HttpResponse:
    """Answer with a small copy of a stored picture, for lists and galleries."""
    response = HttpResponse(_small(files.path_of(stored).read_bytes()), content_type="image/jpeg")
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, max-age=86400, immutable"
    return response


def _small(content: bytes) -> bytes:
    with Image.open(io.BytesIO(content)) as picture:
        picture.draft("RGB", (SMALL, SMALL))  # lets the decoder skip what will not be seen
        plain = picture.convert("RGB")
    out = io.BytesIO()
    ImageOps.contain(plain, (min(SMALL, plain.width), min(SMALL, plain.height))).save(out, "JPEG", quality=80)
    return out.getvalue()
