"""How far a work is: milestones, reports with pictures, and what stands in the way."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from hatang.commune.models import Unit
from hatang.core.models import StoredFile
from hatang.core.tenancy import CommuneOwned
from hatang.projects.models.work import Project

PERCENT = [MinValueValidator(0), MaxValueValidator(100)]


class WorkMilestone(CommuneOwned):
    """A date on the way. The baseline stays as first agreed; `planned_on` is the date now in force."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="milestones")
    name = models.CharField(_("Mốc"), max_length=200)
    order = models.PositiveSmallIntegerField(_("Thứ tự"), default=0)
    starts_on = models.DateField(_("Bắt đầu"), null=True, blank=True)  # where it is a stretch of work, not a day
    baseline_on = models.DateField(_("Ngày theo kế hoạch đầu"))
    planned_on = models.DateField(_("Ngày theo kế hoạch hiện nay"))
    actual_on = models.DateField(_("Ngày hoàn thành thực tế"), null=True, blank=True)
    percent = models.DecimalField(
        _("Khối lượng lũy kế theo kế hoạch (%)"), max_digits=5, decimal_places=2, null=True, blank=True, validators=PERCENT
    )
    note = models.CharField(max_length=500, blank=True)

    class Meta(CommuneOwned.Meta):
        constraints = [
            models.CheckConstraint(
                condition=models.Q(percent__isnull=True) | models.Q(percent__gte=0, percent__lte=100),
                name="milestone_percent_of_100",
            )
        ]
        indexes = [
            models.Index(fields=["commune", "project", "order"], name="milestone_by_project"),
            models.Index(fields=["commune", "actual_on", "planned_on"], name="milestone_by_date"),
        ]

    def __str__(self) -> str:
        return self.name


class MilestoneRevision(CommuneOwned):
    """A date that was moved, and why. Never changed, never removed."""

    milestone = models.ForeignKey(WorkMilestone, on_delete=models.CASCADE, related_name="revisions")
    from_date = models.DateField()
    to_date = models.DateField()
    reason = models.TextField(_("Lý do"))
    document = models.CharField(_("Văn bản điều chỉnh"), max_length=200, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField(auto_now_add=True)

    class Meta(CommuneOwned.Meta):
        constraints = [
            models.CheckConstraint(condition=~models.Q(from_date=models.F("to_date")), name="revision_moves_the_date"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="revision_has_a_reason"),
        ]
        indexes = [models.Index(fields=["commune", "milestone"], name="revision_by_milestone")]


class ProgressReport(CommuneOwned):
    """How far a work was on a day. A correction is a new report that points at the one it replaces."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="reports")
    on = models.DateField(_("Ngày báo cáo"))
    percent = models.DecimalField(_("Khối lượng đã làm (%)"), max_digits=5, decimal_places=2, validators=PERCENT)
    quantity = models.DecimalField(
        _("Đã làm được"), max_digits=16, decimal_places=3, null=True, blank=True, validators=[MinValueValidator(0)]
    )  # in the unit of the work
    note = models.TextField(_("Đã làm gì"), blank=True)
    next_steps = models.TextField(_("Việc tiếp theo"), blank=True)
    on_behalf_of = models.CharField(_("Báo thay cho"), max_length=200, blank=True)
    reason = models.TextField(_("Lý do"), blank=True)  # why it went back, or why it is corrected
    replaces = models.OneToOneField("self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaced_by")
    is_current = models.BooleanField(default=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField(auto_now_add=True)

    class Meta(CommuneOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["commune", "project", "on"], condition=models.Q(is_current=True), name="one_current_report_a_day"
            ),
            models.CheckConstraint(condition=models.Q(percent__gte=0, percent__lte=100), name="report_percent_of_100"),
        ]
        indexes = [models.Index(fields=["commune", "project", "-on"], name="report_newest_first")]


class WorkPhoto(CommuneOwned):
    """A picture of a work; place and time lie here, never in the file."""

    class When(models.TextChoices):
        BEFORE = "before", _("Trước khi làm")
        DURING = "during", _("Đang làm")
        AFTER = "after", _("Sau khi làm")

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="photos")
    report = models.ForeignKey(ProgressReport, null=True, blank=True, on_delete=models.CASCADE, related_name="photos")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    when = models.CharField(_("Ảnh chụp lúc"), max_length=6, choices=When.choices, default=When.DURING)
    caption = models.CharField(_("Chú thích"), max_length=200, blank=True)
    place = models.CharField(_("Nơi chụp"), max_length=200, blank=True)
    taken_at = models.DateTimeField(_("Chụp lúc"), null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    accuracy_m = models.FloatField(null=True, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta(CommuneOwned.Meta):
        constraints = [models.UniqueConstraint(fields=["commune", "project", "file"], name="work_photo_once")]
        indexes = [models.Index(fields=["commune", "project", "when"], name="work_photo_by_time")]


class Obstacle(CommuneOwned):
    """What holds a work up: cause, remedy, who does it, by when, and how it ended."""

    class Cause(models.TextChoices):
        LAND = "land", _("Mặt bằng")
        CAPITAL = "capital", _("Vốn")
        PROCEDURE = "procedure", _("Thủ tục, hồ sơ")
        CONTRACTOR = "contractor", _("Nhà thầu")
        DESIGN = "design", _("Thiết kế, khối lượng")
        MATERIAL = "material", _("Vật liệu, nhân công")
        WEATHER = "weather", _("Thời tiết, thiên tai")
        OTHER = "other", _("Khác")

    class State(models.TextChoices):
        OPEN = "open", _("Đang vướng")
        REMEDIED = "remedied", _("Đã xử lý, chờ kiểm tra")
        CLOSED = "closed", _("Đã tháo gỡ")

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="obstacles")
    report = models.ForeignKey(ProgressReport, null=True, blank=True, on_delete=models.SET_NULL, related_name="obstacles")
    cause = models.CharField(_("Nguyên nhân"), max_length=10, choices=Cause.choices)
    what = models.TextField(_("Vướng mắc"))
    remedy = models.TextField(_("Cách tháo gỡ"), blank=True)
    owner = models.ForeignKey(
        Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("Đơn vị tháo gỡ")
    )
    due_on = models.DateField(_("Hạn tháo gỡ"), null=True, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN, editable=False)
    found_on = models.DateField(_("Ngày phát sinh"))
    result = models.TextField(_("Kết quả"), blank=True)
    closed_on = models.DateField(null=True, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    remedied_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta(CommuneOwned.Meta):
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closed_on__isnull=False, state="closed")
                | models.Q(closed_on__isnull=True) & ~models.Q(state="closed"),
                name="obstacle_closed_has_a_day",
            )
        ]
        indexes = [
            models.Index(fields=["commune", "project", "state"], name="obstacle_by_project"),
            models.Index(fields=["commune", "state", "due_on"], name="obstacle_by_due"),
        ]
