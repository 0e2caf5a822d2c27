"""Which of the ten kinds of infrastructure a phrase is about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from vanban.plan.model import Sector
from vanban.text.folding import unify_tones

_WORDS = {
    Sector.TRANSPORT: "giao thông|đường xã|đường trục|đường thôn|đường liên|đường ngõ|đường xóm|đường nội đồng|đường bê tông|"
        "đường giao thông|đường nhựa|"
    "đường tỉnh|đường huyện|đường bộ|tuyến đường|km đường|đường|nhựa hóa|bê tông hóa|cứng hóa|cầu dân sinh|cầu treo|cầu|cống|"
    "tràn|ngầm|vỉa hè|bến xe|vận tải",
    Sector.IRRIGATION: "thủy lợi|kênh mương|kênh|mương|tưới tiêu|tưới|hồ chứa|đập|trạm bơm|đê điều|đê|phai|nội đồng hóa|"
        "thủy nông|hồ đập",
    Sector.ELECTRICITY: "điện lưới|lưới điện|hạ tầng điện|cấp điện|sử dụng điện|trạm biến áp|đường dây|điện lực|điện năng|"
        "điện nông thôn|đường điện|đường dây|chiếu sáng|bóng đèn|đèn|điện",
    Sector.EDUCATION: "trường học|trường mầm non|trường tiểu học|trường trung học|trường phổ thông|trường thcs|phòng học|"
        "lớp học|giáo dục|mẫu giáo|nhà trẻ|ra lớp|bàn ghế|trường chuẩn quốc gia|trường đạt chuẩn|điểm trường|"
        "dạy học|học sinh|mầm non|"
    "trung học cơ sở|tiểu học|bán trú|nội trú|giáo viên|đào tạo nghề",
    Sector.HEALTH: "trạm y tế|y tế|khám bệnh|chữa bệnh|khám chữa bệnh|sức khỏe|bác sĩ|bảo hiểm y tế|phòng bệnh|"
        "bệnh viện|giường bệnh|suy dinh dưỡng|tiêm chủng|trạm xá",
    Sector.CULTURE: "nhà văn hóa|văn hóa|thể thao|sân thể thao|vui chơi|thư viện|sinh hoạt cộng đồng|thể dục|"
        "sân vận động|nhà thi đấu|di tích|tủ sách",
    Sector.COMMERCE: "chợ|thương mại|siêu thị|cửa hàng|mua bán|trao đổi hàng hóa|trung tâm thương mại|hàng hóa|ki ốt",
    Sector.INFORMATION: "truyền thanh|thông tin và truyền thông|thông tin|truyền thông|viễn thông|internet|băng rộng|"
        "vùng lõm sóng|lõm sóng|phát sóng|sóng điện thoại|sóng di động|di động|"
    "bts|4g|5g|chuyển đổi số|bưu chính|bưu điện|cụm loa|loa|wifi|dịch vụ công|cáp quang|phát thanh|"
        "chính quyền số|nền tảng số|điện thoại|điện thoại thông minh|phủ sóng|phủ sóng di động|"
        "định danh điện tử|"
        "thanh toán điện tử|công nghệ số|kỹ năng số|công nghệ thông tin|hạ tầng số|mạng lan|máy tính|"
        "đài truyền thanh|điều hành thông minh|trung tâm điều hành",
    Sector.WATER: "nước sạch|nước sinh hoạt|cấp nước|nước hợp vệ sinh|cấp nước sinh hoạt|nước sinh hoạt tập trung|"
        "bể nước|giếng|bể chứa|đường ống|ống nước|mẫu nước|"
        "nước tự chảy|tự chảy|công trình nước",
    Sector.ENVIRONMENT: "môi trường|rác thải|rác|chất thải|nước thải|thu gom|phân loại|vệ sinh môi trường|nghĩa trang|"
        "cây xanh|hố xí|nhà tiêu|bãi rác|lò đốt|khói bụi|bao bì thuốc|trồng rừng|che phủ rừng|thùng rác|tiêu hợp vệ sinh",
}  # fmt: skip
_PATTERNS = {
    sector: re.compile(r"(?<!\w)(?:" + "|".join(sorted(map(re.escape, map(unify_tones, words.split("|"))), key=len,
        reverse=True)) + r")(?![\w\u0300-\u036f])")
    for sector, words in _WORDS.items()
}  # fmt: skip

_MISLEADING = {
    Sector.ELECTRICITY: re.compile("|".join(map(unify_tones, ("điện thoại", "điện tử", "điện ảnh", "bưu điện")))),
    Sector.TRANSPORT: re.compile(
        rf"(?:km )?{unify_tones('đường')} (?:{'|'.join(map(unify_tones, ('điện', 'dây', 'ống', 'truyền')))})"
    ),
}
"""Words that hold the name of a sector and speak of another thing."""


@lru_cache(maxsize=8192)
def sector_of_phrase(phrase: str) -> Sector | None:
    """The sector with the most words in a phrase; at a tie the one named first; None where there is none."""
    text = unify_tones(phrase)
    best: tuple[int, int] | None = None
    winner = None
    for sector, pattern in _PATTERNS.items():
        found = list(pattern.finditer(_MISLEADING[sector].sub("", text) if sector in _MISLEADING else text))
        if not found:
            continue
        score = sum(len(match[0].split()) for match in found), -found[0].start()
        if best is None or score > best:
            best, winner = score, sector
    return winner


def sector_of(subject: str, headings: Iterable[str] = ()) -> Sector | None:
    """By the subject, else by the nearest heading that tells; `headings` from the nearest up."""
    return next((sector for phrase in (subject, *headings) if (sector := sector_of_phrase(phrase))), None)
