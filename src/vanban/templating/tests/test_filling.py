"""Templates filled: names, loops over paragraphs, rows and words, what is left out, and nothing else."""

from __future__ import annotations

import docx as python_docx
import pytest
from jinja2.exceptions import TemplateError
from lxml import etree

from vanban.templating import BadTemplate, check, fill, read_template
from vanban.templating.sandbox import CLOSE, OPEN, Meter, Sandbox, frozen
from vanban.templating.tests.examples import EMPTY, VALUES, VOCABULARY, changed, document, docx, p, run, table


def filled(*blocks: str, values=VALUES, title="Mẫu") -> bytes:
    template = read_template(docx(*blocks, title=title))
    check(template, VOCABULARY)
    return fill(template, values)


def lines(content: bytes, tmp_path) -> list[str]:
    path = tmp_path / "a.docx"
    path.write_bytes(content)
    return [one.text for one in python_docx.Document(path).paragraphs]


def rows(content: bytes, tmp_path) -> list[list[str]]:
    path = tmp_path / "a.docx"
    path.write_bytes(content)
    return [[cell.text for cell in row.cells] for row in python_docx.Document(path).tables[0].rows]


def test_a_name_cut_over_runs_is_filled_in_the_letters_it_begins_in(tmp_path):
    made = filled(p("Về: {", "{ tri", "ch_yeu|hoa }", "} nhé"))
    assert lines(made, tmp_path) == ["Về: KẾT QUẢ <THỬ> & “NHÁY” nhé"]


def test_paragraphs_repeat_and_are_left_out(tmp_path):
    blocks = (
        p("{%p for t in thon %}"), p("{{ t.ten }}"), p("{%p if t.la_xa %}"), p("xa"), p("{%p else %}"), p("gần"),
        p("{%p endif %}"), p("{%p endfor %}"), p("hết"),
    )  # fmt: skip
    assert lines(filled(*blocks), tmp_path) == ["thôn Ví Dụ 1", "xa", "thôn Ví Dụ 2", "gần", "hết"]
    assert lines(filled(*blocks, values=EMPTY), tmp_path) == ["hết"]


def test_rows_repeat_within_rows(tmp_path):
    made = filled(table(
        ("Thôn", "Hộ"), ("{%tr for t in thon %}", ""), ("{{ t.ten }}", ""), ("{%tr for h in t.ho %}", ""), ("", "{{ h.so }}"),
        ("{%tr endfor %}", ""), ("{%tr endfor %}", ""),
    ))  # fmt: skip
    assert rows(made, tmp_path) == [["Thôn", "Hộ"], ["thôn Ví Dụ 1", ""], ["", "12"], ["", "13"], ["thôn Ví Dụ 2", ""]]


def test_words_repeat_within_a_paragraph(tmp_path):
    made = filled(p("Gồm {% for t in thon %}", "{{ t.ten }}; ", "{% endfor %}hết."))
    assert lines(made, tmp_path) == ["Gồm thôn Ví Dụ 1; thôn Ví Dụ 2; hết."]


def test_a_cell_left_empty_and_a_table_left_without_rows_stay_sound():
    made = filled(
        table(("{%tr for t in thon %}",), ("a",), ("{%tr endfor %}",)), f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:tcPr/>"
        f"{p('{%p for t in thon %}')}{p('a')}{p('{%p endfor %}')}</w:tc></w:tr></w:tbl>", values=EMPTY,
    )  # fmt: skip
    assert document(made).count("<w:tbl>") == 1
    assert "<w:tc><w:tcPr/><w:p/></w:tc>" in document(made)


def test_notes_to_oneself_go_away(tmp_path):
    assert lines(filled(p("a{# nhớ {sửa} #}b")), tmp_path) == ["ab"]


def test_what_a_value_says_is_only_words(tmp_path):
    values = {**VALUES, "trich_yeu": "{{ nguoi_ky.ho_ten }}{% x </w:t>\x01\ufdd0 self \ufdd1"}
    assert lines(filled(p("{{ trich_yeu }}"), values=values), tmp_path) == ["{{ nguoi_ky.ho_ten }}{% x </w:t> self "]


def test_braces_elsewhere_in_the_file_are_braces(tmp_path):
    made = filled(f'<w:p w:rsidR="{{{{ bi_mat }}}}">{run("{ a } {{ trich_yeu }}")}</w:p>')
    assert "{{ bi_mat }}" in document(made)


