"""An official report and its sections."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from hatang.commune.models import Unit
from hatang.core.models import StoredFile
from hatang.core.tenancy import CommuneOwned
from hatang.plans.models import Plan
from hatang.reports.models.template import ReportTemplate
from hatang.reports.rules.sentences import Sentence
from hatang.reports.rules.spans import Span
from hatang.reports.rules.states import State, is_final, is_open
from hatang.reports.rules.subjects import Subject, parse


class Report(CommuneOwned):
    """A report on a plan, or on one subject of it, over a span of time. Once it is issued nothing of it changes but its
    publication and its signed scan.

    `as_of` is when its figures were frozen; `kind` is a folder of `hatang.reports.kinds`.
    """

    STATES = (
        (State.DRAFT.value, _("Bản thảo")),
        (State.REVIEWED.value, _("Đã rà soát")),
        (State.SUBMITTED.value, _("Đã trình ký")),
        (State.ISSUED.value, _("Đã ban hành")),
        (State.PUBLISHED.value, _("Đã công bố")),
    )

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="reports")
    kind = models.CharField(max_length=20)
    period = models.CharField(max_length=12)
    first = models.DateField()
    last = models.DateField()
    subject = models.CharField(max_length=40, blank=True)  # of a thematic report, as `rules.subjects` writes it
    subject_name = models.CharField(max_length=300, blank=True)  # as it was called when the report was prepared
    title = models.CharField(_("Trích yếu"), max_length=300)
    state = models.CharField(max_length=10, choices=STATES, default=State.DRAFT.value)
    revision = models.PositiveIntegerField(default=1)
    as_of = models.DateTimeField()
    rows = models.JSONField(default=list)  # its targets as its annex shows them; their figures are frozen beside it
    tables = models.JSONField(default=list)  # its other annexes: `rules.tables`, figures by their keys
    addressees = models.JSONField(default=list)  # names after "Kính gửi"
    recipients = models.JSONField(default=list)  # `rules.recipients`: name and channel of each under "Nơi nhận"
    number = models.CharField(_("Số"), max_length=20, blank=True)
    issued_on = models.DateField(_("Ngày ban hành"), null=True, blank=True)
    signer_name = models.CharField(_("Người ký"), max_length=100, blank=True)
    signer_title = models.CharField(_("Chức vụ"), max_length=100, blank=True)
    signer_capacity = models.CharField(_("Thẩm quyền ký"), max_length=150, blank=True)
    return_reason = models.TextField(_("Lý do trả lại"), blank=True)
    template = models.ForeignKey(ReportTemplate, null=True, on_delete=models.PROTECT, related_name="+")  # it was issued with
    signed_file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    prepared_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    prepared_at = models.DateTimeField(auto_now_add=True)
    reviewed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    reviewed_at = models.DateTimeField(null=True)
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField(null=True)
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    issued_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField(null=True)

    class Meta(CommuneOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["commune", "plan", "kind", "period", "subject"], name="report_once_per_period_and_subject"
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=("issued", "published"))
                | (~models.Q(number="") & models.Q(issued_on__isnull=False)),
                name="issued_report_has_number",
            ),
        ]
        indexes = [models.Index(fields=["commune", "-last", "kind"], name="reports_newest_first")]

    def __str__(self) -> str:
        return self.title

    @property
    def span(self) -> Span:
        """What it is about."""
        return Span(self.first, self.last, self.period)

    @property
    def about(self) -> Subject | None:
        """What a thematic report is about; None of any other."""
        return replace(parse(self.subject), name=self.subject_name) if self.subject else None

    @property
    def is_open(self) -> bool:
        """Whether its text and figures may still change."""
        return is_open(State(self.state))

    @property
    def is_final(self) -> bool:
        """Whether it was issued."""
        return is_final(State(self.state))


class ReportSection(CommuneOwned):
    """One part of a report: what the data say, and what only a person can say.

    `sentences` are `Sentence.plain()`, written anew while the report is a draft; `text` is a person's and never touched by that.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("Chưa nộp")
        HANDED_IN = "handed_in", _("Đã nộp")

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="sections")
    code = models.CharField(max_length=40)
    heading = models.CharField(max_length=200)
    level = models.PositiveSmallIntegerField(default=1)
    order = models.PositiveSmallIntegerField()
    unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField(_("Hạn nộp"), null=True)
    prompt = models.TextField(blank=True)
    sentences = models.JSONField(default=list)
    text = models.TextField(_("Phần viết thêm"), blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    revision = models.PositiveIntegerField(default=1)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(null=True)
    reminded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    reminded_at = models.DateTimeField(null=True)

    class Meta(CommuneOwned.Meta):
        constraints = [models.UniqueConstraint(fields=["commune", "report", "code"], name="report_section_once")]
        indexes = [models.Index(fields=["commune", "report", "order"], name="report_section_in_order")]

    def __str__(self) -> str:
        return self.heading

    @property
    def said(self) -> list[Sentence]:
        """What the data say."""
        return [Sentence.of(plain) for plain in self.sentences]

    @property
    def paragraphs(self) -> list[str]:
        """What the person wrote, a paragraph each."""
        return [line.strip() for line in self.text.splitlines() if line.strip()]

    @property
    def is_asked(self) -> bool:
        """Whether a unit is asked to write it."""
        return self.unit_id is not None

    @property
    def is_missing(self) -> bool:
        """Whether a unit still owes it."""
        return self.is_asked and self.state == self.State.WAITING

    def days_late(self, today: dt.date) -> int:
        """Days past its due day; 0 for one handed in or not yet due."""
        return max(0, (today - self.due_on).days) if self.is_missing and self.due_on else 0
