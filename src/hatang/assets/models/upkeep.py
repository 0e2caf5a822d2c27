"""Keeping what stands in order: how it was found, what broke, who mended it, what was decided of what does not work.

Findings, steps and decisions are rows that are added and never changed: the history of a road is all of them.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hatang.assets.models.asset import Asset
from hatang.commune.models import Unit
from hatang.core.models import HistoryIsFixed, StoredFile
from hatang.core.tenancy import CommuneManager, CommuneOwned, CommuneQuerySet


class _AppendOnly(CommuneQuerySet):
    def update(self, **values: Any) -> int:
        raise HistoryIsFixed("Lịch sử bảo trì chỉ được ghi thêm.")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise HistoryIsFixed("Lịch sử bảo trì chỉ được ghi thêm.")


class HistoryManager(CommuneManager.from_queryset(_AppendOnly)):  # type: ignore[misc]
    """Reads a history; nothing here changes it."""


class HistoryRow(CommuneOwned):
    """One thing that happened, with who and when. Written once."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField(auto_now_add=True)
    note = models.TextField(_("Ghi chú"), blank=True)

    objects: ClassVar[models.Manager[Any]] = HistoryManager()

    class Meta(CommuneOwned.Meta):
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add this row; one that is written stays as it is."""
        if not self._state.adding:
            raise HistoryIsFixed("Lịch sử bảo trì chỉ được ghi thêm.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refuse."""
        raise HistoryIsFixed("Lịch sử bảo trì chỉ được ghi thêm.")


class Assessment(HistoryRow):
    """How an asset was found. The occasions are those of Nghị định 207/2026/NĐ-CP, Điều 36 khoản 2."""

    class Occasion(models.TextChoices):
        ROUTINE = "routine", _("Kiểm tra thường xuyên")
        PERIODIC = "periodic", _("Kiểm tra định kỳ")
        UNANNOUNCED = "unannounced", _("Kiểm tra đột xuất")

    asset = models.ForeignKey(Asset, on_delete=models.PROTECT, related_name="assessments")
    occasion = models.CharField(_("Lần kiểm tra"), max_length=12, choices=Occasion.choices, default=Occasion.ROUTINE)
    on = models.DateField(_("Ngày kiểm tra"))
    condition = models.CharField(_("Tình trạng"), max_length=10, choices=Asset.Condition.choices)
    working = models.CharField(_("Hoạt động"), max_length=12, choices=Asset.Working.choices)

    class Meta(HistoryRow.Meta):
        indexes = [models.Index(fields=["commune", "asset", "on"], name="assessment_by_asset")]


class Ticket(CommuneOwned):
    """One fault, from its report to its end. What it is now; how it came to be so is in its steps."""

    class State(models.TextChoices):
        OPEN = "open", _("Mới báo")
        ASSIGNED = "assigned", _("Đã giao sửa")
        FIXED = "fixed", _("Đã sửa, chờ kiểm tra")
        CHECKED = "checked", _("Đã kiểm tra")
        CLOSED = "closed", _("Đã đóng")
        REOPENED = "reopened", pgettext_lazy("trạng thái phiếu", "Mở lại")

    class Effect(models.TextChoices):
        WORKING = "working", _("Vẫn dùng được")
        PARTLY = "partly", _("Chỉ dùng được một phần")
        NOT_WORKING = "not_working", _("Không dùng được")

    asset = models.ForeignKey(Asset, on_delete=models.PROTECT, related_name="tickets")
    fault = models.CharField(_("Hỏng gì"), max_length=200)
    details = models.TextField(_("Mô tả thêm"), blank=True)
    effect = models.CharField(_("Còn dùng được không"), max_length=12, choices=Effect.choices)
    is_dangerous = models.BooleanField(_("Có nguy hiểm cho người qua lại, sử dụng"), default=False)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN, editable=False)
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False)
    due_on = models.DateField(null=True, blank=True, editable=False)
    reported_on = models.DateField(editable=False)
    fixed_on = models.DateField(null=True, editable=False)

    class Meta(CommuneOwned.Meta):
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state="assigned") | models.Q(unit__isnull=False, due_on__isnull=False),
                name="ticket_assigned_has_unit_and_day",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["open", "assigned", "reopened"]) | models.Q(fixed_on__isnull=False),
                name="ticket_fixed_has_day",
            ),
        ]
        indexes = [
            models.Index(fields=["commune", "state", "due_on"], name="ticket_by_state"),
            models.Index(fields=["commune", "asset"], name="ticket_by_asset"),
        ]

    def __str__(self) -> str:
        return self.fault


class TicketStep(HistoryRow):
    """One step of a ticket: who did what, when, and where it led."""

    class Verb(models.TextChoices):
        REPORT = "report", _("Báo hỏng")
        ASSIGN = "assign", _("Giao sửa")
        FIX = "fix", _("Báo đã sửa")
        CHECK = "check", _("Kiểm tra đạt")
        CLOSE = "close", _("Đóng phiếu")
        REOPEN = "reopen", _("Mở lại")

    ticket = models.ForeignKey(Ticket, on_delete=models.PROTECT, related_name="steps")
    verb = models.CharField(max_length=10, choices=Verb.choices)
    led_to = models.CharField(max_length=10, choices=Ticket.State.choices)
    on = models.DateField(_("Ngày"))
    unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField(null=True)

    class Meta(HistoryRow.Meta):
        indexes = [models.Index(fields=["commune", "ticket"], name="ticket_step_by_ticket")]


class Decision(HistoryRow):
    """What is to become of a work that does not function. The newest is the one in force."""

    class Choice(models.TextChoices):
        REPAIR = "repair", _("Sửa chữa để dùng lại")
        CHANGE_USE = "change_use", _("Chuyển mục đích sử dụng")
        HAND_OVER = "hand_over", _("Bàn giao cho đơn vị khác")
        REMOVE = "remove", _("Tháo dỡ, thanh lý")
        WAIT = "wait", _("Giữ nguyên, chờ")

    asset = models.ForeignKey(Asset, on_delete=models.PROTECT, related_name="decisions")
    choice = models.CharField(_("Hướng xử lý"), max_length=10, choices=Choice.choices)
    document = models.CharField(_("Văn bản"), max_length=200, blank=True)
    decided_by = models.CharField(_("Người quyết định"), max_length=200)
    on = models.DateField(_("Ngày quyết định"))
    due_on = models.DateField(_("Hạn hoàn thành"), null=True, blank=True)

    class Meta(HistoryRow.Meta):
        indexes = [models.Index(fields=["commune", "asset"], name="decision_by_asset")]


class UpkeepPhoto(HistoryRow):
    """A picture that belongs to a finding or to a step of a ticket: evidence, so it stays with it."""

    assessment = models.ForeignKey(Assessment, null=True, on_delete=models.PROTECT, related_name="photos")
    step = models.ForeignKey(TicketStep, null=True, on_delete=models.PROTECT, related_name="photos")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")

    class Meta(HistoryRow.Meta):
        constraints = [
            models.CheckConstraint(
                condition=models.Q(assessment__isnull=False, step__isnull=True)
                | models.Q(assessment__isnull=True, step__isnull=False),
                name="upkeep_photo_of_one_thing",
            ),
        ]
