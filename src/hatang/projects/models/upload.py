"""Lists of works that came back as Excel files: kept as they were sent, so that what is confirmed is what was previewed."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from hatang.core.tenancy import CommuneOwned


class WorksUpload(CommuneOwned):
    """One file of works and the rows read from it. What was applied keeps its file; what was abandoned does not."""

    class State(models.TextChoices):
        PENDING = "pending", _("Chờ xác nhận")
        APPLIED = "applied", _("Đã ghi")
        ABANDONED = "abandoned", _("Đã bỏ")

    name = models.CharField(max_length=255)
    content = models.BinaryField()
    rows = models.JSONField(default=dict)  # as `projects.workbook.keeping` writes them
    state = models.CharField(max_length=10, choices=State.choices, default=State.PENDING)
    uploaded_at = models.DateTimeField(auto_now_add=True)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta(CommuneOwned.Meta):
        indexes = [models.Index(fields=["commune", "uploaded_by", "state"], name="works_upload_pending")]
