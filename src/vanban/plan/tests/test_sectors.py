"""Which of the ten kinds of infrastructure a phrase is about."""

from __future__ import annotations

import pytest

from vanban.plan.sectors import sector_of


@pytest.mark.parametrize(
    ("phrase", "sector"),
    [
        ("Tỷ lệ đường ngõ, xóm được cứng hóa", "transport"),
        ("diện tích đất nông nghiệp được tưới, tiêu chủ động", "irrigation"),
        ("hộ dân được sử dụng điện thường xuyên", "electricity"),
        ("trường học các cấp đạt chuẩn", "education"),
        ("trạm y tế xã có bác sĩ", "health"),
        ("sân vận động và nhà thi đấu", "culture"),
        ("chợ hạng 3 hoạt động hiệu quả", "commerce"),
        ("dân số có điện thoại thông minh", "information"),
        ("hộ dùng nước sạch", "water"),
        ("phân loại rác thải tại nguồn", "environment"),
        ("tài khoản định danh điện tử", "information"),
        ("đường dây hạ thế", "electricity"),
        ("tiếp tục thực hiện đề án", None),
        ("tỷ lệ hộ nghèo", None),
    ],
)
def test_sector_by_the_words(phrase, sector):
    assert sector_of(phrase) == sector


def test_spelling_of_the_tone_does_not_matter():
    assert sector_of("hệ thống thuỷ lợi") == sector_of("hệ thống thủy lợi") == "irrigation"


def test_heading_tells_where_the_phrase_does_not():
    assert sector_of("tổng mức đầu tư", ("Mục tiêu", "Hạ tầng điện")) == "electricity"
