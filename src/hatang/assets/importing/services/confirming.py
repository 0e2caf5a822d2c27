"""Writing a previewed file into the inventory: all of it or nothing."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from hatang.assets.events import inventory_changed
from hatang.assets.importing.ground import basis
from hatang.assets.importing.services.judging import JUDGED, counted, keep, verdicts
from hatang.assets.kinds import KINDS
from hatang.assets.models import Asset, AssetImport, AssetImportRow
from hatang.assets.services.assets import KEPT, prepare
from hatang.core import jobs
from hatang.core.audit import Deed, record, record_all

log = logging.getLogger(__name__)
State = AssetImport.State
AT_ONCE = 300
BATCH = 250
PLAIN = ("name", "code", "condition", "working", "owner", "built_year", "note")
WRITTEN = (
    "name",
    "folded_name",
    "code",
    "village",
    "attributes",
    "stated_length_m",
    "condition",
    "working",
    "operator",
    "owner",
    "built_year",
    "warranty_until",
    "note",
    "geometry",
    "west",
    "south",
    "east",
    "north",
    "measured_length_m",
    "measured_area_m2",
    "revision",
    "changed_at",
)


class NotReady(ValueError):
    """The import cannot be confirmed now; the message says why in the reader's language."""


@transaction.atomic
def confirm(waiting: AssetImport) -> None:
    """Write what the preview showed: few rows at once, many in the background. Rows with faults stay out.

    Raises:
        NotReady: not in preview, nothing to write, or the inventory changed so that rows would do something else than shown.
    """
    current: AssetImport = AssetImport.objects.select_for_update().get(pk=waiting.pk)
    if current.state != State.PREVIEW:
        raise NotReady(_("Bản nhập này không còn chờ xác nhận."))
    if not (current.counts.get("new") or current.counts.get("change")):
        raise NotReady(_("Không có dòng nào để ghi."))
    current.state, current.progress, current.error = State.WRITING, 5, ""
    current.save()
    if current.table["rows"] <= AT_ONCE:
        write(current)
    else:
        jobs.start(write_rows, import_id=current.pk, language=get_language() or "vi")


@jobs.job
def write_rows(import_id: int, language: str) -> None:
    """Write the rows of an import in the background; where that fails nothing is written and the preview says why."""
    waiting: AssetImport | None = AssetImport.objects.filter(pk=import_id, state=State.WRITING).first()
    if waiting is None:
        return
    with override(language):
        try:
            write(waiting)
        except Exception:
            log.exception("writing asset import %s failed", import_id)
            why = _("Có lỗi ngoài dự kiến khi ghi. Chưa có dòng nào được ghi; hãy thử xác nhận lại.")
            AssetImport.objects.filter(pk=import_id, state=State.WRITING).update(state=State.PREVIEW, error=why)


def write(current: AssetImport) -> None:
    """Write every new and changed asset in one transaction; where the inventory changed meanwhile only the preview follows."""
    try:
        with transaction.atomic():
            _write(current)
    except IntegrityError:
        current.error = _("Sổ công trình vừa bị thay đổi cùng lúc. Chưa có dòng nào được ghi; hãy xem lại rồi xác nhận.")
        current.state = State.PREVIEW
        current.save()


def _write(current: AssetImport) -> None:
    if AssetImport.objects.select_for_update().get(pk=current.pk).state != State.WRITING:
        return  # put aside or begun again meanwhile
    rows = list(AssetImportRow.objects.filter(asset_import=current).order_by("number"))
    if current.basis != basis() and _judged_anew(current, rows):
        current.error = _("Sổ công trình đã thay đổi từ lúc bạn xem. Chưa có dòng nào được ghi; hãy xem lại bản đối chiếu mới.")
        current.state, current.progress = State.PREVIEW, 100
        current.save()
        return
    added = _add([row for row in rows if row.outcome == "new"], current)
    changed = _change([row for row in rows if row.outcome == "change"], current)
    inventory_changed({KINDS[current.kind].sector})
    current.state, current.progress, current.done_at = State.DONE, 100, timezone.now()
    current.save()
    counts = {"added": added, "changed": changed, "sha256": current.file.sha256, "name": current.name}
    record("asset_import.confirm", current, after=counts)


