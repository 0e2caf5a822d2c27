"""What is told about a file that cannot be taken."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from hatang.core.spreadsheets import words as shared

FILE = {
    **shared.FILE,
    "empty_file": _("Tệp rỗng. Hãy chọn lại tệp có nội dung."),
    "too_heavy": _("Tệp lớn hơn 20 MB. Hãy tách tệp hoặc làm gọn hình rồi tải lại."),
    "bomb": _("Tệp giải nén ra quá lớn nên không được mở. Hãy tách tệp rồi tải lại."),
    "encrypted_zip": _("Tệp nén có mật khẩu. Hãy nén lại không đặt mật khẩu."),
    "not_excel": _("Đây không phải tệp Excel (.xlsx)."),
    "markup": _("Tệp có khai báo lạ nên không được mở. Hãy chép dữ liệu sang tệp mới rồi tải lại."),
}


def file_sentence(code: str) -> str:
    """Why a file cannot be taken and what to do, in the reader's language."""
    return str(FILE[code])
