"""The plan in force: its outline and what it asks for. Rows come from a confirmed import and are never typed here."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from hatang.commune.models import Unit
from hatang.core.sectors import Sector
from hatang.core.tenancy import CommuneOwned
from hatang.plans.models.document import OfficialDocument


class Plan(CommuneOwned):
    """One confirmed version of a plan. A newer version supersedes it and points back at it."""

    document = models.OneToOneField(OfficialDocument, on_delete=models.PROTECT, related_name="plan")
    period_start = models.PositiveSmallIntegerField(null=True)
    period_end = models.PositiveSmallIntegerField(null=True)
    replaces = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="replaced_by")
    confirmed_at = models.DateTimeField(auto_now_add=True)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta(CommuneOwned.Meta):
        constraints = [
            models.CheckConstraint(
                condition=models.Q(period_end__isnull=True) | models.Q(period_end__gte=models.F("period_start")),
                name="plan_period_runs_forward",
            ),
        ]
        indexes = [models.Index(fields=["commune", "-confirmed_at"], name="plan_newest_first")]


class PlanItem(CommuneOwned):
    """One numbered part of the outline; the whole outline of a plan lies in `order`."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="items")
    path = models.CharField(max_length=60)
    marker = models.CharField(max_length=40)
    heading = models.TextField(blank=True)
    depth = models.PositiveSmallIntegerField()
    order = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta(CommuneOwned.Meta):
        constraints = [models.UniqueConstraint(fields=["commune", "plan", "order"], name="outline_order_once")]


class FromSentence(CommuneOwned):
    """Something the plan says: `start` and `end` bound the words it was read from, `path` is the part they stand in."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="%(class)ss")
    order = models.PositiveIntegerField()
    path = models.CharField(max_length=60, blank=True)
    quote = models.TextField(blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta(CommuneOwned.Meta):
        abstract = True


class Target(FromSentence):
    """What must be reached: indicator, comparator, value, by when."""

    class Kind(models.TextChoices):
        RATIO = "ratio", _("tỷ lệ")
        COUNT = "count", _("số lượng")
        STATUS = "status", _("trạng thái")
        EXISTENCE = "existence", _("có hay chưa")

    class Comparator(models.TextChoices):
        AT_LEAST = ">=", _("từ … trở lên")
        EQUAL = "=", _("đạt")
        AT_MOST = "<=", _("không quá")
        ABOVE = ">", _("trên")
        BELOW = "<", _("dưới")
        ABOUT = "~", _("khoảng")
        BETWEEN = "between", _("từ … đến …")
        MAINTAIN = "maintain", _("duy trì")
        EXISTS = "exists", _("có")

    subject = models.TextField()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    comparator = models.CharField(max_length=10, choices=Comparator.choices)
    value = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    value_max = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    unit = models.CharField(max_length=60, blank=True)
    year = models.PositiveSmallIntegerField(null=True)
    aspirational = models.BooleanField(default=False)
    sector = models.CharField(max_length=12, choices=Sector.choices, blank=True)

    class Meta(FromSentence.Meta):
        indexes = [models.Index(fields=["commune", "plan", "sector"], name="target_by_sector")]


class Task(FromSentence):
    """What has to be done, to what."""

    action = models.CharField(max_length=200)
    object = models.TextField()
    sector = models.CharField(max_length=12, choices=Sector.choices, blank=True)

    class Meta(FromSentence.Meta):
        indexes = [models.Index(fields=["commune", "plan", "sector"], name="task_by_sector")]


class TaskQuantity(CommuneOwned):
    """How much of it: 5 km `of` canals."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="quantities")
    value = models.DecimalField(max_digits=20, decimal_places=4)
    unit = models.CharField(max_length=60)
    of = models.TextField(blank=True)
    approximate = models.BooleanField(default=False)

    class Meta(CommuneOwned.Meta):
        indexes = [models.Index(fields=["commune", "task"], name="quantity_by_task")]


class Assignment(FromSentence):
    """Who does what; `unit` where the actor is one of the commune's units."""

    class Role(models.TextChoices):
        DIRECTS = "directs", _("chỉ đạo")
        LEADS = "leads", _("chủ trì")
        COOPERATES = "cooperates", _("phối hợp")
        CARRIES_OUT = "carries_out", _("thực hiện")
        SUPERVISES = "supervises", _("giám sát")

    actor = models.TextField()
    role = models.CharField(max_length=12, choices=Role.choices)
    duty = models.TextField(blank=True)
    unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta(FromSentence.Meta):
        indexes = [models.Index(fields=["commune", "plan", "role"], name="assignment_by_role")]


class Schedule(FromSentence):
    """When: `begins` and `due` are dates or periods as `core.periods` writes them."""

    class Kind(models.TextChoices):
        RECURRING = "recurring", _("định kỳ")
        DEADLINE = "deadline", _("thời hạn")
        START = "start", _("bắt đầu")
        PERIOD = "period", _("khoảng thời gian")
        AD_HOC = "ad_hoc", _("đột xuất")

    class Every(models.TextChoices):
        DAY = "day", _("hằng ngày")
        WEEK = "week", _("hằng tuần")
        MONTH = "month", _("hằng tháng")
        QUARTER = "quarter", _("hằng quý")
        HALF_YEAR = "half_year", _("6 tháng một lần")
        NINE_MONTHS = "nine_months", _("9 tháng")
        YEAR = "year", _("hằng năm")

    kind = models.CharField(max_length=10, choices=Kind.choices)
    every = models.CharField(max_length=12, choices=Every.choices, blank=True)
    begins = models.CharField(max_length=10, blank=True)
    due = models.CharField(max_length=10, blank=True)

    class Meta(FromSentence.Meta):
        indexes = [models.Index(fields=["commune", "plan"], name="schedule_by_plan")]
