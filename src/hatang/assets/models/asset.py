"""What stands: one row an asset, as it is today. How it came to be so is in the audit trail."""

from __future__ import annotations

from decimal import Decimal

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from hatang.assets.kinds import KINDS, Kind
from hatang.commune.models import Unit, Village
from hatang.core.models import StoredFile
from hatang.core.sectors import Sector
from hatang.core.tenancy import CommuneOwned


class Asset(CommuneOwned):
    """A road segment, a canal, a school, a cluster of loudspeakers. `attributes` are those its kind declares."""

    class Condition(models.TextChoices):
        GOOD = "good", _("Tốt")
        FAIR = "fair", _("Trung bình")
        POOR = "poor", _("Xuống cấp")
        BAD = "bad", _("Hư hỏng nặng")
        UNKNOWN = "unknown", _("Chưa đánh giá")

    class Working(models.TextChoices):
        WORKING = "working", _("Hoạt động")
        PARTLY = "partly", _("Hoạt động một phần")
        NOT_WORKING = "not_working", _("Không hoạt động")
        UNKNOWN = "unknown", _("Chưa rõ")

    class Origin(models.TextChoices):
        TYPED = "typed", _("Nhập tay")
        IMPORTED = "imported", _("Nhập từ tệp")
        BUILT = "built", _("Bàn giao từ công trình")

    kind = models.CharField(max_length=20, choices=[(code, kind.label) for code, kind in KINDS.items()])
    sector = models.CharField(max_length=12, choices=Sector.choices, editable=False)
    name = models.CharField(_("Tên"), max_length=200)
    folded_name = models.CharField(max_length=200, editable=False)
    code = models.CharField(_("Mã"), max_length=40, blank=True)
    village = models.ForeignKey(
        Village, null=True, blank=True, on_delete=models.PROTECT, related_name="assets", verbose_name=_("Thôn")
    )
    attributes = models.JSONField(default=dict)
    stated_length_m = models.DecimalField(
        _("Chiều dài theo hồ sơ (m)"),
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(0))],
    )
    condition = models.CharField(_("Tình trạng"), max_length=10, choices=Condition.choices, default=Condition.UNKNOWN)
    working = models.CharField(_("Hoạt động"), max_length=12, choices=Working.choices, default=Working.UNKNOWN)
    operator = models.ForeignKey(
        Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("Đơn vị quản lý, vận hành")
    )
    owner = models.CharField(_("Chủ sở hữu"), max_length=200, blank=True)
    built_year = models.PositiveSmallIntegerField(
        _("Năm xây dựng"), null=True, blank=True, validators=[MinValueValidator(1900), MaxValueValidator(2100)]
    )
    warranty_until = models.DateField(_("Hết hạn bảo hành"), null=True, blank=True)
    note = models.TextField(_("Ghi chú"), blank=True)
    geometry = models.JSONField(null=True, blank=True)
    west = models.FloatField(null=True, editable=False)
    south = models.FloatField(null=True, editable=False)
    east = models.FloatField(null=True, editable=False)
    north = models.FloatField(null=True, editable=False)
    measured_length_m = models.DecimalField(max_digits=12, decimal_places=2, null=True, editable=False)
    measured_area_m2 = models.DecimalField(max_digits=14, decimal_places=2, null=True, editable=False)
    origin = models.CharField(max_length=10, choices=Origin.choices, default=Origin.TYPED, editable=False)
    is_retired = models.BooleanField(default=False, editable=False)
    retired_reason = models.TextField(blank=True, editable=False)
    revision = models.PositiveIntegerField(default=1, editable=False)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta(CommuneOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["commune", "code"], condition=~models.Q(code=""), name="asset_code_once"),
            models.CheckConstraint(
                condition=models.Q(geometry__isnull=True) | models.Q(west__isnull=False, south__isnull=False),
                name="asset_shape_has_box",
            ),
        ]
        indexes = [
            models.Index(fields=["commune", "sector", "kind"], name="asset_by_kind"),
            models.Index(fields=["commune", "village", "kind"], name="asset_by_village"),
            models.Index(fields=["commune", "west", "east"], name="asset_by_place"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def spec(self) -> Kind:
        """What its kind says of it."""
        return KINDS[self.kind]

    @property
    def length_m(self) -> Decimal | None:
        """The length that counts: the one on record, else the one measured on the map. Metres."""
        return self.stated_length_m if self.stated_length_m is not None else self.measured_length_m


class AssetPhoto(CommuneOwned):
    """A picture of an asset; the position lies here, never in the file."""

    asset = models.ForeignKey(Asset, on_delete=models.CASCADE, related_name="photos")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    caption = models.CharField(_("Chú thích"), max_length=200, blank=True)
    taken_on = models.DateField(_("Ngày chụp"), null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta(CommuneOwned.Meta):
        constraints = [models.UniqueConstraint(fields=["commune", "asset", "file"], name="asset_photo_once")]
