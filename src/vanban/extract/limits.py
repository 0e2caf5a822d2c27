"""How much of a file is read before it is refused, and the sentences that say so."""

from __future__ import annotations

import time
import zipfile
from pathlib import Path

from vanban.model import ReadingError
from vanban.text.messages import message

MEGABYTE = 1024 * 1024
FILE_SIZE = 50 * MEGABYTE
UNPACKED_SIZE = 200 * MEGABYTE
XML_SIZE = 40 * MEGABYTE
PACKED_FILES = 5000
RATIO = 200  # how many times its packed size one file may unpack to, past a first megabyte
PAGES = 500
LETTERS = 5_000_000
SECONDS = 120
SCANNED_PAGES = 60

DAMAGED = message("Tệp bị hỏng hoặc chưa tải lên trọn vẹn nên không đọc được. Hãy mở tệp trên máy, lưu lại rồi gửi bản mới.")
TOO_LARGE = message("Tệp vượt quá giới hạn cho phép nên không được mở. Hãy bỏ bớt hình ảnh hoặc tách thành nhiều tệp nhỏ hơn.")
UNSAFE = message(
    "Tệp chứa nội dung không an toàn (mã lệnh, thực thể XML hoặc tệp nén bất thường) nên bị từ chối. "
    "Hãy lưu lại thành văn bản thường rồi gửi."
)
LOCKED = message("Tệp được đặt mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.")
EMPTY = message("Tệp không có nội dung chữ nào. Hãy kiểm tra lại tệp rồi gửi bản khác.")
TOO_LONG = message("Văn bản quá nhiều trang. Hãy tách phần kế hoạch thành tệp riêng rồi gửi.")


class Deadline:
    """A wall-clock limit that long loops ask after."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self.ends = time.monotonic() + seconds

    @property
    def left(self) -> float:
        """Seconds left, never below a tenth."""
        return max(0.1, self.ends - time.monotonic())

    def check(self) -> None:
        """Raise `ReadingError` when time is up."""
        if time.monotonic() > self.ends:
            raise ReadingError(message("Đọc tệp quá lâu nên đã dừng. Hãy tách văn bản thành tệp nhỏ hơn rồi gửi lại."))


def check_size(path: Path) -> None:
    """Refuse an empty file or one over the limit."""
    size = path.stat().st_size
    if size == 0:
        raise ReadingError(EMPTY)
    if size > FILE_SIZE:
        raise ReadingError(TOO_LARGE)


def open_zip(path: Path) -> zipfile.ZipFile:
    """A zip whose directory promises nothing out of proportion; contents are still read with `read_member`."""
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise ReadingError(DAMAGED) from error
    entries = archive.infolist()
    if len(entries) > PACKED_FILES or sum(entry.file_size for entry in entries) > UNPACKED_SIZE:
        raise ReadingError(TOO_LARGE)
    if any(_suspicious(entry) for entry in entries):
        raise ReadingError(UNSAFE)
    return archive


def _suspicious(entry: zipfile.ZipInfo) -> bool:
    names_outside = entry.filename.startswith(("/", "\\")) or ".." in entry.filename.replace("\\", "/").split("/")
    swells = entry.file_size > MEGABYTE and entry.file_size > RATIO * max(1, entry.compress_size)
    return names_outside or swells or entry.filename.lower().endswith("vbaproject.bin")


def read_member(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """The bytes of one packed XML file, None when it is not there; refuses declared entities and what outgrows its promise."""
    try:
        with archive.open(name) as file:
            content = file.read(XML_SIZE + 1)
    except KeyError:
        return None
    except RuntimeError as error:
        raise ReadingError(LOCKED) from error
    except Exception as error:
        raise ReadingError(DAMAGED) from error
    if len(content) > XML_SIZE:
        raise ReadingError(TOO_LARGE)
    if _declares_entities(content):
        raise ReadingError(UNSAFE)
    return content


def _declares_entities(content: bytes) -> bool:
    head = content[:4096]
    wide = b"\x00" in head
    plain = content.replace(b"\x00", b"") if wide else content
    return b"<!DOCTYPE" in plain or b"<!ENTITY" in plain
