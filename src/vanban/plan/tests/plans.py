"""Short plans about communes that do not exist, for saying in a test only the lines it is about."""

from __future__ import annotations

from collections.abc import Sequence

from vanban.extract.pieces import Piece, assemble
from vanban.plan import PlanReading, read_extraction

HEAD = """ỦY BAN NHÂN DÂN
XÃ THÍ DỤ
Số: 5/KH-UBND
Thí Dụ, ngày 02 tháng 3 năm 2026
KẾ HOẠCH
Phát triển hạ tầng xã Thí Dụ giai đoạn 2026 - 2030"""


def read_lines(*lines: str) -> PlanReading:
    """The reading of a plan with these lines under its head."""
    return read_extraction(assemble([Piece(line) for line in (*HEAD.splitlines(), *lines)], "txt"))


def read_table(heading: str, *rows: Sequence[str]) -> PlanReading:
    """The reading of a plan with one part that holds a table, its header first."""
    pieces = [Piece(line) for line in (*HEAD.splitlines(), heading)]
    table = [Piece(cells=tuple(row), table=0, index=number, is_header=number == 0) for number, row in enumerate(rows)]
    return read_extraction(assemble([*pieces, *table], "docx"))
