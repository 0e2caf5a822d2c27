"""The words that count and measure."""

from __future__ import annotations

import re

from vanban.text.folding import fold

MEASURES = ("km", "m2", "m²", "m3", "m³", "ha", "hecta", "mét", "m", "kwh", "kw", "kva", "kwp", "mw", "tấn", "kg", "lít",
        "triệu đồng", "tỷ đồng", "nghìn đồng", "đồng", "%")  # fmt: skip
COUNTERS = (
    "phòng", "hạng mục", "công trình", "bộ", "hộ", "thôn", "bản", "xóm", "tổ dân phố", "tổ", "cụm", "trạm biến áp", "trạm",
    "người", "lao động",
    "mô hình", "xe", "thùng", "chiếc", "cái", "tuyến", "cầu", "cống", "ngầm", "tràn", "đập", "hồ", "điểm", "nhà", "trường",
    "lớp",
    "xã", "phường", "dự án", "cơ sở", "bể", "giếng", "máy", "thiết bị", "hệ thống", "sân", "khu", "chợ", "loa", "buổi",
    "lượt người", "lượt", "cuộc", "hội nghị", "hội thi", "đợt", "lần", "tin, bài", "tin bài", "tin", "bài", "video", "cột",
    "bóng", "giường", "cán bộ", "bác sĩ",
    "sản phẩm", "hợp tác xã", "doanh nghiệp", "tiêu chí", "học sinh", "chỗ", "vị trí", "đoạn", "nhánh", "lối", "container",
    "tủ", "công tơ", "camera",
    "đèn", "cây", "gói thầu", "gói", "suất", "nhà vệ sinh", "máy tính", "đơn vị", "hộ gia đình", "hộ dân", "trụ sở",
    "nhà văn hóa", "nhà văn hoá",
    "giấy chứng nhận", "con", "ngày công", "ngày", "dịch vụ", "thủ tục", "hồ sơ", "lò đốt", "lò", "trung tâm", "siêu thị",
    "cửa hàng", "bếp", "mẫu", "phiên chợ", "thuê bao", "ghế",
    "thư viện", "danh mục", "ki ốt", "gian hàng", "bồn", "téc", "bãi", "nghĩa trang", "trụ", "biển báo", "biển",
    "rọ đá",
    "vườn", "trang trại", "đội", "câu lạc bộ", "nhóm", "hội viên", "đảng viên", "thành viên", "giáo viên", "bác sỹ",
    "viên chức", "công chức", "khu dân cư", "văn bản", "chuyên mục", "phóng sự", "pa nô", "áp phích", "tờ rơi", "băng rôn",
    "khẩu hiệu", "tài liệu", "cuốn", "ấn phẩm", "đồng hồ", "hố", "rãnh", "bể bơi", "lượt khách", "cửa van", "bộ phận",
    "ngôi nhà",
    "căn nhà", "mái nhà", "học viên", "thửa", "bến", "kè", "phai", "tháng", "giờ", "năm", "đài",
)  # fmt: skip
_PER = r"(?:/(?:người|hộ|năm|tháng|ngày đêm|ngày|thôn|xã|ha|lượt|giờ|h|giây|s)(?!\w))*"


def _choice(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(fold(word)).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


UNIT = rf"(?:{_choice((*MEASURES, *COUNTERS))})(?!\w){fold(_PER)}"
"""A unit in folded text, with what it is per ("trieu dong/nguoi/nam")."""

_MEASURE = re.compile(rf"(?:{_choice(MEASURES)})(?!\w)")


def is_measure(unit: str) -> bool:
    """Whether a unit measures (km, ha, %) rather than counts things (phòng, hộ)."""
    return bool(_MEASURE.match(fold(unit))) or "%" in unit
