"""What is measured, and what the plan asks of it."""

from __future__ import annotations

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from hatang.commune.models import Unit
from hatang.core.figures import Ratio
from hatang.core.models import StoredFile
from hatang.core.sectors import Sector
from hatang.core.tenancy import CommuneOwned
from hatang.indicators.rules.passing import ANY, FULL, Goal
from hatang.plans.models import Target


class Indicator(CommuneOwned):
    """One thing measured, as the commune uses it. `code` is the catalogue's where it comes from there, else the commune's own.

    The texts are Vietnamese; `english` holds the same names in English where there are any.
    """

    class Kind(models.TextChoices):
        RATIO = "ratio", _("Tỷ lệ")
        COUNT = "count", _("Số lượng")
        YES_NO = "yes_no", _("Có hay chưa")
        STATUS = "status", _("Giữ trạng thái")

    class Level(models.TextChoices):
        VILLAGE = "village", _("Từng thôn")
        COMMUNE = "commune", _("Cả xã")

    class Frequency(models.TextChoices):
        QUARTER = "quarter", _("Hằng quý")
        HALF_YEAR = "half_year", _("6 tháng")
        YEAR = "year", _("Hằng năm")

    code = models.CharField(_("Mã"), max_length=40)
    name = models.CharField(_("Tên chỉ tiêu"), max_length=250)
    sector = models.CharField(_("Lĩnh vực"), max_length=12, choices=Sector.choices)
    kind = models.CharField(_("Cách đo"), max_length=10, choices=Kind.choices)
    level = models.CharField(_("Đo ở"), max_length=10, choices=Level.choices)
    frequency = models.CharField(_("Kỳ báo cáo"), max_length=10, choices=Frequency.choices, default=Frequency.QUARTER)
    unit = models.CharField(_("Đơn vị tính"), max_length=40, blank=True)
    numerator = models.TextField(_("Tử số"), blank=True)
    denominator = models.TextField(_("Mẫu số"), blank=True)
    definition_source = models.TextField(_("Nguồn định nghĩa"), blank=True)
    how_to_collect = models.TextField(_("Cách thu thập"), blank=True)
    english = models.JSONField(default=dict, blank=True)
    measure = models.CharField(max_length=40, blank=True)  # how the inventory counts it; empty: only by report
    from_catalogue = models.BooleanField(default=False)
    collected_by = models.ForeignKey(
        Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("Đơn vị báo cáo")
    )
    is_active = models.BooleanField(_("Đang dùng"), default=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta(CommuneOwned.Meta):
        constraints = [models.UniqueConstraint(fields=["commune", "code"], name="indicator_code_once")]
        indexes = [models.Index(fields=["commune", "sector", "order"], name="indicator_by_sector")]

    def __str__(self) -> str:
        return self.said("name")

    def said(self, name: str) -> str:
        """A text field in the reader's language; Vietnamese where English has none."""
        if get_language() == "en" and self.english.get(name):
            return str(self.english[name])
        return str(getattr(self, name))

    def value(self, numerator: Decimal, denominator: Decimal | None) -> Decimal | None:
        """What targets and charts compare: parts in a hundred of a share, the amount of a count; None of nothing."""
        return Ratio(numerator, denominator or Decimal(0)).percent if self.is_share else numerator

    @property
    def is_share(self) -> bool:
        """Whether its figure is parts of a whole: a ratio, or a yes as one of one."""
        return self.kind != self.Kind.COUNT

    @property
    def answers_as_one(self) -> bool:
        """Whether the whole commune gives one answer, yes or not yet."""
        return self.asks_answer and self.level == self.Level.COMMUNE

    @property
    def asks_answer(self) -> bool:
        """Whether people answer yes or no rather than write numbers."""
        return self.kind in {self.Kind.YES_NO, self.Kind.STATUS}


class TargetBinding(CommuneOwned):
    """A target of the plan tied to the indicator that measures it. What is asked starts as the plan has it, and may be set.

    The path to it begins with `start_value` on `start_on`, the first figure there was (none yet: empty). A state to keep or a
    thing to have is proven by a document: a file, or the number and symbol of one kept elsewhere.
    """

    target = models.OneToOneField(Target, on_delete=models.CASCADE, related_name="binding")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="bindings")
    comparator = models.CharField(_("So sánh"), max_length=10, choices=Target.Comparator.choices)
    value = models.DecimalField(_("Giá trị"), max_digits=20, decimal_places=4, null=True, blank=True)
    value_max = models.DecimalField(_("Giá trị trên"), max_digits=20, decimal_places=4, null=True, blank=True)
    year = models.PositiveSmallIntegerField(_("Đến năm"))
    aspirational = models.BooleanField(_("Phấn đấu"), default=False)
    start_value = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    start_on = models.DateField(null=True)
    path_is_set = models.BooleanField(default=False)  # a person wrote the milestones; they are not proposed anew
    proof = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    proof_reference = models.CharField(_("Số, ký hiệu, trích yếu văn bản"), max_length=300, blank=True)
    proof_on = models.DateField(_("Ngày văn bản"), null=True, blank=True)
    bound_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    bound_at = models.DateTimeField(auto_now_add=True)

    class Meta(CommuneOwned.Meta):
        indexes = [models.Index(fields=["commune", "indicator"], name="binding_by_indicator")]

    @property
    def goal(self) -> Goal:
        """What is asked, as a value. "Đạt 100%" of what a commune answers with yes or not yet is to have it."""
        if self.indicator.answers_as_one:
            return Goal("maintain" if self.comparator == "maintain" else "exists")
        return Goal(self.comparator, self.value, self.value_max, full=FULL if self.indicator.is_share else ANY)

    @property
    def has_proof(self) -> bool:
        """Whether a document stands behind a kept state."""
        return bool(self.proof_id or self.proof_reference)


class Milestone(CommuneOwned):
    """What must be reached by the end of one year on the way, with its own rule."""

    binding = models.ForeignKey(TargetBinding, on_delete=models.CASCADE, related_name="milestones")
    year = models.PositiveSmallIntegerField()
    comparator = models.CharField(max_length=10, choices=Target.Comparator.choices)
    value = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    value_max = models.DecimalField(max_digits=20, decimal_places=4, null=True)

    class Meta(CommuneOwned.Meta):
        constraints = [models.UniqueConstraint(fields=["commune", "binding", "year"], name="milestone_once_a_year")]

    @property
    def goal(self) -> Goal:
        """What is asked by the end of its year, as a value."""
        return Goal(self.comparator, self.value, self.value_max)
