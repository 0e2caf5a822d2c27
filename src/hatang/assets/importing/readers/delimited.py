"""CSV: values between commas, semicolons or tabs."""

from __future__ import annotations

import csv
import io

from django.utils.translation import gettext as _

from hatang.assets.importing.readers.table import MOST_COLUMNS, MOST_ROWS, Refused, Row, Table, unique
from hatang.assets.importing.readers.text import decode
from hatang.assets.importing.rules.header import find_header

MARKS = (";", "\t", ",")


def read_delimited(content: bytes) -> Table:
    """The table of a CSV file.

    Raises:
        Refused: not text, or not a table.
    """
    text, note = decode(content)
    lines = _lines(text.removeprefix("\ufeff"))
    header = find_header(lines)
    if header is None:
        raise Refused(_("Không thấy dòng tiêu đề cột trong tệp CSV. Các cột cần được ngăn bằng dấu phẩy, chấm phẩy hoặc tab."))
    columns = unique(lines[header])
    above = " ".join(cell for line in lines[:header] for cell in line if cell)
    rows = tuple(
        Row(number, {column: cell or None for column, cell in zip(columns, line, strict=False)})
        for number, line in enumerate(lines[header + 1 :], header + 2)
        if any(cell.strip() for cell in line)
    )
    return Table("csv", tuple(columns), rows, title=above, notes=(note,) if note else ())


def _lines(text: str) -> list[list[str]]:
    sample = "\n".join(text.splitlines()[:20])
    mark = max(MARKS, key=sample.count)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=False)
        lines = []
        for line in reader:
            lines.append([cell.strip() for cell in line[: MOST_COLUMNS + 1]])
            if len(lines) > MOST_ROWS * 2:
                raise Refused(_("Tệp CSV có quá nhiều dòng. Hãy tách tệp."))
        return lines
    except csv.Error as error:
        raise Refused(_("Tệp CSV có ô quá dài hoặc dấu nháy không khép. Hãy mở bằng Excel, lưu lại rồi tải lên.")) from error
