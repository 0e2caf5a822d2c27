"""What was agreed with those who build, what changed of it, and what was accepted. Money is in whole đồng."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from hatang.core.models import StoredFile
from hatang.core.tenancy import CommuneOwned
from hatang.projects.models.company import Company
from hatang.projects.models.work import Project


class Contract(CommuneOwned):
    """One contract of a work."""

    class Kind(models.TextChoices):
        BUILDING = "building", _("Thi công xây dựng")
        GOODS = "goods", _("Mua sắm hàng hóa, thiết bị")
        DESIGN = "design", _("Tư vấn khảo sát, thiết kế")
        SUPERVISION = "supervision", _("Tư vấn giám sát")
        COMMUNITY = "community", _("Cộng đồng tự thực hiện")
        OTHER = "other", _("Khác")

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="contracts")
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="contracts", verbose_name=_("Bên nhận thầu"))
    kind = models.CharField(_("Loại hợp đồng"), max_length=12, choices=Kind.choices)
    number = models.CharField(_("Số hợp đồng"), max_length=80)
    package = models.CharField(_("Gói thầu"), max_length=200, blank=True)
    signed_on = models.DateField(_("Ngày ký"), null=True, blank=True)
    starts_on = models.DateField(_("Từ ngày"), null=True, blank=True)
    ends_on = models.DateField(_("Đến ngày"), null=True, blank=True)
    value = models.BigIntegerField(_("Giá trị hợp đồng (đồng)"), validators=[MinValueValidator(0)])
    warranty_months = models.PositiveSmallIntegerField(
        _("Bảo hành (tháng)"), null=True, blank=True, validators=[MaxValueValidator(240)]
    )
    warranty_percent = models.DecimalField(
        _("Tiền bảo hành (% giá trị)"), max_digits=5, decimal_places=2, null=True, blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )  # fmt: skip
    file = models.ForeignKey(StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(_("Ghi chú"), blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta(CommuneOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["commune", "project", "number"], name="contract_number_once"),
            models.CheckConstraint(condition=models.Q(value__gte=0), name="contract_value_not_negative"),
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True)
                | models.Q(starts_on__isnull=True)
                | models.Q(ends_on__gte=models.F("starts_on")),
                name="contract_runs_forward",
            ),
        ]
        indexes = [models.Index(fields=["commune", "company"], name="contract_by_company")]

    def __str__(self) -> str:
        return self.number


class BoqLine(CommuneOwned):
    """One line of a bill of quantities, at the level a commune needs."""

    contract = models.ForeignKey(Contract, on_delete=models.CASCADE, related_name="lines")
    order = models.PositiveSmallIntegerField(default=0)
    name = models.CharField(_("Nội dung công việc"), max_length=300)
    unit = models.CharField(_("Đơn vị tính"), max_length=40)
    quantity = models.DecimalField(_("Khối lượng"), max_digits=16, decimal_places=3, validators=[MinValueValidator(0)])
    unit_price = models.BigIntegerField(_("Đơn giá (đồng)"), validators=[MinValueValidator(0)])

    class Meta(CommuneOwned.Meta):
        constraints = [models.CheckConstraint(condition=models.Q(quantity__gte=0, unit_price__gte=0), name="boq_not_negative")]
        indexes = [models.Index(fields=["commune", "contract", "order"], name="boq_by_contract")]

    @property
    def amount(self) -> int:
        """Quantity times price, to the whole đồng."""
        return int((self.quantity * self.unit_price).quantize(Decimal(1), ROUND_HALF_UP))


class Variation(CommuneOwned):
    """A change of a contract: of its value, its end, or what is built; by which paper, why."""

    contract = models.ForeignKey(Contract, on_delete=models.CASCADE, related_name="variations")
    number = models.CharField(_("Số phụ lục, quyết định"), max_length=80)
    signed_on = models.DateField(_("Ngày ký"))
    value_change = models.BigIntegerField(_("Tăng, giảm giá trị (đồng)"), default=0)
    days_change = models.IntegerField(_("Kéo dài, rút ngắn (ngày)"), default=0)
    reason = models.TextField(_("Lý do"))
    file = models.ForeignKey(StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta(CommuneOwned.Meta):
        constraints = [models.UniqueConstraint(fields=["commune", "contract", "number"], name="variation_number_once")]


class VariedQuantity(CommuneOwned):
    """How much a variation changes of a line; below nothing where less is built."""

    variation = models.ForeignKey(Variation, on_delete=models.CASCADE, related_name="quantities")
    line = models.ForeignKey(BoqLine, on_delete=models.PROTECT, related_name="varied")
    change = models.DecimalField(max_digits=16, decimal_places=3)

    class Meta(CommuneOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["commune", "variation", "line"], name="line_varied_once_per_variation"),
            models.CheckConstraint(condition=~models.Q(change=0), name="varied_quantity_changes"),
        ]


class AcceptanceRecord(CommuneOwned):
    """The minutes of an acceptance: of a part, with conditions, or of the whole."""

    class Kind(models.TextChoices):
        PART = "part", _("Nghiệm thu phần việc, giai đoạn")
        CONDITIONAL = "conditional", _("Nghiệm thu có điều kiện")
        WHOLE = "whole", _("Nghiệm thu hoàn thành")

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="acceptances")
    contract = models.ForeignKey(Contract, null=True, blank=True, on_delete=models.PROTECT, related_name="acceptances")
    kind = models.CharField(_("Loại nghiệm thu"), max_length=12, choices=Kind.choices)
    number = models.CharField(_("Số biên bản"), max_length=80, blank=True)
    on = models.DateField(_("Ngày nghiệm thu"))
    value = models.BigIntegerField(
        _("Giá trị khối lượng nghiệm thu (đồng)"), null=True, blank=True, validators=[MinValueValidator(0)]
    )
    findings = models.TextField(_("Kết quả, tồn tại"), blank=True)
    fix_by = models.DateField(_("Hạn khắc phục tồn tại"), null=True, blank=True)
    above_reason = models.TextField(_("Lý do nghiệm thu vượt khối lượng hợp đồng"), blank=True)
    file = models.ForeignKey(StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta(CommuneOwned.Meta):
        indexes = [models.Index(fields=["commune", "project", "-on"], name="acceptance_by_project")]


class AcceptedQuantity(CommuneOwned):
    """How much of a line was accepted."""

    record = models.ForeignKey(AcceptanceRecord, on_delete=models.CASCADE, related_name="quantities")
    line = models.ForeignKey(BoqLine, on_delete=models.PROTECT, related_name="accepted")
    quantity = models.DecimalField(max_digits=16, decimal_places=3, validators=[MinValueValidator(0)])

    class Meta(CommuneOwned.Meta):
        constraints = [models.UniqueConstraint(fields=["commune", "record", "line"], name="line_accepted_once_per_record")]


class Defect(CommuneOwned):
    """A fault found while the builder still answers for it."""

    class State(models.TextChoices):
        OPEN = "open", _("Chờ bảo hành")
        FIXED = "fixed", _("Đã sửa, chờ kiểm tra")
        CLOSED = "closed", _("Đã xong")

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="defects")
    contract = models.ForeignKey(Contract, null=True, blank=True, on_delete=models.PROTECT, related_name="defects")
    found_on = models.DateField(_("Ngày phát hiện"))
    what = models.TextField(_("Hư hỏng, khiếm khuyết"))
    due_on = models.DateField(_("Hạn sửa"), null=True, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN, editable=False)
    fixed_on = models.DateField(null=True, editable=False)
    evidence = models.ForeignKey(StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta(CommuneOwned.Meta):
        indexes = [models.Index(fields=["commune", "project", "state"], name="defect_by_project")]
