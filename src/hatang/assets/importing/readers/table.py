"""What every format is read into: columns, rows with plain values, shapes in the file's own coordinates."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.translation import gettext as _

MOST_ROWS = 5_000
MOST_COLUMNS = 60
MOST_POINTS = 400_000  # of all shapes of a file
LONGEST = 2_000  # letters of one value; a shape written as text may be longer
LONGEST_SHAPE = 33_000
UNWANTED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
Value = str | int | float | bool | None


class Refused(ValueError):
    """The file cannot be read; the message is one sentence in the reader's language: why, and what to do."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the file as a person counts, its values by column, its shape as GeoJSON in the file's coordinates.

    `wrong` says by column what is no value (a formula, an error), and under "" why the shape could not be read.
    """

    number: int
    values: dict[str, Value]
    shape: dict[str, Any] | None = None
    wrong: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Table:
    """A file as read. `system` is what it says of its coordinates (WKT, "EPSG:9213"), empty where it says nothing; `title` what
    stands above the table or names the layer; `notes` what the reader should tell."""

    format: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    system: str = ""
    title: str = ""
    notes: tuple[str, ...] = ()


def checked(table: Table) -> Table:
    """The table with clean text and finite numbers.

    Raises:
        Refused: no rows, or more rows, columns or points than are taken.
    """
    if not table.rows:
        raise Refused(_("Tệp không có dòng dữ liệu nào. Hãy kiểm tra lại tệp, hoặc tải mẫu rồi điền."))
    if len(table.rows) > MOST_ROWS:
        many = {"count": len(table.rows), "most": MOST_ROWS}
        raise Refused(_("Tệp có %(count)d dòng; mỗi lần nhập nhiều nhất %(most)d dòng. Hãy tách tệp.") % many)
    if len(table.columns) > MOST_COLUMNS:
        many = {"count": len(table.columns), "most": MOST_COLUMNS}
        raise Refused(_("Tệp có %(count)d cột; nhiều nhất %(most)d cột được đọc. Hãy bỏ bớt cột không cần.") % many)
    rows, left = [], MOST_POINTS
    for row in table.rows:
        fresh, points = _clean_row(row)
        left -= points
        if left < 0:
            raise Refused(_("Các hình trong tệp có quá nhiều điểm. Hãy làm gọn hình (simplify) hoặc tách tệp."))
        rows.append(fresh)
    columns = tuple(clean_text(column) for column in table.columns)
    return replace(table, columns=columns, rows=tuple(rows), title=clean_text(table.title)[:200])


def clean_text(text: str) -> str:
    """Text that any database keeps: without control characters and halves of letters, at most `LONGEST_SHAPE` long."""
    return UNWANTED.sub("", text).strip()[:LONGEST_SHAPE]


def clean_value(value: Any) -> Value:
    """A value as the table keeps it; what is no plain value becomes text."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int) and abs(value) < 10**15:
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    return clean_text(str(value)) or None


def unique(names: Iterable[Any]) -> list[str]:
    """Names of columns, none empty and none twice."""
    found: list[str] = []
    taken: set[str] = set()
    for place, name in enumerate(names, 1):
        base = clean_text(str(name if name is not None else ""))[:120] or _("Cột %(place)d") % {"place": place}
        fresh, again = base, 2
        while fresh in taken:
            fresh, again = f"{base} ({again})", again + 1
        taken.add(fresh)
        found.append(fresh)
    return found


def _clean_row(row: Row) -> tuple[Row, int]:
    values = {clean_text(name): clean_value(value) for name, value in row.values.items()}
    wrong = {clean_text(name): why for name, why in row.wrong.items()}
    if row.shape is None:
        return replace(row, values=values, wrong=wrong), 0
    shape, points = _plain_shape(row.shape)
    if shape is None:
        wrong = {**wrong, "": _("Tọa độ của hình không đọc được.")}
    return replace(row, values=values, shape=shape, wrong=wrong), points


def _plain_shape(shape: dict[str, Any]) -> tuple[dict[str, Any] | None, int]:
    """The shape with two finite numbers a point, and how many points it has; None where it is not one."""
    try:
        coordinates, points = _plain_coordinates(shape["coordinates"], 0)
        return {"type": str(shape["type"]), "coordinates": coordinates}, points
    except (KeyError, TypeError, ValueError, OverflowError, IndexError):
        return None, 0


def _plain_coordinates(value: Any, depth: int) -> tuple[list[Any], int]:
    if depth > 4 or not isinstance(value, list | tuple):
        raise ValueError("no coordinates")
    if value and not isinstance(value[0], list | tuple):
        pair = [float(value[0]), float(value[1])]
        if not all(map(math.isfinite, pair)):
            raise ValueError("not finite")
        return pair, 1
    parts = [_plain_coordinates(part, depth + 1) for part in value]
    return [part for part, _count in parts], sum(count for _part, count in parts)
