"""Programs of the system that some formats need: found, run with a time limit, in a folder of their own."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from pathlib import Path

from vanban.model import ReadingError
from vanban.text.messages import message

NAMES = {"libreoffice": ("soffice", "libreoffice"), "tesseract": ("tesseract",)}


def find(tool: str) -> str | None:
    """The path of a program, None where it is not installed."""
    return next((found for name in NAMES[tool] if (found := shutil.which(name))), None)


def run(command: list[str], *, seconds: float, folder: Path) -> bytes:
    """Run a program to its end and give back what it printed; its whole family is ended when time is up."""
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1", "HOME": str(folder)}
    with subprocess.Popen(  # noqa: S603 - a fixed program, arguments never from the document
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, cwd=folder,
        env=environment, start_new_session=os.name == "posix",
    ) as process:  # fmt: skip
        try:
            output, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired as error:
            _end(process)
            raise ReadingError(message("Chuyển đổi tệp quá lâu nên đã dừng. Hãy tách thành tệp nhỏ hơn rồi gửi lại.")) from error
    return output


def _end(process: subprocess.Popen[bytes]) -> None:
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
