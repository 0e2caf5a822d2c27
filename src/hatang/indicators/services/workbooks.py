"""Taking a filled workbook in: kept until it is confirmed, then written whole or not at all."""

from __future__ import annotations

from collections.abc import Collection
from typing import BinaryIO

from django.db import transaction
from django.utils.translation import gettext as _

from hatang.commune.models import Commune, Unit
from hatang.core.audit import current_actor, record
from hatang.core.periods import NotAPeriod, Period
from hatang.indicators.models import ReportingPeriod, WorkbookUpload
from hatang.indicators.selectors.workbooks import Preview, address_of, preview
from hatang.indicators.services.measuring import submit
from hatang.indicators.services.refusing import ChangedMeanwhile, Refused, hold_open
from hatang.indicators.services.sheets import Written, save_row
from hatang.indicators.workbook import model
from hatang.indicators.workbook.guarding import LARGEST
from hatang.indicators.workbook.reading import read
from hatang.indicators.workbook.rules.comparing import WRITES, Outcome, State
from hatang.indicators.workbook.words import STARTING_OVER, sentences

Kept = WorkbookUpload.State


class Unreadable(Refused):
    """The file cannot be taken as a workbook of this unit and period; `reasons` are sentences, the last says what to do."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


@transaction.atomic
def put(
    upload: BinaryIO, name: str, *, commune: Commune, unit: Unit, period: ReportingPeriod, on_behalf_of: str = ""
) -> WorkbookUpload:
    """Keep a filled workbook until it is confirmed; one this person put before for the same unit and period is dropped.

    Raises:
        PeriodLocked: nothing of the period may change.
        Unreadable: no workbook, another commune's, unit's or period's, or its structure was changed.
    """
    hold_open(period)
    content = upload.read(LARGEST + 1)
    try:
        reading = read(content, address_of(commune, unit, period))
    except model.Refused as error:
        raise Unreadable([*sentences(map(_named, error.problems)), str(STARTING_OVER)]) from error
    _drop_earlier(unit, period)
    kept = WorkbookUpload(unit=unit, period=period, name=name[-200:] or "bảng", content=content, on_behalf_of=on_behalf_of)
    kept.uploaded_by_id = current_actor().user_id
    kept.save()
    about = {"unit": unit.name, "period": period.code, "name": kept.name, "rows": len(reading.rows)}
    record("workbook.upload", kept, after=about)
    return kept


def _named(problem: model.Problem) -> model.Problem:
    """A problem about another unit or period, told by names rather than numbers."""
    say = {"wrong_unit": _unit_name, "wrong_period": _period_name}.get(problem.code)
    return model.Problem(problem.code, {name: say(text) for name, text in problem.fields.items()}) if say else problem


def _unit_name(number: str) -> str:
    found: Unit | None = Unit.objects.filter(pk=int(number)).first() if number.isdecimal() else None
    return found.name if found else _("đơn vị khác")


def _period_name(code: str) -> str:
    try:
        return Period.parse(code).label()
    except NotAPeriod:
        return _("kỳ khác")


def _drop_earlier(unit: Unit, period: ReportingPeriod) -> None:
    mine = WorkbookUpload.objects.filter(unit=unit, period=period, state=Kept.PENDING, uploaded_by=current_actor().user_id)
    for earlier in mine:
        abandon(earlier)


@transaction.atomic
def abandon(upload: WorkbookUpload) -> None:
    """Drop an uploaded workbook: nothing of it was written, and its file is not kept."""
    upload.state, upload.content = Kept.ABANDONED, b""
    upload.save(update_fields=["state", "content"])
    record("workbook.abandon", upload, before={"state": Kept.PENDING}, after={"state": upload.state})


@transaction.atomic
def apply(upload: WorkbookUpload, *, commune: Commune, seen: str, by_file: Collection[str] = (), hand_in: bool = False) -> int:
    """Write exactly what was previewed as drafts, and hand them in where asked; how many rows. All of them or none.

    `seen` is the digest of the preview the person confirmed; `by_file` are the rows, changed on both sides, where the file's
    figure is to be taken.

    Raises:
        PeriodLocked: nothing of the period may change.
        ChangedMeanwhile: what would be written is no longer what was seen.
        Refused: rows are wrong, it was confirmed already, or rows to hand in want a reason.
    """
    found = WorkbookUpload.objects.select_for_update(of=("self",)).select_related("unit", "period").get(pk=upload.pk)
    if found.state != Kept.PENDING:
        raise Refused(_("Bảng này đã được ghi hoặc đã bỏ. Hãy tải bảng lên lại nếu cần."))
    hold_open(found.period)
    now = preview(found, commune)
    _hold(now, seen)
    chosen = [one for one in now.outcomes if one.state in WRITES or (one.state == State.CONFLICT and one.filled.key in by_file)]
    rows = [save_row(_written(now, one), found.period, on_behalf_of=found.on_behalf_of) for one in chosen]
    if hand_in:
        submit(rows)
    found.state = Kept.APPLIED
    found.save(update_fields=["state"])
    record("workbook.apply", found, before={"state": Kept.PENDING}, after={"state": found.state, "rows": len(rows)})
    return len(rows)


def _hold(now: Preview, seen: str) -> None:
    if now.digest != seen:
        raise ChangedMeanwhile(_("Trong lúc bạn xem, số liệu đã thay đổi. Chưa có gì được ghi; hãy xem lại bảng dưới đây."))
    if wrong := now.counts[State.WRONG]:
        raise Refused(_("Còn %(n)s dòng sai nên chưa ghi dòng nào. Hãy sửa trong tệp rồi tải lên lại.") % {"n": wrong})


def _written(now: Preview, one: Outcome) -> Written:
    row = now.rows[one.filled.key]
    return Written(row.part, one.new, row.current.revision if row.current else 0)
