"""Before an Excel file is opened: is it a plain workbook, of a size that was agreed?

Nothing here decides what the file says. Macros, links to other files, embedded objects, passwords, older and other formats are
refused with a code (whoever asks has the sentence); so is what unpacks to far more than it weighs.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.spreadsheet"
PART_WANTED = "xl/workbook.xml"
REFUSED_PARTS = {
    "vbaproject.bin": "macros",
    "xl/macrosheets/": "macros",
    "xl/externallinks/": "links",
    "xl/connections.xml": "links",
    "xl/querytables/": "links",
    "xl/embeddings/": "objects",
    "xl/activex/": "objects",
}
DOCTYPES = tuple("<!DOCTYPE".encode(coding) for coding in ("ascii", "utf-16-le", "utf-16-be"))


class RefusedSpreadsheet(ValueError):
    """The file may not be opened.

    `code`: empty_file, too_heavy, bomb, encrypted, old_excel, binary_excel, open_document, not_excel, damaged, macros, links,
    objects or markup.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Limits:
    """What a workbook may weigh in bytes, as it lies and unpacked, and how many tags it may have: a cell is up to four."""

    largest: int
    unpacked: int
    tags: int
    parts: int = 300


def guard(content: bytes, limits: Limits) -> None:
    """Pass a plain .xlsx and nothing else.

    Raises:
        RefusedSpreadsheet: why it cannot be taken.
    """
    if not content:
        raise RefusedSpreadsheet("empty_file")
    if len(content) > limits.largest:
        raise RefusedSpreadsheet("too_heavy")
    if content.startswith(OLE):
        raise RefusedSpreadsheet("encrypted" if ENCRYPTED in content else "old_excel")
    if not content.startswith(b"PK\x03\x04"):
        raise RefusedSpreadsheet("not_excel")
    _guard_parts(content, limits)


def _guard_parts(content: bytes, limits: Limits) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _guard_sizes(archive.infolist(), limits)
            _guard_names([part.filename.lower() for part in archive.infolist()], content)
            _guard_markup(archive, limits)
    except RefusedSpreadsheet:
        raise
    except Exception as error:  # a broken archive fails in as many ways as there are fields in it
        raise RefusedSpreadsheet("damaged") from error


def _guard_sizes(parts: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(parts) > limits.parts or sum(part.file_size for part in parts) > limits.unpacked:
        raise RefusedSpreadsheet("bomb")
    if any(part.flag_bits & 1 for part in parts):
        raise RefusedSpreadsheet("encrypted")
    if any(part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for part in parts):
        raise RefusedSpreadsheet("damaged")


def _guard_names(names: list[str], content: bytes) -> None:
    if OPEN_DOCUMENT in content[:200]:
        raise RefusedSpreadsheet("open_document")
    if "xl/workbook.bin" in names:
        raise RefusedSpreadsheet("binary_excel")
    for start, code in REFUSED_PARTS.items():
        if any(start in name for name in names):
            raise RefusedSpreadsheet(code)
    if PART_WANTED not in names:
        raise RefusedSpreadsheet("not_excel")
    if len(set(names)) != len(names):
        raise RefusedSpreadsheet("damaged")


def _guard_markup(archive: zipfile.ZipFile, limits: Limits) -> None:
    """No part declares a document type, since entities have no business in a workbook; all together have tags within reason."""
    tags = 0
    for name in archive.namelist():
        if name.lower().endswith((".xml", ".rels")):
            markup = archive.read(name)
            tags += markup.count(b"<")
            if any(doctype in markup for doctype in DOCTYPES):
                raise RefusedSpreadsheet("markup")
            if name == "[Content_Types].xml" and b"macroEnabled" in markup:
                raise RefusedSpreadsheet("macros")
    if tags > limits.tags:
        raise RefusedSpreadsheet("bomb")
