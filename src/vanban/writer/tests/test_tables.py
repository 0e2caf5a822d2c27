"""Tables: headers that repeat, columns that fill the page, figures to the right."""

from __future__ import annotations

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from hypothesis import given
from hypothesis import strategies as st

from vanban.writer import Table, layout
from vanban.writer.letters import text_width
from vanban.writer.tables import columns_of
from vanban.writer.tests.drafts import MONEY, WIDE, draft, targets
from vanban.writer.tests.opened import W, opened


def table_of(table):
    return opened(draft("Báo cáo", "Thử bảng", "BC-UBND", table)).tables[1]


def repeated(table):
    return [row._tr.find(f"{W}trPr/{W}tblHeader") is not None for row in table.rows]


def test_the_header_row_repeats_and_no_other():
    assert repeated(table_of(targets(3))) == [True, False, False, False]


def test_both_rows_of_a_grouped_header_repeat():
    assert repeated(table_of(MONEY))[:3] == [True, True, False]


def test_a_group_stands_over_its_columns_and_untitled_columns_rise():
    top, below = ([cell.text for cell in row.cells] for row in table_of(MONEY).rows[:2])
    assert top == ["TT", "Công trình", "Vốn năm 2026", "Vốn năm 2026", "Vốn năm 2026"]
    assert below == ["TT", "Công trình", "Kế hoạch vốn", "Đã giải ngân", "Tỷ lệ (%)"]


def test_figures_stand_right_and_running_numbers_in_the_middle():
    cells = table_of(MONEY).rows[3].cells
    aligned = [cell.paragraphs[0].style.paragraph_format.alignment for cell in cells]
    right, centre, left = WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT
    assert aligned == [centre, left, right, right, right]


def test_strong_rows_and_the_total_are_bold():
    rows = table_of(MONEY).rows[2:]
    assert [bool(row.cells[1].paragraphs[0].runs[0].bold) for row in rows] == [True, False, False, True, True]
    assert rows[-1].cells[1].text == "Tổng cộng"


@pytest.mark.parametrize("table", [targets(5), MONEY, WIDE], ids=["given", "worked out", "wide"])
def test_columns_fill_the_page_in_the_grid_and_in_every_row(table):
    width = layout.WIDE_TEXT_WIDTH if table.wide else layout.TEXT_WIDTH
    assert sum(columns_of(table, width).widths) == width
    written = table_of(table)
    assert sum(int(column.get(f"{W}w")) for column in written._tbl.tblGrid) == width
    for row in written._tbl.tr_lst:
        assert sum(int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) for cell in row.tc_lst) == width


@given(
    st.lists(
        st.tuples(st.text("abc 1.", max_size=60), st.text("abc", max_size=8), st.text("0123456789.", max_size=14)), max_size=5
    )
)
def test_worked_out_widths_fill_the_page_whatever_the_cells_hold(rows):
    widths = columns_of(Table(("Tên gọi", "Đơn vị", "Giá trị"), tuple(rows)), layout.TEXT_WIDTH).widths
    assert sum(widths) == layout.TEXT_WIDTH
    assert min(widths) > 0


def test_a_row_that_does_not_fit_its_header_is_refused():
    with pytest.raises(ValueError, match="2 cột"):
        Table(("TT", "Tên"), (("1", "a"), ("2",)))


def test_two_tables_in_a_row_stay_two():
    tables = opened(draft("Báo cáo", "Thử bảng", "BC-UBND", targets(1), targets(1))).tables
    assert len(tables) == 4  # letterhead and signature besides


def test_a_cell_of_several_lines_keeps_them():
    table = table_of(Table(("Tên", "Ghi chú"), (("Đường", "dòng một\ndòng hai"),)))
    assert [paragraph.text for paragraph in table.rows[1].cells[1].paragraphs] == ["dòng một", "dòng hai"]


def test_letters_shrink_only_as_far_as_the_longest_words_ask():
    header = tuple(f"C{at}" for at in range(15))
    few = Table(header[:4], (("1.234.567,8",) * 4,))
    many = Table(header, (("1.234.567,8",) * 15,), wide=True)
    assert columns_of(few, layout.TEXT_WIDTH).size == 12
    columns = columns_of(many, layout.WIDE_TEXT_WIDTH)
    assert 8 <= columns.size < 12
    assert all(width >= text_width("1.234.567,8", columns.size) for width in columns.widths)
    runs = [run for cell in table_of(many).rows[1].cells for run in cell.paragraphs[0].runs]
    assert {run.font.size.pt for run in runs} == {columns.size}
