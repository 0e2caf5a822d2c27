"""What the states of works are called. Rules know codes; people read these."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from hatang.projects.rules.states import (
    Acceptance,
    Construction,
    Handover,
    Hindrance,
    Kind,
    Maintenance,
    Payment,
    Phase,
    Request,
    Settlement,
    Stage,
    Track,
)

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

Choices = list[tuple[str, "StrOrPromise"]]

KINDS: Choices = [
    (Kind.COMMUNITY.value, _("Công trình nhỏ, cộng đồng tự làm theo cơ chế đặc thù")),
    (Kind.GROUP_C.value, _("Dự án nhóm C")),
    (Kind.EQUIPMENT.value, _("Mua sắm trang thiết bị")),
    (Kind.REQUEST.value, _("Đề nghị đơn vị ngoài xã đầu tư")),
]
TRACKS: Choices = [
    (Track.STAGE.value, _("Giai đoạn")),
    (Track.CONSTRUCTION.value, _("Thi công, mua sắm")),
    (Track.ACCEPTANCE.value, _("Nghiệm thu")),
    (Track.HANDOVER.value, _("Bàn giao")),
    (Track.PAYMENT.value, _("Thanh toán")),
    (Track.SETTLEMENT.value, _("Quyết toán")),
    (Track.MAINTENANCE.value, _("Bảo trì")),
    (Track.REQUEST.value, _("Đề nghị")),
]
STAGES: Choices = [
    (Stage.PROPOSED.value, _("Đề xuất")),
    (Stage.IN_PLAN.value, _("Đã đưa vào kế hoạch")),
    (Stage.PREPARATION.value, _("Chuẩn bị đầu tư")),
    (Stage.UNDER_WAY.value, _("Đang thực hiện")),
    (Stage.CLOSED.value, _("Đã kết thúc")),
    (Stage.PAUSED.value, _("Tạm dừng")),
    (Stage.CANCELLED.value, _("Đã hủy")),
]
STATES: dict[Track, Choices] = {
    Track.STAGE: STAGES,
    Track.CONSTRUCTION: [
        (Construction.NONE.value, _("Chưa khởi công")),
        (Construction.STARTED.value, _("Đang thi công")),
        (Construction.FINISHED.value, _("Thi công xong")),
    ],
    Track.ACCEPTANCE: [
        (Acceptance.NONE.value, _("Chưa nghiệm thu")),
        (Acceptance.PARTIAL.value, _("Đã nghiệm thu một phần")),
        (Acceptance.ACCEPTED.value, _("Đã nghiệm thu hoàn thành")),
    ],
    Track.HANDOVER: [
        (Handover.NONE.value, _("Chưa bàn giao")),
        (Handover.PARTIAL.value, _("Đã bàn giao một phần")),
        (Handover.DONE.value, _("Đã bàn giao")),
    ],
    Track.PAYMENT: [
        (Payment.NONE.value, _("Chưa thanh toán")),
        (Payment.ADVANCED.value, _("Đã tạm ứng")),
        (Payment.PAYING.value, _("Đang thanh toán")),
        (Payment.PAID.value, _("Đã thanh toán hết")),
    ],
    Track.SETTLEMENT: [
        (Settlement.NONE.value, _("Chưa quyết toán")),
        (Settlement.SUBMITTED.value, _("Đã trình hồ sơ quyết toán")),
        (Settlement.VERIFIED.value, _("Đã thẩm tra quyết toán")),
        (Settlement.APPROVED.value, _("Đã phê duyệt quyết toán")),
    ],
    Track.MAINTENANCE: [
        (Maintenance.NONE.value, _("Chưa lập kế hoạch bảo trì")),
        (Maintenance.PLANNED.value, _("Đã có kế hoạch bảo trì")),
        (Maintenance.RUNNING.value, _("Đang bảo trì")),
        (Maintenance.ENDED.value, _("Ngừng sử dụng")),
    ],
    Track.REQUEST: [
        (Request.NONE.value, _("Chưa gửi đề nghị")),
        (Request.SENT.value, _("Đã gửi, chờ trả lời")),
        (Request.ACCEPTED.value, _("Đã nhận lời")),
        (Request.DECLINED.value, _("Đã từ chối")),
        (Request.DONE.value, _("Đã có kết quả")),
    ],
}
PHASES: Choices = [
    (Phase.PROPOSED.value, _("Đề xuất")),
    (Phase.IN_PLAN.value, _("Đã đưa vào kế hoạch")),
    (Phase.PREPARATION.value, _("Chuẩn bị đầu tư")),
    (Phase.UNDER_CONSTRUCTION.value, _("Đang thực hiện")),
    (Phase.BUILT.value, _("Thi công xong")),
    (Phase.ACCEPTED.value, _("Đã nghiệm thu")),
    (Phase.HANDED_OVER.value, _("Đã bàn giao")),
    (Phase.SETTLED.value, _("Đã quyết toán")),
    (Phase.IN_MAINTENANCE.value, _("Đang khai thác, bảo trì")),
    (Phase.CLOSED.value, _("Đã kết thúc")),
    (Phase.PAUSED.value, _("Tạm dừng")),
    (Phase.CANCELLED.value, _("Đã hủy")),
]
HINDRANCES: dict[Hindrance, StrOrPromise] = {
    Hindrance.NO_SUCH_MOVE: _("Không chuyển thẳng từ trạng thái hiện nay sang trạng thái này được."),
    Hindrance.NOT_THIS_KIND: _("Bước này không dùng cho loại công trình này."),
    Hindrance.PAUSED: _("Công trình đang tạm dừng."),
    Hindrance.CANCELLED: _("Công trình đã hủy."),
    Hindrance.CLOSED: _("Công trình đã kết thúc."),
    Hindrance.NOT_UNDER_WAY: _("Công trình chưa chuyển sang giai đoạn thực hiện."),
    Hindrance.NOT_PREPARED: _("Công trình chưa chuyển sang giai đoạn chuẩn bị đầu tư."),
    Hindrance.NOT_STARTED: _("Chưa khởi công."),
    Hindrance.NOT_FINISHED: _("Chưa thi công xong."),
    Hindrance.NOT_ACCEPTED: _("Chưa nghiệm thu."),
    Hindrance.NOT_HANDED_OVER: _("Chưa bàn giao."),
    Hindrance.NOT_PAID: _("Chưa thanh toán hết."),
    Hindrance.NOT_SETTLED: _("Chưa phê duyệt quyết toán."),
    Hindrance.NOT_ANSWERED: _("Chưa có kết quả hoặc trả lời của đơn vị được đề nghị."),
    Hindrance.ALREADY_ACCEPTED: _("Đã có biên bản nghiệm thu: cần hủy nghiệm thu (ghi lý do) trước."),
    Hindrance.ALREADY_HANDED_OVER: _("Đã bàn giao."),
    Hindrance.ALREADY_PAID: _("Đã thanh toán hết."),
    Hindrance.ALREADY_SETTLED: _("Đã trình quyết toán."),
    Hindrance.RESUMES_ELSEWHERE: _("Công trình tạm dừng chỉ trở lại giai đoạn đã dừng, hoặc hủy."),
}


def label(choices: Choices, value: str) -> StrOrPromise:
    """The name of one choice; the code itself where there is none."""
    return next((name for code, name in choices if code == value), value)


def said(row: Any, name: str) -> str:
    """A text of a row in the reader's language; Vietnamese where its `english` has none."""
    if get_language() == "en" and row.english.get(name):
        return str(row.english[name])
    return str(getattr(row, name))
