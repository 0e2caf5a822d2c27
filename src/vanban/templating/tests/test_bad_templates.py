"""Templates that are refused, each with its reason: files that are more than a document, and tags that are more than names."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vanban.templating import BadTemplate, check, fill, read_template
from vanban.templating import problems as say
from vanban.templating.tests.examples import EMPTY, SECTION, VALUES, VOCABULARY, changed, docx, p, run, table

GOOD = docx(p("{{ trich_yeu }}"))
WORD = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACRO = b"application/vnd.ms-word.document.macroEnabled.main+xml"
DOTX = b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BOMB = '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'

UTF16 = f'<?xml version="1.0" encoding="utf-16"?>{BOMB}<w>&b;</w>'.encode("utf-16")
UTF7 = b'<?xml version="1.0" encoding="utf-7"?>' + BOMB.encode("utf-7") + b"<w/>"


def related(kind: str, target: str, mode: str = "") -> bytes:
    """The file with one more relationship of its document."""
    more = f'<Relationship Id="rId99" Type="{OFFICE}/{kind}" Target="{target}"{mode}/></Relationships>'.encode()
    return changed(GOOD, relations=lambda old: old.replace(b"</Relationships>", more))


def inside(xml: str) -> bytes:
    """The file with this in its body."""
    return changed(GOOD, word__document=None, **{"word/document.xml": body(xml)})


def body(xml: str, head: str = "") -> bytes:
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    more = 'xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:v="urn:schemas-microsoft-com:vml"'
    return f"{head}<w:document {w} {more}><w:body>{xml}{SECTION}</w:body></w:document>".encode()


def field(*pieces: str) -> str:
    code = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    return f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{code}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'


def typed(kind: bytes, name: str, content: bytes) -> bytes:
    more = b'<Override PartName="/' + name.encode() + b'" ContentType="' + kind + b'"/></Types>'
    return changed(GOOD, types=lambda old: old.replace(b"</Types>", more), **{name: content})


def encrypted() -> bytes:
    content = bytearray(GOOD)
    at = content.find(b"PK\x01\x02")
    while at >= 0:
        content[at + 8] |= 1
        at = content.find(b"PK\x01\x02", at + 4)
    return bytes(content)


FILES = {
    "macro-enabled type": (changed(GOOD, types=lambda old: old.replace(WORD, MACRO)), say.MACROS),
    "a .dotx": (changed(GOOD, types=lambda old: old.replace(WORD, DOTX)), say.EMBEDDED),
    "vbaProject.bin": (typed(b"application/vnd.ms-office.vbaProject", "word/vbaProject.bin", b"\xd0\xcf"), say.MACROS),
    "vba under another name": (typed(b"application/vnd.ms-office.vbaProject", "word/media/a.bin", b"\xd0\xcf"), say.MACROS),
    "vba relationship": (related("vbaProject", "styles.xml"), say.MACROS),
    "an OLE object": (typed(b"application/vnd.openxmlformats-officedocument.oleObject", "word/embeddings/a.bin", b"x"),
                      say.EMBEDDED),
    "an object in the text": (inside('<w:p><w:r><w:object><o:OLEObject ProgID="Excel"/></w:object></w:r></w:p>'), say.EMBEDDED),
    "ActiveX": (typed(b"application/vnd.ms-office.activeX+xml", "word/activeX/a.xml", b"<a/>"), say.EMBEDDED),
    "a form control": (inside("<w:p><w:r><w:control/></w:r></w:p>"), say.EMBEDDED),
    "a package inside": (typed(b"application/vnd.openxmlformats-officedocument.package", "word/a.xlsx", b"PK"), say.EMBEDDED),
    "text of another file": (inside("<w:altChunk/>"), say.EMBEDDED),
    "a program called a picture": (typed(b"image/png", "word/media/logo.png", b"MZ\x90"), say.EMBEDDED),
    "an SVG": (typed(b"image/svg+xml", "word/media/logo.svg", b"<svg/>"), say.EMBEDDED),
    "a remote template": (related("attachedTemplate", "https://vi-du.vn/mau.dotm", ' TargetMode="External"'), say.OUTSIDE),
    "a remote picture": (related("image", "https://vi-du.vn/a.png", ' TargetMode="External"'), say.OUTSIDE),
    "a link": (related("hyperlink", "http://vi-du.vn", ' TargetMode="External"'), say.OUTSIDE),
    "a share": (related("image", r"\\may-la\a.png"), say.OUTSIDE),
    "a file address": (related("image", "file:///etc/passwd"), say.OUTSIDE),
    "an address in a shape": (inside('<w:p><w:r><w:pict><v:imagedata src="http://a.vn"/></w:pict></w:r></w:p>'), say.OUTSIDE),
    "an unknown relationship": (related("frame", "styles.xml"), say.EMBEDDED),
    "DDE": (inside(field("DDEAUTO c:\\windows\\cmd.exe")), say.FIELD),
    "DDE in pieces": (inside(field("DD", "EAUTO x")), say.FIELD),
    "DDE without its marks": (inside("<w:p><w:r><w:instrText>DDE x</w:instrText></w:r></w:p>"), say.FIELD),
    "a simple field": (inside('<w:p><w:fldSimple w:instr="INCLUDETEXT a"/></w:p>'), say.FIELD),
    "a picture by field": (inside(field('INCLUDEPICTURE "http://vi-du.vn/a"')), say.FIELD),
    "a field in a field": (inside(field("PAGE ").replace("</w:p>", "") + field("QUOTE 68 68 69")[5:]), say.FIELD),
    "broken XML": (changed(GOOD, **{"word/document.xml": b"<w:document><w:body>"}), say.BROKEN_XML),
    "no XML": (changed(GOOD, **{"word/document.xml": b"\x00\x01\x02"}), say.BROKEN_XML),
    "entities": (changed(GOOD, **{"word/document.xml": body("", BOMB)}), say.ENTITIES),
    "entities in UTF-16": (changed(GOOD, **{"word/styles.xml": UTF16}), say.ENTITIES),
    "entities in UTF-7": (changed(GOOD, **{"word/styles.xml": UTF7}), (say.ENTITIES, say.BROKEN_XML)),
    "an outside entity": (changed(GOOD, **{"word/settings.xml": b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'}), say.ENTITIES),
    "a zip bomb": (changed(GOOD, **{"word/media/a.png": b"\x89PNG" + bytes(4_000_000)}), say.SWELLS),
    "a bomb of XML": (changed(GOOD, **{"word/styles.xml": b"<a>" + b" " * 9_000_000 + b"</a>"}), say.SWELLS),
    "too many parts": (changed(GOOD, **{f"word/media/{at}.png": b"\x89PNG" for at in range(450)}), say.TOO_LARGE),
    "a path outside": (changed(GOOD, **{"../../a.xml": b"<a/>"}), say.BAD_NAME),
    "a password": (encrypted(), say.LOCKED),
    "no types": (changed(GOOD, types=None), say.NOT_DOCX),
    "no document": (changed(GOOD, types=lambda old: old.replace(WORD, b"application/xml")), say.NOT_DOCX),
    "an old .doc": (b"\xd0\xcf\x11\xe0" + bytes(600), say.NOT_DOCX),
    "nothing": (b"", say.NOT_DOCX),
    "half a file": (GOOD[: len(GOOD) // 2], say.NOT_DOCX),
    "too large": (b"PK" + bytes(6_000_000), say.TOO_LARGE),
}  # fmt: skip

TAGS = {
    "{{ ''.__class__ }}": say.HIDDEN,
    "{{ trich_yeu.__class__.__mro__ }}": say.HIDDEN,
    "{{ _an }}": say.HIDDEN,
    "{{ cycler.__init__.__globals__ }}": say.HIDDEN,
    "{{ settings.SECRET_KEY }}": say.UNKNOWN,
    "{{ request.user.password }}": say.UNKNOWN,
    "{{ self }}": say.UNKNOWN,
    "{{ loop }}": say.UNKNOWN,
    "{{ lipsum() }}": say.CALL,
    "{{ trich_yeu.upper() }}": say.CALL,
    "{{ range(1000000000) }}": say.CALL,
    "{{ trich_yeu['__class__'] }}": say.SUBSCRIPT,
    "{{ thon[0] }}": say.SUBSCRIPT,
    "{{ trich_yeu|attr('__class__') }}": say.FILTER,
    "{{ trich_yeu|safe }}": say.FILTER,
    "{{ trich_yeu|hoa('x') }}": say.FILTER,
    "{{ trich_yeu|map }}": say.FILTER,
    "{{ 'a' * 1000000000 }}": say.SUMS,
    "{{ 10**10**10 }}": say.SUMS,
    "{{ trich_yeu ~ trich_yeu }}": say.SUMS,
    "{{ 'chữ' }}": say.SUMS,
    "{{ " + "9" * 5000 + " }}": say.LONG_TAG,
    "{{ " + "(" * 150 + " }}": say.SYNTAX,
    "{{ trich_yeu if co_ten else trich_yeu }}": say.SUMS,
    "{{ }}": say.EMPTY_TAG,
    "{{ trich_yeu": say.UNCLOSED,
    "{{ trich_yeu {{ trich_yeu }}": say.UNCLOSED,
    "trich_yeu }}": say.STRAY,
    "{{ trich yeu }}": say.SYNTAX,
    "{% include 'a.html' %}": say.STATEMENT,
    "{% import 'os' as os %}": say.STATEMENT,
    "{% from 'a' import b %}": say.STATEMENT,
    "{% extends 'a' %}": say.STATEMENT,
    "{% set a = 1 %}": say.STATEMENT,
    "{% macro a() %}{% endmacro %}": say.STATEMENT,
    "{% do a %}": say.STATEMENT,
    "{% block a %}{% endblock %}": say.STATEMENT,
    "{% raw %}{{ }}{% endraw %}": say.STATEMENT,
    "{% for x in range(999999999) %}a{% endfor %}": say.CALL,
    "{% for x in 'abc' %}a{% endfor %}": say.SUMS,
    "{% for x in [1, 2] %}a{% endfor %}": say.SUMS,
    "{% for x in thon recursive %}a{% endfor %}": say.SYNTAX,
    "{% for x in thon if x.la_xa %}a{% endfor %}": say.SYNTAX,
    "{% for a, b in thon %}a{% endfor %}": say.SYNTAX,
    "{% for loop in thon %}a{% endfor %}": say.RESERVED,
    "{% for trich_yeu in thon %}a{% endfor %}": say.RESERVED,
    "{% for _x in thon %}a{% endfor %}": say.HIDDEN,
    "{% for x in %}a{% endfor %}": say.EMPTY_FOR,
    "{% for %}a{% endfor %}": say.EMPTY_FOR,
    "{% for x in trich_yeu %}a{% endfor %}": say.NOT_A_LIST,
    "{% for x in nguoi_ky %}a{% endfor %}": say.NOT_A_LIST,
    "{% for x in khong_co %}a{% endfor %}": say.UNKNOWN,
    "{% for x in thon %}{% endfor %}": say.HOLLOW,
    "{% for x in thon %}a": say.NOT_CLOSED,
    "a{% endfor %}": say.NOT_OPEN,
    "{% if co_ten %}a{% endfor %}": say.NOT_OPEN,
    "{% for x in thon %}{{ thon.ten }}{% endfor %}": say.UNKNOWN,
    "{% for x in thon %}{{ x }}{% endfor %}": say.PRINTED_GROUP,
    "{{ thon }}": say.PRINTED_LIST,
    "{{ nguoi_ky }}": say.PRINTED_GROUP,
    "{{ co_ten }}": say.PRINTED_FLAG,
    "{% if nguoi_ky %}a{% endif %}": say.TESTED,
    "{% if trich_yeu == 'a' %}a{% endif %}": say.SUMS,
    "{% if trich_yeu is defined %}a{% endif %}": say.SUMS,
    "{%tc for x in thon %}": say.LEVEL,
    "{%p for x in thon %} còn chữ": say.NOT_ALONE,
    "{%tr for x in thon %}": say.NOT_IN_ROW,
}  # fmt: skip
NESTED = "{% for a in thon %}{% for b in thon %}{% for c in thon %}{% for d in thon %}x" + "{% endfor %}" * 4
BLOCKS = {
    "a loop over nothing, paragraphs": ((p("{%p for x in thon %}"), p("{%p endfor %}")), say.HOLLOW),
    "a loop over nothing, rows": ((table(("{%tr for x in thon %}",), ("{%tr endfor %}",)),), say.HOLLOW),
    "too deep": ((p(NESTED),), say.TOO_DEEP),
    "closed in another paragraph": ((p("{% if co_ten %}a"), p("b{% endif %}")), say.ELSEWHERE),
    "closed in another cell": ((table(("{%p if co_ten %}", "{%p endif %}")),), say.ELSEWHERE),
    "closed in another form": ((p("{%p if co_ten %}"), p("a"), p("{% endif %}")), say.ELSEWHERE),
    "a row with other words": ((table(("{%tr for x in thon %}", "chữ"), ("a", "b"), ("{%tr endfor %}", "")),), say.ROW_NOT_ALONE),
    "a paragraph with a page break": (
        (f'<w:p><w:r><w:br w:type="page"/></w:r>{run("{%p if co_ten %}")}</w:p>', p("a"), p("{%p endif %}")), say.NOT_ALONE),
    "a tag over two paragraphs": ((p("{{ trich_"), p("yeu }}")), say.UNCLOSED),
    "too many": ((*(p("{{ trich_yeu }}" * 190) for _ in range(30)),), say.TOO_MANY),
}  # fmt: skip


def reasons(content: bytes):
    with pytest.raises(BadTemplate) as refused:
        check(read_template(content), VOCABULARY)
    return refused.value.problems


def refused(content: bytes):
    """The reasons, none for a template that is taken; anything but reasons is a failure of ours."""
    try:
        check(read_template(content), VOCABULARY)
    except BadTemplate as bad:
        assert bad.problems  # noqa: PT017
        return bad.problems
    return ()


@pytest.mark.parametrize(("content", "why"), FILES.values(), ids=FILES)
def test_a_file_that_is_more_than_a_document_is_refused(content, why):
    whys = why if isinstance(why, tuple) else (why,)
    assert set(whys) & {one.text for one in reasons(content)}


@pytest.mark.parametrize(("tag", "why"), TAGS.items(), ids=[tag[:40] for tag in TAGS])
def test_a_tag_that_is_more_than_a_name_is_refused(tag, why):
    whys = (say.UNKNOWN, say.UNKNOWN_NEAR, say.HIDDEN, say.SUMS) if why in (say.UNKNOWN, say.HIDDEN) else (why,)
    found = reasons(docx(p(tag)))
    assert {one.text for one in found} & set(whys)
    assert all(str(one) for one in found)


@pytest.mark.parametrize(("blocks", "why"), BLOCKS.values(), ids=BLOCKS)
def test_tags_that_would_tear_the_document_are_refused(blocks, why):
    assert why in {one.text for one in reasons(docx(*blocks))}


@pytest.mark.parametrize("part", ["word/header1.xml", "word/document.xml", "docProps/core.xml"])
def test_tags_are_looked_at_wherever_they_stand(part):
    bad = changed(docx(p("chữ"), title="tên"), **{part: put_in})
    assert [one.values["name"] for one in reasons(bad)] == ["bi_mat"]


def put_in(old: bytes) -> bytes:
    words = b"<w:p><w:r><w:t>{{ bi_mat }}</w:t></w:r></w:p>"
    return (
        old.replace(b"</w:hdr>", words + b"</w:hdr>")
        .replace(b"<w:sectPr>", words + b"<w:sectPr>")
        .replace(b"<dc:title>", b"<dc:title>{{ bi_mat }}")
    )


def test_a_tag_in_a_text_box_is_looked_at():
    box = f"<w:p><w:r><w:pict><v:textbox><w:txbxContent>{p('{{ bi_mat }}')}</w:txbxContent></v:textbox></w:pict></w:r></w:p>"
    assert [one.values["name"] for one in reasons(inside(box))] == ["bi_mat"]


def test_an_unknown_name_is_told_with_its_paragraph_and_the_nearest_known_one():
    (found,) = reasons(docx(p("Về việc: ", "{{ trich_", "yeo }}", " của xã")))
    assert (found.values, found.near) == ({"name": "trich_yeo", "near": "trich_yeu"}, "Về việc: {{ trich_yeo }} của xã")
    (found,) = reasons(docx(p("{% for t in thon %}{{ t.ho_ten }}{% endfor %}")))
    assert found.values["near"].endswith("ten")


def test_every_reason_is_told_at_once():
    assert len(reasons(docx(p("{{ mot }}"), p("{{ hai }}"), table(("{{ ba }}",))))) == 3


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(st.one_of(st.sampled_from("{}%# pfor.intr|_()'"), st.characters()), max_size=40), max_size=5))
def test_any_text_gives_a_document_or_reasons(texts):
    from vanban.writer.xml import clean

    content = docx(*(p(*map(clean, texts[: at + 1])) for at in range(len(texts))))
    why = refused(content)
    assert all(map(str, why))
    if not why:
        assert fill(read_template(content), VALUES)[:2] == b"PK"


WORDS = st.sampled_from([
    "{{ trich_yeu }}", "{% for t in thon %}", "{% endfor %}", "{{ t.ten }}", "{% if co_ten %}", "{% else %}", "{% endif %}",
    "chữ",
    "{%p for t in thon %}", "{%p endfor %}", "{%p if co_ten %}", "{%p endif %}", "{%tr for t in thon %}", "{%tr endfor %}",
])  # fmt: skip
PARAGRAPHS = st.lists(WORDS, min_size=1, max_size=4).map(lambda words: p(*words))
TABLES = st.lists(st.lists(WORDS, min_size=1, max_size=2).map(tuple), min_size=1, max_size=4).map(lambda rows: table(*rows))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(PARAGRAPHS, TABLES), max_size=6))
def test_whatever_is_let_through_can_be_filled_with_much_and_with_nothing(blocks):
    content = docx(*blocks)
    if refused(content):
        return
    for values in (VALUES, EMPTY):
        assert zipfile.ZipFile(io.BytesIO(fill(read_template(content), values))).testzip() is None


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(GOOD) - 1), st.integers(0, 255), st.integers(0, len(GOOD)))
def test_a_damaged_file_gives_reasons(at, value, cut):
    content = (GOOD[:at] + bytes([value]) + GOOD[at + 1 :])[: cut or None]
    assert all(map(str, refused(content)))
