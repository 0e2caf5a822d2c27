"""The verbs that open a piece of work."""

from __future__ import annotations

import re

from vanban.text.folding import lower

BUILDING = (
    "đầu tư xây dựng mới", "đầu tư xây dựng", "đầu tư xây mới", "đầu tư hoàn thiện", "đầu tư mua sắm bổ sung",
    "đầu tư mua sắm", "đầu tư mới", "đầu tư", "xây dựng mới",
    "xây dựng", "xây mới", "xây lắp", "xây", "nâng cấp", "cải tạo", "sửa chữa", "mở rộng", "mở mới", "kiên cố hóa",
    "kiên cố hoá", "cứng hóa", "cứng hoá",
    "bê tông hóa", "bê tông hoá", "nhựa hóa", "lắp đặt", "mua sắm", "mua", "trang bị", "thay thế", "thành lập", "hoàn thiện",
    "nạo vét", "duy tu", "bảo dưỡng", "bảo trì", "thay mới", "làm đường", "đấu nối",
    "bồi dưỡng", "mở", "dựng", "in", "kéo mới", "kéo dây", "kéo điện",
    "đào",
    "phát quang", "phát dọn", "khơi thông", "khơi", "vá", "đổ", "rải", "san gạt", "san lấp", "thảm nhựa", "phá dỡ", "cắm", "sơn",
    "in", "kéo mới", "kéo", "khởi công mới", "khởi công xây dựng", "khởi công", "lắp mới", "phục hồi", "gia cố",
    "tu bổ", "tôn tạo",
    "tu sửa", "khôi phục", "di dời", "bổ sung", "chỉnh trang", "làm mới", "làm", "trồng", "đào tạo", "cấp phát", "lắp", "khoan",
)  # fmt: skip
OTHER = (
    "tập trung ưu tiên đầu tư", "tập trung", "ưu tiên", "triển khai thực hiện", "triển khai", "tổ chức thực hiện", "tổ chức",
    "thực hiện", "phối hợp", "tăng cường", "hỗ trợ",
    "duy trì", "vận hành", "khuyến khích", "huy động", "rà soát", "quy hoạch", "đẩy mạnh", "tuyên truyền", "hướng dẫn",
    "đảm bảo", "bảo đảm", "tiếp tục", "chú trọng", "phát triển",
    "vận động", "khắc phục", "phát động", "kiểm tra", "giám sát", "hoàn thành", "lập", "phê duyệt", "ban hành", "cung cấp",
    "tập huấn", "phủ sóng", "chuyển đổi", "ứng dụng",
    "củng cố", "kiện toàn", "quản lý", "khai thác", "phân bổ", "chuẩn bị", "đề xuất", "tham mưu", "bố trí", "xóa", "xoá",
    "xóa bỏ", "xoá bỏ", "thu hút đầu tư", "thu hút", "thu gom", "xử lý", "nâng cao", "nâng",
    "giải phóng", "phấn đấu", "đưa", "nghiệm thu", "bàn giao", "cấp", "kết nối", "số hóa", "số hoá", "cải thiện",
    "phát huy", "lồng ghép", "xây dựng và", "giao",
    "thúc đẩy", "nghiên cứu", "khảo sát", "đôn đốc", "vệ sinh", "phân loại", "kêu gọi", "tạo", "hình thành", "phổ biến",
    "nhân rộng", "gắn", "thiết lập", "tích hợp", "sắp xếp", "lấy", "tổng hợp", "điều tra", "thống kê", "đánh giá",
    "xây dựng kế hoạch", "tiến hành", "giữ gìn", "giữ vững", "bảo vệ", "bảo tồn", "chăm sóc", "vay", "cho vay", "tiếp nhận",
    "trao", "tặng", "phát triển mới", "hạn chế", "giảm", "tăng", "công bố", "công khai", "cập nhật", "tìm kiếm", "giới thiệu",
    "mời gọi",
    "phân công", "theo dõi", "kết hợp", "hợp đồng", "đặt", "treo", "biên soạn", "tham gia", "đăng ký", "thẩm định",
)  # fmt: skip
_JOIN = r"(?:\s*,\s*|\s+và\s+|\s+hoặc\s+|\s*/\s*|\s+)"
_ADVERB = r"(?:\s+(?:thêm|mới|lại|kịp thời|đồng bộ|cơ bản|toàn bộ|bổ sung|bình quân|thường xuyên|thành công))?"


def _choice(verbs: tuple[str, ...]) -> str:
    """Longest first; matched with their marks, since "trồng" folded is also "trong"."""
    spelt = {spelling for verb in verbs for spelling in (verb, verb.replace("óa", "oá"), verb.replace("oá", "óa"))}
    return "|".join(re.escape(verb).replace(r"\ ", r"\s+") for verb in sorted(spelt, key=len, reverse=True))


_VERB = rf"(?!đầu tư công(?!\w)|cấp\s+(?:ủy|uỷ|xã|tỉnh|huyện|trên|dưới))(?:{_choice(BUILDING + OTHER)})(?!\w){_ADVERB}"
_BUILDING = rf"(?:{_choice(BUILDING)})(?!\w)"
_ENDING = rf"(?:{_choice((*BUILDING, 'hoàn thành', 'xóa bỏ'))})(?!\w)"
LEADING = re.compile(rf"\s*(?P<verbs>{_VERB}(?:{_JOIN}{_VERB})*+)(?!\w)")
NEW_BUILDING = re.compile(rf",\s+(?={_ENDING})|\s+và\s+(?={_BUILDING}\s+(?:\d|mới))")
"""Where a clause turns to a new piece of work; in text as `lower` gives it."""

ENDS_IN_VERB = re.compile(rf"(?<!\w)(?:{_choice(BUILDING + OTHER)}){_ADVERB}\s*$")
_BEFORE_AMOUNT = re.compile(rf"(?<!\w)(?:{_choice((*BUILDING, 'hoàn thành'))}){_ADVERB}(?:{_JOIN}{_VERB})*+\s*$")
_LATER = re.compile(rf"(?<!\w){_BUILDING}{_ADVERB}(?:{_JOIN}{_VERB})*(?!\w)")


def leading_verbs(text: str) -> int:
    """How many letters of a text its opening verbs take, 0 where it opens with none."""
    match = LEADING.match(lower(text))
    return match.end("verbs") if match else 0


def builds_before(text: str) -> bool:
    """Whether words end in a verb of building, as those right before an amount may: "phối hợp với X xây dựng" 4 trạm."""
    return bool(_BEFORE_AMOUNT.search(lower(text)))


def later_verbs(text: str) -> tuple[int, int] | None:
    """Where the first verbs of building stand in a text that opens with something else, None where there are none."""
    match = _LATER.search(lower(text))
    return match.span() if match else None
