"""Many figures written at once: each row by itself, so that a wrong one keeps no right one back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from hatang.core import files
from hatang.indicators.models import Measurement, ReportingPeriod
from hatang.indicators.rules.entries import parts_of
from hatang.indicators.selectors.owed import Part
from hatang.indicators.services.measuring import save_figure
from hatang.indicators.services.refusing import Refused
from hatang.indicators.workbook.model import Entry


@dataclass(frozen=True, slots=True)
class Written:
    """One row to write: `revision` is that of the row the person saw, 0 where there was none."""

    part: Part
    entry: Entry
    revision: int
    upload: Any = None


def save_rows(rows: Iterable[Written], period: ReportingPeriod, *, on_behalf_of: str = "") -> dict[str, str]:
    """Write rows as drafts, each in a transaction of its own; why each refused one was refused, by its key."""
    refused: dict[str, str] = {}
    for row in rows:
        try:
            save_row(row, period, on_behalf_of=on_behalf_of)
        except (Refused, files.RefusedFile) as error:
            refused[row.part.key] = str(error)
    return refused


@transaction.atomic
def save_row(row: Written, period: ReportingPeriod, *, on_behalf_of: str = "") -> Measurement:
    """Write one row as a draft, with its file; raises as `save_figure` does, and `RefusedFile`."""
    numerator, denominator = parts_of(row.part.kind, row.entry)
    return save_figure(
        indicator=row.part.indicator,
        village=row.part.village,
        period=period,
        numerator=numerator,
        denominator=denominator,
        reason=row.entry.reason,
        note=row.entry.note,
        evidence=files.store(row.upload, row.upload.name) if row.upload else None,
        on_behalf_of=on_behalf_of,
        revision=row.revision,
    )
