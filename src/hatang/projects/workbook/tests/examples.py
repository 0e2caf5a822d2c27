"""A commune's works in a file, and ways to edit it as people and office programs do."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from hatang.projects.workbook import layout as at
from hatang.projects.workbook.layout import Column

PAGE = "/cong-trinh/excel/"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def given_out(browser: Any, query: str = "") -> bytes:
    """The file as it is downloaded."""
    answer = browser.get(f"{PAGE}danh-sach.xlsx{query}")
    assert answer["Content-Type"] == EXCEL
    return answer.content


def edited(content: bytes, change: Callable[[Any], None], sheet: str = at.DATA) -> bytes:
    """A file after somebody worked on a sheet of it."""
    file = load_workbook(io.BytesIO(content))
    change(file[sheet])
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def row_of(sheet: Any, name: str) -> int:
    """Where a work stands."""
    return next(row for row in range(at.FIRST_ROW, sheet.max_row + 1) if sheet.cell(row, Column.NAME).value == name)


def typed(content: bytes, name: str, values: dict[Column, Any]) -> bytes:
    """A file with values typed into the row of a work."""

    def change(sheet: Any) -> None:
        row = row_of(sheet, name)
        for column, value in values.items():
            sheet.cell(row, column).value = value

    return edited(content, change)


def added(content: bytes, *works: dict[Column, Any]) -> bytes:
    """A file with new works typed into the empty rows below."""

    def change(sheet: Any) -> None:
        row = next(row for row in range(at.FIRST_ROW, sheet.max_row + 1) if sheet.cell(row, Column.PK).value is None)
        for place, values in enumerate(works):
            for column, value in values.items():
                sheet.cell(row + place, column).value = value

    return edited(content, change)


def sent(browser: Any, content: bytes, name: str = "cong-trinh.xlsx") -> Any:
    """What is answered to a file: the preview, or the page saying why not."""
    return browser.post(f"{PAGE}tai-len/", {"file": SimpleUploadedFile(name, content, EXCEL)}, follow=True)


def confirmed(browser: Any, preview: Any, **given: Any) -> Any:
    """The answer to confirming a preview."""
    kept, digest = preview.context["kept"].pk, preview.context["preview"].digest
    return browser.post(f"{PAGE}{kept}/ghi/", {"thay": digest, **given}, follow=True)


def states(preview: Any) -> dict[str, int]:
    """How many rows of each state, those with any."""
    return {state: count for state, count in preview.context["preview"].counts.items() if count}
