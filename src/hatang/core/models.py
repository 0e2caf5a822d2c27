"""Rows every domain leans on: audit events and stored files."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models

from hatang.core.deeds import DEEDS
from hatang.core.tenancy import CommuneManager, CommuneOwned, CommuneQuerySet


class HistoryIsFixed(RuntimeError):
    """Somebody tried to change or remove what the audit trail holds."""


class _AppendOnly(CommuneQuerySet):
    def update(self, **values: Any) -> int:
        raise HistoryIsFixed("Nhật ký chỉ được ghi thêm.")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise HistoryIsFixed("Nhật ký chỉ được ghi thêm.")


class AuditManager(CommuneManager.from_queryset(_AppendOnly)):  # type: ignore[misc]
    """Reads the trail; nothing here changes it."""


class AuditEvent(CommuneOwned):
    """One write, chained by hash to the one before in the same commune. Never changed, never removed."""

    sequence = models.PositiveBigIntegerField()
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)
    at = models.DateTimeField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    actor_name = models.CharField(max_length=200)
    on_behalf_of = models.CharField(max_length=200, blank=True)
    origin = models.CharField(max_length=100, blank=True)
    action = models.CharField(max_length=60)
    subject_type = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=40)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    reason = models.TextField(blank=True)

    objects: ClassVar[models.Manager[Any]] = AuditManager()

    class Meta(CommuneOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["commune", "sequence"], name="audit_one_event_per_step"),
        ]
        indexes = [models.Index(fields=["commune", "subject_type", "subject_id"], name="audit_by_subject")]

    @property
    def words(self) -> str:
        """What was done, as people say it."""
        return str(DEEDS.get(self.action, self.action))

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Append this event; an event that is written stays as it is."""
        if not self._state.adding:
            raise HistoryIsFixed("Nhật ký chỉ được ghi thêm.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refuse."""
        raise HistoryIsFixed("Nhật ký chỉ được ghi thêm.")


class StoredFile(CommuneOwned):
    """An uploaded file, kept once per commune under the hash of its bytes."""

    sha256 = models.CharField(max_length=64)
    name = models.CharField(max_length=255)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    uploaded_at = models.DateTimeField(auto_now_add=True)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta(CommuneOwned.Meta):
        constraints = [models.UniqueConstraint(fields=["commune", "sha256"], name="file_once_per_commune")]
