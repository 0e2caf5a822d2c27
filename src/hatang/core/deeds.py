"""What each kind of event is called, for the people who read the trail."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

DEEDS = {
    "commune.create": _("Thiết lập xã"),
    "unit.create": _("Thêm đơn vị"),
    "village.create": _("Thêm thôn"),
    "member.add": _("Giao vai trò"),
    "member.end": _("Thu hồi vai trò"),
    "member.reset_password": _("Cấp lại mật khẩu"),
    "file.store": _("Lưu tệp"),
    "import.start": _("Tải kế hoạch lên"),
    "import.read": _("Đọc xong kế hoạch"),
    "import.read_again": _("Đọc lại kế hoạch"),
    "import.abandon": _("Bỏ bản nhập"),
    "review.edit": _("Sửa mục"),
    "review.accept": _("Xác nhận mục đúng"),
    "review.accept_rest": _("Xác nhận các mục còn lại"),
    "review.drop": _("Bỏ mục"),
    "review.restore": _("Lấy lại mục"),
    "review.add": _("Thêm mục"),
    "review.split": _("Tách mục"),
    "review.merge": _("Gộp mục"),
    "review.head": _("Sửa phần đầu văn bản"),
    "review.replaces": _("Chọn kế hoạch được thay"),
    "asset.add": _("Thêm vào sổ công trình"),
    "asset.change": _("Sửa sổ công trình"),
    "asset.retire": _("Đưa ra khỏi sổ công trình"),
    "asset.photo": _("Thêm ảnh công trình"),
    "asset.photo_remove": _("Gỡ ảnh công trình"),
    "plan.confirm": _("Xác nhận kế hoạch"),
}
