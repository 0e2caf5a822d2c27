"""The money of works, in whole đồng. Entries are facts: one that was wrong is reversed by another, never edited.

Sums are therefore plain sums. For a work, a source and a year: ceiling, what was allocated (entries and transfers), advanced
(advances less what payments recovered), disbursed (advances and payments less what they recovered), settled, and left.
"""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from hatang.core.models import StoredFile
from hatang.core.tenancy import CommuneOwned
from hatang.projects.models.contract import Contract
from hatang.projects.models.work import Project

YEARS = [MinValueValidator(2000), MaxValueValidator(2100)]


class FundingSource(CommuneOwned):
    """Where money comes from, as it is called from `first_year` until the next version of the same code."""

    class Kind(models.TextChoices):
        NATIONAL_PROGRAMME = "national_programme", _("Chương trình mục tiêu quốc gia")
        CENTRAL = "central", _("Ngân sách trung ương khác")
        PROVINCE = "province", _("Ngân sách tỉnh")
        COMMUNE = "commune", _("Ngân sách xã")
        OTHER_LAWFUL = "other_lawful", _("Nguồn vốn hợp pháp khác")
        COMPANY = "company", _("Doanh nghiệp")
        PEOPLE = "people", _("Nhân dân đóng góp")

    code = models.CharField(_("Mã nguồn"), max_length=40)
    name = models.CharField(_("Tên nguồn vốn"), max_length=200)
    kind = models.CharField(_("Loại nguồn"), max_length=20, choices=Kind.choices)
    is_public_investment = models.BooleanField(_("Thuộc kế hoạch đầu tư công"), default=False)
    first_year = models.PositiveSmallIntegerField(_("Dùng từ năm"), validators=YEARS)
    last_year = models.PositiveSmallIntegerField(_("Dùng đến năm"), null=True, blank=True, validators=YEARS)
    note = models.CharField(_("Căn cứ, ghi chú"), max_length=500, blank=True)
    order = models.PositiveSmallIntegerField(default=0)
    is_shipped = models.BooleanField(default=False, editable=False)

    class Meta(CommuneOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["commune", "code", "first_year"], name="source_once_from_a_year"),
            models.CheckConstraint(
                condition=models.Q(last_year__isnull=True) | models.Q(last_year__gte=models.F("first_year")),
                name="source_years_run_forward",
            ),
        ]
        indexes = [models.Index(fields=["commune", "order"], name="source_in_order")]

    def __str__(self) -> str:
        return self.name


class YearCapital(CommuneOwned):
    """What the commune has of a source in a year, before it is shared out."""

    source = models.ForeignKey(FundingSource, on_delete=models.PROTECT, related_name="year_capitals")
    year = models.PositiveSmallIntegerField(_("Năm"), validators=YEARS)
    amount = models.BigIntegerField(_("Số vốn được giao (đồng)"), validators=[MinValueValidator(0)])
    document = models.CharField(_("Quyết định giao vốn"), max_length=200, blank=True)
    decided_on = models.DateField(_("Ngày quyết định"), null=True, blank=True)
    revision = models.PositiveIntegerField(default=1, editable=False)

    class Meta(CommuneOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["commune", "source", "year"], name="year_capital_once"),
            models.CheckConstraint(condition=models.Q(amount__gte=0), name="year_capital_not_negative"),
        ]


class MoneyEntry(CommuneOwned):
    """What every entry of the book has: who wrote it, by which paper, and which entry it takes back."""

    document = models.CharField(_("Số quyết định, chứng từ"), max_length=200, blank=True)
    decided_on = models.DateField(_("Ngày quyết định, chứng từ"))
    file = models.ForeignKey(StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    note = models.CharField(_("Ghi chú"), max_length=500, blank=True)
    reverses = models.OneToOneField("self", null=True, blank=True, on_delete=models.PROTECT, related_name="reversed_by")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField(auto_now_add=True)

    class Meta(CommuneOwned.Meta):
        abstract = True


def signed(name: str, *fields: str) -> models.CheckConstraint:
    """An entry adds; one that reverses another takes away. The first field is never zero."""
    first, *rest = fields
    adds = models.Q(reverses__isnull=True, **{f"{first}__gt": 0}, **{f"{field}__gte": 0 for field in rest})
    takes = models.Q(reverses__isnull=False, **{f"{first}__lt": 0}, **{f"{field}__lte": 0 for field in rest})
    return models.CheckConstraint(condition=adds | takes, name=name)


class Allocation(MoneyEntry):
    """Money promised to a work from a source: the ceiling of several years (no `year`), or the capital of one year."""

    class Kind(models.TextChoices):
        CEILING = "ceiling", _("Mức vốn trung hạn")
        YEAR = "year", _("Kế hoạch vốn năm")

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="allocations")
    source = models.ForeignKey(FundingSource, on_delete=models.PROTECT, related_name="allocations")
    kind = models.CharField(_("Loại"), max_length=8, choices=Kind.choices, default=Kind.YEAR)
    year = models.PositiveSmallIntegerField(_("Năm"), null=True, blank=True, validators=YEARS)
    amount = models.BigIntegerField(_("Số tiền (đồng)"))

    class Meta(MoneyEntry.Meta):
        constraints = [
            signed("allocation_adds_or_reverses", "amount"),
            models.CheckConstraint(
                condition=models.Q(kind="ceiling", year__isnull=True) | models.Q(kind="year", year__isnull=False),
                name="allocation_of_a_year_has_one",
            ),
        ]
        indexes = [
            models.Index(fields=["commune", "project", "kind"], name="allocation_by_project"),
            models.Index(fields=["commune", "year", "source"], name="allocation_by_year"),
        ]


