"""The bundled plan of xã Vĩnh Thông, as a person reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from vanban.model import Channel
from vanban.plan import PlanReading, read_plan
from vanban.plan.model import Comparator, Every, Kind, Period, Quantity, Role, ScheduleKind, Sector

PLAN = Path(__file__).resolve().parents[3] / "hatang" / "examples" / "ke-hoach-vinh-thong-2026.txt"

TARGETS = [
    ("II.1", "Tỷ lệ đường xã được nhựa hóa, bê tông hóa", "=", 100, False),
    ("II.1", "Tỷ lệ đường trục thôn, liên thôn được cứng hóa", ">=", 80, False),
    ("II.1", "Tỷ lệ đường ngõ, xóm được cứng hóa", ">=", 70, False),
    ("II.1", "Tỷ lệ đường nội đồng được cứng hóa", ">=", 50, False),
    ("II.2", "Tỷ lệ diện tích đất sản xuất nông nghiệp được tưới, tiêu chủ động", ">=", 80, False),
    ("II.2", "tỷ lệ kênh mương được kiên cố hóa", ">=", 80, False),
    ("II.3", "hộ dân được sử dụng điện thường xuyên, an toàn", "=", 100, True),
    ("II.4", "Tỷ lệ trường học các cấp đạt chuẩn cơ sở vật chất", "=", 100, False),
    ("II.4", "phòng học kiên cố ở các cấp học", "=", 100, False),
    ("II.5", "xã đạt Tiêu chí quốc gia về Y tế theo quy định", "maintain", None, False),
    ("II.6", "Nhà văn hóa xã, sân thể thao xã và điểm vui chơi cộng đồng", "=", 100, False),
    ("II.6", "Tỷ lệ thôn có nhà văn hóa theo quy định", "=", 100, False),
    ("II.7", "Chợ xã Vĩnh Thông hoặc điểm mua bán, trao đổi hàng hóa đạt chuẩn", "=", 100, False),
    ("II.8", "Xã có đài truyền thanh ứng dụng công nghệ thông tin - viễn thông", "exists", None, False),
    ("II.8", "thôn có cụm đài truyền thanh", "=", 100, False),
    ("II.8", "tỷ lệ hộ dân trên địa bàn được cung cấp thông tin, tuyên truyền thiết yếu", "=", 100, False),
    (
        "II.8",
        "Tỷ lệ xã có hạ tầng thông tin, truyền thông, chuyển đổi số theo quy định của Bộ Khoa học và Công nghệ",
        "=",
        100,
        False,
    ),
    ("II.9", "tỷ lệ hộ gia đình được sử dụng nước sạch, đạt chuẩn theo quy định", "=", 60, True),
    ("II.10", "phân loại, thu gom, xử lý rác thải sinh hoạt tại nguồn", "=", 100, True),
]


@pytest.fixture(scope="module")
def plan() -> PlanReading:
    return read_plan(PLAN)


def part(plan: PlanReading, path: str):
    return next(item for item in plan.document.parts() if item.path == path)


def quantities(plan: PlanReading, path: str) -> list[Quantity]:
    return [quantity for task in plan.tasks if task.path == path for quantity in task.quantities]


def test_head_of_the_document(plan):
    document = plan.document
    assert (document.type, document.type_name, document.number, document.symbol) == ("KH", "KẾ HOẠCH", None, "KH-UBND")
    assert document.issuer == "UBND xã Vĩnh Thông"
    assert document.place == "Vĩnh Thông"
    assert document.date is not None
    assert document.date.isoformat() == "2026-04-07"
    assert document.subject is not None
    assert document.subject.startswith("Thực hiện Đề án số 21-ĐA/TU ngày 11/12/2025 của Tỉnh ủy Thái Nguyên")
    assert document.subject.endswith("giai đoạn 2026 – 2030 trên địa bàn xã Vĩnh Thông")
    assert plan.period == Period(2026, 2030)


def test_signer_and_recipients_by_channel(plan):
    signer = plan.document.signer
    assert (signer.name, signer.title, signer.capacity) == ("Nguyễn Quốc Hội", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN")
    assert [(one.name, one.channel) for one in plan.document.recipients] == [
        ("Thường trực Đảng ủy, HĐND xã", Channel.ELECTRONIC),
        ("CT, các PCT UBND xã", Channel.ELECTRONIC),
        ("Các phòng, ban, ngành, đoàn thể xã", Channel.ELECTRONIC),
        ("Các Trưởng thôn", Channel.PAPER),
        ("VT, KT", Channel.ARCHIVE),
    ]


def test_three_documents_are_named(plan):
    named = {(one.type, one.number, one.symbol, one.date.isoformat()) for one in plan.document.references if one.date}
    assert len(plan.document.references) == 3
    assert named == {
        ("ĐA", "21", "ĐA/TU", "2025-12-11"),
        ("KH", "37", "KH/TU", "2026-01-10"),
        ("KH", "60", "KH/ĐU", "2026-02-12"),
    }


def test_outline_has_ten_sectors_nine_task_groups_and_six_groups_of_measures(plan):
    assert [item.path for item in plan.document.outline] == ["I", "II", "III", "IV", "V"]
    assert [len(part(plan, path).children) for path in ("I", "II", "III", "IV", "V")] == [2, 10, 9, 6, 3]


def test_nineteen_targets(plan):
    read = [(one.path, one.subject, one.comparator.value, one.value, one.aspirational) for one in plan.targets]
    assert read == TARGETS


def test_seventeen_percentages_one_state_to_keep_and_one_thing_to_have(plan):
    assert sum(one.kind is Kind.RATIO and one.unit == "%" for one in plan.targets) == 17
    assert [one.path for one in plan.targets if one.comparator is Comparator.MAINTAIN and one.kind is Kind.STATUS] == ["II.5"]
    assert [one.path for one in plan.targets if one.comparator is Comparator.EXISTS and one.kind is Kind.EXISTENCE] == ["II.8"]
    assert {one.year for one in plan.targets} == {2030}


def test_every_sector_has_its_targets_in_the_order_of_the_plan(plan):
    assert list(dict.fromkeys(one.sector for one in plan.targets)) == list(Sector)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("III.2", [Quantity(5, "km", "kênh mương", approximate=True)]),
        (
            "III.4",
            [
                Quantity(4, "phòng", "học mầm non"),
                Quantity(7, "hạng mục", "công trình phụ trợ khác"),
                Quantity(2, "phòng", "mầm non"),
                Quantity(5, "phòng", "trung học cơ sở"),
                Quantity(10, "bộ", "thiết bị dạy học tối thiểu"),
            ],
        ),
        ("III.8", [Quantity(100, "%", "các thôn")]),
    ],
)
def test_quantities_of_the_tasks(plan, path, expected):
    assert quantities(plan, path) == expected


def test_quantities_stand_only_where_the_plan_counts(plan):
    assert {task.path for task in plan.tasks if task.quantities} == {"III.2", "III.4", "III.8"}


def test_every_group_of_section_three_has_tasks(plan):
    assert {task.path for task in plan.tasks} == {f"III.{n}" for n in range(1, 10)}


def test_preschool_tasks_share_the_verb_before_them(plan):
    tasks = [task for task in plan.tasks if task.path == "III.4"]
    assert [task.action for task in tasks] == ["Đầu tư xây dựng mới"] * 3
    assert {task.sector for task in tasks} == {Sector.EDUCATION}


def test_irrigation_and_clean_water_are_told_apart_in_one_part(plan):
    assert [task.sector for task in plan.tasks if task.path == "III.2"] == [Sector.IRRIGATION, Sector.IRRIGATION, Sector.WATER]


def test_who_does_what(plan):
    assert [(one.path, one.actor, one.role) for one in plan.assignments] == [
        ("IV.1", "Lê Hoàng Anh - Phó Chủ tịch UBND xã", Role.DIRECTS),
        ("V.1", "Các phòng chuyên môn, đơn vị trực thuộc", Role.CARRIES_OUT),
        ("V.2", "Phòng kinh tế", Role.LEADS),
        ("V.2", "các phòng, đơn vị liên quan", Role.COOPERATES),
        ("V.3", "Các thôn trên địa bàn xã", Role.CARRIES_OUT),
    ]


def test_inspections_campaign_and_regular_reports(plan):
    assert [(one.path, one.kind, one.every, one.start, one.due) for one in plan.schedules] == [
        ("IV.4", ScheduleKind.START, None, "2026-Q1", None),
        ("IV.6", ScheduleKind.RECURRING, Every.QUARTER, None, None),
        ("IV.6", ScheduleKind.AD_HOC, None, None, None),
        ("V.1", ScheduleKind.RECURRING, None, None, None),
    ]


def test_what_is_between_the_lines_is_not_listed_as_unread(plan):
    assert plan.unread == ()
