"""From an uploaded file to rows that wait for their columns to be matched."""

from __future__ import annotations

import logging
from collections.abc import Collection
from typing import Any, BinaryIO

from django.db import transaction
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from hatang.assets.importing import readers
from hatang.assets.importing.guessing import guesses
from hatang.assets.importing.readers import LARGEST, Refused, Table
from hatang.assets.kinds import KINDS
from hatang.assets.models import AssetImport, AssetImportRow
from hatang.core import files, jobs
from hatang.core.audit import current_actor, record

log = logging.getLogger(__name__)
State = AssetImport.State
AT_ONCE = 400_000  # bytes that are read while the person waits: well under two seconds
PACKED = {"xlsx": files.EXCEL, "kmz": files.ZIP, "shp": files.ZIP}
BATCH = 500


@transaction.atomic
def start(upload: BinaryIO, name: str, *, kind: str = "", among: Collection[str] = tuple(KINDS)) -> AssetImport:
    """Keep an uploaded file and read it: a small one at once, a large one in the background.

    The `kind` is what the person said, else guessed `among` those the person may write.

    Raises:
        Refused: the file cannot be taken; nothing is kept.
    """
    content = upload.read(LARGEST + 1)
    format_ = readers.sniff(content, name)
    small = len(content) <= AT_ONCE
    table = readers.read(content, name) if small else None
    stored = files.keep(content, name, PACKED.get(format_, files.TEXT))
    fresh = AssetImport(file=stored, name=name[-255:], kind=kind, created_by_id=current_actor().user_id)
    fresh.save()
    record("asset_import.start", fresh, after={"name": fresh.name, "sha256": stored.sha256})
    if table is None:
        jobs.start(read_rows, import_id=fresh.pk, language=get_language() or "vi", among=list(among))
    else:
        _keep(fresh, table, among)
    return fresh


@jobs.job
def read_rows(import_id: int, language: str, among: list[str]) -> None:
    """Read the file of an import; whatever happens it ends in rows or in one sentence saying why not."""
    with override(language):
        waiting: AssetImport | None = AssetImport.objects.select_related("file").filter(pk=import_id).first()
        if waiting is not None and waiting.state == State.WAITING:
            _read(waiting, among)


def _read(waiting: AssetImport, among: Collection[str]) -> None:
    _tell(waiting, 5)
    try:
        table = readers.read(files.path_of(waiting.file).read_bytes(), waiting.name)
        _tell(waiting, 60)
        _keep(waiting, table, among)
    except Refused as refusal:
        fail(waiting, str(refusal))
    except Exception:
        log.exception("reading asset import %s failed", waiting.pk)
        fail(waiting, _("Có lỗi ngoài dự kiến khi đọc tệp. Tệp vẫn được giữ; hãy thử lại hoặc tải tệp khác."))


@transaction.atomic
def _keep(waiting: AssetImport, table: Table, among: Collection[str]) -> None:
    """Write the rows and what is guessed of them; nothing where the import was put aside meanwhile."""
    current: AssetImport = AssetImport.objects.select_for_update().get(pk=waiting.pk)
    if current.state != State.WAITING:
        return
    rows = [_row(waiting, row) for row in table.rows]
    AssetImportRow.objects.bulk_create(rows, batch_size=BATCH)
    guessed = guesses(table, waiting.name, waiting.kind, among)
    waiting.kind, waiting.system, waiting.mapping = guessed.kind, guessed.system, guessed.mapping
    waiting.table = {
        "format": table.format,
        "columns": list(table.columns),
        "rows": len(rows),
        "notes": list(table.notes),
        "title": table.title,
        "filled": sorted({column for row in table.rows for column, value in row.values.items() if value is not None}),
        "has_shapes": any(row.shape for row in table.rows),
        "kind_why": guessed.kind_why,
        "system_why": guessed.system_why,
    }
    waiting.state, waiting.progress, waiting.error = State.MAPPING, 100, ""
    waiting.save()


def _row(waiting: AssetImport, row: readers.Row) -> AssetImportRow:
    return AssetImportRow(asset_import=waiting, number=row.number, values=row.values, shape=row.shape, wrong=row.wrong)


def fail(waiting: AssetImport, sentence: str) -> None:
    """Say why the file was not read, unless somebody put the import aside meanwhile."""
    AssetImport.objects.filter(pk=waiting.pk, state=State.WAITING).update(state=State.FAILED, error=sentence)


@transaction.atomic
def read_again(waiting: AssetImport, among: Collection[str] = tuple(KINDS)) -> None:
    """Read the file of an import once more: one that failed, or one whose reading was cut off."""
    current: AssetImport = AssetImport.objects.select_for_update().get(pk=waiting.pk)
    if current.state not in {State.WAITING, State.FAILED}:
        return
    record("asset_import.again", current, before={"state": current.state}, after={"state": State.WAITING})
    current.state, current.progress, current.error = State.WAITING, 0, ""
    current.save()
    jobs.start(read_rows, import_id=current.pk, language=get_language() or "vi", among=list(among))


def _tell(waiting: AssetImport, progress: int) -> None:
    AssetImport.objects.filter(pk=waiting.pk).update(progress=progress)


@transaction.atomic
def abandon(waiting: AssetImport) -> None:
    """Put an import aside; the inventory is untouched and the rows are dropped, the file stays."""
    current: AssetImport = AssetImport.objects.select_for_update().get(pk=waiting.pk)
    if current.state in {State.DONE, State.ABANDONED}:
        return  # one that is being written holds this row until all of it is in the inventory
    before: dict[str, Any] = {"state": current.state}
    AssetImport.objects.filter(pk=waiting.pk).update(state=State.ABANDONED)
    AssetImportRow.objects.filter(asset_import=waiting).delete()
    record("asset_import.abandon", waiting, before=before, after={"state": State.ABANDONED})
