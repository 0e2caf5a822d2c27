"""A commune's own Word templates."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from hatang.core.models import StoredFile
from hatang.core.tenancy import CommuneOwned


class ReportTemplate(CommuneOwned):
    """One version of the commune's template for a kind of report. Its file never changes; reports issued with it keep it.

    `words` are the placeholders it uses and their sorts, as they were when it was checked; `remarks` what the decree asks and
    the trial document did not have.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("Chờ dùng")
        IN_USE = "in_use", _("Đang dùng")
        WITHDRAWN = "withdrawn", _("Thôi dùng")

    kind = models.CharField(max_length=20)
    version = models.PositiveIntegerField()
    note = models.CharField(_("Ghi chú"), max_length=200, blank=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    words = models.JSONField(default=dict)
    remarks = models.JSONField(default=list)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField(auto_now_add=True)
    used_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    used_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    class Meta(CommuneOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["commune", "kind", "version"], name="template_version_once"),
            models.UniqueConstraint(fields=["commune", "kind"], condition=models.Q(state="in_use"), name="template_one_in_use"),
        ]

    def __str__(self) -> str:
        return str(_("Mẫu của xã, bản %(version)s") % {"version": self.version})

    @property
    def is_in_use(self) -> bool:
        """Whether reports are printed with it now."""
        return self.state == self.State.IN_USE
