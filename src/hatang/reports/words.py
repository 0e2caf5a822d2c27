"""Reports in the reader's language: kinds, spans, states, what stands in the way."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hatang.core.periods import Period
from hatang.reports.rules.spans import Span
from hatang.reports.rules.states import Hindrance, Move, State

MOVES = {
    Move.REVIEW: gettext_lazy("Xác nhận đã rà soát"),
    Move.SUBMIT: gettext_lazy("Trình ký"),
    Move.ISSUE: gettext_lazy("Ban hành"),
    Move.PUBLISH: gettext_lazy("Công bố"),
    Move.RETURN: gettext_lazy("Trả lại để sửa"),
}
DONE = {
    Move.REVIEW: gettext_lazy("Đã rà soát. Chữ và số của báo cáo từ đây giữ nguyên; trình ký khi sẵn sàng."),
    Move.SUBMIT: gettext_lazy("Đã trình ký."),
    Move.ISSUE: gettext_lazy("Đã ghi số, ngày ban hành. Báo cáo và số liệu của nó không đổi nữa."),
    Move.PUBLISH: gettext_lazy("Đã công bố báo cáo."),
    Move.RETURN: gettext_lazy("Đã trả báo cáo về bản thảo."),
}
HINDRANCES = {
    Hindrance.NOT_FROM_HERE: gettext_lazy("Báo cáo vừa được người khác chuyển bước. Hãy xem lại trạng thái trên trang."),
    Hindrance.SECTIONS_MISSING: gettext_lazy("Còn mục đơn vị chưa nộp. Hãy chờ đơn vị, hoặc nộp thay."),
    Hindrance.NO_NUMBER: gettext_lazy("Chưa ghi số văn bản."),
    Hindrance.NO_DATE: gettext_lazy("Chưa ghi ngày ban hành."),
    Hindrance.DATE_AHEAD: gettext_lazy("Ngày ban hành còn ở phía trước. Hãy ghi ngày đã ký."),
    Hindrance.NO_SIGNER: gettext_lazy("Chưa ghi họ tên người ký."),
    Hindrance.NO_REASON: gettext_lazy("Hãy ghi lý do trả lại để người lập biết cần sửa gì."),
}
BADGES = {
    State.DRAFT: "quiet",
    State.REVIEWED: "info",
    State.SUBMITTED: "warn",
    State.ISSUED: "good",
    State.PUBLISHED: "good",
}


def span_label(span: Span) -> str:
    """A span as documents say it: "quý III/2026", "9 tháng đầu năm 2026"."""
    if span.is_nine_months:
        return _("9 tháng đầu năm %(year)s") % {"year": str(span.first.year)}
    label = Period.parse(span.code).label()
    return _("giai đoạn %(years)s") % {"years": label} if "–" in label else label
