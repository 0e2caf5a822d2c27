"""Tables drawn with lines on PDF pages; looked for only on pages that have drawn lines, since looking is slow."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from vanban.extract.pdf_lines import Line


@dataclass(frozen=True, slots=True, eq=False)
class DrawnTable:
    """A table's rows and where it stands: `top` and `bottom` in points from the foot of the page."""

    rows: tuple[tuple[str, ...], ...]
    top: float
    bottom: float
    page: int
    number: int

    def holds(self, line: Line) -> bool:
        """Whether a line stands inside the table."""
        return self.bottom - 1 <= (line.top + line.bottom) / 2 <= self.top + 1


class Tables:
    """Opens the file a second time, and only when a page asks for its tables."""

    def __init__(self, path: Path) -> None:
        self.path, self.count = path, 0
        self.file: Any = None

    def __enter__(self) -> Tables:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self.file is not None:
            self.file.close()

    def on_page(self, number: int) -> list[DrawnTable]:
        """The tables of a page with at least two rows and two columns; none where they cannot be made out."""
        try:
            page = self._page(number)
            return [self._table(found, page, number) for found in page.find_tables() if _is_table(found)]
        except Exception:  # a table that cannot be made out is still read, as lines
            return []

    def _page(self, number: int) -> Any:
        import pdfplumber

        if self.file is None:
            self.file = pdfplumber.open(self.path)
        return self.file.pages[number - 1]

    def _table(self, found: Any, page: Any, number: int) -> DrawnTable:
        self.count += 1
        _, top, _, bottom = found.bbox
        rows = tuple(tuple(cell or "" for cell in row) for row in found.extract())
        height = float(page.height)
        return DrawnTable(rows, height - top, height - bottom, number, self.count)


def _is_table(found: Any) -> bool:
    return len(found.rows) >= 2 and max(len(row.cells) for row in found.rows) >= 2
