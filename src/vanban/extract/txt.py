"""Plain text: Unicode of any kind, Windows-1258, TCVN3 or VNI."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from vanban.extract.limits import LETTERS, TOO_LONG
from vanban.extract.pieces import Piece, assemble
from vanban.model import Extraction, ReadingError
from vanban.text.encodings import to_unicode
from vanban.text.normal import normalise

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_TABLE_LINE = re.compile(r"^\s*\|.*\|\s*$")
_RULE_LINE = re.compile(r"^[\s|:+=_-]*$")


def extract_txt(path: Path) -> Extraction:
    """One paragraph per line; `**bold**` marks become bold, `| a | b |` lines become table rows."""
    text = decode(path.read_bytes())
    if len(text) > LETTERS:
        raise ReadingError(TOO_LONG)
    return assemble(_pieces(normalise(to_unicode(text)).split("\n")), "txt")


def decode(content: bytes) -> str:
    """Bytes as text: by mark, as UTF-8, as UTF-16 without mark, else as single bytes (Windows-1258 where it makes sense)."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content.decode(name, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if content[:200].count(0) > 20:
        return content.decode(
            "utf-16-le" if content[1:200:2].count(0) > content[0:200:2].count(0) else "utf-16-be", errors="replace"
        )
    return _single_bytes(content)


def _single_bytes(content: bytes) -> str:
    latin = content.decode("latin-1")
    if to_unicode(latin) != latin:
        return latin
    return content.decode("cp1258", errors="replace")


def _pieces(lines: list[str]) -> Iterator[Piece]:
    open_bold, table, index = False, -1, 0
    for line in lines:
        if _TABLE_LINE.match(line):
            table, index = (table + 1, 0) if index == 0 else (table, index)
            if not _RULE_LINE.match(line):
                yield Piece(cells=tuple(line.strip().strip("|").split("|")), table=table, index=index, is_header=index == 0)
                index += 1
            continue
        index = 0 if line.strip() else index
        marks = line.count("**")
        yield Piece(line.replace("**", ""), bold=open_bold or (marks > 0 and line.strip().startswith("**")))
        open_bold ^= marks % 2 == 1
