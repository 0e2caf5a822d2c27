"""Which reader a file needs: told by its content, never by its name alone."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

from vanban.extract.limits import DAMAGED, EMPTY, UNSAFE, check_size, open_zip, read_member
from vanban.model import Extraction, ReadingError
from vanban.text.messages import message
from vanban.text.normal import normalise

Progress = Callable[[float, str], None]

UNKNOWN = message("Không nhận ra loại tệp này. Hệ thống đọc được: .docx, .doc, .odt, .pdf, .txt và ảnh chụp (.png, .jpg, .tif).")
FORMATS = (".docx", ".doc", ".odt", ".pdf", ".txt", ".png", ".jpg", ".jpeg", ".tif", ".tiff")
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")


def extract(path: Path | str, progress: Progress | None = None) -> Extraction:
    """The text and paragraphs of a file.

    `progress` is told how far reading has come, from 0 to 1, and where it is.

    Raises:
        ReadingError: the file cannot be read; its message is a plain Vietnamese sentence that says why and what to do.
    """
    path = Path(path)
    try:
        check_size(path)
        extraction = _reader(path)(path, progress or _silent)
    except ReadingError:
        raise
    except OSError as error:
        raise ReadingError(message("Không mở được tệp. Hãy kiểm tra đường dẫn và quyền đọc tệp.")) from error
    except (RecursionError, MemoryError, ValueError, LookupError, TypeError, ArithmeticError) as error:
        raise ReadingError(DAMAGED) from error
    if not extraction.text.strip():
        raise ReadingError(EMPTY)
    return extraction


def _silent(share: float, where: str) -> None:
    del share, where


def _reader(path: Path) -> Callable[[Path, Progress], Extraction]:
    with path.open("rb") as file:
        head = file.read(4096)
    if head.startswith(b"PK\x03\x04"):
        return _packed(path)
    if b"%PDF-" in head[:1024]:
        from vanban.extract.pdf import extract_pdf

        return extract_pdf
    if head.startswith(OLD_WORD) or head.startswith(b"{\\rtf"):
        from vanban.extract.doc import extract_doc

        return lambda path, _: extract_doc(path)
    if head.startswith(PICTURES):
        from vanban.extract.ocr import extract_image

        return extract_image
    return _text(head)


def _packed(path: Path) -> Callable[[Path, Progress], Extraction]:
    with open_zip(path) as archive:
        names = set(archive.namelist())
        kind = _declared(archive) if "mimetype" in names else b""
    if "word/document.xml" in names:
        from vanban.extract.docx import extract_docx

        return lambda path, _: extract_docx(path)
    if b"opendocument.text" in kind and "content.xml" in names:
        from vanban.extract.odt import extract_odt

        return lambda path, _: extract_odt(path)
    raise ReadingError(UNSAFE if any(name.endswith("vbaProject.bin") for name in names) else UNKNOWN)


def _declared(archive: zipfile.ZipFile) -> bytes:
    return (read_member(archive, "mimetype") or b"")[:200]


def _text(head: bytes) -> Callable[[Path, Progress], Extraction]:
    from vanban.extract.txt import decode, extract_txt

    sample = normalise(decode(head))
    readable = sum(letter.isprintable() or letter == "\n" for letter in sample) / max(1, len(sample))
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff")) or head.count(0) > len(head) * 0.2
    control = 0 if wide else sum(byte < 9 for byte in head)
    if readable < 0.95 or control > len(head) * 0.01 or len(sample) < len(head) * 0.2:
        raise ReadingError(UNKNOWN)
    return lambda path, _: extract_txt(path)
