"""The workbook of what a unit owes, and what an uploaded one would change."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from hatang.commune.models import Commune, Unit
from hatang.core.spreadsheets.cells import Problem
from hatang.indicators import telling
from hatang.indicators.models import Measurement, ReportingPeriod, WorkbookUpload
from hatang.indicators.rules.jumps import doubts
from hatang.indicators.selectors.doubting import entry_in, settings
from hatang.indicators.selectors.owed import Ledger, Part, Row, ledger, rows_of
from hatang.indicators.workbook.model import Address, Entry, Line, Workbook
from hatang.indicators.workbook.reading import read
from hatang.indicators.workbook.rules.comparing import WRITES, Outcome, State, counts, not_in_file, outcomes
from hatang.indicators.workbook.rules.structure import entry_text

OPEN = {"", Measurement.State.DRAFT, Measurement.State.RETURNED}


def parts_for(accounts: Ledger, unit: Unit, period: ReportingPeriod) -> list[Part]:
    """What of a unit's figures goes into its workbook: what must be reported."""
    return [part for part in accounts.parts(period) if part.unit == unit.pk and part.required]


def rows_for(accounts: Ledger, unit: Unit, period: ReportingPeriod) -> list[Row]:
    """The rows of the workbook as they stand."""
    return rows_of(parts_for(accounts, unit, period), period)


def line_of(row: Row, *, locked: str = "") -> Line:
    """One row as the workbook asks for it, in Vietnamese whoever asks."""
    indicator = row.part.indicator
    return Line(
        key=key_of(row.part),
        indicator=indicator.name,
        kind=row.part.kind,
        unit=indicator.unit,
        village=row.part.village.name if row.part.village else "",
        numerator_name=indicator.numerator,
        denominator_name=indicator.denominator,
        how=indicator.how_to_collect,
        last=entry_in(row.last).without_words if row.last else Entry(),
        current=row.entry,
        state=row.current.get_state_display() if row.current else _("Chưa có"),
        locked=locked or _why_closed(row),
    )


def key_of(part: Part) -> str:
    """How the workbook names a row."""
    return part.key.replace("-", ":")


def _why_closed(row: Row) -> str:
    if row.state in OPEN:
        return ""
    if row.state == Measurement.State.SUBMITTED:
        return _("đã nộp, đang chờ duyệt")
    return _("đã duyệt; đính chính ở trang lịch sử của số liệu")


def lines_of(rows: Iterable[Row], period: ReportingPeriod) -> tuple[Line, ...]:
    """All rows as the workbook asks for them; closed in a locked period."""
    locked = "" if period.is_open else _("kỳ đã khóa")
    return tuple(line_of(row, locked=locked) for row in rows)


def address_of(commune: Commune, unit: Unit, period: ReportingPeriod) -> Address:
    """Whose workbook it is."""
    return Address(commune.code, period.code, str(unit.pk))


def workbook_of(commune: Commune, unit: Unit, period: ReportingPeriod, *, contact: str = "") -> Workbook:
    """Everything that is written into the workbook of a unit for a period."""
    with override("vi"):
        lines = lines_of(rows_for(ledger(), unit, period), period)
        return Workbook(
            address=address_of(commune, unit, period),
            commune=commune.full_name,
            period=str(period),
            unit=unit.name,
            lines=lines,
            made_at=date_format(timezone.localtime(), "SHORT_DATETIME_FORMAT"),
            due=date_format(period.due_on, "SHORT_DATE_FORMAT"),
            contact=contact,
            illustrative=commune.is_demonstration,
        )


@dataclass(frozen=True, slots=True)
class Preview:
    """What an uploaded workbook would change now. `digest` names exactly this: confirming something else is refused."""

    outcomes: list[Outcome]
    rows: dict[str, Row]
    remarks: tuple[Problem, ...]
    missing: list[Line]
    counts: dict[str, int]
    digest: str

    @property
    def shown(self) -> list[Outcome]:
        """The rows worth looking at: what would change, what is wrong, what is told."""
        quiet = {State.EMPTY, State.UNCHANGED}
        return [one for one in self.outcomes if one.state not in quiet or one.remarks]

    @property
    def writes(self) -> int:
        """How many rows would be written."""
        return sum(one.state in WRITES for one in self.outcomes)

    @property
    def problems(self) -> dict[int, list[Problem]]:
        """What is to be put right in the file, by its row."""
        found = {one.filled.row: [*one.problems, *_told(one)] for one in self.outcomes}
        return {row: problems for row, problems in found.items() if problems}


def _told(one: Outcome) -> list[Problem]:
    if one.state == State.CONFLICT:
        now = telling.entry(one.line.kind, one.old, one.line.unit) if one.line else ""
        return [Problem("said", {"said": _("Trên hệ thống nay đã là %(now)s.") % {"now": now}})]
    return list(one.asks) if one.wants_reason and one.state in WRITES else []


def preview(upload: WorkbookUpload, commune: Commune) -> Preview:
    """What the uploaded workbook would change, against what stands there now."""
    reading = read(bytes(upload.content), address_of(commune, upload.unit, upload.period))
    rows = {key_of(row.part): row for row in rows_for(ledger(), upload.unit, upload.period)}
    lines = lines_of(rows.values(), upload.period)
    limit = settings().jump_percent
    found = [_asked(one, rows.get(one.filled.key), limit) for one in outcomes(reading.rows, lines)]
    return Preview(found, rows, reading.remarks, not_in_file(reading.rows, lines), counts(found), _digest(found, rows))


def _asked(one: Outcome, row: Row | None, limit: int) -> Outcome:
    """The outcome with its doubts, where it would be written."""
    if row is None or one.state not in WRITES | {State.CONFLICT}:
        return one
    last = entry_in(row.last) if row.last else None
    proof = bool(row.current and row.current.evidence_id)
    found = doubts(row.part.kind, one.new, last, jump_percent=limit, proof=proof)
    wanting = [doubt for doubt in found if not (doubt.code == "no_proof" and one.new.note)]
    return replace(one, asks=tuple(Problem("said", {"said": telling.doubt(doubt)}) for doubt in wanting))


def _digest(found: list[Outcome], rows: dict[str, Row]) -> str:
    def said(one: Outcome) -> list[object]:
        row = rows.get(one.filled.key)
        current = row.current if row else None
        stands = [current.pk, current.revision] if current else []
        return [one.filled.key, one.state.value, entry_text(one.old), entry_text(one.new), stands]

    return hashlib.sha256(json.dumps([said(one) for one in found]).encode()).hexdigest()


def upload_of(pk: int) -> WorkbookUpload | None:
    """An uploaded workbook of the commune in scope; None for any other's."""
    rows = WorkbookUpload.objects.select_related("unit", "period__changed_by")
    found: WorkbookUpload | None = rows.filter(pk=pk).first()
    return found
