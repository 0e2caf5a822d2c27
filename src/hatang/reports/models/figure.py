"""The figures a report was written with."""

from __future__ import annotations

from django.db import models

from hatang.core.tenancy import CommuneOwned
from hatang.reports.models.report import Report
from hatang.reports.rules.figures import Figure, Form


class FrozenFigure(CommuneOwned):
    """One figure of a report as it was when the report was frozen. A later correction shows in the next report, never here."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="figures")
    key = models.CharField(max_length=60)
    order = models.PositiveIntegerField()
    label = models.CharField(max_length=400)
    form = models.CharField(max_length=10, choices=[(form.value, form.value) for form in Form])
    value = models.DecimalField(max_digits=30, decimal_places=10)
    numerator = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    denominator = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    unit = models.CharField(max_length=60, blank=True)
    period = models.CharField(max_length=60, blank=True)
    source = models.CharField(max_length=400, blank=True)
    link = models.CharField(max_length=200, blank=True)
    evidence = models.CharField(max_length=400, blank=True)
    as_of = models.DateTimeField()

    class Meta(CommuneOwned.Meta):
        constraints = [models.UniqueConstraint(fields=["commune", "report", "key"], name="figure_once_per_report")]

    @property
    def figure(self) -> Figure:
        """As a value."""
        return Figure(
            self.key, self.label, Form(self.form), self.value, self.numerator, self.denominator,
            self.unit, self.period, self.source, self.link, self.evidence,
        )  # fmt: skip
