"""Words that hold the name of a sector and speak of another: a line of power is no road."""

from __future__ import annotations

import pytest

from vanban.plan.sectors import sector_of_phrase


@pytest.mark.parametrize(
    ("phrase", "sector"),
    [
        ("2,5 km đường điện 0,4 kV", "electricity"),
        ("đường dây trung áp", "electricity"),
        ("km đường ống nước sinh hoạt", "water"),
        ("2,5 km đường trục thôn", "transport"),
        ("đài truyền thanh, điện thoại", "information"),
    ],
)
def test_the_sector_of_a_phrase(phrase, sector):
    assert sector_of_phrase(phrase) == sector
