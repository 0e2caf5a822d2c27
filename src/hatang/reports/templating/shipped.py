"""The template that comes with a kind: the report's own layout by Nghị định 30/2020/NĐ-CP with placeholders for what changes.

It is written by `vanban.writer` like the report itself. A placeholder goes through the writer as one letter no document has, so
that capitals, rules and columns are set as for any words; it is put into the file afterwards.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape

from django.utils.translation import override

from hatang.reports.templating.material import Material, Piece
from hatang.reports.templating.names import name_of, slugs
from hatang.reports.templating.vocabulary import annex_names
from vanban.model import Signer
from vanban.writer import Appendix, Block, Draft, Heading, Run, Table, Text, write_docx
from vanban.writer.letterhead import BLANK_DATE

FIRST, FILLER = 0xE000, "\uf8ff"
MARKED = re.compile(f"[\ue000-\uf8fe]{FILLER}*")
SUBJECT_LETTERS = 90
FIXED_TIME = (1980, 1, 1, 0, 0, 0)


class Marks:
    """Letters that stand for tags while the writer works."""

    def __init__(self) -> None:
        self.tags: list[str] = []

    def tag(self, words: str, *, long: int = 2) -> str:
        """A letter for a tag, with fillers that take the room of `long` letters."""
        self.tags.append(words)
        return chr(FIRST + len(self.tags) - 1) + FILLER * (long - 1)

    def put(self, path: str, *, long: int = 2) -> str:
        """A letter for a placeholder."""
        return self.tag(f"{{{{ {path} }}}}", long=long)

    def back(self, xml: str) -> str:
        """The XML with the tags in their places."""
        tagged = MARKED.sub(lambda found: escape(self.tags[ord(found[0][0]) - FIRST]), xml)
        tagged = tagged.replace("{%p endfor %}./.", "{%p endfor %}")  # the mark that ends an annex comes with its last note
        return tagged.replace(BLANK_DATE, "{{ ngay_thang }}").replace(BLANK_DATE.rstrip(), "{{ ngay_thang }}")


def shipped(material: Material) -> bytes:
    """The template of a kind as a .docx; the same kind and annexes give the same bytes."""
    marks = Marks()
    with override("vi"):
        content = write_docx(_draft(material, marks))
    return _tagged(content, marks)


def _draft(material: Material, marks: Marks) -> Draft:
    return replace(
        material.draft,
        subject=marks.put("trich_yeu", long=SUBJECT_LETTERS),
        number=marks.put("so"),
        date=None,
        signer=Signer(marks.put("nguoi_ky.ho_ten"), marks.put("nguoi_ky.chuc_vu"), marks.put("nguoi_ky.quyen_han")),
        body=tuple(_body(material, marks)),
        appendices=tuple(
            _appendix(annex, name, marks) for name, annex in zip(annex_names(material), material.annexes, strict=True)
        ),
    )


def _body(material: Material, marks: Marks) -> Iterator[Block]:
    yield Text(marks.put("mo_dau"))
    for piece in material.pieces:
        yield from _part(piece, marks)
    yield Text(marks.put("chi_dan_phu_luc"))


def _part(piece: Piece, marks: Marks) -> Iterator[Block]:
    """A heading, and its paragraphs one by one; what the report does not have goes away with its heading."""
    name, part = name_of(piece.part.code), piece.part
    left_out = part.optional or part.about is not None or not piece.stands
    if left_out:
        yield Text(marks.tag(f"{{%p if phan.{name}.co %}}"))
    yield Heading(f"{marks.put(f'phan.{name}.so')} {part.heading}", part.level)
    yield Text(marks.tag(f"{{%p for d in phan.{name}.doan %}}"))
    words = Run(marks.put("d.gach") + marks.put("d.chu"))
    yield Text((words, Run(marks.put("d.nguon"), raised=True), Run(marks.put("d.cuoi"))))
    yield Text(marks.tag("{%p endfor %}"))
    if left_out:
        yield Text(marks.tag("{%p endif %}"))


def _appendix(annex: Appendix, name: str, marks: Marks) -> Appendix:
    return replace(annex, body=tuple(_blocks(annex, name, marks)))


def _blocks(annex: Appendix, name: str, marks: Marks) -> Iterator[Block]:
    for block in annex.body:
        if isinstance(block, Table):
            yield _table(block, f"phu_luc.{name}", marks)
    yield Text(marks.tag(f"{{%p for g in phu_luc.{name}.ghi_chu %}}"))
    yield Text(marks.put("g.chu"))
    yield Text(marks.tag("{%p endfor %}"))


def _table(table: Table, path: str, marks: Marks) -> Table:
    """A row for each group in bold and one for all others; tags of rows stand in the widest column."""
    names, groups = slugs(table.header), bool(table.strong)
    cells = tuple(marks.put(f"d.{name}") for name in names)
    rows = [_row(table, marks.tag(f"{{%tr for d in {path}.dong %}}"))]
    if groups:
        rows += [_row(table, marks.tag("{%tr if d.la_nhom %}")), cells, _row(table, marks.tag("{%tr else %}"))]
    rows += [cells, *([_row(table, marks.tag("{%tr endif %}"))] if groups else []), _row(table, marks.tag("{%tr endfor %}"))]
    total = tuple(marks.put(f"{path}.tong.{name}") for name in names) if table.total else ()
    return replace(table, rows=tuple(rows), total=total, strong=frozenset({2}) if groups else frozenset())


def _row(table: Table, tag: str) -> tuple[str, ...]:
    widths: Sequence[float] = table.widths or [len(title) for title in table.header]
    widest = max(range(len(widths)), key=widths.__getitem__)
    return tuple(tag if at == widest else "" for at in range(len(widths)))


def _tagged(content: bytes, marks: Marks) -> bytes:
    archive, out = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    with zipfile.ZipFile(out, "w") as written:
        for name in archive.namelist():
            xml = marks.back(archive.read(name).decode())
            written.writestr(zipfile.ZipInfo(name, FIXED_TIME), xml, zipfile.ZIP_DEFLATED)
    return out.getvalue()
