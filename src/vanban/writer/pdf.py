"""PDF from a written file, through LibreOffice where it is installed."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from vanban.extract import office, tools
from vanban.model import ReadingError, WritingError
from vanban.text.messages import message

SECONDS = 120
MISSING = message(
    "Máy chủ chưa cài LibreOffice nên chưa tạo được bản PDF; tệp Word vẫn dùng được. Hãy cài libreoffice-writer-nogui, "
    "hoặc mở tệp Word rồi lưu thành PDF."
)
TOO_LONG = message("Tạo bản PDF quá lâu nên đã dừng; tệp Word vẫn dùng được. Hãy mở tệp Word rồi lưu thành PDF.")
FAILED = message("LibreOffice không tạo được bản PDF từ tệp này; tệp Word vẫn dùng được. Hãy mở tệp Word rồi lưu thành PDF.")


def to_pdf(docx_path: Path, out: Path) -> None:
    """Write `docx_path` as a PDF at `out`, which is whole or not there. Raises `WritingError` saying why it could not."""
    program = tools.find("libreoffice")
    if program is None:
        raise WritingError(MISSING)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copyfile(docx_path, folder / "input.docx")
        try:
            made = office.convert(program, "input.docx", "pdf:writer_pdf_Export", folder=folder, seconds=SECONDS)
        except ReadingError as error:
            raise WritingError(TOO_LONG) from error
        _keep(made, out)


def _keep(made: Path, out: Path) -> None:
    if not made.is_file() or made.stat().st_size == 0:
        raise WritingError(FAILED)
    partial = out.with_name(f"{out.name}.part")
    shutil.copyfile(made, partial)
    partial.replace(out)
