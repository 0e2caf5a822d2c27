"""The catalogue that comes with the product: complete in both languages, and it knows every target of the bundled plan."""

from __future__ import annotations

import pytest
from django.utils import translation

from hatang.assets.rules.measures import MEASURES
from hatang.core.models import AuditEvent
from hatang.core.sectors import Sector
from hatang.indicators.catalogue import TEXTS, catalogue
from hatang.indicators.models import Indicator
from hatang.indicators.rules.matching import propose
from hatang.indicators.services import HasFigures, add_indicator, adopt_catalogue, change_indicator
from hatang.indicators.tests.ground import approved, make_indicator, make_period, make_villages

BUNDLED = [
    ("transport", "Tỷ lệ đường xã được nhựa hóa, bê tông hóa", "roads.commune"),
    ("transport", "Tỷ lệ đường trục thôn, liên thôn được cứng hóa", "roads.axis"),
    ("transport", "Tỷ lệ đường ngõ, xóm được cứng hóa", "roads.alley"),
    ("transport", "Tỷ lệ đường nội đồng được cứng hóa", "roads.field"),
    ("irrigation", "Tỷ lệ diện tích đất sản xuất nông nghiệp được tưới, tiêu chủ động", "irrigation.area"),
    ("irrigation", "tỷ lệ kênh mương được kiên cố hóa", "canals.lined"),
    ("electricity", "hộ dân được sử dụng điện thường xuyên, an toàn", "power.safe_households"),
    ("education", "Tỷ lệ trường học các cấp đạt chuẩn cơ sở vật chất", "schools.standard"),
    ("education", "phòng học kiên cố ở các cấp học", "classrooms.solid"),
    ("health", "xã đạt Tiêu chí quốc gia về Y tế theo quy định", "health.criteria"),
    ("culture", "Nhà văn hóa xã, sân thể thao xã và điểm vui chơi cộng đồng", "culture.commune"),
    ("culture", "Tỷ lệ thôn có nhà văn hóa theo quy định", "culture.villages"),
    ("commerce", "Chợ xã Vĩnh Thông hoặc điểm mua bán, trao đổi hàng hóa đạt chuẩn", "markets.standard"),
    ("information", "Xã có đài truyền thanh ứng dụng công nghệ thông tin - viễn thông", "radio.station"),
    ("information", "thôn có cụm đài truyền thanh", "loudspeakers.villages"),
    ("information", "tỷ lệ hộ dân trên địa bàn được cung cấp thông tin, tuyên truyền thiết yếu", "information.households"),
    ("information", "Tỷ lệ xã có hạ tầng thông tin, truyền thông, chuyển đổi số theo quy định của Bộ Khoa học và Công nghệ",
     "ict.commune"),
    ("water", "tỷ lệ hộ gia đình được sử dụng nước sạch, đạt chuẩn theo quy định", "water.households"),
    ("environment", "phân loại, thu gom, xử lý rác thải sinh hoạt tại nguồn", "waste.households"),
]  # fmt: skip
OTHER_WORDINGS = [
    ("transport", "ty le duong ngo xom duoc be tong hoa", "roads.alley"),
    ("transport", "Tỷ lệ km đường trục bản được cứng hoá", "roads.axis"),
    ("information", "100% thôn có sóng điện thoại", "phone.villages"),
    ("environment", "thôn có tổ vệ sinh môi trường", "waste.villages"),
    ("education", "xây dựng mới phòng học mầm non", "classrooms.built"),
    ("health", "Tỷ lệ người dân có hồ sơ sức khỏe", ""),
    ("", "tỷ lệ kênh mương được kiên cố hóa", "canals.lined"),
]


@pytest.mark.parametrize(("sector", "subject", "code"), [*BUNDLED, *OTHER_WORDINGS])
def test_a_sentence_leads_to_its_indicator(sector, subject, code):
    known = {name: (entry.sector, entry.pattern) for name, entry in catalogue().items()}
    assert propose(subject, sector, known) == code


def test_every_sector_has_a_definition_in_both_languages():
    assert {entry.sector for entry in catalogue().values()} == set(Sector.values)
    for entry in catalogue().values():
        assert set(entry.vi) == set(entry.en) == set(TEXTS), entry.code
        wanted = ["name", "how_to_collect", "definition_source", *(["denominator"] if entry.kind == "ratio" else [])]
        assert all(entry.vi[name] and entry.en[name] for name in wanted), entry.code


def test_what_the_inventory_counts_is_known_to_the_inventory():
    assert {entry.measure for entry in catalogue().values()} - {""} <= set(MEASURES)


def test_a_definition_without_its_text_at_hand_says_so():
    assert all("cần kiểm chứng" in entry.vi["definition_source"] for entry in catalogue().values())


def test_taking_over_twice_makes_no_second_copy(as_coordinator):
    first = adopt_catalogue()
    again = adopt_catalogue(["roads.axis"])
    assert len(first) == Indicator.objects.count() == len(catalogue())
    assert again == [row for row in first if row.code == "roads.axis"]
    assert AuditEvent.objects.filter(action="indicator.adopt").count() == len(catalogue())


def test_a_definition_speaks_the_language_of_the_reader(as_coordinator):
    row = make_indicator("roads.axis")
    assert row.said("name").startswith("Tỷ lệ đường trục thôn")
    with translation.override("en"):
        assert row.said("name").startswith("Share of main village")


def test_an_indicator_of_ones_own_has_a_code_of_its_own(as_coordinator):
    rows = [
        add_indicator(Indicator(name=f"Số cầu dân sinh {n}", sector="transport", kind="count", level="commune")) for n in "ab"
    ]
    assert [row.code for row in rows] == ["own.1", "own.2"]


def test_a_definition_can_be_worded_anew_but_not_become_another_thing_under_its_figures(as_coordinator):
    row = make_indicator("roads.axis")
    approved(row, make_period("2026-Q1"), make_villages(1)[0], 1, 2)
    row.name = "Tỷ lệ đường trục thôn đã cứng hóa"
    change_indicator(row, reason="gọi cho gọn")
    assert AuditEvent.objects.get(action="indicator.change").after == {"name": row.name}
    row.kind = "count"
    with pytest.raises(HasFigures):
        change_indicator(row)
