"""Tables with lines: header rows that repeat, columns of fixed width, figures to the right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vanban.text.folding import fold
from vanban.writer import layout
from vanban.writer.draft import Table
from vanban.writer.letters import text_width
from vanban.writer.xml import paragraph, run

INNER_MARGINS = 2 * 85 + 20
LONGEST_KEPT_WHOLE = 900  # a row with a longer cell may be broken over two pages
PREFERRED = layout.mm(70)
HEADED_IN_THE_MIDDLE = {"tt", "stt", "so tt"}


def table_xml(table: Table, width: int) -> str:
    """A table as wide as the page, with its caption and its unit above it."""
    widths = column_widths(table, width)
    styles = _styles(table)
    rows = [*_header(table, widths), *(_row(row, widths, styles, bold=at in table.strong) for at, row in enumerate(table.rows))]
    if table.total:
        rows.append(_row(table.total, widths, styles, bold=True))
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in widths)
    properties = (
        f'<w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" '
        'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
    )
    return (
        f"{_above(table)}<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
        f"{paragraph('VBSauBang')}"
    )


def column_widths(table: Table, width: int) -> list[int]:
    """Widths that fill the page: by the given shares, else by what the columns hold."""
    shares = table.widths or _shares(table, width)
    widths = [int(width * share / sum(shares)) for share in shares]
    widths[-1] += width - sum(widths)
    return widths


def _shares(table: Table, width: int) -> tuple[float, ...]:
    """Each column at least as wide as its longest word, the rest of the width by how much text there is."""
    least, wanted = [], []
    for column in range(len(table.header)):
        texts = [row[column] for row in (*table.rows, table.total) if row]
        least.append(max(_longest_word(texts, bold=bool(table.total)), _longest_word([table.header[column]], bold=True)))
        wanted.append(max(least[-1], min(PREFERRED, _longest_line(texts, table.header[column])) + INNER_MARGINS))
    spare = width - sum(least)
    eager = sum(wanted) - sum(least)
    if spare <= 0 or spare >= eager:
        return tuple(wanted)
    return tuple(small + (large - small) * spare / eager for small, large in zip(least, wanted, strict=True))


def _longest_line(texts: Iterable[str], title: str) -> int:
    """The longest line of a column; its title may stand on two."""
    lines = [text_width(line, layout.TABLE_SIZE) for text in texts for line in text.split("\n")]
    return max(*lines, text_width(title, layout.TABLE_SIZE, bold=True) * 3 // 5, 0)


def _longest_word(texts: Iterable[str], *, bold: bool) -> int:
    words = {word for text in texts for word in text.split()}
    return max((text_width(word, layout.TABLE_SIZE, bold=bold) for word in words), default=0) + INNER_MARGINS


def _styles(table: Table) -> list[str]:
    """The style of each column's cells; a column of running numbers is centred."""
    numbered = {at for at, title in enumerate(table.header) if fold(title.strip()) in HEADED_IN_THE_MIDDLE}
    middle = (table.centre | numbered) - table.right
    return ["VBOSo" if at in table.right else "VBOGiua" if at in middle else "VBO" for at in range(len(table.header))]


def _above(table: Table) -> str:
    caption = paragraph("VBTenBang", run(table.caption)) if table.caption else ""
    return caption + (paragraph("VBDonViTinh", run(f"Đơn vị tính: {table.unit}")) if table.unit else "")


def _header(table: Table, widths: list[int]) -> Iterator[str]:
    if table.groups:
        yield _repeated(_group_cells(table, widths))
        below = (not title for title, count in table.groups for _ in range(count))
        cells = zip(table.header, widths, below, strict=True)
        yield _repeated(_head_cell("" if risen else title, one, merge="continue" if risen else "") for title, one, risen in cells)
    else:
        yield _repeated(_head_cell(title, one) for title, one in zip(table.header, widths, strict=True))


def _group_cells(table: Table, widths: list[int]) -> Iterator[str]:
    at = 0
    for title, count in table.groups:
        if title:
            yield _head_cell(title, sum(widths[at : at + count]), span=count)
        else:
            yield from (_head_cell(table.header[one], widths[one], merge="restart") for one in range(at, at + count))
        at += count


def _head_cell(text: str, width: int, *, span: int = 1, merge: str = "") -> str:
    return _cell(paragraph("VBDauBang", run(text) if text else ""), width, span=span, merge=merge)


def _cell(content: str, width: int, *, span: int = 1, merge: str = "") -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    merged = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{spanned}{merged}<w:vAlign w:val="center"/>'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def _repeated(cells: Iterable[str]) -> str:
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"


def _row(values: tuple[str, ...], widths: list[int], styles: list[str], *, bold: bool) -> str:
    cells = (
        _cell("".join(paragraph(style, run(line, bold=bold) if line else "") for line in value.split("\n")), width)
        for value, width, style in zip(values, widths, styles, strict=True)
    )
    whole = "<w:trPr><w:cantSplit/></w:trPr>" if max(map(len, values)) <= LONGEST_KEPT_WHOLE else ""
    return f"<w:tr>{whole}{''.join(cells)}</w:tr>"
