"""What the inventory says in sentences."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _

from hatang.assets.rules.lengths import compare
from hatang.ui.templatetags.ui import vn_number


def metres(value: Decimal) -> str:
    """A length as people read it: 850 m, 1,25 km."""
    if value < 1000:
        return f"{vn_number(value.quantize(Decimal('0.1')))} m"
    return f"{vn_number((value / 1000).quantize(Decimal('0.01')))} km"


def compared(stated: Decimal | None, measured: Decimal | None) -> str:
    """How the length on record stands to the one on the map, in a sentence; empty where one of the two is missing."""
    found = compare(stated, measured)
    if found is None:
        return ""
    values = {"metres": metres(found.difference), "percent": vn_number(found.percent)}
    sentences = {
        "agree": _("Hồ sơ và bản đồ khớp nhau (chênh %(metres)s, %(percent)s%%)."),
        "longer": _("Hồ sơ ghi dài hơn bản đồ %(metres)s (%(percent)s%%): kiểm tra hình vẽ đã đủ tuyến chưa."),
        "shorter": _("Hồ sơ ghi ngắn hơn bản đồ %(metres)s (%(percent)s%%): kiểm tra hình vẽ có đi quá tuyến không."),
        "unit": _("Hồ sơ ghi nhỏ hơn bản đồ hàng trăm lần: có thể đã ghi km vào ô tính bằng m."),
    }
    return sentences[found.verdict] % values
