"""Writing down how an asset was found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from hatang.assets.models import Assessment, Asset
from hatang.assets.upkeep.services.common import Upload, attach, kept, set_state, who
from hatang.core.audit import record


@transaction.atomic
def assess(
    asset: Asset,
    *,
    on: dt.date,
    condition: str,
    working: str,
    occasion: str = Assessment.Occasion.ROUTINE,
    note: str = "",
    photos: Sequence[Upload] = (),
) -> Assessment:
    """Keep a finding. The newest by its day says how the asset is; an older one that comes late does not.

    Raises:
        RefusedFile: a file is no picture, too large, or damaged.
    """
    pictures = kept(photos)
    newest = not Assessment.objects.filter(asset=asset, on__gt=on).exists()
    found = Assessment(asset=asset, on=on, condition=condition, working=working, occasion=occasion, note=note, **who())
    found.save()
    attach(pictures, assessment=found)
    after = {"assessment": found.pk, "on": on, "condition": condition, "working": working, "photos": len(pictures)}
    record("asset.assess", asset, after=after, reason=note)
    if newest:
        set_state(asset.pk, condition=condition, working=working, reason=_("theo kết quả kiểm tra"))
    return found
