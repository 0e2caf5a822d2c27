"""Writing figures down and handing them in. What is handed in stays as it is; what is approved is corrected by a new row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hatang.commune.models import Village
from hatang.core.audit import acting, current_actor, record
from hatang.core.models import StoredFile
from hatang.indicators import telling
from hatang.indicators.models import Indicator, Measurement, ReportingPeriod
from hatang.indicators.rules.entries import wrong_with
from hatang.indicators.rules.jumps import lacking
from hatang.indicators.rules.lifecycle import Deed, after
from hatang.indicators.selectors.doubting import doubts_about, entry_in
from hatang.indicators.services.refusing import ChangedMeanwhile, Refused, hold_open
from hatang.indicators.workbook.model import Kind

CONTENT = ("numerator", "denominator", "reason", "note", "evidence_id", "on_behalf_of")


@transaction.atomic
def save_figure(
    *,
    indicator: Indicator,
    village: Village | None,
    period: ReportingPeriod,
    numerator: Decimal,
    denominator: Decimal | None,
    reason: str = "",
    note: str = "",
    evidence: StoredFile | None = None,
    on_behalf_of: str = "",
    revision: int | None = None,
    correction_reason: str = "",
) -> Measurement:
    """Write a figure as a draft, change one that was not handed in, or begin the correction of an approved one.

    A correction is a new row; it takes the approved one's place when it is approved itself. `revision` is that of the row the
    person saw, 0 where they saw none; None asks nothing. Without new `evidence` the earlier one stays.

    Raises:
        PeriodLocked: nothing of the period may change.
        ChangedMeanwhile: somebody else wrote it since.
        Refused: it waits for review, its parts are impossible, or a correction has no reason.
    """
    hold_open(period)
    known = _known(indicator, village, period)
    _hold_revision(known, revision)
    _hold_possible(indicator, numerator, denominator)
    content = {
        "numerator": numerator, "denominator": denominator, "reason": reason.strip(), "note": note.strip(),
        "evidence_id": evidence.pk if evidence else known.evidence_id if known else None,
        "on_behalf_of": on_behalf_of.strip(),
    }  # fmt: skip
    if known is None:
        return _begin(Measurement(indicator=indicator, village=village, period=period), content)
    if known.state == Measurement.State.APPROVED:
        return _correct(known, content, correction_reason.strip() or reason.strip())
    if after(known.state, Deed.CHANGE) is None:
        raise Refused(_("Số liệu này đã nộp và đang chờ duyệt, nên chưa sửa được. Muốn sửa, hãy nhờ người duyệt trả lại."))
    return _change(known, content)


def correct(approved: Measurement, *, correction_reason: str, **figure: Any) -> Measurement:
    """Begin the correction of an approved figure with `figure` as `save_figure` takes it; raises as that does."""
    return save_figure(
        indicator=approved.indicator,
        village=approved.village,
        period=approved.period,
        revision=approved.revision,
        correction_reason=correction_reason,
        **figure,
    )


def _known(indicator: Indicator, village: Village | None, period: ReportingPeriod) -> Measurement | None:
    """The row that stands for this place now: the open one, else the approved one."""
    rows = Measurement.objects.select_for_update(of=("self",)).filter(indicator=indicator, village=village, period=period)
    standing = list(rows.exclude(state=Measurement.State.SUPERSEDED))
    return min(standing, key=lambda row: row.state == Measurement.State.APPROVED, default=None)


def _hold_revision(known: Measurement | None, revision: int | None) -> None:
    if revision is not None and revision != (known.revision if known else 0):
        raise ChangedMeanwhile(
            _("Người khác vừa ghi số liệu này. Số bạn gõ vẫn còn đây, chưa ghi; hãy so với số mới rồi lưu lại nếu cần.")
        )


def _hold_possible(indicator: Indicator, numerator: Decimal, denominator: Decimal | None) -> None:
    if code := wrong_with(Kind(indicator.kind), numerator, denominator):
        raise Refused(telling.wrong(code))


def _begin(fresh: Measurement, content: dict[str, Any]) -> Measurement:
    _fill(fresh, content)
    fresh.entered_at, fresh.entered_by_id = timezone.now(), current_actor().user_id
    fresh.save()
    _tell("figure.correct" if fresh.supersedes_id else "figure.save", fresh, {}, content, reason=fresh.correction_reason)
    return fresh


def _change(known: Measurement, content: dict[str, Any]) -> Measurement:
    before = {name: getattr(known, name) for name in CONTENT}
    differing = {name for name in CONTENT if before[name] != content[name]}
    if not differing:
        return known
    _fill(known, content)
    known.entered_at, known.entered_by_id = timezone.now(), current_actor().user_id
    known.revision += 1
    known.save()
    _tell("figure.change", known, _only(before, differing), _only(content, differing))
    return known


def _correct(approved: Measurement, content: dict[str, Any], why: str) -> Measurement:
    if not why:
        raise Refused(_("Số liệu này đã duyệt. Muốn đính chính, hãy ghi lý do."))
    if (approved.numerator, approved.denominator) == (content["numerator"], content["denominator"]):
        raise Refused(_("Số đính chính giống hệt số đã duyệt, nên không có gì để ghi."))
    fresh = Measurement(indicator=approved.indicator, village=approved.village, period=approved.period)
    fresh.supersedes, fresh.correction_reason, fresh.revision = approved, why, approved.revision + 1
    return _begin(fresh, content)


def _fill(row: Measurement, content: dict[str, Any]) -> None:
    for name, value in content.items():
        setattr(row, name, value)


def _only(values: dict[str, Any], names: set[str]) -> dict[str, Any]:
    return {name: values[name] for name in sorted(names)}


def _tell(action: str, row: Measurement, before: dict[str, Any], now: dict[str, Any], reason: str = "") -> None:
    """The event, with both names where somebody wrote for another."""
    with acting(replace(current_actor(), on_behalf_of=row.on_behalf_of)):
        record(action, row, before=before, after=now, reason=reason)


@transaction.atomic
def submit(measurements: Iterable[Measurement]) -> list[Measurement]:
    """Hand drafts and returned figures in for review; all of them or none.

    Raises:
        PeriodLocked: nothing of the period may change.
        ChangedMeanwhile: one was changed since it was read.
        Refused: one was handed in already, or is doubtful and has no reason.
    """
    rows = [standing(measurement, Deed.SUBMIT) for measurement in measurements]
    doubtful = doubts_about(rows)
    for row in rows:
        if wanting := lacking(doubtful[row.pk], entry_in(row)):
            raise Refused(f"{_place(row)}: {telling.reason_wanted(wanting)}")
    return [_submitted(row) for row in rows]


def _submitted(row: Measurement) -> Measurement:
    before = row.state
    row.state, row.submitted_at, row.submitted_by_id = Measurement.State.SUBMITTED, timezone.now(), current_actor().user_id
    row.revision += 1
    row.save(update_fields=["state", "submitted_at", "submitted_by", "revision"])
    _tell("figure.submit", row, {"state": before}, {"state": row.state})
    return row


def standing(seen: Measurement, deed: Deed) -> Measurement:
    """The row as it stands, locked until the transaction ends, where the deed is allowed on it.

    Raises:
        PeriodLocked: nothing of its period may change.
        ChangedMeanwhile: it was changed since it was `seen`.
        Refused: not in its state.
    """
    rows = Measurement.objects.select_for_update(of=("self",)).select_related("indicator", "village", "period")
    row: Measurement = rows.get(pk=seen.pk)
    hold_open(row.period)
    if row.revision != seen.revision or after(row.state, deed) is None:
        facts = {"place": _place(row), "state": row.get_state_display()}
        raise ChangedMeanwhile(_("%(place)s vừa thay đổi (nay: %(state)s). Hãy xem lại rồi làm tiếp.") % facts)
    return row


def _place(row: Measurement) -> str:
    return f"{row.indicator}, {row.village or _('toàn xã')}"
