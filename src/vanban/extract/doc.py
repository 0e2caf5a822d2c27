"""Old Word files, through LibreOffice where it is installed."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from vanban.extract import office, tools
from vanban.extract.docx import extract_docx
from vanban.extract.limits import DAMAGED
from vanban.model import Extraction, ReadingError
from vanban.text.messages import message

SECONDS = 90
MISSING = message(
    "Tệp .doc đời cũ cần LibreOffice để đọc, nhưng máy chủ chưa cài. Hãy mở bằng Word và lưu thành .docx rồi gửi lại."
)


def extract_doc(path: Path) -> Extraction:
    """Convert to .docx in a throw-away profile, without macros or anything from outside, then read that."""
    program = tools.find("libreoffice")
    if program is None:
        raise ReadingError(MISSING)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copyfile(path, folder / "input.doc")
        converted = office.convert(program, "input.doc", "docx", folder=folder, seconds=SECONDS)
        if not converted.is_file():
            raise ReadingError(DAMAGED)
        return replace(extract_docx(converted), format="doc")
