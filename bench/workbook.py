"""The list of works as Excel with 2,000 works: out, read, preview, confirm where every work changes and 200 are new."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from typing import Any, TypeVar

from bench._product import awake
from bench._timing import row
from bench.works import _commune

FRESH = 200
Answer = TypeVar("Answer")


def main() -> None:
    """Build the commune in a folder that is thrown away, and measure each part once."""
    with awake(), _commune() as (browser, _work):
        content = _once("out: on the server", lambda: browser.get("/cong-trinh/excel/danh-sach.xlsx").content)
        row("out: weight", f"{len(content) / 1000:8.1f} kB")
        edited = _edited(content)
        answer = _once("in: opened, read and kept", lambda: browser.post("/cong-trinh/excel/tai-len/", {"file": edited}))
        page = answer["Location"]
        preview = _once("preview: every work changed", lambda: browser.get(page))
        row("preview: weight", f"{len(preview.content) / 1000:8.1f} kB")
        _confirm(browser, page, preview)


def _confirm(browser: Any, page: str, preview: Any) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    digest = preview.context["preview"].digest
    with CaptureQueriesContext(connection) as queries:
        answer = _once("confirm: 2,000 changed, 200 new", lambda: browser.post(f"{page}ghi/", {"thay": digest}))
    if answer.status_code != 302:
        raise RuntimeError("the file was not written")
    row("confirm: queries", f"{len(queries):8d}")


def _edited(content: bytes) -> io.BytesIO:
    """Every work with another note and place, and new ones below."""
    from openpyxl import load_workbook

    from hatang.projects.workbook.layout import DATA, FIRST_ROW, Column

    file = load_workbook(io.BytesIO(content))
    sheet = file[DATA]
    for place in range(FIRST_ROW, sheet.max_row + 1):
        sheet.cell(place, Column.NOTE).value = f"Ghi chú {place}"
        if sheet.cell(place, Column.PK).value is None:
            facts = {Column.NAME: f"Công trình mới {place}", Column.KIND: "Dự án nhóm C", Column.SECTOR: "Giao thông"}
            for column, value in facts.items():
                sheet.cell(place, column).value = value
    out = io.BytesIO()
    file.save(out)
    out.seek(0)
    out.name = "danh-sach.xlsx"
    return out


def _once(name: str, do: Callable[[], Answer]) -> Answer:
    """Do something once and say how long it took."""
    begun, worked = time.perf_counter(), time.process_time()
    answer = do()
    row(name, f"{(time.perf_counter() - begun) * 1000:8.0f} ms, of these {(time.process_time() - worked) * 1000:.0f} ms at work")
    return answer
