"""What the rules refuse, as people read it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from hatang.assets.upkeep.rules.tickets import Why

REFUSALS = {
    Why.NOT_NOW: _("Phiếu đã sang bước khác, có thể do người khác vừa làm. Hãy xem lại các bước bên dưới."),
    Why.NO_UNIT_OR_DAY: _("Cần chọn đơn vị sửa và hạn sửa."),
    Why.DUE_BEFORE: _("Hạn sửa phải từ hôm nay trở đi."),
    Why.NO_EVIDENCE: _("Cần ảnh sau khi sửa hoặc mô tả đã sửa những gì."),
    Why.OWN_WORK: _("Người báo đã sửa không được tự kiểm tra. Cần một người khác kiểm tra."),
    Why.NO_COMMENT: _("Cần ghi lý do mở lại."),
    Why.BACKWARDS: _("Ngày ghi trước bước liền trước của phiếu. Hãy xem lại ngày."),
    Why.FUTURE: _("Ngày ghi chưa tới. Hãy xem lại ngày."),
}
