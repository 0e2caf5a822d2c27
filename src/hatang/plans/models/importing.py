"""A document on its way to become a plan: what was read, and what a person made of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from hatang.core.models import StoredFile
from hatang.core.tenancy import CommuneOwned
from hatang.plans.models.plan import Plan


class PlanImport(CommuneOwned):
    """One uploaded document. `head` is the document's head and period as the reading contract has them."""

    class State(models.TextChoices):
        WAITING = "waiting", _("chờ đọc")
        READING = "reading", _("đang đọc")
        REVIEW = "review", _("chờ kiểm tra")
        FAILED = "failed", _("không đọc được")
        CONFIRMED = "confirmed", _("đã xác nhận")
        ABANDONED = "abandoned", _("đã bỏ")

    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=255)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    progress = models.PositiveSmallIntegerField(default=0)
    stage = models.CharField(max_length=200, blank=True)
    error = models.TextField(blank=True)
    text = models.TextField(blank=True)
    head = models.JSONField(default=dict)
    references = models.JSONField(default=list)
    outline = models.JSONField(default=list)
    unread = models.JSONField(default=list)
    uncertain = models.BooleanField(default=False)
    replaces = models.ForeignKey(Plan, null=True, on_delete=models.PROTECT, related_name="+")
    plan = models.OneToOneField(Plan, null=True, on_delete=models.PROTECT, related_name="came_from")
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta(CommuneOwned.Meta):
        indexes = [models.Index(fields=["commune", "-created_at"], name="import_newest_first")]


class ReviewItem(CommuneOwned):
    """One thing read from the document, as it stands in review. `data` holds the item's own fields by the reading contract."""

    class Kind(models.TextChoices):
        TARGET = "target", _("Mục tiêu")
        TASK = "task", _("Nhiệm vụ")
        ASSIGNMENT = "assignment", _("Phân công")
        SCHEDULE = "schedule", _("Thời hạn, định kỳ")

    class State(models.TextChoices):
        AS_READ = "as_read", _("chưa xem")
        ACCEPTED = "accepted", _("đã xem")
        EDITED = "edited", _("đã sửa")
        ADDED = "added", _("thêm tay")
        DROPPED = "dropped", _("đã bỏ")

    plan_import = models.ForeignKey(PlanImport, on_delete=models.CASCADE, related_name="items")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    state = models.CharField(max_length=10, choices=State.choices, default=State.AS_READ)
    path = models.CharField(max_length=60, blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    confidence = models.FloatField(default=1.0)
    data = models.JSONField(default=dict)
    as_read = models.JSONField(null=True)

    class Meta(CommuneOwned.Meta):
        constraints = [models.CheckConstraint(condition=models.Q(end__gte=models.F("start")), name="span_runs_forward")]
        indexes = [models.Index(fields=["commune", "plan_import", "start"], name="review_in_text_order")]
