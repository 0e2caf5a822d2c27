"""What was done to an asset or a village, told from the audit trail."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from hatang.assets.kinds import KINDS, Kind
from hatang.assets.models import Asset
from hatang.commune.models import Unit, Village
from hatang.core.models import AuditEvent
from hatang.ui.templatetags.ui import vn_date, vn_number

Change = tuple[str, str, str]
Names = dict[str, dict[int, str]]
SILENT = {"geometry"}  # that it changed is told, not how


@dataclass(frozen=True, slots=True)
class Deed:
    """One event as people read it; a change has its label, what stood before and what stands now."""

    at: dt.datetime
    words: str
    actor_name: str
    on_behalf_of: str
    reason: str
    changes: list[Change]


def story_of(asset: Asset) -> list[Deed]:
    """What was done to an asset, newest first; the last twenty deeds."""
    return _story("assets.asset", asset.pk, asset.spec, 20)


def story_of_village(village: Village) -> list[Deed]:
    """What was changed of a village, newest first; the last ten deeds."""
    return _story("commune.village", village.pk, None, 10)


def _story(subject: str, pk: int, kind: Kind | None, most: int) -> list[Deed]:
    events = list(AuditEvent.objects.filter(subject_type=subject, subject_id=str(pk)).order_by("-sequence")[:most])
    names = _names(events)
    return [_deed(event, kind, names) for event in events]


def _names(events: list[AuditEvent]) -> Names:
    """The names behind the keys that these events speak of; no query where none of them moved."""
    models: dict[str, Any] = {"village_id": Village, "operator_id": Unit}
    told: Names = {}
    for field, model in models.items():
        keys = {values[field] for event in events for values in (event.before, event.after) if values.get(field)}
        told[field] = dict(model.objects.filter(pk__in=keys).values_list("pk", "name")) if keys else {}
    return told


def _deed(event: AuditEvent, kind: Kind | None, names: Names) -> Deed:
    changed = list(_changes(event.before, event.after, kind, names)) if event.before and event.action.endswith(".change") else []
    return Deed(event.at, str(event.words), event.actor_name, event.on_behalf_of, event.reason, changed)


def _changes(before: Mapping[str, Any], after: Mapping[str, Any], kind: Kind | None, names: Names) -> Iterator[Change]:
    for field in after:
        if field == "attributes":
            yield from _of_kind(before.get(field) or {}, after[field] or {}, kind)
        elif field in SILENT:
            yield _label(field), "", ""
        else:
            yield _label(field), _shown(field, before.get(field), names), _shown(field, after[field], names)


def _of_kind(before: Mapping[str, Any], after: Mapping[str, Any], kind: Kind | None) -> Iterator[Change]:
    for attribute in kind.attributes if kind else ():
        old, new = before.get(attribute.code), after.get(attribute.code)
        if old != new:
            yield str(attribute.label), _number(attribute.words(old)), _number(attribute.words(new))


def _label(field: str) -> str:
    own = {"geometry": _("Hình trên bản đồ"), "households": _("Số hộ"), "kind": _("Loại")}
    return own.get(field) or str(Asset._meta.get_field(field.removesuffix("_id")).verbose_name)  # type: ignore[union-attr]


def _shown(field: str, value: Any, names: Names) -> str:
    if field in names:
        return names[field].get(value, "")
    choices: dict[str, dict[str, Any]] = {
        "condition": dict(Asset.Condition.choices),
        "working": dict(Asset.Working.choices),
        "kind": {code: kind.label for code, kind in KINDS.items()},
    }
    if field in choices:
        return str(choices[field].get(value, value))
    if field == "warranty_until":
        return vn_date(dt.date.fromisoformat(value)) if value else ""
    return _number(Decimal(value) if value and field == "stated_length_m" else value, plain=field == "built_year")


def _number(value: Any, *, plain: bool = False) -> str:
    if isinstance(value, int | Decimal) and not plain:
        return vn_number(value)
    return "" if value is None else str(value)
