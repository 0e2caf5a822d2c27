"""Pictures of assets: the position and the day are read apart, and what is kept holds neither."""

from __future__ import annotations

import datetime as dt
from typing import BinaryIO

from django.db import transaction

from hatang.assets.models import Asset, AssetPhoto
from hatang.core import files, pictures
from hatang.core.audit import current_actor, record


@transaction.atomic
def add_photo(asset: Asset, upload: BinaryIO, name: str, *, caption: str = "", taken_on: dt.date | None = None) -> AssetPhoto:
    """Keep a picture of an asset; the same picture is kept once. A day given by hand goes before the camera's.

    Raises:
        RefusedFile: not a picture, too large, or damaged.
    """
    seen = pictures.taken(upload)
    stored = files.store_picture(upload, name)
    about = {"caption": caption, "taken_on": taken_on or seen.on, "longitude": seen.longitude, "latitude": seen.latitude}
    photo: AssetPhoto
    photo, made = AssetPhoto.objects.get_or_create(
        asset=asset, file=stored, defaults={**about, "added_by_id": current_actor().user_id}
    )
    if made:
        record("asset.photo", asset, after={"photo": photo.pk, "file": stored.sha256, **about})
    return photo


@transaction.atomic
def remove_photo(photo: AssetPhoto, *, reason: str) -> None:
    """Take a picture off an asset; the file itself stays in the store."""
    record("asset.photo_remove", photo.asset, before={"photo": photo.pk, "file": photo.file.sha256}, reason=reason)
    photo.delete()
