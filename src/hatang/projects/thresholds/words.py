"""What each threshold does, and what it rests on. Nothing of it is written in a law at hand unless its article is named."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

OWN = _("Mức nội bộ của xã, không theo điều luật nào: cần kiểm chứng với quy định của tỉnh.")


class Told(NamedTuple):
    """One threshold: its column, what it does, and what it rests on."""

    name: str
    does: StrOrPromise
    source: StrOrPromise = OWN


PROGRESS = (
    Told("late_after_days", _("Công trình được coi là chậm khi mốc tới đã qua nhiều ngày hơn số này. 0: chậm ngay từ hôm sau.")),
    Told(
        "silent_after_days", _("Công trình đang thi công mà quá số ngày này chưa có báo cáo tiến độ thì trang công trình nhắc.")
    ),
)
MONEY = (
    Told("paid_ahead_points", _("Nhắc xem lại khi tỷ lệ tiền đã chi hơn khối lượng đã làm quá số điểm phần trăm này.")),
    Told("paid_behind_points", _("Nhắc xem lại khi tỷ lệ tiền đã chi kém khối lượng đã làm quá số điểm phần trăm này.")),
    Told("idle_months", _("Nhắc khi vốn đã giao mà quá số tháng này không có khoản chi nào.")),
    Told("year_end_percent", _("Nhắc khi theo đà hiện nay, cuối năm giải ngân không đạt tỷ lệ này.")),
)
LEADERS = (
    Told("open_works_limit", _("Nhắc khi số công trình cùng mở nhiều hơn số này. 0: không đặt.")),
    Told(
        "thin_percent",
        _("Nhắc khi vốn năm của công trình ít hơn tỷ lệ này của phần còn thiếu chia đều cho số năm còn lại."),
        _(
            "Số năm bố trí vốn theo nhóm: Luật 58/2024/QH15, Điều 57 (đã sửa bởi Luật 90/2025/QH15): cần kiểm chứng. "
            "Tỷ lệ là mức nội bộ."
        ),
    ),
    Told("overlap_metres", _("Hai công trình cách nhau không quá số mét này thì được coi là cùng một chỗ khi tìm trùng lặp.")),
    Told("overlap_years", _("Công trình đã làm trong số năm gần đây này được đem so khi tìm trùng lặp.")),
)
GROUPS = (("progress", _("Tiến độ"), PROGRESS), ("money", _("Giải ngân"), MONEY), ("leaders", _("Trùng lặp, dàn trải"), LEADERS))
EDITED = (*PROGRESS, *MONEY)
