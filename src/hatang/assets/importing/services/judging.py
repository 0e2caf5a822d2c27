"""Holding every row of a file against the inventory, and keeping what it would do."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.db import transaction
from django.utils.translation import get_language, override

from hatang.assets.importing.ground import basis, ground_of
from hatang.assets.importing.judging import Asked, Judge, Verdict
from hatang.assets.importing.shaping import is_swapped, points_of
from hatang.assets.models import AssetImport, AssetImportRow
from hatang.core import jobs
from hatang.core.audit import record

State = AssetImport.State
AT_ONCE = 300  # rows judged while the person waits
BATCH = 500
ASKED = 40  # names of villages asked about at once
JUDGED = ("outcome", "warned", "asset", "result", "geometry")


@transaction.atomic
def match(waiting: AssetImport, *, kind: str, system: str, mapping: dict[str, Any]) -> None:
    """Keep how a file is meant, and judge its rows: a few at once, many in the background."""
    current = _locked(waiting)
    if current.state not in {State.MAPPING, State.PREVIEW}:
        return
    before = {"kind": current.kind, "system": current.system, "mapping": current.mapping}
    current.kind, current.system, current.mapping = kind, system, mapping
    record("asset_import.match", current, before=before, after={"kind": kind, "system": system, "mapping": mapping})
    _begin(current)


@transaction.atomic
def answer(waiting: AssetImport, answers: dict[str, str]) -> None:
    """Keep which village names of a file mean, and judge its rows again."""
    current = _locked(waiting)
    if current.state != State.PREVIEW:
        return
    current.answers = {**current.answers, **answers}
    record("asset_import.answer", current, after={"answers": answers})
    _begin(current)


@transaction.atomic
def judge_again(waiting: AssetImport) -> None:
    """Judge the rows of an import once more, where judging or writing was cut off: nothing of it is in the inventory."""
    current = _locked(waiting)
    if current.state not in {State.JUDGING, State.WRITING}:
        return
    record("asset_import.again", current, before={"state": current.state}, after={"state": State.JUDGING})
    _begin(current)


def _locked(waiting: AssetImport) -> AssetImport:
    current: AssetImport = AssetImport.objects.select_for_update().get(pk=waiting.pk)
    return current


def _begin(current: AssetImport) -> None:
    current.state, current.progress, current.error = State.JUDGING, 0, ""
    current.save()
    if current.table["rows"] <= AT_ONCE:
        judge(current)
    else:
        jobs.start(judge_rows, import_id=current.pk, language=get_language() or "vi")


@jobs.job
def judge_rows(import_id: int, language: str) -> None:
    """Judge the rows of an import in the background."""
    waiting: AssetImport | None = AssetImport.objects.filter(pk=import_id, state=State.JUDGING).first()
    if waiting is not None:
        with override(language):
            judge(waiting)


def judge(waiting: AssetImport) -> None:
    """Judge every row anew, then keep in one short transaction what it would do, unless it was put aside meanwhile."""
    rows = list(AssetImportRow.objects.filter(asset_import=waiting).order_by("number"))
    seen = basis()  # before judging: what changes after it is found when confirming
    AssetImport.objects.filter(pk=waiting.pk).update(progress=20)
    for row, verdict in zip(rows, verdicts(waiting, rows), strict=True):
        keep(row, verdict)
    AssetImport.objects.filter(pk=waiting.pk).update(progress=80)
    _keep_all(waiting, rows, seen)


@transaction.atomic
def _keep_all(waiting: AssetImport, rows: list[AssetImportRow], seen: str) -> None:
    if _locked(waiting).state != State.JUDGING:
        return
    AssetImportRow.objects.bulk_create(
        rows, batch_size=BATCH, update_conflicts=True, unique_fields=["id"], update_fields=JUDGED
    )  # one statement for many rows; every row exists
    waiting.counts, waiting.basis = counted(rows), seen
    waiting.state, waiting.progress = State.PREVIEW, 100
    waiting.save()


def verdicts(waiting: AssetImport, rows: list[AssetImportRow]) -> list[Verdict]:
    """What each row would do to the inventory as it is now."""
    swapped = is_swapped(list(points_of(row.shape for row in rows if row.shape)))
    judge_ = Judge(ground_of(), Asked(waiting.kind, waiting.mapping, waiting.system, swapped, waiting.answers))
    return [judge_.judge(row.number, row.values, row.shape, row.wrong) for row in rows]


def keep(row: AssetImportRow, verdict: Verdict) -> None:
    """Set on a row what it would do."""
    row.outcome, row.asset_id, row.geometry = verdict.outcome, verdict.asset, verdict.geometry
    row.warned = bool(verdict.warnings)
    row.result = {
        "revision": verdict.revision,
        "given": verdict.given,
        "before": verdict.before,
        "problems": verdict.problems,
        "warnings": verdict.warnings,
        "ask": verdict.ask,
        "maybe": verdict.maybe,
        "stated": verdict.stated,
        "measured": verdict.measured,
        "moved": verdict.geometry is not None,
    }


def counted(rows: list[AssetImportRow]) -> dict[str, Any]:
    """How many rows would do what, how many are warned of, and the names of villages that are asked about."""
    outcomes = Counter(row.outcome for row in rows)
    asked: dict[str, list[int]] = {}
    for row in rows:
        if row.result["ask"] and len(asked) < ASKED:
            asked[row.result["ask"]] = list(row.result["maybe"])
    outside = sum(any(field == "shape" for field, _why in row.result["warnings"]) for row in rows)
    return {
        **outcomes,
        "all": len(rows),
        "warned": sum(row.warned for row in rows),
        "outside": outside,
        "asked": asked,
        "shapes": sum(row.geometry is not None for row in rows),
    }
