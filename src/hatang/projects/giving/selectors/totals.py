"""Totals of gifts, without any name: fit to be shown to everybody."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import Count, Sum
from django.utils.translation import gettext as _

from hatang.projects.models import Contribution, GiftKind, Project
from vanban.text.collation import collation_key


@dataclass(slots=True)
class Line:
    """What was given, of a village or in all: how often, how much of each kind (materials by value: many units), worth."""

    label: str
    count: int = 0
    land: Decimal = field(default_factory=Decimal)
    labour: Decimal = field(default_factory=Decimal)
    material: int = 0
    cash: int = 0
    value: int = 0

    def add(self, kind: str, count: int, quantity: Decimal, value: int) -> None:
        """Count gifts of a kind in."""
        self.count += count
        self.value += value
        if kind == GiftKind.LAND:
            self.land += quantity
        elif kind == GiftKind.LABOUR:
            self.labour += quantity
        elif kind == GiftKind.MATERIAL:
            self.material += value
        else:
            self.cash += value


def by_village(project: Project | None = None) -> tuple[list[Line], Line]:
    """Gifts by village in the order of the alphabet, and the total. One query."""
    rows = Contribution.objects.filter(is_void=False)
    if project is not None:
        rows = rows.filter(project=project)
    sums = rows.order_by().values_list("village__name", "kind").annotate(Count("pk"), Sum("quantity"), Sum("value"))
    lines: dict[str | None, Line] = {}
    whole = Line(_("Tổng cộng"))
    for name, kind, count, quantity, value in sums:
        line = lines.setdefault(name, Line(name or _("Không theo thôn")))
        line.add(kind, count, quantity, value)
        whole.add(kind, count, quantity, value)
    ordered = sorted(lines, key=lambda name: (name is None, collation_key(name or "")))
    return [lines[name] for name in ordered], whole


def by_kind(project: Project) -> Line:
    """What was given to a work, in all."""
    return by_village(project)[1]
