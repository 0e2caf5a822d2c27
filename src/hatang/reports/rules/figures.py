"""A figure of a report as a value, and how official text prints it: in Vietnamese, whoever asks."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from hatang.core.figures import Ratio

TENTH, HUNDREDTH, MILLION = Decimal("0.1"), Decimal("0.01"), Decimal(1_000_000)
HUNDRED = Decimal(100)
SWAP = str.maketrans(",.", ".,")


class Form(StrEnum):
    """How a figure is printed."""

    SHARE = "share"
    POINTS = "points"
    AMOUNT = "amount"
    MONEY = "money"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with its story. `value` is parts in a hundred of a share, đồng of money, 100 or less of an answer.

    `key` names it within its report, `source` says in words where it comes from, `link` leads there, `evidence` names the
    document behind it; `period` is the time it is of.
    """

    key: str
    label: str
    form: Form
    value: Decimal
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    unit: str = ""
    period: str = ""
    source: str = ""
    link: str = ""
    evidence: str = ""

    @property
    def printed(self) -> Decimal:
        """The number as it stands in the text: rounded, halves away from zero; money in millions of đồng."""
        if self.form == Form.SHARE:
            return Ratio(self.value, HUNDRED).shown or Decimal(0)
        if self.form == Form.POINTS:
            return rounded(self.value, TENTH)
        if self.form == Form.MONEY:
            return rounded(self.value / MILLION, TENTH)
        return rounded(self.value, HUNDREDTH)

    @property
    def said(self) -> str:
        """The figure in words: "62,5%", "5 điểm phần trăm", "3,2 km", "1.250 triệu đồng", "có"."""
        if self.form == Form.ANSWER:
            return "có" if self.value >= HUNDRED else "chưa"
        number = vietnamese(self.printed)
        if self.form == Form.SHARE:
            return f"{number}%"
        unit = {Form.POINTS: "điểm phần trăm", Form.MONEY: "triệu đồng"}.get(self.form, self.unit)
        return f"{number} {unit}".strip()

    @property
    def parts(self) -> str:
        """The two parts behind a share: "12,5/20 km"; empty for anything else."""
        if self.form != Form.SHARE or self.numerator is None or self.denominator is None:
            return ""
        top, bottom = (vietnamese(rounded(part, HUNDREDTH)) for part in (self.numerator, self.denominator))
        return f"{top}/{bottom} {self.unit}".strip()


def rounded(value: Decimal, step: Decimal) -> Decimal:
    """To a step, halves away from zero."""
    return value.quantize(step, ROUND_HALF_UP)


def vietnamese(number: Decimal) -> str:
    """A number as documents write it, without zeros at its end: 1.234,5."""
    plain = f"{number:,f}"
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return plain.translate(SWAP)
