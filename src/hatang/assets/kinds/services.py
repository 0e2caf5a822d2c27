"""Broadcasting, phone coverage, post, power at home and waste: services, kept village by village."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from hatang.assets.kinds.kind import AREA, POINT, Attribute, Kind
from hatang.core.sectors import Sector

SIGNALS = (("good", _("Tốt")), ("weak", _("Yếu, chập chờn")), ("none", _("Không có sóng")))
SERVICES = (
    Kind(
        "power_service", Sector.ELECTRICITY, _("Cấp điện của thôn"), POINT,
        (
            Attribute("households", _("Số hộ"), "count", unit="hộ", required=True),
            Attribute("safe", _("Số hộ dùng điện thường xuyên, an toàn"), "count", unit="hộ", required=True),
        ),
    ),
    Kind(
        "radio_station", Sector.INFORMATION, _("Đài truyền thanh xã"), POINT,
        (Attribute("uses_ict", _("Ứng dụng công nghệ thông tin – viễn thông"), "yes_no", required=True),),
    ),
    Kind(
        "loudspeakers", Sector.INFORMATION, _("Cụm loa truyền thanh"), POINT,
        (
            Attribute("type", _("Loại cụm"), "choice", required=True,
                      choices=(("ict", _("Công nghệ thông tin – viễn thông")),
                               ("fm", _("Không dây FM")), ("wired", _("Có dây")))),
            Attribute("speakers", _("Số loa"), "count"),
        ),
    ),
    Kind(
        "phone_coverage", Sector.INFORMATION, _("Sóng di động của thôn"), ("point", "area"),
        (
            Attribute("network", _("Nhà mạng"), "text", required=True),
            Attribute("signal", _("Chất lượng sóng"), "choice", choices=SIGNALS, required=True),
        ),
    ),
    Kind(
        "dead_zone", Sector.INFORMATION, _("Vùng lõm sóng"), AREA,
        (
            Attribute("networks", _("Nhà mạng không có sóng"), "text"),
            Attribute("households", _("Số hộ trong vùng"), "count", unit="hộ"),
        ),
    ),
    Kind(
        "post_point", Sector.INFORMATION, _("Điểm bưu chính công cộng"), POINT,
        (Attribute("services", _("Dịch vụ"), "text"),),
    ),
    Kind(
        "waste_point", Sector.ENVIRONMENT, _("Điểm tập kết rác"), ("point", "area"),
        (
            Attribute("bins", _("Số thùng rác"), "count"),
            Attribute("carts", _("Số xe thu gom đẩy tay"), "count"),
        ),
    ),
    Kind(
        "sanitation_team", Sector.ENVIRONMENT, _("Tổ vệ sinh môi trường"), POINT,
        (
            Attribute("members", _("Số thành viên"), "count", required=True),
            Attribute("trips", _("Số lần thu gom mỗi tuần"), "count"),
        ),
    ),
)  # fmt: skip
