"""Before a returned file is opened: is it a plain workbook, of a size a workbook of measurements can have?

Nothing here decides what the file says. Macros, links to other files, embedded objects, passwords, older and other formats are
refused with a sentence; so is what unpacks to far more than it weighs.
"""

from __future__ import annotations

import io
import zipfile

from hatang.indicators.workbook.model import Problem, Refused

LARGEST = 5 * 1024 * 1024
LARGEST_UNPACKED = 20 * 1024 * 1024
MOST_TAGS = 500_000  # a cell is up to four; more would take more memory than a workbook of measurements is worth
MOST_PARTS = 300
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


def guard(content: bytes) -> None:
    """Pass a plain .xlsx and nothing else.

    Raises:
        Refused: why it cannot be taken.
    """
    if not content:
        raise _refused("empty_file")
    if len(content) > LARGEST:
        raise _refused("too_heavy")
    if content.startswith(OLE):
        raise _refused("encrypted" if ENCRYPTED in content else "old_excel")
    if not content.startswith(b"PK\x03\x04"):
        raise _refused("not_excel")
    _guard_parts(content)


def _guard_parts(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _guard_sizes(archive.infolist())
            _guard_names([part.filename.lower() for part in archive.infolist()], content)
            _guard_markup(archive)
    except Refused:
        raise
    except Exception as error:  # a broken archive fails in as many ways as there are fields in it
        raise _refused("damaged") from error


def _guard_sizes(parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise _refused("bomb")
    if any(part.flag_bits & 1 for part in parts):
        raise _refused("encrypted")
    if any(part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for part in parts):
        raise _refused("damaged")


def _guard_names(names: list[str], content: bytes) -> None:
    if OPEN_DOCUMENT in content[:200]:
        raise _refused("open_document")
    if "xl/workbook.bin" in names:
        raise _refused("binary_excel")
    for start, code in REFUSED_PARTS.items():
        if any(start in name for name in names):
            raise _refused(code)
    if PART_WANTED not in names:
        raise _refused("not_excel")
    if len(set(names)) != len(names):
        raise _refused("damaged")


def _guard_markup(archive: zipfile.ZipFile) -> None:
    """No part declares a document type, since entities have no business in a workbook; all together have tags within reason."""
    tags = 0
    for name in archive.namelist():
        if name.lower().endswith((".xml", ".rels")):
            markup = archive.read(name)
            tags += markup.count(b"<")
            if any(doctype in markup for doctype in DOCTYPES):
                raise _refused("markup")
            if name == "[Content_Types].xml" and b"macroEnabled" in markup:
                raise _refused("macros")
    if tags > MOST_TAGS:
        raise _refused("bomb")


def _refused(code: str) -> Refused:
    return Refused(Problem(code))
