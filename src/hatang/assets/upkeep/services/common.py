"""What writing a history has in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, BinaryIO

from hatang.assets.models import Asset, UpkeepPhoto
from hatang.assets.services import change
from hatang.core import files
from hatang.core.audit import current_actor
from hatang.core.models import StoredFile

Upload = tuple[BinaryIO, str]


def who() -> dict[str, Any]:
    """The person of the actor, as a history row keeps them."""
    actor = current_actor()
    return {"by_id": actor.user_id, "by_name": actor.name}


def kept(uploads: Sequence[Upload]) -> list[StoredFile]:
    """The pictures stored, without their positions.

    Raises:
        RefusedFile: one is no picture, too large, or damaged.
    """
    return [files.store_picture(upload, name) for upload, name in uploads]


def attach(pictures: Sequence[StoredFile], **to: Any) -> None:
    """Make the pictures part of an assessment or a step."""
    for picture in pictures:
        UpkeepPhoto(file=picture, **to, **who()).save()


def set_state(pk: int, *, reason: str, **values: str) -> Asset:
    """Write the condition or working state of an asset through the inventory's own service; nothing where nothing differs."""
    asset: Asset = Asset.objects.select_for_update().get(pk=pk)
    if all(getattr(asset, name) == value for name, value in values.items()):
        return asset
    for name, value in values.items():
        setattr(asset, name, value)
    return change(asset, reason=reason)
