"""One investment, from proposal to handover and settlement."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from hatang.assets.models import Asset
from hatang.commune.models import Unit, Village
from hatang.core.sectors import Sector
from hatang.core.tenancy import CommuneOwned
from hatang.plans.models import Task
from hatang.projects import words
from hatang.projects.models.company import Company
from hatang.projects.models.placed import Placed, has_box
from hatang.projects.rules.states import STATES, Kind, Phase, Stage, Standing, Track


class Project(Placed):
    """A work. Each track has a column of its own; `phase` follows from them and is kept for lists. Money is in whole đồng."""

    class Group(models.TextChoices):
        NONE = "", _("Chưa xếp nhóm")
        C = "C", _("Nhóm C")
        B = "B", _("Nhóm B")
        A = "A", _("Nhóm A")

    name = models.CharField(_("Tên công trình, dự án"), max_length=300)
    folded_name = models.CharField(max_length=300, editable=False)
    code = models.CharField(_("Mã của xã"), max_length=40, blank=True)
    national_code = models.CharField(
        _("Mã trên Hệ thống quốc gia về đầu tư công"), max_length=40, blank=True
    )  # the national system keeps the original record (NĐ 85/2025/NĐ-CP, art. 53)
    kind = models.CharField(_("Cách thực hiện"), max_length=10, choices=words.KINDS)
    sector = models.CharField(_("Lĩnh vực"), max_length=12, choices=Sector.choices)
    group = models.CharField(_("Nhóm dự án"), max_length=1, choices=Group.choices, blank=True, default=Group.NONE)
    purpose = models.TextField(_("Mục đích, lý do đầu tư"), blank=True)
    place = models.CharField(_("Địa điểm"), max_length=300, blank=True)
    villages = models.ManyToManyField(Village, through="ProjectVillage", related_name="projects", verbose_name=_("Thôn"))
    asset = models.ForeignKey(
        Asset,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="projects",
        verbose_name=_("Cải tạo công trình đã có"),
    )
    quantity = models.DecimalField(
        _("Quy mô"), max_digits=16, decimal_places=3, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    unit = models.CharField(_("Đơn vị tính"), max_length=40, blank=True)
    task = models.ForeignKey(
        Task, null=True, blank=True, on_delete=models.PROTECT, related_name="projects", verbose_name=_("Nhiệm vụ trong kế hoạch")
    )
    investor = models.CharField(_("Chủ đầu tư"), max_length=200, blank=True)
    lead_unit = models.ForeignKey(
        Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="led_projects", verbose_name=_("Đơn vị chủ trì")
    )
    contractor = models.ForeignKey(
        Company,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="built",
        verbose_name=_("Đơn vị thi công, cung cấp"),
    )
    supervisor = models.ForeignKey(
        Company, null=True, blank=True, on_delete=models.PROTECT, related_name="supervised", verbose_name=_("Tư vấn giám sát")
    )
    operator = models.ForeignKey(
        Unit,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="operated_projects",
        verbose_name=_("Đơn vị quản lý, sử dụng"),
    )
    total_investment = models.BigIntegerField(
        _("Tổng mức đầu tư (đồng)"), null=True, blank=True, validators=[MinValueValidator(0)]
    )
    start_year = models.PositiveSmallIntegerField(
        _("Năm bắt đầu"), null=True, blank=True, validators=[MinValueValidator(2000), MaxValueValidator(2100)]
    )
    end_year = models.PositiveSmallIntegerField(
        _("Năm hoàn thành"), null=True, blank=True, validators=[MinValueValidator(2000), MaxValueValidator(2100)]
    )
    note = models.TextField(_("Ghi chú"), blank=True)

    stage = models.CharField(max_length=12, choices=words.STATES[Track.STAGE], default=Stage.PROPOSED.value, editable=False)
    paused_from = models.CharField(max_length=12, blank=True, editable=False)
    construction = models.CharField(max_length=10, choices=words.STATES[Track.CONSTRUCTION], default="none", editable=False)
    acceptance = models.CharField(max_length=10, choices=words.STATES[Track.ACCEPTANCE], default="none", editable=False)
    handover = models.CharField(max_length=10, choices=words.STATES[Track.HANDOVER], default="none", editable=False)
    payment = models.CharField(max_length=10, choices=words.STATES[Track.PAYMENT], default="none", editable=False)
    settlement = models.CharField(max_length=10, choices=words.STATES[Track.SETTLEMENT], default="none", editable=False)
    maintenance = models.CharField(max_length=10, choices=words.STATES[Track.MAINTENANCE], default="none", editable=False)
    request = models.CharField(max_length=10, choices=words.STATES[Track.REQUEST], default="none", editable=False)
    phase = models.CharField(max_length=12, choices=words.PHASES, default=Phase.PROPOSED.value, editable=False)
    percent = models.DecimalField(max_digits=5, decimal_places=2, default=0, editable=False)  # the latest report's
    reported_on = models.DateField(null=True, editable=False)
    next_due = models.DateField(null=True, editable=False)  # of the first milestone not reached
    revision = models.PositiveIntegerField(default=1, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta(Placed.Meta):
        constraints = [
            has_box("project_shape_has_box"),
            models.UniqueConstraint(fields=["commune", "code"], condition=~models.Q(code=""), name="project_code_once"),
            models.UniqueConstraint(
                fields=["commune", "national_code"], condition=~models.Q(national_code=""), name="project_national_code_once"
            ),
            models.CheckConstraint(
                condition=models.Q(start_year__isnull=True)
                | models.Q(end_year__isnull=True)
                | models.Q(end_year__gte=models.F("start_year")),
                name="project_years_run_forward",
            ),
            models.CheckConstraint(condition=models.Q(percent__gte=0, percent__lte=100), name="project_percent_of_100"),
            models.CheckConstraint(
                condition=~models.Q(acceptance="accepted") | models.Q(construction="finished"), name="accepted_when_finished"
            ),
            models.CheckConstraint(
                condition=~models.Q(handover="done") | models.Q(acceptance="accepted"), name="handed_over_when_accepted"
            ),
            models.CheckConstraint(
                condition=models.Q(maintenance="none") | ~models.Q(handover="none"), name="maintained_when_handed_over"
            ),
            models.CheckConstraint(
                condition=~models.Q(kind=Kind.REQUEST.value) | models.Q(construction="none"), name="request_is_not_built"
            ),
        ]
        indexes = [
            models.Index(fields=["commune", "phase", "folded_name"], name="project_by_phase"),
            models.Index(fields=["commune", "sector", "phase"], name="project_by_sector"),
            models.Index(fields=["commune", "folded_name"], name="project_by_name"),
            models.Index(fields=["commune", "start_year", "end_year"], name="project_by_year"),
            models.Index(fields=["commune", "next_due"], name="project_by_due"),
            models.Index(fields=["commune", "west", "east"], name="project_by_place"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def standing(self) -> Standing:
        """Where it stands, as the rules see it."""
        states: dict[str, Any] = {track.value: STATES[track](getattr(self, track.value)) for track in Track}
        return Standing(kind=Kind(self.kind), paused_from=Stage(self.paused_from) if self.paused_from else None, **states)


class ProjectVillage(CommuneOwned):
    """A village a work lies in or serves."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="project_villages")
    village = models.ForeignKey(Village, on_delete=models.PROTECT, related_name="+")
    share = models.PositiveSmallIntegerField(default=1)  # of the work's money, beside the other villages' shares

    class Meta(CommuneOwned.Meta):
        constraints = [models.UniqueConstraint(fields=["commune", "project", "village"], name="project_village_once")]
        indexes = [models.Index(fields=["commune", "village"], name="project_by_village")]


