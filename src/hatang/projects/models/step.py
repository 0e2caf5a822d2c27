"""How a work moved on its tracks, and which papers each move asks for."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from hatang.core.models import StoredFile
from hatang.core.tenancy import CommuneOwned
from hatang.projects import words
from hatang.projects.models.work import Project


class Gate(CommuneOwned):
    """A paper that allows a move of one kind of work on one track. Shipped as data, then the commune's own to edit."""

    kind = models.CharField(_("Cách thực hiện"), max_length=10, choices=words.KINDS)
    track = models.CharField(_("Việc"), max_length=12, choices=words.TRACKS)
    to_state = models.CharField(_("Khi chuyển sang"), max_length=12)
    code = models.CharField(max_length=40)
    document = models.CharField(_("Văn bản cần có"), max_length=300)
    legal_source = models.CharField(_("Căn cứ pháp lý"), max_length=300, blank=True)
    is_checked = models.BooleanField(_("Căn cứ đã kiểm chứng"), default=False)  # false: the pages say "cần kiểm chứng"
    is_required = models.BooleanField(_("Bắt buộc"), default=True)
    is_active = models.BooleanField(_("Đang dùng"), default=True)
    is_shipped = models.BooleanField(default=False, editable=False)
    order = models.PositiveSmallIntegerField(_("Thứ tự"), default=0)
    english = models.JSONField(default=dict, blank=True, editable=False)

    class Meta(CommuneOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["commune", "kind", "track", "to_state", "code"], name="gate_code_once_per_move")
        ]
        indexes = [models.Index(fields=["commune", "kind", "track", "to_state"], name="gate_by_move")]

    def __str__(self) -> str:
        return words.said(self, "document")


class WorkDocument(CommuneOwned):
    """A paper of a work: number and date, and the file or where the original lies."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="documents")
    gate = models.ForeignKey(
        Gate, null=True, blank=True, on_delete=models.PROTECT, related_name="documents", verbose_name=_("Dùng cho bước")
    )
    title = models.CharField(_("Tên văn bản"), max_length=300)
    number = models.CharField(_("Số, ký hiệu"), max_length=80, blank=True)
    issued_on = models.DateField(_("Ngày ban hành"), null=True, blank=True)
    issuer = models.CharField(_("Cơ quan ban hành"), max_length=200, blank=True)
    file = models.ForeignKey(StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    reference = models.CharField(_("Nơi lưu bản gốc, đường dẫn"), max_length=300, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta(CommuneOwned.Meta):
        indexes = [models.Index(fields=["commune", "project", "gate"], name="work_document_by_gate")]

    def __str__(self) -> str:
        return self.title


class StageStep(CommuneOwned):
    """One move of a work on one track: who, when, by which paper, why. Never changed, never removed."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="steps")
    track = models.CharField(max_length=12, choices=words.TRACKS)
    from_state = models.CharField(max_length=12)
    to_state = models.CharField(max_length=12)
    on = models.DateField(_("Ngày"))
    document = models.ForeignKey(WorkDocument, null=True, blank=True, on_delete=models.PROTECT, related_name="steps")
    reason = models.TextField(_("Lý do"), blank=True)
    waived = models.JSONField(default=list)  # papers that were missing and overridden, in words
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField(auto_now_add=True)

    class Meta(CommuneOwned.Meta):
        indexes = [models.Index(fields=["commune", "project", "track", "at"], name="step_by_project")]
