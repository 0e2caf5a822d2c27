"""What is told about a file that cannot be taken."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

FILE = {
    "empty_file": _("Tệp rỗng. Hãy chọn lại tệp có nội dung."),
    "too_heavy": _("Tệp lớn hơn 20 MB. Hãy tách tệp hoặc làm gọn hình rồi tải lại."),
    "bomb": _("Tệp giải nén ra quá lớn nên không được mở. Hãy tách tệp rồi tải lại."),
    "encrypted": _("Tệp có mật khẩu mở. Hãy bỏ mật khẩu (Tệp › Thông tin › Bảo vệ sổ làm việc) rồi tải lại."),
    "encrypted_zip": _("Tệp nén có mật khẩu. Hãy nén lại không đặt mật khẩu."),
    "old_excel": _("Đây là tệp Excel đời cũ (.xls) hoặc tệp Office khác. Hãy mở bằng Excel, lưu thành .xlsx rồi tải lại."),
    "binary_excel": _("Đây là tệp Excel nhị phân (.xlsb). Hãy lưu thành .xlsx rồi tải lại."),
    "open_document": _("Đây là tệp OpenDocument (.ods). Hãy mở bằng LibreOffice, lưu thành .xlsx rồi tải lại."),
    "not_excel": _("Đây không phải tệp Excel (.xlsx)."),
    "damaged": _("Tệp bị hỏng hoặc tải lên chưa hết. Hãy mở thử tệp trên máy, lưu lại rồi tải lên."),
    "macros": _("Tệp có macro nên không được mở. Hãy lưu thành “Sổ làm việc Excel (.xlsx)” không macro rồi tải lại."),
    "links": _("Tệp có liên kết tới tệp khác. Hãy dán lại các ô ấy dưới dạng giá trị rồi tải lại."),
    "objects": _("Tệp có nhúng tài liệu khác. Hãy xóa phần nhúng rồi tải lại."),
    "markup": _("Tệp có khai báo lạ nên không được mở. Hãy chép dữ liệu sang tệp mới rồi tải lại."),
}


def file_sentence(code: str) -> str:
    """Why a file cannot be taken and what to do, in the reader's language."""
    return str(FILE[code])
