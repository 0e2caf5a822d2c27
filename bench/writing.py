"""How long writing a report takes and how much memory: 20 pages with 12 tables, and 100 of them in a row."""

from __future__ import annotations

import datetime as dt
import resource
import shutil
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pdfplumber

from bench._timing import row, timed
from vanban.model import Channel, Recipient, Signer
from vanban.writer import Appendix, Block, Bullet, Draft, Heading, Table, Text, to_pdf, write_docx

TABLES, ROWS, REPORTS = 12, 26, 100
SENTENCE = (
    "Ủy ban nhân dân xã đã chỉ đạo các phòng, ban, đơn vị và các thôn rà soát hiện trạng, cập nhật số liệu, đôn đốc tiến độ từng "
    "công trình; đến hết kỳ báo cáo các mục tiêu đều có số liệu được duyệt. "
)


def main() -> None:
    """Print the figures of one report, of many, and of its PDF where LibreOffice is."""
    report = long_report()
    content = write_docx(report)
    row("20-page report: size of the file", f"{len(content) / 1000:8.1f} kB")
    row("20-page report: draft to .docx", timed(lambda: write_docx(report)))
    row("20-page report: memory at its peak", f"{_peak(lambda: write_docx(report)):8.1f} MB")
    start, busy = time.perf_counter(), time.process_time()
    _many()
    row(f"{REPORTS} reports in a row", f"{time.perf_counter() - start:8.2f} s")
    row(f"{REPORTS} reports in a row: of the processor", f"{time.process_time() - busy:8.2f} s")
    row(f"{REPORTS} reports in a row: memory at its peak", f"{_peak(_many):8.1f} MB")
    row("whole process: memory at its peak", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:8.1f} MB")
    if shutil.which("soffice"):
        _as_pdf(content)


def long_report() -> Draft:
    """A report of 20 pages with 12 tables, about a commune that does not exist."""
    return Draft(
        issuer="Ủy ban nhân dân xã Thí Dụ", parent_issuer="UBND tỉnh Minh Họa", type_name="Báo cáo", symbol="BC-UBND",
        number="12",
        subject="Tình hình thực hiện Kế hoạch phát triển kết cấu hạ tầng năm 2026", place="Thí Dụ", date=dt.date(2026, 12, 10),
        signer=Signer("Nguyễn Văn Thí Dụ", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"), addressees=("UBND tỉnh Minh Họa",),
        recipients=(Recipient("Như trên", Channel.UNSTATED), Recipient("VT, KT", Channel.ARCHIVE)),
        body=(Heading("I. KẾT QUẢ THỰC HIỆN"), *(block for number in range(1, TABLES) for block in _sector(number))),
        appendices=(Appendix("Danh mục nguồn số liệu", (_table(TABLES),)),),
    )  # fmt: skip


def _sector(number: int) -> tuple[Block, ...]:
    return (
        Heading(f"{number}. Lĩnh vực {number}", 2),
        *(Text(SENTENCE * 3) for _ in range(3)),
        *(Bullet(f"{SENTENCE[:60]} {at};") for at in range(6)),
        _table(number),
    )


def _table(number: int) -> Table:
    rows = tuple(
        (str(at), f"Đường thôn Ví Dụ {at}", "km", "1.234,5", "567,8", "46,0", "Số liệu đã duyệt") for at in range(1, ROWS + 1)
    )
    return Table(
        header=("TT", "Chỉ tiêu", "Đơn vị", "Kế hoạch", "Thực hiện", "Tỷ lệ (%)", "Ghi chú"),
        rows=rows, right=frozenset({3, 4, 5}),
        total=("", "Tổng cộng", "", "32.097,0", "14.762,8", "46,0", ""), caption=f"Bảng {number}. Kết quả lĩnh vực {number}",
    )  # fmt: skip


def _many() -> None:
    report = long_report()
    for number in range(REPORTS):
        write_docx(replace(report, number=str(number + 1)))


def _peak(work: Callable[[], object]) -> float:
    """Megabytes at the highest point of `work`."""
    tracemalloc.start()
    work()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 1e6


def _as_pdf(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        word, made = Path(folder) / "bao-cao.docx", Path(folder) / "bao-cao.pdf"
        word.write_bytes(content)
        row("20-page report: .docx to PDF", timed(lambda: to_pdf(word, made), runs=1, warm_up=0))
        with pdfplumber.open(made) as pdf:
            row("20-page report: pages", f"{len(pdf.pages):8d}")


if __name__ == "__main__":
    main()
