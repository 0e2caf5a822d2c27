"""Templates made in the test: real files, good and bad."""

from __future__ import annotations

import io
import zipfile
from html import escape

from vanban.templating import flag, group, many, text
from vanban.writer.package import Properties, packed
from vanban.writer.styles import styles_xml

VOCABULARY = group(
    "",
    {
        "trich_yeu": text("Trích yếu"),
        "co_ten": flag("Có tên không"),
        "nguoi_ky": group("Người ký", {"ho_ten": text("Họ tên"), "chuc_vu": text("Chức vụ")}),
        "thon": many("Từng thôn", ten=text("Tên thôn"), la_xa=flag("Thôn xa"), ho=many("Từng hộ", so=text("Số hộ"))),
    },
)
VALUES = {
    "trich_yeu": "Kết quả <thử> & “nháy”",
    "co_ten": True,
    "nguoi_ky": {"ho_ten": "Nguyễn Văn Mẫu", "chuc_vu": "Chủ tịch"},
    "thon": [
        {"ten": "thôn Ví Dụ 1", "la_xa": True, "ho": [{"so": "12"}, {"so": "13"}]},
        {"ten": "thôn Ví Dụ 2", "la_xa": False, "ho": []},
    ],
}
EMPTY = {"trich_yeu": "", "co_ten": False, "nguoi_ky": {"ho_ten": "", "chuc_vu": ""}, "thon": []}
SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(words, quote=False)}</w:t></w:r>'


def p(*runs: str) -> str:
    """A paragraph, each string a run of its own."""
    return f"<w:p>{''.join(map(run, runs))}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc><w:tcPr/>{p(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def docx(*blocks: str, title: str = "Mẫu") -> bytes:
    return packed("".join(blocks) + SECTION, styles_xml(()), Properties(title, "Xã Ví Dụ"))


def changed(content: bytes, **parts: object) -> bytes:
    """The file with parts added, replaced (bytes or a function of what was there) or taken out (None); "/" is written "__"."""
    old = zipfile.ZipFile(io.BytesIO(content))
    held = {name: old.read(name) for name in old.namelist()}
    for key, value in parts.items():
        name = {"types": "[Content_Types].xml", "relations": "word/_rels/document.xml.rels"}.get(key, key.replace("__", "/"))
        held[name] = value(held.get(name, b"")) if callable(value) else value
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, one in held.items():
            if one is not None:
                archive.writestr(name, one)
    return out.getvalue()


def document(content: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