def test_the_title_of_the_file_is_filled(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(filled(p("a"), title="{{ nguoi_ky.ho_ten }}"))
    assert python_docx.Document(path).core_properties.title == "Nguyễn Văn Mẫu"


def test_the_same_template_and_values_give_the_same_bytes():
    assert filled(p("{{ trich_yeu }}")) == filled(p("{{ trich_yeu }}"))


def test_what_is_used_is_told_by_its_full_name():
    template = read_template(docx(p("{% for t in thon %}{{ t.ten }}{{ t.ten }}{% endfor %}{{ nguoi_ky.ho_ten }}")))
    found = check(template, VOCABULARY)
    assert [(one.path, one.times) for one in found.uses] == [("thon", 1), ("thon.ten", 2), ("nguoi_ky.ho_ten", 1)]


def test_a_name_without_a_value_is_refused_not_left_blank():
    with pytest.raises(BadTemplate, match="khong_co"):
        fill(read_template(docx(p("{{ khong_co }}"))), VALUES)


def test_a_document_without_end_is_stopped():
    many = {**VALUES, "thon": [{"ten": "x" * 5000, "la_xa": True, "ho": []}] * 300}
    loops = "{% for a in thon %}{% for b in thon %}{{ b.ten }}{% endfor %}{% endfor %}"
    with pytest.raises(BadTemplate, match="dài quá giới hạn"):
        filled(p(loops), values=many)


def test_loops_that_print_nothing_are_stopped_too():
    many = {**VALUES, "thon": [{"ten": "x", "la_xa": False, "ho": []}] * 1000}
    loops = "{% for a in thon %}{% for b in thon %}{% if b.la_xa %}x{% endif %}{% endfor %}{% endfor %}"
    with pytest.raises(BadTemplate, match="dài quá giới hạn"):
        filled(p(loops), values=many)


@pytest.mark.parametrize("value", [object(), {"a": [1]}, {"a": {"b": print}}, None, b"a"])
def test_only_plain_values_are_given(value):
    with pytest.raises(TypeError):
        frozen({"x": value}, Meter(1))


UNSAFE = [
    "x.__class__", "x['__class__']", "x.upper", "d.items", "d.__class__", "d['a'].real", "l[0]", "l.append", "cycler", "range(3)",
    "x.upper()", "x * 3", "x ~ x|attr('a')", "x|safe", "''.join(l)", "self._TemplateReference__context", "-x", "x is defined",
]  # fmt: skip


@pytest.mark.parametrize("expression", UNSAFE)
def test_the_sandbox_alone_denies_what_the_reading_refuses(expression):
    """The second wall: even a tag that slipped through the reading sees nothing but its dictionary."""
    values = frozen({"x": "chữ", "d": {"a": "b"}, "l": ["m"]}, Meter(1))
    with pytest.raises((TemplateError, TypeError)):
        Sandbox().from_string(f"{OPEN} {expression} {CLOSE}").render(values)


def test_pictures_and_paragraphs_that_repeat_keep_numbers_of_their_own():
    w14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    made = filled(p("{%p for t in thon %}"), f'<w:p {w14} w14:paraId="1A">{run("a")}</w:p>', p("{%p endfor %}"))
    assert "paraId" not in document(made)
    root = etree.fromstring(document(made).encode())
    assert len(root.findall(".//{*}p")) == 2


def test_what_is_not_touched_stays_byte_for_byte():
    import io
    import zipfile

    png = b'<Default Extension="png" ContentType="image/png"/></Types>'
    logo = {"word/media/logo.png": b"\x89PNG logo"}
    template = changed(docx(p("{{ trich_yeu }}")), types=lambda old: old.replace(b"</Types>", png), **logo)
    made = zipfile.ZipFile(io.BytesIO(fill(read_template(template), VALUES)))
    assert made.read("word/media/logo.png") == b"\x89PNG logo"


def test_a_section_break_in_the_paragraph_of_a_tag_stays_outside_of_the_loop():
    """LibreOffice moves a break into the paragraph before it."""
    broken = p("{%p endfor %}").replace("<w:p>", '<w:p><w:pPr><w:sectPr><w:pgSz w:w="100" w:h="200"/></w:sectPr></w:pPr>')
    made = document(filled(p("{%p for t in thon %}"), p("{{ t.ten }}"), broken, p("hết")))
    assert made.count('w:w="100"') == 1
    assert made.index("Ví Dụ 2") < made.index('w:w="100"') < made.index("hết")
