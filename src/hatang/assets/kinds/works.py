"""Roads, crossings, canals and what brings water and power: works that run through the land."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from hatang.assets.kinds.kind import LINE, POINT, Attribute, Kind
from hatang.core.sectors import Sector

ROAD_CLASSES = (
    ("commune", _("Đường xã")),
    ("axis", _("Đường trục thôn, liên thôn")),
    ("alley", _("Đường ngõ, xóm")),
    ("field", _("Đường nội đồng")),
)
SURFACES = (
    ("asphalt", _("Nhựa")),
    ("concrete", _("Bê tông")),
    ("paved", _("Lát gạch, đá")),
    ("gravel", _("Cấp phối, rải sỏi")),
    ("earth", _("Đất")),
)
WORKS = (
    Kind(
        "road_segment", Sector.TRANSPORT, _("Đoạn đường"), LINE,
        (
            Attribute("class", _("Loại đường"), "choice", choices=ROAD_CLASSES, required=True),
            Attribute("surface", _("Mặt đường"), "choice", choices=SURFACES, required=True),
            Attribute("width", _("Bề rộng mặt đường"), "number", unit="m"),
            Attribute("from_to", _("Điểm đầu – điểm cuối"), "text"),
        ),
        has_length=True,
    ),
    Kind(
        "crossing", Sector.TRANSPORT, _("Cầu, cống, tràn"), ("point", "line"),
        (
            Attribute("type", _("Loại công trình"), "choice", required=True,
                      choices=(("bridge", _("Cầu")),
                               ("culvert", _("Cống")), ("spillway", _("Tràn")), ("footbridge", _("Cầu dân sinh")))),
            Attribute("span", _("Chiều dài"), "number", unit="m"),
            Attribute("load", _("Tải trọng cho phép"), "number", unit="tấn"),
        ),
    ),
    Kind(
        "canal", Sector.IRRIGATION, _("Kênh mương"), LINE,
        (
            Attribute("lined", _("Chiều dài đã kiên cố hóa"), "number", unit="m", required=True),
            Attribute("served", _("Diện tích phục vụ"), "number", unit="ha"),
        ),
        has_length=True,
    ),
    Kind(
        "water_source", Sector.IRRIGATION, _("Đập, hồ, trạm bơm"), POINT,
        (
            Attribute("type", _("Loại công trình"), "choice", required=True,
                      choices=(("dam", _("Đập dâng")), ("reservoir", _("Hồ chứa")), ("pump", _("Trạm bơm")))),
            Attribute("served", _("Diện tích phục vụ"), "number", unit="ha"),
        ),
    ),
    Kind(
        "transformer", Sector.ELECTRICITY, _("Trạm biến áp"), POINT,
        (
            Attribute("capacity", _("Công suất"), "number", unit="kVA"),
            Attribute("households", _("Số hộ cấp điện"), "count", unit="hộ"),
        ),
    ),
    Kind(
        "water_scheme", Sector.WATER, _("Công trình cấp nước tập trung"), POINT,
        (
            Attribute("capacity", _("Công suất"), "number", unit="m³/ngày"),
            Attribute("households", _("Số hộ được cấp nước"), "count", unit="hộ", required=True),
            Attribute("meets_standard", _("Nước đạt quy chuẩn"), "yes_no", required=True),
        ),
    ),
)  # fmt: skip