class Effect(CommuneOwned):
    """How much of an indicator a work moves, in a village or in the commune as a whole. `amount` is added to the numerator."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="effects")
    indicator_code = models.CharField(_("Chỉ tiêu"), max_length=40)
    village = models.ForeignKey(
        Village, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("Thôn")
    )
    amount = models.DecimalField(_("Tăng thêm"), max_digits=20, decimal_places=4)
    unit = models.CharField(_("Đơn vị tính"), max_length=40, blank=True)
    year = models.PositiveSmallIntegerField(_("Từ năm"), null=True, blank=True)

    class Meta(CommuneOwned.Meta):
        indexes = [models.Index(fields=["commune", "indicator_code"], name="effect_by_indicator")]


class Output(Placed):
    """What a work leaves behind: a new asset, or an existing one made better. Handing over writes it into the inventory."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="outputs")
    asset = models.ForeignKey(
        Asset, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("Công trình đã có được cải tạo")
    )
    asset_kind = models.CharField(_("Loại công trình"), max_length=20)  # a code of `hatang.assets.kinds`
    name = models.CharField(_("Tên"), max_length=200)
    village = models.ForeignKey(
        Village, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("Thôn")
    )
    attributes = models.JSONField(default=dict)  # what the inventory will say of it, by the kind's own attributes
    length_m = models.DecimalField(_("Chiều dài (m)"), max_digits=12, decimal_places=2, null=True, blank=True)
    made = models.ForeignKey(Asset, null=True, blank=True, on_delete=models.PROTECT, related_name="built_as", editable=False)
    made_on = models.DateField(null=True, editable=False)

    class Meta(Placed.Meta):
        constraints = [
            has_box("output_shape_has_box"),
            models.CheckConstraint(
                condition=models.Q(made_on__isnull=True) | models.Q(made__isnull=False), name="output_made_is_known"
            ),
        ]
        indexes = [models.Index(fields=["commune", "project"], name="output_by_project")]

    def __str__(self) -> str:
        return self.name
