"""What each column of a table holds, told by the words of its header."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vanban.reader.blocks import Block
from vanban.text.folding import fold

_COLUMNS = (
    ("order", re.compile(r"^(?:tt|stt|so tt|so thu tu)\b")),
    ("actor", re.compile(r"^(?:ho (?:va )?ten|thanh vien|nguoi (?:phu trach|thuc hien)|can bo phu trach|co quan, don vi$|"
        r"(?:ten )?(?:don vi|co quan)(?:, (?:don vi|ca nhan))?$)")),
    ("unit", re.compile(r"^(?:don vi tinh|don vi do|dvt|d\.?v\.?t)")),
    ("cooperates", re.compile(r"phoi hop")),
    ("leads", re.compile(r"chu tri|chu dau tu|don vi thuc hien|co quan thuc hien|thuc hien chinh|phu trach|don vi tham muu|"
        r"trach nhiem")),
    ("time", re.compile(r"thoi gian|tien do|thoi han|hoan thanh|khoi cong")),
    ("size", re.compile(r"quy mo|khoi luong|so luong|nang luc|dien tich|chieu dai")),
    ("where", re.compile(r"dia diem|vi tri|dia ban")),
    ("money", re.compile(r"kinh phi|tong muc|von|nguon|du toan|so tien")),
    ("before", re.compile(r"hien trang|thuc hien (?:nam|20\d\d)|thuc trang|uoc (?:thuc hien|nam)|ket qua|hien co|den het nam|"
        r"nam hien tai")),
    ("target", re.compile(r"chi tieu (?:giao|ke hoach|den|nam)|muc tieu (?:den|nam|giai doan)|^ke hoach|"
        r"^(?:den )?nam 20\d\d$|^20\d\d$|^giai doan|yeu cau|dat|^muc tieu$|chi tieu$")),
    ("name", re.compile(r"ten|noi dung|chi tieu|muc tieu|danh muc|nhiem vu|cong trinh|cong viec|tieu chi|hang muc|du an")),
    ("note", re.compile(r"ghi chu|san pham")),
)  # fmt: skip
TELLING = {"target", "size", "actor", "leads", "cooperates", "time", "where", "unit"}


_SPANS_YEARS = re.compile(r"muc tieu|chi tieu|ke hoach|lo trinh|phan ky|giai doan|thuc hien|nam")


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds: its role and, for a column of figures, its year."""

    role: str
    year: int | None = None


def columns_of(rows: list[Block], first_year: int | None) -> tuple[list[Column], int]:
    """The columns by the header's words, and how many rows the header takes; no columns where it is not a known kind."""
    if len(rows) < 2 or rows[0].row is None:
        return [], 0
    names = [cell.text for cell in rows[0].row.cells]
    taken = 1
    second = [cell.text for cell in rows[1].row.cells] if rows[1].row else []
    if _is_second_header(second, names):
        names, taken = _merged(names, second), 2
    columns = [_column(name, first_year) for name in names]
    roles = {column.role for column in columns}
    if "name" not in roles:
        columns = _without_name(columns)
    known = "name" in {column.role for column in columns} and roles & TELLING
    return (columns, taken) if known else ([], 0)


def _column(name: str, first_year: int | None) -> Column:
    folded = fold(name).strip()
    year = re.search(r"20\d\d", folded)
    role = next((role for role, pattern in _COLUMNS if pattern.search(folded)), "other")
    if year and role in {"name", "other", "target"}:
        role = "target"
    last = [int(found) for found in re.findall(r"20\d\d", folded)]
    if role == "target" and last and first_year and last[-1] < first_year:
        role = "before"
    return Column(role, last[-1] if last else None)


def _without_name(columns: list[Column]) -> list[Column]:
    """A table headed "Mục tiêu" for its names: the first column of targets without a year is the name."""
    for index, column in enumerate(columns):
        if column.role == "target" and column.year is None:
            return [*columns[:index], Column("name"), *columns[index + 1 :]]
    return columns


def _is_second_header(second: list[str], first: list[str]) -> bool:
    filled = [cell for cell in second if cell.strip()]
    return (
        bool(filled)
        and all(re.search(r"(?:năm\s*)?20\d\d$|^\(?\d\)?$|chủ trì|phối hợp", cell.strip(), re.IGNORECASE) for cell in filled)
        and len(first) >= 2
    )


def _merged(first: list[str], second: list[str]) -> list[str]:
    """Two header rows as one: a short first row has the second's cells in place of its wide one."""
    if len(first) == len(second):
        return [f"{above} {below}".strip() for above, below in zip(first, second, strict=True)]
    wide = _wide_of(first)
    return [*first[:wide], *(f"{first[wide]} {below}".strip() for below in second), *first[wide + 1 :]]


def _wide_of(first: list[str]) -> int:
    """The cell of a first header row that spans the years under it: the last that speaks of goals and names no year itself."""
    speaking = [i for i, name in enumerate(first) if i > 1 and _SPANS_YEARS.search(fold(name))]
    without_year = [i for i in speaking if not re.search(r"20\d\d", first[i])]
    return (without_year or speaking or [len(first) - 1])[-1]
