"""Schools, the health station, houses of culture, the market: places people go to."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from hatang.assets.kinds.kind import POINT, Attribute, Kind
from hatang.core.sectors import Sector

SCHOOL_LEVELS = (("preschool", _("Mầm non")), ("primary", _("Tiểu học")), ("lower_secondary", _("Trung học cơ sở")))
REACH = (("commune", _("Xã")), ("village", _("Thôn")))
STANDARD = Attribute("meets_standard", _("Đạt chuẩn theo quy định"), "yes_no", required=True)
PLACES = (
    Kind(
        "school", Sector.EDUCATION, _("Trường học"), ("point", "area"),
        (
            Attribute("level", _("Cấp học"), "choice", choices=SCHOOL_LEVELS, required=True),
            Attribute("meets_standard", _("Đạt chuẩn cơ sở vật chất"), "yes_no", required=True),
            Attribute("pupils", _("Số học sinh"), "count"),
        ),
    ),
    Kind(
        "classrooms", Sector.EDUCATION, _("Dãy phòng học"), POINT,
        (
            Attribute("level", _("Cấp học"), "choice", choices=SCHOOL_LEVELS, required=True),
            Attribute("school", _("Thuộc trường"), "text"),
            Attribute("rooms", _("Số phòng học"), "count", unit="phòng", required=True),
            Attribute("solid", _("Số phòng kiên cố"), "count", unit="phòng", required=True),
        ),
    ),
    Kind(
        "health_station", Sector.HEALTH, _("Trạm y tế, điểm trạm"), POINT,
        (
            Attribute("meets_criteria", _("Đạt Tiêu chí quốc gia về y tế"), "yes_no", required=True),
            Attribute("rooms", _("Số phòng"), "count"),
        ),
    ),
    Kind(
        "house_of_culture", Sector.CULTURE, _("Nhà văn hóa"), POINT,
        (
            Attribute("reach", _("Cấp"), "choice", choices=REACH, required=True),
            STANDARD,
            Attribute("seats", _("Số chỗ ngồi"), "count"),
            Attribute("area", _("Diện tích"), "number", unit="m²"),
        ),
    ),
    Kind(
        "sports_ground", Sector.CULTURE, _("Sân thể thao"), ("point", "area"),
        (Attribute("reach", _("Cấp"), "choice", choices=REACH, required=True), STANDARD),
    ),
    Kind(
        "playground", Sector.CULTURE, _("Điểm vui chơi cộng đồng"), ("point", "area"),
        (Attribute("reach", _("Cấp"), "choice", choices=REACH, required=True), STANDARD),
    ),
    Kind(
        "market", Sector.COMMERCE, _("Chợ, điểm mua bán"), ("point", "area"),
        (STANDARD, Attribute("stalls", _("Số điểm kinh doanh"), "count"), Attribute("area", _("Diện tích"), "number", unit="m²")),
    ),
)  # fmt: skip
