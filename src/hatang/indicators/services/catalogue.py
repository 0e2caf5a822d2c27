"""Indicators of the commune: taken over from the catalogue, added, changed."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from hatang.core.audit import record
from hatang.indicators.catalogue import Definition, catalogue
from hatang.indicators.models import Indicator

OWN = "own."
KEPT = (
    "code", "name", "sector", "kind", "level", "frequency", "unit", "numerator", "denominator", "definition_source",
    "how_to_collect", "measure", "collected_by_id", "is_active",
)  # fmt: skip
FIXED = ("sector", "kind", "level")


class HasFigures(ValueError):
    """What is measured cannot become another thing once figures were reported; the message says so."""


@transaction.atomic
def adopt_catalogue(codes: Collection[str] | None = None) -> list[Indicator]:
    """Make the commune's own copies of what the catalogue holds (all, or `codes`); those it already has stay as they are."""
    wanted = {code: entry for code, entry in catalogue().items() if codes is None or code in codes}
    there = {row.code: row for row in Indicator.objects.filter(code__in=wanted)}
    for order, code in enumerate(catalogue()):
        if code in wanted and code not in there:
            there[code] = _adopted(wanted[code], order)
    return [there[code] for code in wanted]


def _adopted(entry: Definition, order: int) -> Indicator:
    plain = {name: getattr(entry, name) for name in ("code", "sector", "kind", "level", "frequency", "unit", "measure")}
    indicator = Indicator(**plain, **entry.vi, english=entry.en, from_catalogue=True, order=order)
    indicator.save()
    record("indicator.adopt", indicator, after={"code": entry.code, "name": indicator.name})
    return indicator


@transaction.atomic
def add_indicator(indicator: Indicator) -> Indicator:
    """Write an indicator of the commune's own, under a code of its own."""
    indicator.code = f"{OWN}{_next_number()}"
    indicator.order = 500
    indicator.save()
    record("indicator.add", indicator, after=_kept(indicator))
    return indicator


def _next_number() -> int:
    codes = Indicator.objects.filter(code__startswith=OWN).values_list("code", flat=True)
    return max((int(code.removeprefix(OWN)) for code in codes), default=0) + 1


@transaction.atomic
def change_indicator(indicator: Indicator, *, reason: str = "") -> Indicator:
    """Write a changed definition.

    Raises:
        HasFigures: another sector, kind or level, although figures were already reported under the old one.
    """
    before: Indicator = Indicator.objects.select_for_update().get(pk=indicator.pk)
    old, new = _kept(before), _kept(indicator)
    differing = {name for name in KEPT if old[name] != new[name]}
    if differing & set(FIXED) and before.measurements.exists():
        raise HasFigures(_("Chỉ tiêu này đã có số liệu, nên không đổi được lĩnh vực, cách đo hay nơi đo. Hãy thêm chỉ tiêu mới."))
    indicator.save()
    record("indicator.change", indicator, before=_only(old, differing), after=_only(new, differing), reason=reason)
    return indicator


def _kept(indicator: Indicator) -> dict[str, Any]:
    return {name: getattr(indicator, name) for name in KEPT}


def _only(values: dict[str, Any], names: set[str]) -> dict[str, Any]:
    return {name: values[name] for name in sorted(names)}
