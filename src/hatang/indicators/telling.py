"""What is told about reported figures, in the reader's language. Rules give codes; the sentences stand here."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hatang.core.figures import Ratio
from hatang.indicators.rules.entries import parts_of
from hatang.indicators.rules.escalation import Level
from hatang.indicators.rules.jumps import Doubt
from hatang.indicators.workbook.model import Entry, Kind
from hatang.indicators.workbook.style import vietnamese
from hatang.ui.templatetags.ui import vn_number, vn_percent

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


def figure(kind: Kind, numerator: Decimal, denominator: Decimal | None, unit: str = "") -> str:
    """A figure as people read it: "4,1 / 12,35 km (33,2%)", "3 cụm", "Có"."""
    if kind.asks_answer:
        return _("Có") if numerator else _("Không")
    if kind == Kind.COUNT or denominator is None:
        return f"{vn_number(numerator)} {unit}".strip()
    share = Ratio(numerator, denominator).shown
    parts = f"{vn_number(numerator)} / {vn_number(denominator)} {unit}".strip()
    return parts if share is None else f"{parts} ({vn_percent(share)})"


def typed_number(number: Decimal | None) -> str:
    """A number as it is put back into a field, in the one way that is read there whatever the reader's language."""
    return "" if number is None else vietnamese(number)


FIELDS = {
    "numerator": gettext_lazy("Tử số hoặc giá trị"),
    "denominator": gettext_lazy("Mẫu số"),
    "reason": gettext_lazy("Lý do"),
    "note": gettext_lazy("Ghi chú"),
    "review_comment": gettext_lazy("Ý kiến người duyệt"),
}
LEVELS = {
    Level.NOT_DUE: gettext_lazy("chưa đến hạn"),
    Level.SOON: gettext_lazy("sắp đến hạn"),
    Level.UNIT: gettext_lazy("quá hạn: đơn vị"),
    Level.COORDINATOR: gettext_lazy("quá hạn: đã lên người điều phối"),
    Level.VICE_CHAIR: gettext_lazy("quá hạn: đã lên Phó Chủ tịch"),
    Level.CHAIR: gettext_lazy("quá hạn: đã lên Chủ tịch"),
}


def level(reached: Level) -> str:
    """How far something owed has climbed."""
    return str(LEVELS[reached])


def entry(kind: Kind, filled: Entry, unit: str = "") -> str:
    """What was filled in as people read it; empty where there is no figure."""
    return figure(kind, *parts_of(kind, filled), unit) if filled.has_figure else ""
