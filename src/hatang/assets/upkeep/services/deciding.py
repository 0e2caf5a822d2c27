"""Writing down what is to become of a work that does not function."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from hatang.assets.models import Asset, Decision
from hatang.assets.upkeep.services.common import who
from hatang.core.audit import record


@transaction.atomic
def decide(
    asset: Asset,
    choice: str,
    *,
    reason: str,
    decided_by: str,
    on: dt.date,
    document: str = "",
    due_on: dt.date | None = None,
) -> Decision:
    """Keep a decision beside those before it; the newest is in force."""
    made = Decision(
        asset=asset, choice=choice, note=reason, decided_by=decided_by, on=on, document=document, due_on=due_on, **who()
    )
    made.save()
    after = {"choice": choice, "decided_by": decided_by, "document": document, "on": on, "due_on": due_on}
    record("asset.decide", asset, after=after, reason=reason)
    return made
