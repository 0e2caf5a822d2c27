"""The verbs that open a piece of work."""

from __future__ import annotations

import re

from vanban.text.folding import fold

BUILDING = (
    "đầu tư xây dựng mới", "đầu tư xây dựng", "đầu tư xây mới", "đầu tư hoàn thiện", "đầu tư mua sắm bổ sung",
    "đầu tư mua sắm", "đầu tư mới", "đầu tư", "xây dựng mới",
    "xây dựng", "xây mới", "xây lắp", "xây", "nâng cấp", "cải tạo", "sửa chữa", "mở rộng", "mở mới", "kiên cố hóa",
    "kiên cố hoá", "cứng hóa", "cứng hoá",
    "bê tông hóa", "bê tông hoá", "nhựa hóa", "lắp đặt", "mua sắm", "mua", "trang bị", "thay thế", "thành lập", "hoàn thiện",
    "nạo vét", "duy tu", "bảo dưỡng", "bảo trì",
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
    "thu hút", "thu gom", "xử lý", "nâng cao", "nâng",
    "giải phóng", "phấn đấu", "đưa", "khởi công", "nghiệm thu", "bàn giao", "cấp", "kết nối", "số hóa", "số hoá", "cải thiện",
    "phát huy", "lồng ghép", "xây dựng và", "giao",
    "thúc đẩy", "nghiên cứu", "khảo sát", "đôn đốc", "vệ sinh", "phân loại", "kêu gọi", "tạo", "hình thành", "phổ biến",
    "nhân rộng", "gắn", "thiết lập", "tích hợp",
)  # fmt: skip
_JOIN = r"(?:\s*,\s*|\s+và\s+|\s+hoặc\s+|\s*/\s*|\s+)"
_ADVERB = r"(?:\s+(?:thêm|mới|lại|kịp thời|đồng bộ|cơ bản|toàn bộ|bổ sung))?"


def _choice(verbs: tuple[str, ...]) -> str:
    return "|".join(re.escape(fold(verb)).replace(r"\ ", r"\s+") for verb in sorted(set(verbs), key=len, reverse=True))


_VERB = rf"(?:{_choice(BUILDING + OTHER)})(?!\w){fold(_ADVERB)}"
LEADING = re.compile(rf"\s*(?P<verbs>{_VERB}(?:{fold(_JOIN)}{_VERB})*)(?!\w)")
ONE = re.compile(rf"\s*{_VERB}")
NEW_BUILDING = re.compile(rf",\s+(?=(?:{_choice(BUILDING)})(?!\w))|\s+và\s+(?=(?:{_choice(BUILDING)})(?!\w)\s+(?:\d|mới))")

ENDS_IN_VERB = re.compile(rf"(?<!\w)(?:{_choice(BUILDING + OTHER)}){fold(_ADVERB)}\s*$")


def leading_verbs(text: str) -> int:
    """How many letters of a text its opening verbs take, 0 where it opens with none."""
    match = LEADING.match(fold(text))
    return match.end("verbs") if match else 0
