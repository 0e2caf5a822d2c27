"""Lines of a recognised page: words of one height make a line, wide gaps make columns."""

from __future__ import annotations

from vanban.extract.ocr_lines import lines_of_words

HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"


def table(*words):
    rows = [HEAD, "1\t1\t0\t0\t0\t0\t0\t0\t2480\t3508\t-1\t"]
    rows += [
        f"5\t1\t{block}\t1\t{line}\t1\t{left}\t{top}\t{width}\t40\t90\t{text}" for block, line, left, top, width, text in words
    ]
    return "\n".join(rows) + "\n"


def test_words_of_a_line_stay_together_and_columns_apart():
    words = [(1, 1, 300, 100, 90, "ỦY"), (1, 1, 400, 100, 90, "BAN"), (1, 1, 1400, 102, 300, "CỘNG")]
    (line,) = lines_of_words(table(*words), 1)
    assert [segment.text for segment in line.segments] == ["ỦY BAN", "CỘNG"]


def test_blocks_side_by_side_make_one_line():
    words = [(1, 1, 300, 100, 200, "Nơi"), (2, 1, 1500, 104, 300, "CHỦ"), (1, 2, 300, 180, 200, "Lưu:")]
    lines = lines_of_words(table(*words), 1)
    assert [[segment.text for segment in line.segments] for line in lines] == [["Nơi", "CHỦ"], ["Lưu:"]]


def test_a_quotation_mark_is_a_letter_like_any_other():
    (line,) = lines_of_words(table((1, 1, 300, 100, 90, '"Xanh'), (1, 1, 400, 100, 90, 'sạch"')), 1)
    assert line.text == '"Xanh sạch"'


def test_an_empty_page_has_no_lines():
    assert lines_of_words(table(), 1) == []
