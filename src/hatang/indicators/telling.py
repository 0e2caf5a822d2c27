"""What is told about reported figures, in the reader's language. Rules give codes; the sentences stand here."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hatang.indicators.rules.jumps import Doubt
from hatang.ui.templatetags.ui import vn_number

WRONG = {
    "half_ratio": gettext_lazy("Tỷ lệ cần cả tử số và mẫu số."),
    "whole_of_a_count": gettext_lazy("Chỉ tiêu số lượng không có mẫu số."),
    "negative": gettext_lazy("Số không được âm."),
    "too_large": gettext_lazy("Số quá lớn. Hãy xem lại đơn vị tính."),
    "too_fine": gettext_lazy("Chỉ ghi tối đa bốn chữ số sau dấu phẩy."),
    "not_an_answer": gettext_lazy("Hãy chọn Có hoặc Không."),
    "of_nothing": gettext_lazy("Mẫu số bằng 0 trong khi tử số khác 0."),
    "long_words": gettext_lazy("Hãy viết không quá 1.000 ký tự."),
}
DOUBTS = {
    "larger_than_whole": gettext_lazy("Tử số %(part)s lớn hơn mẫu số %(whole)s."),
    "share_jumps": gettext_lazy("Tỷ lệ đổi nhiều so với kỳ trước: từ %(before)s%% thành %(after)s%%."),
    "whole_jumps": gettext_lazy("Mẫu số đổi nhiều so với kỳ trước: từ %(before)s thành %(after)s."),
    "count_jumps": gettext_lazy("Số đổi nhiều so với kỳ trước: từ %(before)s thành %(after)s."),
    "no_longer": gettext_lazy("Kỳ trước là Có, kỳ này là Không."),
    "no_proof": gettext_lazy("Trả lời Có cần văn bản chứng minh: đính kèm tệp, hoặc ghi số văn bản ở ghi chú."),
}


def wrong(code: str) -> str:
    """What is wrong with a field; a sentence made elsewhere is given back as it is."""
    return str(WRONG.get(code, code))


def doubt(found: Doubt) -> str:
    """One doubt as it is told."""
    return str(DOUBTS[found.code]) % {name: vn_number(figure) for name, figure in found.figures.items()}


def reason_wanted(found: Iterable[Doubt]) -> str:
    """Doubts as the sentence that asks for a reason."""
    return " ".join([*map(doubt, found), _("Hãy xem lại, hoặc ghi lý do.")])
