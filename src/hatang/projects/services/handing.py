"""What a work leaves behind enters the inventory: an existing asset is made better, or a new one is added."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Collection
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from hatang.assets import services as assets
from hatang.assets.kinds import KINDS
from hatang.assets.models import Asset
from hatang.core.audit import record
from hatang.projects.models import AcceptanceRecord, Contract, Output, Project

DIVISIBLE = {"road_segment"}  # a stretch of it can be another asset: what is hardened and what is not
LEAST = Decimal(1)  # metre


def hand_over(project: Project, *, on: dt.date, outputs: Collection[int] | None = None) -> list[Asset]:
    """Write the declared outputs (all not yet written, or those named) into the inventory. Call inside a transaction."""
    waiting = Output.objects.filter(project=project, made__isnull=True).select_related("asset").order_by("pk")
    if outputs is not None:
        waiting = waiting.filter(pk__in=outputs)
    until = warranty_until(project)
    made = []
    for output in waiting:
        asset = _into_inventory(project, output, on, until)
        output.made, output.made_on = asset, on
        output.save(update_fields=["made", "made_on"])
        record("work.output_made", project, after={"output": output.pk, "asset": asset.pk, "name": asset.name})
        made.append(asset)
    return made


def warranty_until(project: Project) -> dt.date | None:
    """The day the builder stops answering for it: the longest warranty of its contracts, from the final acceptance.

    Source: NĐ 207/2026/NĐ-CP, art. 32(5): the warranty runs from the acceptance.
    """
    accepted = AcceptanceRecord.objects.filter(project=project, kind=AcceptanceRecord.Kind.WHOLE).order_by("-on").first()
    months = [months for months in Contract.objects.filter(project=project).values_list("warranty_months", flat=True) if months]
    return months_later(accepted.on, max(months)) if accepted and months else None


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day so many months later; the last of the month where it has no such day."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(years, month + 1, min(day.day, calendar.monthrange(years, month + 1)[1]))


def _into_inventory(project: Project, output: Output, on: dt.date, until: dt.date | None) -> Asset:
    common = {
        "condition": Asset.Condition.GOOD,
        "working": Asset.Working.WORKING,
        "built_year": on.year,
        "warranty_until": until,
    }
    if project.operator_id:
        common["operator_id"] = project.operator_id
    existing = output.asset
    reason = _("Bàn giao công trình “%(name)s”") % {"name": project.name}
    if existing is None:
        return _added(output, {}, common)
    if _is_a_part(output, existing):
        _shortened(existing, output.length_m or Decimal(0), reason)
        return _added(output, existing.attributes, common | {"village_id": existing.village_id, "owner": existing.owner})
    return _improved(existing, output, common, reason)


def _is_a_part(output: Output, existing: Asset) -> bool:
    if output.asset_kind not in DIVISIBLE or output.length_m is None or existing.length_m is None:
        return False
    return existing.length_m - output.length_m >= LEAST


def _shortened(existing: Asset, by: Decimal, reason: str) -> None:
    existing.stated_length_m = (existing.length_m or Decimal(0)) - by
    assets.change(existing, reason=reason)


def _improved(existing: Asset, output: Output, common: dict[str, Any], reason: str) -> Asset:
    existing.attributes = {**existing.attributes, **output.attributes}
    for name, value in common.items():
        setattr(existing, name, value)
    if output.length_m is not None:
        existing.stated_length_m = output.length_m
    if output.geometry:
        existing.geometry = output.geometry
    return assets.change(existing, reason=reason)


def _added(output: Output, inherited: dict[str, Any], common: dict[str, Any]) -> Asset:
    kind = KINDS[output.asset_kind]
    asset = Asset(
        kind=kind.code,
        name=output.name,
        attributes={**inherited, **output.attributes},
        stated_length_m=output.length_m if kind.has_length else None,
        geometry=output.geometry,
        origin=Asset.Origin.BUILT,
    )
    for name, value in ({"village_id": output.village_id} | common).items():
        setattr(asset, name, value)
    if output.village_id:
        asset.village_id = output.village_id
    return assets.add(asset)
