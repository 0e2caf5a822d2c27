"""What people gave: land, days of work, materials, money. Names are private unless the giver agreed."""

from __future__ import annotations

from decimal import Decimal

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from hatang.commune.models import Village
from hatang.core.models import StoredFile
from hatang.core.tenancy import CommuneOwned
from hatang.projects.models.placed import Placed, has_box
from hatang.projects.models.work import Project


class GiftKind(models.TextChoices):
    """What is given."""

    LAND = "land", _("Hiến đất")
    LABOUR = "labour", _("Ngày công")
    MATERIAL = "material", _("Vật liệu, hiện vật")
    CASH = "cash", _("Tiền")


class UnitPrice(CommuneOwned):
    """What one unit of a gift in kind counts for, by the commune's decision (NĐ 254/2025/NĐ-CP, art. 1(3))."""

    kind = models.CharField(_("Loại đóng góp"), max_length=8, choices=GiftKind.choices)
    item = models.CharField(_("Nội dung"), max_length=200)
    unit = models.CharField(_("Đơn vị tính"), max_length=40)
    price = models.BigIntegerField(_("Đơn giá (đồng)"), validators=[MinValueValidator(0)])
    document = models.CharField(_("Quyết định của xã"), max_length=200)
    decided_on = models.DateField(_("Ngày quyết định"))
    valid_from = models.DateField(_("Áp dụng từ"))
    valid_to = models.DateField(_("Áp dụng đến"), null=True, blank=True)

    class Meta(CommuneOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["commune", "kind", "item", "valid_from"], name="unit_price_once_from_a_day"),
            models.CheckConstraint(condition=models.Q(price__gte=0), name="unit_price_not_negative"),
            models.CheckConstraint(
                condition=models.Q(valid_to__isnull=True) | models.Q(valid_to__gte=models.F("valid_from")),
                name="unit_price_runs_forward",
            ),
        ]

    def __str__(self) -> str:
        return self.item


class Contribution(Placed):
    """One gift to a work. Its value is frozen when it is written down; a wrong one is voided with a reason and written again."""

    class Giver(models.TextChoices):
        HOUSEHOLD = "household", _("Hộ gia đình, cá nhân")
        VILLAGE = "village", _("Cả thôn")
        ORGANISATION = "organisation", _("Cơ quan, tổ chức")
        COMPANY = "company", _("Doanh nghiệp")

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="contributions")
    village = models.ForeignKey(
        Village, null=True, blank=True, on_delete=models.PROTECT, related_name="contributions", verbose_name=_("Thôn")
    )
    kind = models.CharField(_("Loại đóng góp"), max_length=8, choices=GiftKind.choices)
    giver = models.CharField(_("Người đóng góp là"), max_length=12, choices=Giver.choices, default=Giver.HOUSEHOLD)
    giver_name = models.CharField(_("Tên người đóng góp"), max_length=200, blank=True)  # private: see `name_is_public`
    given_on = models.DateField(_("Ngày đóng góp"))
    quantity = models.DecimalField(
        _("Số lượng"), max_digits=14, decimal_places=3, validators=[MinValueValidator(Decimal("0.001"))]
    )  # m² of land, days, units of material, đồng
    unit = models.CharField(_("Đơn vị tính"), max_length=40)
    unit_price = models.ForeignKey(
        UnitPrice,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="contributions",
        verbose_name=_("Đơn giá áp dụng"),
    )
    value = models.BigIntegerField(_("Giá trị quy đổi (đồng)"), validators=[MinValueValidator(0)])
    parcel = models.CharField(_("Thửa đất, tờ bản đồ"), max_length=200, blank=True)
    consent_paper = models.ForeignKey(
        StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("Văn bản đồng ý hiến đất")
    )
    consent_reference = models.CharField(_("Số văn bản, nơi lưu"), max_length=200, blank=True)
    receipt_number = models.CharField(_("Số phiếu nhận"), max_length=40, editable=False)
    name_agreed_on = models.DateField(_("Ngày đồng ý nêu tên"), null=True, blank=True)
    name_agreement = models.CharField(_("Đồng ý bằng cách nào"), max_length=200, blank=True)
    name_withdrawn_on = models.DateField(_("Ngày rút lại đồng ý"), null=True, blank=True)
    note = models.CharField(_("Ghi chú"), max_length=500, blank=True)
    is_void = models.BooleanField(default=False, editable=False)
    void_reason = models.TextField(blank=True, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField(auto_now_add=True)

    class Meta(Placed.Meta):
        constraints = [
            has_box("contribution_shape_has_box"),
            models.UniqueConstraint(fields=["commune", "receipt_number"], name="receipt_number_once"),
            models.CheckConstraint(condition=models.Q(quantity__gt=0, value__gte=0), name="contribution_not_negative"),
            models.CheckConstraint(
                condition=models.Q(name_withdrawn_on__isnull=True) | models.Q(name_agreed_on__isnull=False),
                name="agreement_before_withdrawal",
            ),
            models.CheckConstraint(condition=models.Q(is_void=False) | ~models.Q(void_reason=""), name="void_has_a_reason"),
        ]
        indexes = [
            models.Index(fields=["commune", "project", "is_void"], name="contribution_by_project"),
            models.Index(fields=["commune", "village", "kind"], name="contribution_by_village"),
            models.Index(fields=["commune", "-given_on"], name="contribution_newest_first"),
        ]

    @property
    def name_is_public(self) -> bool:
        """Whether the giver agreed to be named and has not taken it back."""
        return self.name_agreed_on is not None and self.name_withdrawn_on is None
