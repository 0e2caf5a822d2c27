"""The story of a figure: every row of its place in its period, and every deed on them."""

from __future__ import annotations

from dataclasses import dataclass

from hatang.core.models import AuditEvent
from hatang.indicators.models import Measurement


@dataclass(frozen=True, slots=True)
class Story:
    """The rows from the newest to the first, and what was done to them from the first deed to the last."""

    rows: list[Measurement]
    deeds: list[AuditEvent]

    @property
    def current(self) -> Measurement:
        """The newest row."""
        return self.rows[0]


def measurement_of(pk: int) -> Measurement | None:
    """One measurement of the commune in scope; None for any other's."""
    rows = Measurement.objects.select_related("indicator", "village", "period", "evidence", "entered_by", "reviewed_by")
    found: Measurement | None = rows.filter(pk=pk).first()
    return found


def story_of(measurement: Measurement) -> Story:
    """Everything that was reported for the same place and period, and who did what: two queries."""
    rows = Measurement.objects.filter(
        indicator=measurement.indicator_id, village=measurement.village_id, period=measurement.period_id
    )
    found = list(rows.select_related("indicator", "entered_by", "submitted_by", "reviewed_by", "evidence").order_by("-pk"))
    numbers = [str(row.pk) for row in found]
    deeds = AuditEvent.objects.filter(subject_type="indicators.measurement", subject_id__in=numbers).order_by("sequence")
    return Story(found, list(deeds))
