"""The yearly maintenance plan: job, time, way and cost of each line (Nghị định 207/2026/NĐ-CP, Điều 35 khoản 2)."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from hatang.assets.models.asset import Asset
from hatang.commune.models import Unit
from hatang.core.periods import Period
from hatang.core.tenancy import CommuneOwned


class MaintenancePlan(CommuneOwned):
    """The plan of one year. Amended (Điều 35 khoản 3) by taking it back to a draft, with the reason, and approving it again."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Dự thảo")
        APPROVED = "approved", _("Đã duyệt")

    year = models.PositiveSmallIntegerField(_("Năm"), validators=[MinValueValidator(2000), MaxValueValidator(2100)])
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT, editable=False)
    document = models.CharField(_("Quyết định phê duyệt"), max_length=200, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    approved_on = models.DateField(null=True, editable=False)
    amendments = models.PositiveSmallIntegerField(default=0, editable=False)
    amended_because = models.TextField(blank=True, editable=False)

    class Meta(CommuneOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["commune", "year"], name="maintenance_plan_once_a_year"),
            models.CheckConstraint(
                condition=~models.Q(state="approved") | models.Q(approved_by__isnull=False, approved_on__isnull=False),
                name="maintenance_plan_approved_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return str(self.year)


class MaintenanceLine(CommuneOwned):
    """One job of a plan. Money is whole đồng."""

    class Work(models.TextChoices):
        """Điều 36 khoản 2–5."""

        ROUTINE_CHECK = "routine_check", _("Kiểm tra thường xuyên")
        PERIODIC_CHECK = "periodic_check", _("Kiểm tra định kỳ")
        UNANNOUNCED_CHECK = "unannounced_check", _("Kiểm tra đột xuất")
        SERVICE = "service", _("Bảo dưỡng")
        PERIODIC_REPAIR = "periodic_repair", _("Sửa chữa định kỳ")
        UNPLANNED_REPAIR = "unplanned_repair", _("Sửa chữa đột xuất")
        INSPECTION = "inspection", _("Kiểm định")

    class Way(models.TextChoices):
        """Điều 36 khoản 1 knows the first two; work done by the community is the commune's own habit."""

        SELF = "self", _("Tự làm")
        HIRE = "hire", _("Thuê")
        COMMUNITY = "community", _("Cộng đồng")

    plan = models.ForeignKey(MaintenancePlan, on_delete=models.CASCADE, related_name="lines")
    asset = models.ForeignKey(
        Asset, null=True, blank=True, on_delete=models.PROTECT, related_name="maintenance", verbose_name=_("Công trình")
    )
    work = models.CharField(_("Loại việc"), max_length=20, choices=Work.choices, default=Work.SERVICE)
    job = models.CharField(_("Tên công việc"), max_length=300)
    period = models.CharField(_("Thời gian"), max_length=7)  # a month, a quarter or the year, as `hatang.core.periods` writes it
    way = models.CharField(_("Phương thức"), max_length=10, choices=Way.choices, default=Way.SELF)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("Đơn vị thực hiện"))
    cost = models.BigIntegerField(_("Chi phí dự kiến (đồng)"))
    source = models.CharField(_("Nguồn kinh phí"), max_length=200, blank=True)
    done_on = models.DateField(_("Ngày hoàn thành"), null=True, editable=False)
    actual_cost = models.BigIntegerField(_("Chi phí thực tế (đồng)"), null=True, editable=False)
    done_note = models.TextField(_("Kết quả"), blank=True, editable=False)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", editable=False)

    class Meta(CommuneOwned.Meta):
        constraints = [
            models.CheckConstraint(condition=models.Q(cost__gte=0), name="maintenance_cost_not_negative"),
            models.CheckConstraint(
                condition=models.Q(actual_cost__isnull=True) | models.Q(actual_cost__gte=0, done_on__isnull=False),
                name="maintenance_actual_cost_when_done",
            ),
        ]
        indexes = [models.Index(fields=["commune", "plan", "period"], name="maintenance_by_plan")]

    def __str__(self) -> str:
        return self.job

    @property
    def when(self) -> Period:
        """When it is to be done."""
        return Period.parse(self.period)
