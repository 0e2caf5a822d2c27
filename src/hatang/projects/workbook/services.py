"""Taking a list of works in: kept until it is confirmed, then written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any, BinaryIO

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hatang.core.audit import current_actor, record
from hatang.projects.models import Project, WorksUpload
from hatang.projects.services import NotAllowed, Written, change_many, propose_many
from hatang.projects.workbook.facts import ATTRIBUTES
from hatang.projects.workbook.keeping import plain_of
from hatang.projects.workbook.layout import Column
from hatang.projects.workbook.model import WRITES, Outcome, Refused, State
from hatang.projects.workbook.previewing import Preview, preview
from hatang.projects.workbook.reading import LARGEST, read
from hatang.projects.workbook.words import STARTING_OVER, sentences

Kept = WorksUpload.State
CHANGED = gettext_lazy("Trong lúc bạn xem, danh sách đã thay đổi. Chưa có gì được ghi; hãy xem lại bảng dưới đây.")


@transaction.atomic
def put(upload: BinaryIO, name: str, *, commune: str) -> WorksUpload:
    """Keep a file until it is confirmed; one this person put before and did not confirm is dropped.

    Raises:
        NotAllowed: no file of ours, another commune's, or its structure was changed; nothing is kept.
    """
    content = upload.read(LARGEST + 1)
    try:
        reading = read(content, commune)
    except Refused as error:
        raise NotAllowed([*sentences(error.problems), STARTING_OVER]) from error
    for earlier in WorksUpload.objects.filter(uploaded_by=current_actor().user_id, state=Kept.PENDING).defer("content"):
        abandon(earlier)
    kept = WorksUpload(name=name[-200:] or "cong-trinh.xlsx", content=content, rows=plain_of(reading))
    kept.uploaded_by_id = current_actor().user_id
    kept.save()
    record("works_file.upload", kept, after={"name": kept.name, "rows": len(reading.rows)})
    return kept


@transaction.atomic
def abandon(upload: WorksUpload) -> None:
    """Drop a file: nothing of it was written, and it is not kept."""
    upload.state, upload.content, upload.rows = Kept.ABANDONED, b"", {}
    upload.save(update_fields=["state", "content", "rows"])
    record("works_file.abandon", upload, before={"state": Kept.PENDING}, after={"state": upload.state})


def apply(upload: WorksUpload, *, seen: str, reaches: Callable[[str], bool], by_file: Collection[int] = ()) -> int:
    """Write exactly what was previewed; how many works. All of them or none.

    `seen` is the digest of the preview the person confirmed; `by_file` are the works,
    changed on both sides, where the file counts.

    Raises:
        NotAllowed: what would be written is no longer what was seen, rows are wrong, or it was confirmed already.
    """
    try:
        return _apply(upload, seen, reaches, by_file)
    except IntegrityError as error:
        raise NotAllowed([CHANGED]) from error


@transaction.atomic
def _apply(upload: WorksUpload, seen: str, reaches: Callable[[str], bool], by_file: Collection[int]) -> int:
    found: WorksUpload = WorksUpload.objects.select_for_update().defer("content").get(pk=upload.pk)
    if found.state != Kept.PENDING:
        raise NotAllowed([_("Tệp này đã được ghi hoặc đã bỏ. Hãy tải tệp lên lại nếu cần.")])
    works = {work.pk: work for work in Project.objects.select_for_update().defer("geometry").order_by("pk")}
    now = preview(found, reaches)
    _hold(now, seen)
    chosen = [one for one in now.outcomes if one.state in WRITES or (one.state == State.CONFLICT and one.pk in by_file)]
    reason = _("Ghi từ tệp Excel “%(name)s”") % {"name": found.name}
    propose_many([_written(Project(), one) for one in chosen if not one.pk], reason=reason)
    change_many([_written(works[one.pk], one) for one in chosen if one.pk], reason=reason)
    found.state = Kept.APPLIED
    found.save(update_fields=["state"])
    record("works_file.apply", found, before={"state": Kept.PENDING}, after={"state": found.state, "works": len(chosen)})
    return len(chosen)


def _hold(now: Preview, seen: str) -> None:
    if now.digest != seen:
        raise NotAllowed([CHANGED])
    if wrong := now.counts[State.WRONG]:
        raise NotAllowed([_("Còn %(n)s dòng sai nên chưa ghi dòng nào. Hãy sửa trong tệp rồi tải lên lại.") % {"n": wrong}])


def _written(work: Project, one: Outcome) -> Written:
    values: dict[Column, Any] = {change.column: change.value for change in one.changes}
    villages = values.pop(Column.VILLAGES, None)
    return Written(work, {ATTRIBUTES[column]: value for column, value in values.items()}, villages)
