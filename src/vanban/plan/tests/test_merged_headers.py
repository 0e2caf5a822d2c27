"""Tables whose header takes two rows, as Word's merged cells make them."""

from __future__ import annotations

import pytest
from docx import Document

from vanban.plan import read_plan


@pytest.fixture
def plan(tmp_path):
    document = Document()
    for line in ("KẾ HOẠCH", "Cứng hóa đường giai đoạn 2026 - 2030", "I. MỤC TIÊU"):
        document.add_paragraph(line)
    table = document.add_table(4, 6)
    for column, name in enumerate(("TT", "Nội dung chỉ tiêu", "ĐVT", "Thực hiện 2025", "Mục tiêu", "")):
        table.cell(0, column).text = name
    for column in range(4):
        table.cell(0, column).merge(table.cell(1, column))
    table.cell(0, 4).merge(table.cell(0, 5))
    table.cell(1, 4).text, table.cell(1, 5).text = "2028", "2030"
    for row, cells in enumerate(
        (("I", "Giao thông", "", "", "", ""), ("1", "Đường thôn được cứng hóa", "%", "62,5", "75", "≥ 85")), 2
    ):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    document.add_paragraph("II. NHIỆM VỤ VÀ PHÂN CÔNG")
    duties = document.add_table(2, 3)
    for row, cells in enumerate(
        (("STT", "Nhiệm vụ", "Cơ quan chủ trì"), ("1", "Cứng hóa 3,2 km đường thôn Ví Dụ", "Ban Quản lý dự án"))
    ):
        for column, text in enumerate(cells):
            duties.cell(row, column).text = text
    path = tmp_path / "ke-hoach.docx"
    document.save(str(path))
    return read_plan(path)


def test_what_was_reached_before_is_no_target_and_each_year_has_its_own(plan):
    found = [(target.value, target.comparator.value, target.year) for target in plan.targets]
    assert found == [(75, "=", 2028), (85, ">=", 2030)]


def test_a_part_that_lists_work_and_who_does_it_gives_both(plan):
    assert [(task.action, task.quantities[0].value) for task in plan.tasks] == [("Cứng hóa", 3.2)]
    assert [assignment.actor for assignment in plan.assignments] == ["Ban Quản lý dự án"]
