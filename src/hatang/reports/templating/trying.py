"""A template tried before it is kept: read, held against the placeholders, filled with the commune's data and with none."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from hatang.reports.templating.material import Material
from hatang.reports.templating.slots import nothing
from hatang.reports.templating.vocabulary import values_of, vocabulary_of
from vanban.extract import extract
from vanban.model import ReadingError
from vanban.reader import read_document
from vanban.templating import Use, Word, fill, looked_through, read_template
from vanban.text.messages import message
from vanban.writer import draft_of, lacking

NEEDED = (
    ("so", message("Mẫu chưa có số văn bản {{ so }} (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3).")),
    ("ngay_thang", message("Mẫu chưa có ngày tháng {{ ngay_thang }} (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4).")),
    ("trich_yeu", message("Mẫu chưa có trích yếu {{ trich_yeu }} (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.5).")),
    (
        "nguoi_ky.ho_ten",
        message("Mẫu chưa có họ tên người ký {{ nguoi_ky.ho_ten }} (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7)."),
    ),
)
PARTS = message("Mẫu không in phần “%(name)s” của báo cáo.")
ANNEX = message("Mẫu không in phụ lục “%(name)s” của báo cáo.")
UNREAD = message("Không đọc lại được văn bản thử nên chưa soát được thể thức.")


@dataclass(frozen=True, slots=True)
class Trial:
    """A template that may be kept: what it uses, what the decree asks and it lacks, the document with the commune's data."""

    uses: tuple[Use, ...]
    words: dict[str, str]
    remarks: tuple[tuple[str, dict[str, str]], ...]
    document: bytes


def tried(content: bytes, material: Material) -> Trial:
    """The trial of a template.

    Raises:
        vanban.templating.BadTemplate: why it cannot be kept.
    """
    vocabulary = vocabulary_of(material)
    uses = looked_through(content, vocabulary).uses
    known = dict(vocabulary.walk())
    words = {path: str(known[path].sort) for one in uses for path in _above(one.path) if path in known}
    document = fill(read_template(content), values_of(material, words))
    fill(read_template(content), nothing(vocabulary))
    return Trial(uses, words, tuple(_remarks(document, words, vocabulary)), document)


def _above(path: str) -> list[str]:
    """A name and the lists and groups it stands in."""
    parts = path.split(".")
    return [".".join(parts[:at]) for at in range(1, len(parts) + 1)]


def _remarks(document: bytes, words: dict[str, str], vocabulary: Word) -> list[tuple[str, dict[str, str]]]:
    """What the decree asks and the document lacks, then what of the report the template does not print."""
    found: list[tuple[str, dict[str, str]]] = [(sentence, {}) for sentence in _lacking(document)]
    found += [(sentence, {}) for path, sentence in NEEDED if path not in words]
    parts = vocabulary.fields["phan"].fields
    found += [(PARTS, {"name": one.fields["ten"].example}) for name, one in parts.items() if f"phan.{name}" not in words]
    annexes = vocabulary.fields["phu_luc"].fields if "phu_luc" in vocabulary.fields else {}
    found += [(ANNEX, {"name": one.meaning}) for name, one in annexes.items() if f"phu_luc.{name}" not in words]
    return found


def _lacking(document: bytes) -> tuple[str, ...]:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "thu.docx"
        path.write_bytes(document)
        try:
            extraction = extract(path)
            read, _unread = read_document(extraction)
            return lacking(draft_of(read, extraction))
        except (ReadingError, ValueError):
            return (UNREAD,)
