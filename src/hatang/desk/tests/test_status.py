"""The status document: the plan's own words with the latest figures beside them."""

from __future__ import annotations

import io

import pytest
from docx import Document

from hatang.indicators.services import recompute
from hatang.indicators.tests.ground import approved, bound, make_period, make_villages
from hatang.tests.factories import inside, make_plan

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_latest_figure_and_its_status_stand_beside_what_is_asked(browser, coordinator, tmp_path, language):
    with inside(coordinator):
        plan = make_plan(tmp_path)
        alley = bound(plan)["roads.alley"]
        approved(alley.indicator, make_period("2026-Q2"), make_villages(1)[0], 73, 100)
        recompute()
    browser.post("/ngon-ngu/", {"language": language})
    document = Document(io.BytesIO(browser.get(f"/ke-hoach/{plan.pk}/tinh-hinh.docx").content))
    rows = {row.cells[1].text: row.cells[-1].text for table in document.tables for row in table.rows if len(row.cells) == 5}
    assert rows["Tỷ lệ đường ngõ, xóm được cứng hóa"] == "73%, quý II/2026: đã đạt"
    assert list(rows.values()).count("Chưa có số liệu") == 18