class Transfer(MoneyEntry):
    """Allocated money moved to another work or another year, of the same source, by a decision."""

    source = models.ForeignKey(FundingSource, on_delete=models.PROTECT, related_name="transfers")
    from_project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="transfers_out")
    from_year = models.PositiveSmallIntegerField(_("Từ năm"), validators=YEARS)
    to_project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="transfers_in")
    to_year = models.PositiveSmallIntegerField(_("Sang năm"), validators=YEARS)
    amount = models.BigIntegerField(_("Số tiền (đồng)"))

    class Meta(MoneyEntry.Meta):
        constraints = [
            signed("transfer_adds_or_reverses", "amount"),
            models.CheckConstraint(
                condition=~models.Q(from_project=models.F("to_project"), from_year=models.F("to_year")),
                name="transfer_goes_elsewhere",
            ),
        ]
        indexes = [
            models.Index(fields=["commune", "from_project", "from_year"], name="transfer_out_by_project"),
            models.Index(fields=["commune", "to_project", "to_year"], name="transfer_in_by_project"),
        ]


class Disbursement(MoneyEntry):
    """Money paid out: an advance, or a payment for work accepted, of which `recovered` was taken off an earlier advance."""

    class Kind(models.TextChoices):
        ADVANCE = "advance", _("Tạm ứng")
        PAYMENT = "payment", _("Thanh toán khối lượng hoàn thành")

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="disbursements")
    source = models.ForeignKey(FundingSource, on_delete=models.PROTECT, related_name="disbursements")
    contract = models.ForeignKey(Contract, null=True, blank=True, on_delete=models.PROTECT, related_name="disbursements")
    year = models.PositiveSmallIntegerField(_("Thuộc kế hoạch vốn năm"), validators=YEARS)
    paid_on = models.DateField(_("Ngày chi"))
    kind = models.CharField(_("Loại"), max_length=8, choices=Kind.choices)
    amount = models.BigIntegerField(_("Số tiền (đồng)"))
    recovered = models.BigIntegerField(_("Trong đó thu hồi tạm ứng (đồng)"), default=0)

    class Meta(MoneyEntry.Meta):
        constraints = [
            signed("disbursement_adds_or_reverses", "amount", "recovered"),
            models.CheckConstraint(
                condition=models.Q(reverses__isnull=True, recovered__lte=models.F("amount"))
                | models.Q(reverses__isnull=False, recovered__gte=models.F("amount")),
                name="recovered_within_payment",
            ),
            models.CheckConstraint(
                condition=models.Q(kind="payment") | models.Q(recovered=0), name="only_payments_recover_advances"
            ),
        ]
        indexes = [
            models.Index(fields=["commune", "project", "year"], name="disbursement_by_project"),
            models.Index(fields=["commune", "year", "paid_on"], name="disbursement_by_month"),
            models.Index(fields=["commune", "source", "year"], name="disbursement_by_source"),
        ]


class SettledAmount(MoneyEntry):
    """What of a source was settled for a work: at the end of a year, or when the whole work was (no `year`)."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="settled_amounts")
    source = models.ForeignKey(FundingSource, on_delete=models.PROTECT, related_name="settled_amounts")
    year = models.PositiveSmallIntegerField(_("Năm"), null=True, blank=True, validators=YEARS)
    amount = models.BigIntegerField(_("Số tiền được quyết toán (đồng)"))

    class Meta(MoneyEntry.Meta):
        constraints = [signed("settled_adds_or_reverses", "amount")]
        indexes = [models.Index(fields=["commune", "project"], name="settled_by_project")]


class KeptSums(CommuneOwned):
    """What the entries of a work, a source and a year (or of no year) add up to, kept so that tables need not read every entry.

    Written only by `money.services.keeping`, with the entry that moves them; `hatang check` sets them against the entries.
    """

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="kept_sums")
    source = models.ForeignKey(FundingSource, on_delete=models.PROTECT, related_name="kept_sums")
    year = models.PositiveSmallIntegerField(null=True, validators=YEARS)
    ceiling = models.BigIntegerField(default=0)
    allocated = models.BigIntegerField(default=0)
    advanced = models.BigIntegerField(default=0)
    disbursed = models.BigIntegerField(default=0)
    settled = models.BigIntegerField(default=0)
    final = models.BigIntegerField(default=0)

    class Meta(CommuneOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["commune", "project", "source", "year"], condition=models.Q(year__isnull=False), name="kept_once_a_year"
            ),
            models.UniqueConstraint(
                fields=["commune", "project", "source"], condition=models.Q(year__isnull=True), name="kept_once_of_no_year"
            ),
        ]
        indexes = [
            models.Index(fields=["commune", "year", "source"], name="kept_by_year"),
            models.Index(fields=["commune", "source"], name="kept_by_source"),
        ]


class PlannedDisbursement(CommuneOwned):
    """How much of a year's capital of a work should be paid out by the end of each month, added up from January."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="planned_disbursements")
    year = models.PositiveSmallIntegerField(_("Năm"), validators=YEARS)
    month = models.PositiveSmallIntegerField(_("Tháng"), validators=[MinValueValidator(1), MaxValueValidator(12)])
    amount = models.BigIntegerField(_("Lũy kế phải giải ngân (đồng)"), validators=[MinValueValidator(0)])

    class Meta(CommuneOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["commune", "project", "year", "month"], name="planned_once_a_month"),
            models.CheckConstraint(condition=models.Q(month__gte=1, month__lte=12, amount__gte=0), name="planned_in_a_month"),
        ]
        indexes = [models.Index(fields=["commune", "year", "month"], name="planned_by_month")]
