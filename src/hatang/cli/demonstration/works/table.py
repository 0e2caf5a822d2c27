"""The illustrative works, one a line: every task of section III of the plan that works carry out has some."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

COMMUNITY, GROUP_C, EQUIPMENT, REQUEST = "community", "group_c", "equipment", "request"
MILLION = 1_000_000


class Row(NamedTuple):
    """A work. `task` is how its task in the plan begins (action, object); `cost` is in million đồng; `asset` is how the name of
    what it improves begins, and `attributes` what that is afterwards; `journey` is how far it came (`journeys.JOURNEYS`)."""

    key: str
    name: str
    kind: str
    task: str
    villages: tuple[int, ...]
    size: tuple[str, str]
    cost: int
    journey: str
    effect: tuple[str, str] | None = None
    asset: str = ""
    attributes: Mapping[str, Any] | None = None
    new: tuple[str, Mapping[str, Any]] | None = None
    percent: int = 0
    source: str = "ctmtqg"


ROADS, IRRIGATION, CANALS, WATER, POWER = "đường trục thôn", "công trình thủy lợi", "kênh mương", "cấp nước sinh hoạt", "điện lực"
ROOMS, BESIDE, SETS, STATION, HALLS = "phòng học mầm non", "hạng mục", "bộ thiết bị", "Trạm y tế xã", "hệ thống nhà văn hóa"
GROUNDS, MARKET, FUNDS, RADIO, MORE = "điểm vui chơi", "chợ Sỹ Bình", "nguồn lực xã hội", "đài truyền thanh", "cụm thu phát"
INSTEAD, PHONE, POST, WASTE, TEAMS = (
    "cụm loa có dây",
    "các trạm phát sóng",
    "các điểm cung cấp",
    "trang thiết bị thu gom",
    "tổ vệ sinh",
)
CONCRETE = {"surface": "concrete"}
ICT = {"type": "ict"}
AXIS, ALLEY, FIELD = "Đường trục thôn đoạn", "Đường ngõ đoạn", "Đường nội đồng đoạn"

ROWS = (
    Row("axis7", "Cứng hóa đường trục thôn Minh Họa 7, đoạn 1", GROUP_C, ROADS, (7,), ("1.148", "km"), 1_900, "paying",
        ("roads.axis", "1.148"), f"{AXIS} 1, thôn Minh Họa 7", CONCRETE, None, 45),
    Row("axis3", "Cứng hóa đường trục thôn Minh Họa 3, đoạn 1", COMMUNITY, ROADS, (3,), ("1.032", "km"), 1_350, "accepted",
        ("roads.axis", "1.032"), f"{AXIS} 1, thôn Minh Họa 3", CONCRETE, None, 100),
    Row("axis13", "Cứng hóa đường trục thôn Minh Họa 13, đoạn 1", GROUP_C, ROADS, (13,), ("0.835", "km"), 1_420, "preparation",
        ("roads.axis", "0.835"), f"{AXIS} 1, thôn Minh Họa 13", CONCRETE),
    Row("axis11", "Cứng hóa đường trục thôn Minh Họa 11, đoạn 2", COMMUNITY, ROADS, (11,), ("0.941", "km"), 1_300, "in_plan",
        ("roads.axis", "0.941"), f"{AXIS} 2, thôn Minh Họa 11", CONCRETE),
    Row("commune10", "Nâng cấp đường xã đoạn qua thôn Minh Họa 10", GROUP_C, ROADS, (10,), ("1.423", "km"), 6_200, "paying",
        ("roads.commune", "1.423"), "Đường xã đoạn 1, thôn Minh Họa 10", {"surface": "asphalt"}, None, 60, "tinh"),
    Row("alley1", "Cứng hóa đường ngõ thôn Minh Họa 1, đoạn 2", COMMUNITY, ROADS, (1,), ("0.185", "km"), 130, "maintained",
        ("roads.alley", "0.185"), f"{ALLEY} 2, thôn Minh Họa 1 ", CONCRETE, None, 100, "xa"),
    Row("alley8", "Cứng hóa đường ngõ thôn Minh Họa 8, đoạn 4", COMMUNITY, ROADS, (8,), ("0.214", "km"), 150, "advanced",
        ("roads.alley", "0.214"), f"{ALLEY} 4, thôn Minh Họa 8", CONCRETE, None, 35, "xa"),
    Row("alley12", "Cứng hóa đường ngõ thôn Minh Họa 12, đoạn 4", COMMUNITY, ROADS, (12,), ("0.385", "km"), 270, "in_plan",
        ("roads.alley", "0.385"), f"{ALLEY} 4, thôn Minh Họa 12", CONCRETE),
    Row("alley9", "Cứng hóa đường ngõ thôn Minh Họa 9, đoạn 5", COMMUNITY, ROADS, (9,), ("0.204", "km"), 140, "proposed",
        ("roads.alley", "0.204"), f"{ALLEY} 5, thôn Minh Họa 9", CONCRETE),
    Row("field2", "Cứng hóa đường nội đồng thôn Minh Họa 2, đoạn 1", COMMUNITY, ROADS, (2,), ("0.477", "km"), 420, "built",
        ("roads.field", "0.477"), f"{FIELD} 1, thôn Minh Họa 2 ", CONCRETE, None, 100, ""),
    Row("field6", "Cứng hóa đường nội đồng thôn Minh Họa 6, đoạn 1", COMMUNITY, ROADS, (6,), ("0.631", "km"), 560, "paused",
        ("roads.field", "0.631"), f"{FIELD} 1, thôn Minh Họa 6", CONCRETE),
    Row("field8", "Cứng hóa đường nội đồng thôn Minh Họa 8, đoạn 1", COMMUNITY, ROADS, (8,), ("0.770", "km"), 680, "cancelled",
        ("roads.field", "0.770"), f"{FIELD} 1, thôn Minh Họa 8", CONCRETE, None, 0, ""),
    Row("bridge9", "Xây dựng lại cầu dân sinh thôn Minh Họa 9", GROUP_C, ROADS, (9,), ("1", "cầu"), 2_800, "advanced",
        None, "Cầu dân sinh trên đường", {"type": "bridge"}, None, 20, "tinh"),
    Row("spillway12", "Sửa chữa tràn dân sinh thôn Minh Họa 12", COMMUNITY, ROADS, (12,), ("1", "tràn"), 460, "preparation",
        None, "Tràn trên đường thôn Minh Họa 12", {}),
    Row("canal1", "Kiên cố hóa kênh mương thôn Minh Họa 1", COMMUNITY, CANALS, (1,), ("1.000", "km"), 1_150, "paying",
        ("canals.lined", "1.000"), "Mương tưới thôn Minh Họa 1 ", {"lined": "1000"}, None, 70),
    Row("canal2", "Kiên cố hóa kênh mương thôn Minh Họa 2", COMMUNITY, CANALS, (2,), ("0.800", "km"), 900, "handed",
        ("canals.lined", "0.800"), "Mương tưới thôn Minh Họa 2 ", {"lined": "1237.4"}, None, 100),
    Row("canal8", "Kiên cố hóa kênh mương thôn Minh Họa 8", GROUP_C, CANALS, (8,), ("1.800", "km"), 2_300, "preparation",
        ("canals.lined", "1.800"), "Mương tưới thôn Minh Họa 8 ", {"lined": "1800"}),
    Row("canal11", "Kiên cố hóa kênh mương thôn Minh Họa 11", COMMUNITY, CANALS, (11,), ("0.700", "km"), 780, "in_plan",
        ("canals.lined", "0.700"), "Mương tưới thôn Minh Họa 11 ", {"lined": "700"}),
    Row("canal13", "Kiên cố hóa kênh mương thôn Minh Họa 13", COMMUNITY, CANALS, (13,), ("0.700", "km"), 800, "proposed",
        ("canals.lined", "0.700"), "Mương tưới thôn Minh Họa 13 ", {"lined": "1083.9"}),
    Row("pump6", "Sửa chữa trạm bơm tưới thôn Minh Họa 6", GROUP_C, IRRIGATION, (6,), ("1", "trạm"), 640, "preparation",
        ("irrigation.area", "9.5"), "Trạm bơm thôn Minh Họa 6", {}),
    Row("water9", "Sửa chữa công trình cấp nước sinh hoạt thôn Minh Họa 9", COMMUNITY, WATER, (9,), ("1", "công trình"), 520,
        "paying", ("water.households", "44"), "Công trình cấp nước thôn Minh Họa 9", {}, None, 55),
    Row("water7", "Xây dựng công trình cấp nước sinh hoạt thôn Minh Họa 7", GROUP_C, WATER, (7,), ("1", "công trình"), 2_100,
        "in_plan", ("water.households", "60"), "", None, ("water_scheme", {"households": 60, "meets_standard": True})),
    Row("water8", "Nâng cấp công trình cấp nước sinh hoạt thôn Minh Họa 8", COMMUNITY, WATER, (8,), ("1", "công trình"), 690,
        "proposed", ("water.households", "58"), "Công trình cấp nước thôn Minh Họa 8", {"meets_standard": True}),
    Row("power-words", "Phối hợp điện lực tuyên truyền sử dụng điện an toàn tại các thôn", REQUEST, POWER, (4, 7, 12, 14),
        ("4", "buổi"), 0, "answered"),
    Row("power7", "Đề nghị điện lực thay dây sau công tơ thôn Minh Họa 7", REQUEST, POWER, (7,), ("14", "hộ"), 0, "sent",
        ("power.safe_households", "14")),
    Row("rooms7", "Xây dựng 2 phòng học mầm non điểm trường thôn Minh Họa 7", GROUP_C, ROOMS, (7,), ("2", "phòng"), 1_500,
        "paying", ("classrooms.solid", "2"), "Điểm trường mầm non thôn Minh Họa 7", {"rooms": 2, "solid": 2}, None, 65,
        "trung-han"),
    Row("rooms2", "Xây dựng 2 phòng học mầm non điểm trường thôn Minh Họa 2", GROUP_C, ROOMS, (2,), ("2", "phòng"), 1_500,
        "preparation", ("classrooms.solid", "1"), "Điểm trường mầm non thôn Minh Họa 2", {"rooms": 3, "solid": 3}, None, 0,
        "trung-han"),
    Row("beside2", "Xây dựng 2 phòng phụ trợ Trường Mầm non", GROUP_C, BESIDE, (5,), ("2", "hạng mục"), 980, "in_plan", None,
        "Trường Mầm non", {}, None, 0, "trung-han"),
    Row("beside5", "Xây dựng 5 phòng phụ trợ Trường Trung học cơ sở", GROUP_C, BESIDE, (10,), ("5", "hạng mục"), 2_400,
        "preparation", None, "Trường Trung học cơ sở", {}, None, 0, "trung-han"),
    Row("sets6", "Mua sắm 6 bộ thiết bị dạy học tối thiểu, đợt 1", EQUIPMENT, SETS, (5,), ("6", "bộ"), 720, "settled",
        None, "Trường Tiểu học", {}, None, 100, "tinh"),
    Row("sets4", "Mua sắm 4 bộ thiết bị dạy học tối thiểu, đợt 2", EQUIPMENT, SETS, (10,), ("4", "bộ"), 480, "in_plan", None,
        "", None, None, 0, "tinh"),
    Row("station", "Nâng cấp điểm trạm y tế số 2", GROUP_C, STATION, (13,), ("1", "trạm"), 3_600, "preparation", None,
        "Điểm trạm y tế số 2", {"meets_criteria": True}, None, 0, "trung-han"),
    Row("medical", "Mua sắm bổ sung thiết bị y tế cho Trạm Y tế xã", EQUIPMENT, STATION, (5,), ("1", "gói"), 850, "accepted",
        None, "Trạm Y tế xã", {}, None, 100, "tinh"),
    Row("hall", "Cải tạo nhà văn hóa xã", GROUP_C, HALLS, (5,), ("1", "nhà"), 3_200, "in_plan", ("culture.commune", "1"),
        "Nhà văn hóa xã", {"meets_standard": True}, None, 0, "trung-han"),
    Row("hall7", "Xây dựng lại nhà văn hóa thôn Minh Họa 7", COMMUNITY, HALLS, (7,), ("1", "nhà"), 950, "advanced",
        ("culture.villages", "1"), "Nhà văn hóa thôn Minh Họa 7", {"meets_standard": True}, None, 30),
    Row("hall12", "Sửa chữa nhà văn hóa thôn Minh Họa 12", COMMUNITY, HALLS, (12,), ("1", "nhà"), 380, "proposed",
        ("culture.villages", "1"), "Nhà văn hóa thôn Minh Họa 12", {"meets_standard": True}),
    Row("play5", "Bố trí điểm vui chơi, sân thể thao thôn Minh Họa 5", COMMUNITY, GROUNDS, (5,), ("1", "điểm"), 240, "in_plan",
        None,
        "", None, ("playground", {"reach": "village", "meets_standard": True}), 0, "xa"),
    Row("market", "Cải tạo, sửa chữa chợ Sỹ Bình", GROUP_C, MARKET, (5,), ("1", "chợ"), 4_800, "paying",
        ("markets.standard", "1"), "Chợ Sỹ Bình", {"meets_standard": True}, None, 40, "tinh"),
    Row("market-run", "Mời hợp tác xã, hộ kinh doanh tham gia quản lý chợ Sỹ Bình", REQUEST, FUNDS, (5,), ("1", "chợ"), 0,
        "sent"),
    Row("radio", "Nâng cấp đài truyền thanh xã", EQUIPMENT, RADIO, (5,), ("1", "đài"), 410, "built", None,
        "Đài truyền thanh xã", {}, None, 100, "xa"),
    Row("speakers7", "Mở rộng cụm thu phát thanh thôn Minh Họa 7 và thôn Minh Họa 12", EQUIPMENT, MORE, (7, 12), ("2", "cụm"),
        160,
        "preparation", ("loudspeakers.villages", "2"), "", None, ("loudspeakers", {"type": "ict", "speakers": 4}), 0, "xa"),
    Row("speakers8", "Thay cụm loa hỏng thôn Minh Họa 8 bằng cụm thu phát ứng dụng viễn thông", EQUIPMENT, INSTEAD, (8,),
        ("1", "cụm"), 80, "handed", ("loudspeakers.villages", "1"), "Cụm loa thôn Minh Họa 8", ICT, None, 100, "xa"),
    Row("speakers11", "Thay cụm loa hỏng thôn Minh Họa 4 và thôn Minh Họa 11", EQUIPMENT, INSTEAD, (4, 11), ("2", "cụm"), 160,
        "in_plan", ("loudspeakers.villages", "2"), "Cụm loa thôn Minh Họa 11", ICT, None, 0, "xa"),
    Row("phone4", "Đề nghị nhà mạng phủ sóng khu lõm thôn Minh Họa 4", REQUEST, PHONE, (4,), ("1", "trạm"), 0, "promised"),
    Row("phone7", "Đề nghị nhà mạng phủ sóng khu lõm thôn Minh Họa 7", REQUEST, PHONE, (7,), ("1", "trạm"), 0, "sent"),
    Row("phone12", "Đề nghị nhà mạng phủ sóng khu lõm thôn Minh Họa 12", REQUEST, PHONE, (12,), ("1", "trạm"), 0, "declined"),
    Row("phone9", "Đề nghị nhà mạng tăng cường sóng thôn Minh Họa 9", REQUEST, PHONE, (9,), ("1", "trạm"), 0, "answered"),
    Row("post", "Đề nghị bưu điện duy trì hai điểm phục vụ bưu chính", REQUEST, POST, (5, 10), ("2", "điểm"), 0, "promised"),
    Row("carts", "Mua xe thu gom rác và thùng chứa rác cho sáu thôn", EQUIPMENT, WASTE, (2, 4, 7, 8, 11, 12), ("6", "thôn"), 330,
        "advanced", ("waste.households", "210"), "", None, None, 50, "xa"),
    Row("teams", "Thành lập, trang bị ban đầu cho tổ vệ sinh môi trường bốn thôn", EQUIPMENT, TEAMS, (4, 7, 9, 11), ("4", "tổ"),
        60,
        "in_plan", ("waste.households", "120"), "", None, None, 0, "xa"),
    Row("axis7-again", "Bê tông hóa đường trục thôn Minh Họa 7, đoạn 1", COMMUNITY, ROADS, (7,), ("1.148", "km"), 1_700,
        "proposed",
        None, f"{AXIS} 1, thôn Minh Họa 7", CONCRETE),
)  # fmt: skip
