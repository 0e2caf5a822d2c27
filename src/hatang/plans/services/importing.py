"""From an uploaded file to items waiting for review; the reading runs in the background."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any, BinaryIO

from django.db import transaction
from django.utils.translation import gettext as _

from hatang.core import files, jobs
from hatang.core.audit import current_actor, record
from hatang.plans.models import Plan, PlanImport, ReviewItem
from hatang.plans.rules.changes import same_plan
from hatang.plans.rules.hierarchy import level_of, relation_of
from vanban.model import ReadingError
from vanban.plan import PlanReading, read_plan

log = logging.getLogger(__name__)
State = PlanImport.State
KINDS = {"targets": "target", "tasks": "task", "assignments": "assignment", "schedules": "schedule"}
PLACE = ("path", "quote", "span", "confidence")
STEP = 5  # percent between two writes of the progress


@transaction.atomic
def start_import(upload: BinaryIO, name: str, replaces: Plan | None = None) -> PlanImport:
    """Keep an uploaded plan and have it read in the background.

    Raises:
        hatang.core.files.RefusedFile: the file cannot be taken; nothing is kept.
    """
    stored = files.store(upload, name)
    plan_import = PlanImport(file=stored, name=stored.name, replaces=replaces, created_by_id=current_actor().user_id)
    plan_import.save()
    record("import.start", plan_import, after={"name": stored.name, "sha256": stored.sha256})
    jobs.start(read_import, import_id=plan_import.pk)
    return plan_import


def import_file(path: Path) -> PlanImport:
    """Keep and read a plan from a file at once, without the background: what the terminal and the first start use."""
    with path.open("rb") as file, transaction.atomic():
        stored = files.store(file, path.name)
        plan_import = PlanImport.objects.create(file=stored, name=stored.name, created_by_id=current_actor().user_id)
        record("import.start", plan_import, after={"name": stored.name, "sha256": stored.sha256})
    _read(plan_import)
    return plan_import


@transaction.atomic
def read_again(plan_import: PlanImport) -> None:
    """Read a file again that could not be read, or whose reading was cut off."""
    if plan_import.state not in {State.FAILED, State.WAITING, State.READING}:
        return
    _set(plan_import, state=State.WAITING, progress=0, stage="", error="")
    record("import.read_again", plan_import)
    jobs.start(read_import, import_id=plan_import.pk)


@transaction.atomic
def abandon(plan_import: PlanImport) -> None:
    """Put an import aside; the file and what was read stay, the live plan is untouched."""
    if plan_import.state == State.CONFIRMED:
        return
    before = plan_import.state
    _set(plan_import, state=State.ABANDONED)
    record("import.abandon", plan_import, before={"state": before}, after={"state": State.ABANDONED})


@jobs.job
def read_import(import_id: int) -> None:
    """Read the file of an import; whatever happens it ends in review or in one sentence saying why not."""
    plan_import: PlanImport | None = PlanImport.objects.select_related("file").filter(pk=import_id).first()
    if plan_import is not None and plan_import.state == State.WAITING:
        _read(plan_import)


def _read(plan_import: PlanImport) -> None:
    _set(plan_import, state=State.READING, progress=1, stage="")
    try:
        reading = read_plan(files.path_of(plan_import.file), _progress_of(plan_import))
        _keep(plan_import, reading)
    except ReadingError as refusal:
        _fail(plan_import, str(refusal))
    except Exception:
        log.exception("reading import %s failed", plan_import.pk)
        _fail(plan_import, _("Có lỗi ngoài dự kiến khi đọc tệp. Tệp vẫn được giữ; hãy thử đọc lại."))


def _fail(plan_import: PlanImport, sentence: str) -> None:
    """Say why the file was not read, unless somebody put the import aside meanwhile."""
    unread = PlanImport.objects.filter(pk=plan_import.pk, state__in=[State.WAITING, State.READING])
    unread.update(state=State.FAILED, error=sentence)
    plan_import.refresh_from_db(fields=["state", "error"])


def _progress_of(plan_import: PlanImport) -> Any:
    def tell(share: float, where: str) -> None:
        percent = min(99, int(share * 100))
        if percent >= plan_import.progress + STEP:
            _set(plan_import, progress=percent, stage=where[:200])

    return tell


def _set(plan_import: PlanImport, **values: Any) -> None:
    for name, value in values.items():
        setattr(plan_import, name, value)
    plan_import.save(update_fields=list(values))


@transaction.atomic
def _keep(plan_import: PlanImport, reading: PlanReading) -> None:
    """Write what was read as items to review, in the order of the text; nothing where the import was put aside meanwhile."""
    current: PlanImport = PlanImport.objects.select_for_update().get(pk=plan_import.pk)
    if current.state not in {State.WAITING, State.READING}:
        plan_import.state = current.state
        return
    plain = reading.to_json()
    items = [_item(plan_import, kind, entry) for name, kind in KINDS.items() for entry in plain[name]]
    ReviewItem.objects.bulk_create(sorted(items, key=lambda item: (item.start, item.end)))
    _set(
        plan_import,
        text=plain["text"],
        head={**plain["document"], "period": plain["period"]},
        references=[_reference(entry, reading) for entry in plain["references"]],
        outline=plain["outline"],
        unread=plain["unread"],
        uncertain=any(item.confidence < 0.7 for item in items),
        replaces=plan_import.replaces or _earlier_version(plain["document"]["subject"] or ""),
        state=State.REVIEW,
        progress=100,
        stage="",
    )
    record("import.read", plan_import, after={"items": len(items), "unread": len(plain["unread"])})


def _item(plan_import: PlanImport, kind: str, entry: dict[str, Any]) -> ReviewItem:
    data = {name: value for name, value in entry.items() if name not in PLACE}
    start, end = entry["span"]
    return ReviewItem(
        plan_import=plan_import, kind=kind, path=entry["path"][:60], start=start, end=end, confidence=entry["confidence"],
        data=data, as_read=data,
    )  # fmt: skip


def _reference(entry: dict[str, Any], reading: PlanReading) -> dict[str, Any]:
    relation = relation_of(reading.text, entry["spans"], reading.document.legal_bases)
    return {**entry, "relation": relation, "level": level_of(entry["type"], entry["symbol"], entry["issuer"])}


def _earlier_version(subject: str) -> Plan | None:
    """The plan in force that a document with this subject looks like a second version of."""
    followed = Plan.objects.select_related("document").filter(replaced_by__isnull=True).order_by("-confirmed_at")
    return next((plan for plan in followed if same_plan(plan.document.subject, subject)), None)
