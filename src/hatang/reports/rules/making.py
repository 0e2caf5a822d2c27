"""Making figures, so that each says what it is, of when, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from hatang.core.figures import Ratio
from hatang.reports.rules.figures import Figure, Form

COUNTED = "Đếm trong hệ thống lúc lập báo cáo"


@dataclass(slots=True)
class Maker:
    """Makes the figures of one thing: keys begin with `prefix`, labels with `about`; all lead to `link`."""

    prefix: str
    about: str
    link: str = ""
    period: str = ""
    made: dict[str, Figure] = field(default_factory=dict)

    def count(self, name: str, label: str, number: int, *, source: str = COUNTED, unit: str = "") -> Figure:
        """How many there are."""
        return self._keep(name, label, Form.AMOUNT, Decimal(number), unit, source)

    def amount(self, name: str, label: str, value: Decimal | int, unit: str, source: str, evidence: str = "") -> Figure:
        """So much of a unit."""
        return self._keep(name, label, Form.AMOUNT, Decimal(value), unit, source, evidence)

    def money(self, name: str, label: str, dong: int, source: str, evidence: str = "") -> Figure:
        """An amount that text prints in millions of đồng."""
        return self._keep(name, label, Form.MONEY, Decimal(dong), "", source, evidence)

    def share(self, name: str, label: str, part: Decimal | int, whole: Decimal | int, source: str) -> Figure | None:
        """A part of a whole; None of nothing."""
        percent = Ratio(Decimal(part), Decimal(whole)).percent
        return None if percent is None else self._keep(name, label, Form.SHARE, percent, "", source)

    def percent(self, name: str, label: str, percent: Decimal, source: str) -> Figure:
        """A share that is known in parts of a hundred."""
        return self._keep(name, label, Form.SHARE, percent, "", source)

    def points(self, name: str, label: str, now: Figure, then: Figure, source: str) -> Figure:
        """How far two shares are apart, as they are printed."""
        return self._keep(name, label, Form.POINTS, abs(now.printed - then.printed), "", source)

    def apart(self, name: str, label: str, now: Figure, then: Figure, source: str) -> Figure:
        """How far two amounts are apart, as they are printed."""
        value = abs(now.printed - then.printed)
        return self._keep(name, label, now.form, value * 1_000_000 if now.form == Form.MONEY else value, now.unit, source)

    def _keep(self, name: str, label: str, form: Form, value: Decimal, unit: str, source: str, evidence: str = "") -> Figure:
        whole = f"{self.about}: {label}" if self.about else label
        figure = Figure(
            f"{self.prefix}.{name}", whole, form, value, unit=unit, period=self.period, source=source, link=self.link,
            evidence=evidence,
        )  # fmt: skip
        self.made[name] = figure
        return figure


def by_key(*groups: Iterable[Figure] | Mapping[str, Figure]) -> dict[str, Figure]:
    """Figures by the key they are frozen under, in the order they come."""
    rows = (figure for group in groups for figure in (group.values() if isinstance(group, Mapping) else group))
    return {figure.key: figure for figure in rows}
