"""Approving figures, or giving them back. An approved one takes the place of the one before it, which stays."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hatang.core.audit import current_actor, record
from hatang.indicators.models import Measurement
from hatang.indicators.rules.lifecycle import Deed
from hatang.indicators.services import figures
from hatang.indicators.services.measuring import standing
from hatang.indicators.services.refusing import Refused


@transaction.atomic
def approve(measurements: Iterable[Measurement]) -> list[Measurement]:
    """Approve figures handed in; all of them or none. Totals are brought up to date in the same transaction.

    Raises:
        PeriodLocked: nothing of the period may change.
        ChangedMeanwhile: one is no longer what the reviewer saw.
    """
    rows = [standing(measurement, Deed.APPROVE) for measurement in measurements]
    for row in rows:
        _approved(row)
    if rows:
        figures.recompute({row.indicator_id for row in rows}, periods={row.period_id for row in rows})
    return rows


def _approved(row: Measurement) -> None:
    _set_aside(row)
    row.state, row.reviewed_at, row.reviewed_by_id = Measurement.State.APPROVED, timezone.now(), current_actor().user_id
    row.revision += 1
    row.save(update_fields=["state", "reviewed_at", "reviewed_by", "revision"])
    record("figure.approve", row, before={"state": Measurement.State.SUBMITTED}, after={"state": row.state})


def _set_aside(row: Measurement) -> None:
    """Mark the approved figure this one corrects as superseded; nothing else of it changes."""
    old: Measurement | None = row.supersedes
    if old is not None:
        old.state = Measurement.State.SUPERSEDED
        old.save(update_fields=["state"])
        before, now = {"state": Measurement.State.APPROVED}, {"state": old.state, "superseded_by": row.pk}
        record("figure.supersede", old, before=before, after=now, reason=row.correction_reason)


@transaction.atomic
def return_(measurement: Measurement, *, comment: str) -> Measurement:
    """Give a figure back to who handed it in, saying what to look at; raises as `approve` does.

    Raises:
        Refused: no comment is given.
    """
    if not comment.strip():
        raise Refused(_("Hãy ghi cần xem lại điều gì, để người nộp biết mà sửa."))
    row = standing(measurement, Deed.RETURN)
    row.state, row.review_comment = Measurement.State.RETURNED, comment.strip()
    row.reviewed_at, row.reviewed_by_id = timezone.now(), current_actor().user_id
    row.revision += 1
    row.save(update_fields=["state", "review_comment", "reviewed_at", "reviewed_by", "revision"])
    now = {"state": row.state, "review_comment": row.review_comment}
    record("figure.return", row, before={"state": Measurement.State.SUBMITTED}, after=now, reason=row.review_comment)
    return row
