"""What figures add up to. Rows here are computed, kept so that pages need not add up history again."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from hatang.commune.models import Village
from hatang.core.tenancy import CommuneOwned
from hatang.indicators.models.indicator import Indicator
from hatang.indicators.models.period import ReportingPeriod


class InventoryFigure(CommuneOwned):
    """What the inventory said of an indicator in a village (none: in no single village) while a period was open."""

    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="inventory_figures")
    period = models.ForeignKey(ReportingPeriod, on_delete=models.CASCADE, related_name="+")
    village = models.ForeignKey(Village, null=True, on_delete=models.PROTECT, related_name="+")
    numerator = models.DecimalField(max_digits=20, decimal_places=4)
    denominator = models.DecimalField(max_digits=20, decimal_places=4)

    class Meta(CommuneOwned.Meta):
        indexes = [models.Index(fields=["commune", "indicator", "period"], name="inventory_figure_by_period")]


class IndicatorFigure(CommuneOwned):
    """The commune's figure of an indicator as of the end of a period: the sum of its villages' parts.

    `fresh` places reported for this very period, `places` are in the sum (the rest carried from an earlier period), `expected`
    should be. Where the inventory counts the indicator, that is the figure, and what was reported stands beside it.
    """

    class Source(models.TextChoices):
        REPORTED = "reported", _("Số liệu báo cáo đã duyệt")
        INVENTORY = "inventory", _("Tính từ sổ công trình")

    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="figures")
    period = models.ForeignKey(ReportingPeriod, on_delete=models.CASCADE, related_name="+")
    numerator = models.DecimalField(max_digits=20, decimal_places=4)
    denominator = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    source = models.CharField(max_length=10, choices=Source.choices)
    fresh = models.PositiveIntegerField()
    places = models.PositiveIntegerField()
    expected = models.PositiveIntegerField()
    reported_numerator = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    reported_denominator = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    is_latest = models.BooleanField(default=False)
    computed_at = models.DateTimeField(auto_now=True)

    class Meta(CommuneOwned.Meta):
        constraints = [models.UniqueConstraint(fields=["commune", "indicator", "period"], name="figure_once_per_period")]
        indexes = [models.Index(fields=["commune", "is_latest"], name="figure_latest")]
