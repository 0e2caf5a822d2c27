"""Old Word files, through LibreOffice where it is installed."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from vanban.extract import tools
from vanban.extract.docx import extract_docx
from vanban.extract.limits import DAMAGED
from vanban.model import Extraction, ReadingError
from vanban.text.messages import message

SECONDS = 90
MISSING = message(
    "Tệp .doc đời cũ cần LibreOffice để đọc, nhưng máy chủ chưa cài. Hãy mở bằng Word và lưu thành .docx rồi gửi lại."
)


def extract_doc(path: Path) -> Extraction:
    """Convert to .docx in a throw-away profile, without macros, then read that."""
    program = tools.find("libreoffice")
    if program is None:
        raise ReadingError(MISSING)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copyfile(path, folder / "input.doc")
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--norestore", "--convert-to", "docx", "input.doc"]
        tools.run(command, seconds=SECONDS, folder=folder)
        converted = folder / "input.docx"
        if not converted.is_file():
            raise ReadingError(DAMAGED)
        return replace(extract_docx(converted), format="doc")
