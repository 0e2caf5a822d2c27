"""Workbooks of places that do not exist, and ways to fill them in and spoil them."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from hatang.core.spreadsheets.structure import letter
from hatang.indicators.workbook import layout
from hatang.indicators.workbook.layout import FIRST_ROW, Column
from hatang.indicators.workbook.model import Address, Entry, Kind, Line, Workbook
from hatang.indicators.workbook.writing import write

ADDRESS = Address(commune="99999", period="2026-Q2", unit="7")
ROAD, WATER, LOUDSPEAKERS, HOUSE, HEALTH = range(5)
VILLAGES = ("Thôn Ví Dụ 1", "Thôn Ví Dụ 2", "Thôn Ví Dụ 3")
NAMES = {
    ROAD: ("Tỷ lệ đường trục thôn được cứng hóa", Kind.RATIO, "km"),
    WATER: ("Tỷ lệ hộ dùng nước sạch", Kind.RATIO, "hộ"),
    LOUDSPEAKERS: ("Số cụm loa hoạt động", Kind.COUNT, "cụm"),
    HOUSE: ("Thôn có nhà văn hóa", Kind.YES_NO, ""),
}


def lines(**known: Entry) -> tuple[Line, ...]:
    """Four indicators in three villages and one of the whole commune; `known` gives what stands in a row, as `r_0_1=Entry(…)`."""
    villages = [
        Line(f"{i}:{j}", name, kind, unit, village, current=known.get(f"r_{i}_{j}", Entry()), state="Chưa có")
        for i, (name, kind, unit) in NAMES.items()
        for j, village in enumerate(VILLAGES)
    ]
    return (*villages, Line(f"{HEALTH}:", "Xã đạt tiêu chí về y tế", Kind.STATUS, current=known.get("r_4_", Entry())))


def workbook(rows: tuple[Line, ...] | None = None) -> Workbook:
    """A workbook of xã Thí Dụ."""
    return Workbook(ADDRESS, "xã Thí Dụ", "quý II/2026", "Phòng Kinh tế", lines() if rows is None else rows)


def row_of(indicator: int, village: int) -> int:
    """Where a row of `lines` stands in the sheet."""
    return FIRST_ROW + indicator * len(VILLAGES) + village


def changed(content: bytes, change: Callable[[Any], None]) -> bytes:
    """A workbook after somebody worked on its data sheet."""
    file = load_workbook(io.BytesIO(content))
    change(file[layout.DATA])
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def filled(content: bytes, values: dict[tuple[int, Column], Any]) -> bytes:
    """A workbook with values typed into cells."""

    def type_in(sheet: Any) -> None:
        for (row, column), value in values.items():
            sheet[f"{letter(column)}{row}"].value = value

    return changed(content, type_in)


def typed(content: bytes, entries: dict[int, Entry]) -> bytes:
    """A workbook with whole entries typed into its rows."""

    def type_in(sheet: Any) -> None:
        for row, entry in entries.items():
            for column, value in _cells(entry).items():
                cell = sheet.cell(row, column)
                cell.value = value
                if isinstance(value, str) and value:
                    cell.data_type = "s"

    return changed(content, type_in)


def _cells(entry: Entry) -> dict[Column, Any]:
    answer = {True: "Có", False: "Không", None: None}[entry.answer]
    return {
        Column.NUMERATOR: _typed(entry.numerator), Column.DENOMINATOR: _typed(entry.denominator),
        Column.VALUE: _typed(entry.value), Column.ANSWER: answer,
        Column.REASON: entry.reason or None, Column.NOTE: entry.note or None,
    }  # fmt: skip


def _typed(number: Decimal | None) -> float | None:
    return None if number is None else float(number)


def by_office(content: bytes, folder: Path, *formats: str) -> bytes:
    """A workbook opened and saved again by LibreOffice, through each of the formats in turn."""
    path = folder / "bang.xlsx"
    path.write_bytes(content)
    for step, kind in enumerate(formats):
        out = folder / str(step)
        profile = f"-env:UserInstallation=file://{folder / 'office'}"
        command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(out), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        path = out / f"bang.{kind}"
    return path.read_bytes()


def fresh() -> bytes:
    """An empty workbook as it is downloaded."""
    return write(workbook())
