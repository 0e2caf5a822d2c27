"""When figures are due, and who was reminded."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from hatang.commune.models import Unit
from hatang.core.periods import Period
from hatang.core.tenancy import CommuneOwned

LENGTHS = {3: "quarter", 6: "half_year", 12: "year"}


class ReportingPeriod(CommuneOwned):
    """A quarter, half a year or a year for which figures are reported; while locked nothing of it changes."""

    class State(models.TextChoices):
        OPEN = "open", _("Đang mở")
        LOCKED = "locked", _("Đã khóa")

    code = models.CharField(max_length=10)
    frequency = models.CharField(max_length=10, editable=False)
    first = models.DateField(editable=False)
    last = models.DateField(editable=False)
    due_on = models.DateField(_("Hạn nộp"))
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    reason = models.TextField(_("Lý do"), blank=True)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(auto_now=True)

    class Meta(CommuneOwned.Meta):
        constraints = [models.UniqueConstraint(fields=["commune", "code"], name="period_once")]
        indexes = [models.Index(fields=["commune", "frequency", "last"], name="period_by_length")]

    @classmethod
    def of(cls, period: Period) -> ReportingPeriod:
        """A row for a quarter, half a year or a year, not yet written."""
        return cls(code=period.code, frequency=LENGTHS[period.months], first=period.first, last=period.last)

    def __str__(self) -> str:
        return Period.parse(self.code).label()

    @property
    def is_open(self) -> bool:
        """Whether figures may be written."""
        return self.state == self.State.OPEN


class ReportingSettings(CommuneOwned):
    """How the commune chases what is late, and what it calls an implausible jump."""

    days_to_coordinator = models.PositiveSmallIntegerField(_("Quá hạn bao nhiêu ngày thì báo người điều phối"), default=3)
    days_to_vice_chair = models.PositiveSmallIntegerField(_("Quá hạn bao nhiêu ngày thì báo Phó Chủ tịch"), default=7)
    days_to_chair = models.PositiveSmallIntegerField(_("Quá hạn bao nhiêu ngày thì báo Chủ tịch"), default=14)
    jump_percent = models.PositiveSmallIntegerField(_("Chênh so với kỳ trước bao nhiêu phần trăm thì hỏi lý do"), default=30)

    class Meta(CommuneOwned.Meta):
        constraints = [models.UniqueConstraint(fields=["commune"], name="settings_once_per_commune")]


class Reminder(CommuneOwned):
    """A unit was reminded of what it owes for a period."""

    period = models.ForeignKey(ReportingPeriod, on_delete=models.CASCADE, related_name="reminders")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    owed = models.PositiveIntegerField()
    sent_at = models.DateTimeField(auto_now_add=True)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta(CommuneOwned.Meta):
        indexes = [models.Index(fields=["commune", "period", "unit"], name="reminder_by_unit")]