def _judged_anew(current: AssetImport, rows: list[AssetImportRow]) -> bool:
    """Judge the rows against the inventory of now; whether any would do something else than shown: then the preview tells."""
    before = [(row.outcome, row.asset_id, row.result["revision"], row.result["given"]) for row in rows]
    for row, verdict in zip(rows, verdicts(current, rows), strict=True):
        keep(row, verdict)
    if before == [(row.outcome, row.asset_id, row.result["revision"], row.result["given"]) for row in rows]:
        return False
    AssetImportRow.objects.bulk_create(rows, batch_size=BATCH, update_conflicts=True, unique_fields=["id"], update_fields=JUDGED)
    current.counts, current.basis = counted(rows), basis()
    return True


def _add(rows: list[AssetImportRow], current: AssetImport) -> int:
    fresh = [_applied(Asset(kind=current.kind, origin=Asset.Origin.IMPORTED), row) for row in rows]
    Asset.objects.bulk_create(fresh, batch_size=BATCH)
    record_all(Deed("asset.add", asset, None, _kept(asset), _reason(current, row)) for asset, row in _pairs(fresh, rows))
    for asset, row in _pairs(fresh, rows):
        row.asset_id = asset.pk
    AssetImportRow.objects.bulk_update(rows, ["asset"], batch_size=BATCH)
    return len(fresh)


def _change(rows: list[AssetImportRow], current: AssetImport) -> int:
    found = {asset.pk: asset for asset in Asset.objects.select_for_update().filter(pk__in=[row.asset_id for row in rows])}
    assets = [found[row.asset_id] for row in rows if row.asset_id in found]
    if len(assets) != len(rows):
        raise IntegrityError("an asset is gone")
    before = {asset.pk: _kept(asset) for asset in assets}
    for asset, row in _pairs(assets, rows):
        _applied(asset, row).revision += 1
    Asset.objects.bulk_create(assets, batch_size=BATCH, update_conflicts=True, unique_fields=["id"], update_fields=WRITTEN)
    record_all(_changed(before[asset.pk], asset, _reason(current, row)) for asset, row in _pairs(assets, rows))
    return len(assets)


def _changed(old: dict[str, Any], asset: Asset, reason: str) -> Deed:
    new = _kept(asset)
    names = [name for name in KEPT if old[name] != new[name]]
    return Deed("asset.change", asset, {name: old[name] for name in names}, {name: new[name] for name in names}, reason)


def _pairs(assets: list[Asset], rows: list[AssetImportRow]) -> Iterable[tuple[Asset, AssetImportRow]]:
    return zip(assets, rows, strict=True)


def _kept(asset: Asset) -> dict[str, Any]:
    return {name: getattr(asset, name) for name in KEPT}


def _reason(current: AssetImport, row: AssetImportRow) -> str:
    return _("nhập từ tệp “%(name)s”, dòng %(number)d") % {"name": current.name, "number": row.number}


def _applied(asset: Asset, row: AssetImportRow) -> Asset:
    """The asset with what a row gives it."""
    given = row.result["given"]
    for name in PLAIN:
        if name in given:
            setattr(asset, name, given[name])
    if "village" in given:
        asset.village_id = given["village"]
    if "operator" in given:
        asset.operator_id = given["operator"]
    if "length" in given:
        asset.stated_length_m = Decimal(given["length"])
    if "warranty_until" in given:
        asset.warranty_until = dt.date.fromisoformat(given["warranty_until"])
    own = {code.removeprefix("a:"): value for code, value in given.items() if code.startswith("a:")}
    asset.attributes = {**asset.attributes, **own}
    if row.geometry is not None:
        asset.geometry = row.geometry
    return prepare(asset)
