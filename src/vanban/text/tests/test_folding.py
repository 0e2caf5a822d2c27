"""Finding without marks, one place for a tone, and the order of the alphabet."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.text.collation import collation_key, natural_key
from vanban.text.folding import fold, fold_for_search, unify_tones
from vanban.text.normal import normalise, squeeze


def test_marks_and_stroked_d_fold_away():
    assert fold("Đường hạ tầng, Ỷ lại") == "duong ha tang, y lai"


@given(st.text())
def test_folding_keeps_every_place(text):
    text = unicodedata.normalize("NFC", text)
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(("one", "other"), [("hoà", "hòa"), ("uỷ ban", "ủy ban"), ("thuỷ lợi", "thủy lợi"), ("khoẻ", "khỏe")])
def test_the_place_of_a_tone_does_not_matter(one, other):
    assert unify_tones(one) == unify_tones(other)


def test_different_words_stay_different():
    assert len({unify_tones(word) for word in ("ma", "má", "mà", "mả", "mã", "mạ", "mâ", "mă")}) == 8


def test_decomposed_text_is_searched_like_composed_text():
    assert fold_for_search(unicodedata.normalize("NFD", "  Hạ   Tầng ")) == "ha tang"


def test_vietnamese_order():
    words = ["đa", "da", "ăn", "an", "ân", "bà", "ba", "bá", "ê", "e", "ơ", "ô", "o"]
    assert sorted(words, key=collation_key) == ["an", "ăn", "ân", "ba", "bà", "bá", "da", "đa", "e", "ê", "o", "ô", "ơ"]


def test_numbers_in_names_count_as_numbers():
    names = ["thôn Ví Dụ 10", "thôn Ví Dụ 2", "thôn Ân", "thôn Ví Dụ 1", "2 bản", "thôn Ăn", "10 bản", ""]
    ordered = ["", "2 bản", "10 bản", "thôn Ăn", "thôn Ân", "thôn Ví Dụ 1", "thôn Ví Dụ 2", "thôn Ví Dụ 10"]
    assert sorted(names, key=natural_key) == ordered


@given(st.text())
def test_normal_text_has_one_spelling(text):
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert squeeze(text) == squeeze(squeeze(text))
