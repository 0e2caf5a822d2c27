"""Workbooks that came back: kept as they were sent, so that what is confirmed is what was previewed."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from hatang.commune.models import Unit
from hatang.core.tenancy import CommuneOwned
from hatang.indicators.models.period import ReportingPeriod


class WorkbookUpload(CommuneOwned):
    """One filled workbook of a unit for a period. What was applied keeps its file; what was abandoned does not."""

    class State(models.TextChoices):
        PENDING = "pending", _("Chờ xác nhận")
        APPLIED = "applied", _("Đã ghi")
        ABANDONED = "abandoned", _("Đã bỏ")

    period = models.ForeignKey(ReportingPeriod, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=255)
    content = models.BinaryField()
    on_behalf_of = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.PENDING)
    uploaded_at = models.DateTimeField(auto_now_add=True)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta(CommuneOwned.Meta):
        indexes = [models.Index(fields=["commune", "unit", "period", "state"], name="workbook_pending")]
