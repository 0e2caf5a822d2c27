"""Tables with lines: header rows that repeat, columns of fixed width, figures to the right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vanban.text.folding import fold
from vanban.writer import layout
from vanban.writer.draft import Table
from vanban.writer.letters import text_width
from vanban.writer.xml import paragraph, run

INNER_MARGINS = 2 * 85 + 20
LONGEST_KEPT_WHOLE = 900  # a row with a longer cell may be broken over two pages
PREFERRED = layout.mm(70)
SIZES = (layout.TABLE_SIZE, 11, 10, 9, 8)
HEADED_IN_THE_MIDDLE = {"tt", "stt", "so tt"}


@dataclass(frozen=True, slots=True)
class Columns:
    """How the columns of a table are set: their widths, the styles of their cells, the size of letters in points."""

    widths: list[int]
    styles: list[str]
    size: float

    @property
    def set_size(self) -> float | None:
        """The size where it is not the styles' own."""
        return None if self.size == layout.TABLE_SIZE else self.size


def table_xml(table: Table, width: int) -> str:
    """A table as wide as the page, with its caption and its unit above it."""
    columns = columns_of(table, width)
    held = _held(table)
    body = (_row(row, columns, bold=at in table.strong, keep_next=at in held) for at, row in enumerate(table.rows))
    total = [_row(table.total, columns, bold=True)] if table.total else []
    rows = "".join((*_header(table, columns), *body, *total))
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in columns.widths)
    properties = (
        f'<w:tblStyle w:val="TableGrid"/><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" '
        'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
    )
    written = f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    return f"{_above(table)}{written}{paragraph('VBSauBang')}"


def _held(table: Table) -> set[int]:
    """Rows that stay on the page of the row after them: the head of a group, and what is summed with its sum."""
    last = len(table.rows) - 1
    return {at for at in table.strong if at < last} | ({last} if table.total else set())


def columns_of(table: Table, width: int) -> Columns:
    """Columns that fill the page, by the given shares or else by what they hold; letters small enough to break no word."""
    sizes = (size for size in SIZES if table.widths or sum(_least(table, size)) <= width)
    size = next(sizes, SIZES[-1])
    shares = table.widths or _shares(table, width, size)
    widths = [int(width * share / sum(shares)) for share in shares]
    widths[-1] += width - sum(widths)
    return Columns(widths, _styles(table), size)


def _shares(table: Table, width: int, size: float) -> tuple[float, ...]:
    """Each column at least as wide as its longest word, the rest of the width by how much text there is."""
    least = _least(table, size)
    lines = (_longest_line(texts, title, size) for title, texts in _by_column(table))
    wanted = [max(small, min(PREFERRED, line) + INNER_MARGINS) for small, line in zip(least, lines, strict=True)]
    spare = width - sum(least)
    eager = sum(wanted) - sum(least)
    if spare <= 0 or spare >= eager:
        return tuple(wanted)
    return tuple(small + (large - small) * spare / eager for small, large in zip(least, wanted, strict=True))


def _by_column(table: Table) -> Iterator[tuple[str, list[str]]]:
    """Each column's title and cells."""
    rows = [row for row in (*table.rows, table.total) if row]
    return ((title, [row[at] for row in rows]) for at, title in enumerate(table.header))


def _least(table: Table, size: float) -> list[int]:
    """The width each column needs for its longest word."""
    bold = bool(table.total or table.strong)
    return [
        max(_longest_word(texts, size, bold=bold), _longest_word([title], size, bold=True)) for title, texts in _by_column(table)
    ]


def _longest_word(texts: Iterable[str], size: float, *, bold: bool) -> int:
    words = {word for text in texts for word in text.split()}
    return max((text_width(word, size, bold=bold) for word in words), default=0) + INNER_MARGINS


def _longest_line(texts: Iterable[str], title: str, size: float) -> int:
    """The longest line of a column; its title may stand on two."""
    lines = [text_width(line, size) for text in texts for line in text.split("\n")]
    return max(*lines, text_width(title, size, bold=True) * 3 // 5, 0)


def _styles(table: Table) -> list[str]:
    """The style of each column's cells; a column of running numbers is centred."""
    numbered = {at for at, title in enumerate(table.header) if fold(title.strip()) in HEADED_IN_THE_MIDDLE}
    middle = (table.centre | numbered) - table.right
    return ["VBOSo" if at in table.right else "VBOGiua" if at in middle else "VBO" for at in range(len(table.header))]


def _above(table: Table) -> str:
    caption = paragraph("VBTenBang", run(table.caption)) if table.caption else ""
    return caption + (paragraph("VBDonViTinh", run(f"Đơn vị tính: {table.unit}")) if table.unit else "")


def _header(table: Table, columns: Columns) -> Iterator[str]:
    if table.groups:
        yield _repeated(_group_cells(table, columns))
        risen = [not title for title, count in table.groups for _ in range(count)]
    else:
        risen = [False] * len(table.header)
    cells = zip(table.header, columns.widths, risen, strict=True)
    yield _repeated(
        _head_cell("" if is_risen else title, width, columns, merge="continue" if is_risen else "")
        for title, width, is_risen in cells
    )


def _group_cells(table: Table, columns: Columns) -> Iterator[str]:
    at = 0
    for title, count in table.groups:
        below = range(at, at + count)
        if title:
            yield _head_cell(title, sum(columns.widths[one] for one in below), columns, span=count)
        else:
            yield from (_head_cell(table.header[one], columns.widths[one], columns, merge="restart") for one in below)
        at += count


def _head_cell(text: str, width: int, columns: Columns, *, span: int = 1, merge: str = "") -> str:
    words = run(text, size=columns.set_size) if text else ""
    return _cell(paragraph("VBDauBang", words), width, span=span, merge=merge)


def _cell(content: str, width: int, *, span: int = 1, merge: str = "") -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    merged = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{spanned}{merged}<w:vAlign w:val="center"/>'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def _repeated(cells: Iterable[str]) -> str:
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"


def _row(values: tuple[str, ...], columns: Columns, *, bold: bool, keep_next: bool = False) -> str:
    cells = (
        _cell("".join(_line(line, style, columns, bold=bold, keep_next=keep_next) for line in value.split("\n")), width)
        for value, width, style in zip(values, columns.widths, columns.styles, strict=True)
    )
    whole = "<w:trPr><w:cantSplit/></w:trPr>" if max(map(len, values)) <= LONGEST_KEPT_WHOLE else ""
    return f"<w:tr>{whole}{''.join(cells)}</w:tr>"


def _line(text: str, style: str, columns: Columns, *, bold: bool, keep_next: bool) -> str:
    return paragraph(style, run(text, bold=bold, size=columns.set_size) if text else "", keep_next=keep_next)
