"""Keeping templates: uploaded as drafts, taken into use, withdrawn. A version never changes and never goes away."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from hatang.core import files
from hatang.core.audit import current_actor, record
from hatang.reports.kinds import Kind
from hatang.reports.models import ReportTemplate
from hatang.reports.services.refusing import Refused
from hatang.reports.templating.selectors import example_of
from hatang.reports.templating.trying import tried

State = ReportTemplate.State


@transaction.atomic
def upload(kind: Kind, content: bytes, name: str, *, note: str = "") -> ReportTemplate:
    """Keep a template as the next version of its kind, after a trial; nothing is printed with it yet.

    Raises:
        vanban.templating.BadTemplate: why it is refused; nothing was kept.
        Refused: somebody uploaded one at the same moment.
    """
    trial = tried(content, example_of(kind))
    file = files.keep(content, name, files.WORD)
    newest = ReportTemplate.objects.filter(kind=kind.code).aggregate(newest=Max("version"))["newest"] or 0
    row = ReportTemplate(kind=kind.code, version=newest + 1, note=note[:200], file=file, words=trial.words)
    row.remarks, row.uploaded_by_id = [list(one) for one in trial.remarks], current_actor().user_id
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise Refused([_("Người khác vừa tải lên một mẫu cùng loại; mẫu của bạn chưa được lưu. Hãy tải lên lại.")]) from error
    record("template.upload", row, after={"kind": row.kind, "version": row.version, "sha256": file.sha256, "name": file.name})
    return row


@transaction.atomic
def use(template: ReportTemplate) -> ReportTemplate:
    """Print reports of the kind with this version from now on; the one before it is withdrawn and stays.

    Raises:
        Refused: it is in use already, or the report of now cannot be printed with it.
    """
    rows = {row.pk: row for row in ReportTemplate.objects.select_for_update(of=("self",)).filter(kind=template.kind)}
    found: ReportTemplate = rows[template.pk]
    if found.is_in_use:
        raise Refused([_("Mẫu này đang được dùng.")])
    before = next((row for row in rows.values() if row.is_in_use), None)
    if before is not None:
        _put_down(before)
    found.state, found.used_by_id, found.used_at = State.IN_USE, current_actor().user_id, timezone.now()
    found.save()
    said = {"version": before.version if before else None}
    record("template.use", found, before=said, after={"version": found.version, "sha256": found.file.sha256})
    return found


@transaction.atomic
def withdraw(template: ReportTemplate) -> ReportTemplate:
    """Print no report with this version any more; the shipped layout takes its place, and the version stays.

    Raises:
        Refused: it was not in use.
    """
    found: ReportTemplate = ReportTemplate.objects.select_for_update(of=("self",)).get(pk=template.pk)
    if not found.is_in_use:
        raise Refused([_("Mẫu này không còn được dùng. Hãy xem lại trạng thái trên trang.")])
    _put_down(found)
    record("template.withdraw", found, after={"version": found.version, "sha256": found.file.sha256})
    return found


def _put_down(row: ReportTemplate) -> None:
    row.state, row.withdrawn_by_id, row.withdrawn_at = State.WITHDRAWN, current_actor().user_id, timezone.now()
    row.save()
