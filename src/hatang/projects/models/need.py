"""What villages ask for, and how it is weighed."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from hatang.commune.models import Village
from hatang.core.models import StoredFile
from hatang.core.sectors import Sector
from hatang.core.tenancy import CommuneOwned
from hatang.projects import words
from hatang.projects.models.placed import Placed, has_box
from hatang.projects.models.work import Project


class Need(Placed):
    """Something a village needs, with its reasons. It becomes part of a work, or is declined with a reason."""

    class State(models.TextChoices):
        OPEN = "open", _("Chờ chấm điểm")
        SCORED = "scored", _("Đã chấm điểm")
        TAKEN = "taken", _("Đã đưa vào công trình")
        DECLINED = "declined", _("Chưa đáp ứng")
        WITHDRAWN = "withdrawn", _("Thôn đã rút")

    village = models.ForeignKey(Village, on_delete=models.PROTECT, related_name="needs", verbose_name=_("Thôn"))
    sector = models.CharField(_("Lĩnh vực"), max_length=12, choices=Sector.choices)
    name = models.CharField(_("Cần làm gì"), max_length=200)
    folded_name = models.CharField(max_length=200, editable=False)
    reason = models.TextField(_("Vì sao cần"))
    households = models.PositiveIntegerField(_("Số hộ hưởng lợi"), null=True, blank=True)
    poor_households = models.PositiveIntegerField(_("Trong đó hộ nghèo, cận nghèo"), null=True, blank=True)
    land_ready = models.BooleanField(_("Đã có mặt bằng"), default=False)
    contribution = models.TextField(_("Bà con đóng góp gì"), blank=True)
    estimated_cost = models.BigIntegerField(
        _("Ước kinh phí (đồng)"), null=True, blank=True, validators=[MinValueValidator(0)]
    )  # VND
    indicator_code = models.CharField(max_length=40, blank=True)  # the target's indicator it would move
    gap_closed = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    minutes = models.ForeignKey(
        StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("Biên bản họp thôn")
    )
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN, editable=False)
    decision_reason = models.TextField(blank=True, editable=False)
    score = models.DecimalField(max_digits=6, decimal_places=2, null=True, editable=False)  # of 100
    project = models.ForeignKey(Project, null=True, blank=True, on_delete=models.PROTECT, related_name="needs")
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    proposed_on = models.DateField(_("Ngày đề xuất"))
    revision = models.PositiveIntegerField(default=1, editable=False)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta(Placed.Meta):
        constraints = [
            has_box("need_shape_has_box"),
            models.CheckConstraint(
                condition=models.Q(poor_households__isnull=True)
                | models.Q(households__isnull=True)
                | models.Q(poor_households__lte=models.F("households")),
                name="need_poor_within_households",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="taken") | models.Q(project__isnull=False), name="need_taken_by_a_work"
            ),
        ]
        indexes = [
            models.Index(fields=["commune", "state", "-score"], name="need_by_score"),
            models.Index(fields=["commune", "village", "state"], name="need_by_village"),
        ]

    def __str__(self) -> str:
        return self.name


class Criterion(CommuneOwned):
    """One written criterion by which needs are weighed, as the commune decided it. Weights are relative."""

    code = models.CharField(max_length=40)
    name = models.CharField(_("Tiêu chí"), max_length=200)
    guide = models.TextField(_("Cách cho điểm"), blank=True)
    max_points = models.PositiveSmallIntegerField(_("Điểm cao nhất"), default=10, validators=[MinValueValidator(1)])
    weight = models.PositiveSmallIntegerField(_("Trọng số"), default=1, validators=[MinValueValidator(0)])
    measure = models.CharField(max_length=20, blank=True)  # what proposes the points; empty: only people do
    order = models.PositiveSmallIntegerField(_("Thứ tự"), default=0)
    is_active = models.BooleanField(_("Đang dùng"), default=True)
    english = models.JSONField(default=dict, blank=True, editable=False)

    class Meta(CommuneOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["commune", "code"], name="criterion_code_once"),
            models.CheckConstraint(condition=models.Q(max_points__gte=1), name="criterion_has_points"),
        ]
        indexes = [models.Index(fields=["commune", "is_active", "order"], name="criterion_in_order")]

    def __str__(self) -> str:
        return words.said(self, "name")

    @property
    def said_guide(self) -> str:
        """How points are given, in the reader's language."""
        return words.said(self, "guide")


class NeedScore(CommuneOwned):
    """The points one need got on one criterion, and why."""

    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="scores")
    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="scores")
    points = models.DecimalField(max_digits=5, decimal_places=2)
    note = models.CharField(max_length=500, blank=True)

    class Meta(CommuneOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["commune", "need", "criterion"], name="need_scored_once_per_criterion"),
            models.CheckConstraint(condition=models.Q(points__gte=0), name="score_not_negative"),
        ]
