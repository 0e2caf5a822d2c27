"""Text of the time before Unicode is recognised and converted; modern text is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.text.encodings import detect, from_tcvn3, from_vni, to_unicode

SENTENCE = "Kế hoạch phát triển đường giao thông của xã"
VNI = "Keá hoaïch phaùt trieån ñöôøng giao thoâng cuûa xaõ"


def tcvn3(text):
    """The sentence as a TCVN3 font stored it; made from the table itself, letter by letter."""
    from vanban.text import encodings

    table = {modern: old for old, modern in zip(encodings._TCVN3_LETTERS, encodings._UNICODE_LETTERS, strict=True)}
    return "".join(table.get(letter, letter) for letter in text)


def test_known_words_in_both_encodings():
    assert from_vni(VNI) == SENTENCE
    assert from_tcvn3("®­êng") == "đường"
    assert from_tcvn3("x· VÜnh Th«ng") == "xã Vĩnh Thông"


@pytest.mark.parametrize("text", [tcvn3(SENTENCE), VNI, SENTENCE])
def test_whatever_the_encoding_the_sentence_is_the_same(text):
    assert to_unicode(text) == SENTENCE


@pytest.mark.parametrize(
    ("text", "kind"),
    [(SENTENCE, "unicode"), ("plain ASCII text", "unicode"), (VNI, "vni"), (tcvn3(SENTENCE), "tcvn3"), ("", "unicode")],
)
def test_recognition(text, kind):
    assert detect(text) == kind


@given(
    st.lists(
        st.sampled_from(
            ["đường", "thôn", "liên", "xã", "được", "cứng", "hóa", "kế", "hoạch", "mục", "tiêu", "nhiệm", "vụ", "thủy", "lợi"]
        ),
        min_size=6,
    )
)
def test_modern_vietnamese_is_never_taken_for_old(words):
    text = " ".join(words)
    assert to_unicode(text) == text
