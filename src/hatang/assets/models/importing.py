"""A file of assets on its way into the inventory: what was read, how its columns are meant, what each row would do."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from hatang.assets.kinds import KINDS
from hatang.assets.models.asset import Asset
from hatang.core.models import StoredFile
from hatang.core.tenancy import CommuneOwned


class AssetImport(CommuneOwned):
    """One uploaded file.

    `table` holds what was read besides the rows (format, columns, notes, guesses and their reasons), `mapping` the column or the
    constant of each field, `answers` the village a name in the file was said to mean, `basis` what the inventory was when judged.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("chờ đọc")
        MAPPING = "mapping", _("chờ chọn cột")
        JUDGING = "judging", _("đang đối chiếu")
        PREVIEW = "preview", _("chờ xác nhận")
        WRITING = "writing", _("đang ghi")
        DONE = "done", _("đã ghi vào sổ")
        FAILED = "failed", _("không đọc được")
        ABANDONED = "abandoned", _("đã bỏ")

    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=255)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    progress = models.PositiveSmallIntegerField(default=0)
    error = models.TextField(blank=True)
    kind = models.CharField(max_length=20, blank=True, choices=[(code, kind.label) for code, kind in KINDS.items()])
    system = models.CharField(max_length=8, blank=True)
    table = models.JSONField(default=dict)
    mapping = models.JSONField(default=dict)
    answers = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)
    basis = models.CharField(max_length=64, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    done_at = models.DateTimeField(null=True)

    class Meta(CommuneOwned.Meta):
        indexes = [models.Index(fields=["commune", "-created_at"], name="asset_import_newest")]

    def __str__(self) -> str:
        return self.name


class AssetImportRow(CommuneOwned):
    """One row of a file: as read (`values`, `shape`, `wrong`), and what it would do (`result`: see `importing.judging`)."""

    class Outcome(models.TextChoices):
        NEW = "new", _("Thêm mới")
        CHANGE = "change", _("Sẽ đổi")
        SAME = "same", _("Không thay đổi")
        WRONG = "wrong", _("Có lỗi")

    asset_import = models.ForeignKey(AssetImport, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    values = models.JSONField(default=dict)
    shape = models.JSONField(null=True)
    wrong = models.JSONField(default=dict)
    outcome = models.CharField(max_length=6, blank=True, choices=Outcome.choices)
    warned = models.BooleanField(default=False)
    asset = models.ForeignKey(Asset, null=True, on_delete=models.SET_NULL, related_name="+")
    result = models.JSONField(default=dict)
    geometry = models.JSONField(null=True)

    class Meta(CommuneOwned.Meta):
        constraints = [models.UniqueConstraint(fields=["commune", "asset_import", "number"], name="asset_import_row_once")]
        indexes = [models.Index(fields=["commune", "asset_import", "outcome", "number"], name="asset_import_by_outcome")]
