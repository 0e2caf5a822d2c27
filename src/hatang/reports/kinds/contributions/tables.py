"""The annexes of a report on gifts: by village, by work."""

from __future__ import annotations

from collections.abc import Sequence

from hatang.reports.kinds.contributions.facts import GiftFacts
from hatang.reports.rules.gifts import GiftLine
from hatang.reports.rules.tables import Column, Shape, Table

NAMES = ("count", "land", "labour", "material", "cash", "value")
NOTE = "Nguồn: sổ đóng góp của từng công trình, dự án, không tính lượt đã hủy; không nêu tên người đóng góp."


def tables(facts: GiftFacts) -> list[Table]:
    """Both, each with its foot."""
    return [
        table("Theo thôn", "Đóng góp theo thôn", "Thôn", facts.villages, facts.whole),
        table("Theo công trình", "Đóng góp theo công trình, dự án", "Công trình, dự án", facts.works, facts.whole),
    ]


def table(sheet: str, title: str, of: str, lines: Sequence[GiftLine], whole: GiftLine) -> Table:
    """What each gave or was given, by sort."""
    columns = (
        Column("TT", 0.05), Column(of, 0.29), Column("Số lượt", 0.08, Shape.COUNT), Column("Đất hiến (m²)", 0.1, Shape.NUMBER),
        Column("Ngày công", 0.1, Shape.NUMBER), Column("Vật liệu, hiện vật (đồng)", 0.12, Shape.DONG),
        Column("Tiền (đồng)", 0.12, Shape.DONG), Column("Giá trị quy đổi (đồng)", 0.14, Shape.DONG),
    )  # fmt: skip
    rows = tuple((str(at), line.name, *_keys(line)) for at, line in enumerate(lines, 1))
    return Table(sheet, title, columns, rows, ("", "Tổng cộng", *_keys(whole)), note=NOTE)


def _keys(line: GiftLine) -> list[str]:
    return [line.figures[name].key if name in line.figures else "" for name in NAMES]
