"""The PDF of a report as it was written at one time."""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.utils import timezone

from hatang.core.models import StoredFile
from hatang.core.tenancy import CommuneOwned
from hatang.reports.models.report import Report

ABANDONED = dt.timedelta(minutes=5)  # LibreOffice is stopped after two


class PdfCopy(CommuneOwned):
    """One conversion: the Word file of a report, known by its hash, as a PDF. What is known is not converted again."""

    class State(models.TextChoices):
        WAITING = "waiting"
        WORKING = "working"
        DONE = "done"
        FAILED = "failed"

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="copies")
    digest = models.CharField(max_length=64)
    is_final = models.BooleanField(default=False)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    error = models.TextField(blank=True)
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    moved_at = models.DateTimeField(default=timezone.now)

    class Meta(CommuneOwned.Meta):
        constraints = [models.UniqueConstraint(fields=["commune", "report", "digest"], name="report_converted_once")]

    @property
    def is_busy(self) -> bool:
        """Whether it is being made; what nobody has worked on for some minutes is not."""
        return self.state in {self.State.WAITING, self.State.WORKING} and timezone.now() - self.moved_at < ABANDONED
