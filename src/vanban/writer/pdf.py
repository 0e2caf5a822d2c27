"""PDF from a written file, through LibreOffice where it is installed."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from vanban.extract import tools
from vanban.model import ReadingError, WritingError
from vanban.text.messages import message

SECONDS = 120
MISSING = message(
    "Máy chủ chưa cài LibreOffice nên chưa tạo được bản PDF; tệp Word vẫn dùng được. Hãy cài libreoffice-writer-nogui, "
    "hoặc mở tệp Word rồi lưu thành PDF."
)
TOO_LONG = message("Tạo bản PDF quá lâu nên đã dừng; tệp Word vẫn dùng được. Hãy mở tệp Word rồi lưu thành PDF.")
FAILED = message("LibreOffice không tạo được bản PDF từ tệp này; tệp Word vẫn dùng được. Hãy mở tệp Word rồi lưu thành PDF.")
# A profile that runs no macros, updates no links and asks nothing of the network.
_SETTINGS: dict[str, dict[str, int | str]] = {
    "/org.openoffice.Office.Common/Security/Scripting": {
        "MacroSecurityLevel": 3,
        "DisableMacrosExecution": "true",
        "BlockUntrustedRefererLinks": "true",
    },
    "/org.openoffice.Office.Writer/Content/Update": {"Link": 0},
}


def to_pdf(docx_path: Path, out: Path) -> None:
    """Write `docx_path` as a PDF at `out`, which is whole or not there. Raises `WritingError` saying why it could not."""
    program = tools.find("libreoffice")
    if program is None:
        raise WritingError(MISSING)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copyfile(docx_path, folder / "input.docx")
        _prepare(folder / "profile")
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--norestore", "--convert-to", "pdf:writer_pdf_Export", "input.docx"]
        try:
            tools.run(command, seconds=SECONDS, folder=folder)
        except ReadingError as error:
            raise WritingError(TOO_LONG) from error
        _keep(folder / "input.pdf", out)


def _prepare(profile: Path) -> None:
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, settings in _SETTINGS.items()
        for name, value in settings.items()
    )
    (profile / "user").mkdir(parents=True)
    (profile / "user/registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        f'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{items}</oor:items>',
        encoding="utf-8",
    )


def _keep(made: Path, out: Path) -> None:
    if not made.is_file() or made.stat().st_size == 0:
        raise WritingError(FAILED)
    partial = out.with_name(f"{out.name}.part")
    shutil.copyfile(made, partial)
    partial.replace(out)
