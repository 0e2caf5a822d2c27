"""What was reported: one indicator, one place, one period. What is approved is never edited, only superseded."""

from __future__ import annotations

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from hatang.commune.models import Village
from hatang.core.figures import Ratio
from hatang.core.models import StoredFile
from hatang.core.tenancy import CommuneOwned
from hatang.indicators.models.indicator import Indicator
from hatang.indicators.models.period import ReportingPeriod


class Measurement(CommuneOwned):
    """A figure with its story. A count has only a numerator; a yes is 1 of 1, a no 0 of 1."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Bản nháp")
        SUBMITTED = "submitted", _("Chờ duyệt")
        RETURNED = "returned", _("Trả lại")
        APPROVED = "approved", _("Đã duyệt")
        SUPERSEDED = "superseded", _("Đã thay")

    OPEN = (State.DRAFT, State.SUBMITTED, State.RETURNED)

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="measurements")
    village = models.ForeignKey(Village, null=True, on_delete=models.PROTECT, related_name="measurements")
    period = models.ForeignKey(ReportingPeriod, on_delete=models.PROTECT, related_name="measurements")
    numerator = models.DecimalField(max_digits=20, decimal_places=4)
    denominator = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    reason = models.TextField(blank=True)  # why it jumped, or why the part is larger than the whole
    note = models.TextField(blank=True)
    evidence = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    on_behalf_of = models.CharField(max_length=200, blank=True)  # who gave the figure, where somebody else typed it
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    supersedes = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="superseded_by")
    correction_reason = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField(null=True)
    reviewed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    reviewed_at = models.DateTimeField(null=True)
    review_comment = models.TextField(blank=True)

    class Meta(CommuneOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["commune", "indicator", "village", "period"],
                condition=models.Q(state="approved", village__isnull=False),
                name="one_approved_per_village",
            ),
            models.UniqueConstraint(
                fields=["commune", "indicator", "period"],
                condition=models.Q(state="approved", village__isnull=True),
                name="one_approved_per_commune",
            ),
            models.UniqueConstraint(
                fields=["commune", "indicator", "village", "period"],
                condition=models.Q(state__in=("draft", "submitted", "returned"), village__isnull=False),
                name="one_open_per_village",
            ),
            models.UniqueConstraint(
                fields=["commune", "indicator", "period"],
                condition=models.Q(state__in=("draft", "submitted", "returned"), village__isnull=True),
                name="one_open_per_commune",
            ),
            models.CheckConstraint(
                condition=models.Q(numerator__gte=0) & (models.Q(denominator__isnull=True) | models.Q(denominator__gte=0)),
                name="figures_not_negative",
            ),
        ]
        indexes = [
            models.Index(fields=["commune", "indicator", "state", "period"], name="measurement_by_indicator"),
            models.Index(fields=["commune", "period", "state"], name="measurement_by_period"),
        ]

    @property
    def ratio(self) -> Ratio:
        """Its two parts; for a count the denominator is 0."""
        return Ratio(self.numerator, self.denominator if self.denominator is not None else Decimal(0))
