"""What people decided about warnings, where the commune set the thresholds, and the lists they keep."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from hatang.core.tenancy import CommuneOwned
from hatang.projects.models.work import Project


class OverlapOverride(CommuneOwned):
    """Why a work goes on although it looks like another.

    `other` names that for good: "project:12", "asset:7", "neighbour:98001:3" (a work of another commune).
    """

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="overlap_overrides")
    other = models.CharField(max_length=80)
    other_name = models.CharField(max_length=300)
    found = models.JSONField(default=dict)  # the likeness as it was shown: place, name, period, source
    reason = models.TextField(_("Lý do vẫn thực hiện"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField(auto_now_add=True)

    class Meta(CommuneOwned.Meta):
        constraints = [models.CheckConstraint(condition=~models.Q(reason=""), name="override_has_a_reason")]
        indexes = [models.Index(fields=["commune", "project", "other"], name="override_by_pair")]


class WorksSettings(CommuneOwned):
    """Where the commune draws the lines. Every number is a proposal of the product until the commune sets its own."""

    late_after_days = models.PositiveSmallIntegerField(_("Coi là chậm khi quá hạn (ngày)"), default=0)
    silent_after_days = models.PositiveSmallIntegerField(_("Nhắc báo cáo khi quá (ngày)"), default=30)
    paid_ahead_points = models.PositiveSmallIntegerField(
        _("Cảnh báo khi tỷ lệ giải ngân vượt khối lượng (điểm %)"), default=20, validators=[MaxValueValidator(100)]
    )
    paid_behind_points = models.PositiveSmallIntegerField(
        _("Cảnh báo khi giải ngân chậm hơn khối lượng (điểm %)"), default=30, validators=[MaxValueValidator(100)]
    )
    idle_months = models.PositiveSmallIntegerField(
        _("Vốn giao mà chưa giải ngân quá (tháng)"), default=3, validators=[MinValueValidator(1)]
    )
    year_end_percent = models.PositiveSmallIntegerField(
        _("Mức giải ngân cuối năm cần đạt (%)"), default=95, validators=[MaxValueValidator(100)]
    )
    open_works_limit = models.PositiveSmallIntegerField(_("Số công trình cùng mở tối đa (0: không đặt)"), default=0)
    thin_percent = models.PositiveSmallIntegerField(
        _("Vốn năm tối thiểu so với phần còn thiếu chia đều (%)"), default=70, validators=[MaxValueValidator(200)]
    )
    overlap_metres = models.PositiveSmallIntegerField(_("Khoảng cách coi là cùng chỗ (m)"), default=50)
    overlap_years = models.PositiveSmallIntegerField(_("Công trình làm trong vòng (năm)"), default=5)

    class Meta(CommuneOwned.Meta):
        constraints = [models.UniqueConstraint(fields=["commune"], name="works_settings_once")]


class SavedView(CommuneOwned):
    """A way of looking at the list of works that somebody keeps; `is_shared` with everybody in the commune."""

    name = models.CharField(_("Tên"), max_length=80)
    query = models.CharField(max_length=1000)
    is_shared = models.BooleanField(_("Cả xã cùng dùng"), default=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta(CommuneOwned.Meta):
        constraints = [models.UniqueConstraint(fields=["commune", "owner", "name"], name="saved_view_name_once")]
