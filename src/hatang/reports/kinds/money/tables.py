"""The annexes of a report on money: by source, by work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hatang.reports.kinds.money.facts import Line, MoneyFacts
from hatang.reports.rules.figures import Figure
from hatang.reports.rules.tables import Column, Shape, Table

UNIT = "triệu đồng"
NOTE = "Nguồn: sổ vốn, giải ngân, quyết toán của từng công trình, dự án; số liệu đến hết kỳ báo cáo."
BY_SOURCE = (
    Column("TT", 0.05), Column("Nguồn vốn", 0.23),
    Column("Được giao", 0.09, Shape.MONEY), Column("Đã phân bổ", 0.09, Shape.MONEY),
    Column("Giải ngân trong kỳ", 0.09, Shape.MONEY), Column("Giải ngân lũy kế", 0.09, Shape.MONEY),
    Column("Tỷ lệ giải ngân (%)", 0.08, Shape.SHARE, share=(5, 3)), Column("Chưa giải ngân", 0.09, Shape.MONEY, less=(3, 5)),
    Column("Tạm ứng chưa thu hồi", 0.09, Shape.MONEY), Column("Quyết toán niên độ", 0.1, Shape.MONEY),
)  # fmt: skip
OF_SOURCE = ("given", "allocated", "span", "paid", "share", "left", "advanced", "settled")
BY_WORK = (
    Column("TT", 0.05), Column("Công trình, dự án", 0.31), Column("Đã phân bổ", 0.09, Shape.MONEY),
    Column("Giải ngân trong kỳ", 0.09, Shape.MONEY), Column("Giải ngân lũy kế", 0.09, Shape.MONEY),
    Column("Tỷ lệ giải ngân (%)", 0.09, Shape.SHARE, share=(4, 2)), Column("Chưa giải ngân", 0.09, Shape.MONEY, less=(2, 4)),
    Column("Tạm ứng chưa thu hồi", 0.1, Shape.MONEY), Column("Khối lượng đã làm (%)", 0.09, Shape.SHARE, summed=False),
)  # fmt: skip
OF_WORK = ("allocated", "span", "paid", "share", "left", "advanced", "percent")


def tables(facts: MoneyFacts) -> list[Table]:
    """Both, each with its foot."""
    return [
        _table("Theo nguồn vốn", "Tình hình vốn theo nguồn", BY_SOURCE, OF_SOURCE, facts.sources, facts.counts),
        _table("Theo công trình", "Tình hình vốn theo công trình, dự án", BY_WORK, OF_WORK, facts.works, facts.counts),
    ]


def _table(
    sheet: str, title: str, columns: tuple[Column, ...], names: Sequence[str], lines: Sequence[Line], foot: Mapping[str, Figure]
) -> Table:
    rows = tuple((str(at), line.name, *_keys(line.figures, names)) for at, line in enumerate(lines, 1))
    return Table(sheet, title, columns, rows, ("", "Tổng cộng", *_keys(foot, names)), UNIT, NOTE)


def _keys(figures: Mapping[str, Figure], names: Sequence[str]) -> list[str]:
    return [figures[name].key if name in figures else "" for name in names]
