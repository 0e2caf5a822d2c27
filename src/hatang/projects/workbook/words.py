"""What is told about a list of works that came back, in the reader's language. `rules` give codes; the sentences stand here."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from hatang.core.spreadsheets import words as shared
from hatang.core.spreadsheets.cells import Problem
from hatang.projects.workbook.layout import HEADERS, MONEY, Column
from hatang.projects.workbook.model import Change
from hatang.ui.templatetags.ui import vn_money, vn_number

FILE = {
    **shared.FILE,
    **shared.HEAD,
    "too_heavy": _("Tệp lớn hơn 10 MB. Danh sách công trình không nặng như vậy: hãy bỏ ảnh đã chèn thêm rồi tải lại."),
    "bomb": _("Tệp giải nén ra quá lớn nên không được mở. Hãy tải tệp mới và chép nội dung sang."),
    "not_excel": _("Đây không phải tệp Excel (.xlsx). Hãy chọn tệp danh sách công trình đã tải từ trang này."),
    "markup": _("Tệp có khai báo lạ nên không được mở. Hãy tải tệp mới và chép nội dung sang."),
    "not_ours": _("Đây không phải danh sách công trình tải từ hệ thống này, hoặc trang ẩn của tệp đã bị xóa. Hãy tải tệp mới."),
    "sheet_renamed": _("Không thấy trang tính “%(name)s”: trang đã bị đổi tên hoặc xóa. Hãy đặt lại tên cũ."),
    "other_version": _("Tệp này theo mẫu cũ. Hãy tải tệp mới và chép nội dung sang."),
    "hidden_changed": _("Trang ẩn của tệp đã bị sửa nên không đối chiếu được. Hãy chép nội dung sang tệp mới."),
    "wrong_commune": _("Đây là danh sách của xã khác (mã %(found)s). Hãy chọn tệp của xã mình (mã %(wanted)s)."),
    "too_many_rows": _("Tệp có quá nhiều dòng. Hãy lọc danh sách rồi tải từng phần."),
}
ROWS = {
    **shared.CELLS,
    "percent": _("Ô %(cell)s là phần trăm. Hãy ghi số."),
    "not_whole": _("Ô %(cell)s: hãy ghi số tiền tròn đồng."),
    "not_a_year": _("Ô %(cell)s: “%(text)s” không phải là năm từ 2000 đến 2100."),
    "too_much": _("Quy mô %(text)s quá lớn. Hãy xem lại đơn vị tính."),
    "key_twice": _("Mã hệ thống %(key)s có ở các dòng %(rows)s. Để lập công trình mới, hãy xóa mã hệ thống ở dòng mới."),
    "key_unknown": _("Mã hệ thống %(key)s không có trong tệp đã tải về. Công trình mới thì để trống cột này."),
    "work_gone": _("Không còn thấy công trình này trên hệ thống. Hãy tải tệp mới."),
    "lacking": _("Công trình mới còn thiếu: %(columns)s."),
    "other_sector": _("Công trình này thuộc lĩnh vực của đơn vị khác."),
    "look_only": _("Cột “%(column)s” chỉ để xem, nay bị sửa thành “%(text)s”. Hãy xóa ô ấy."),
    "closed_money": _("Cột “%(column)s” không sửa được bằng tệp này. Hãy sửa ở trang của công trình."),
    "closed_code": _("Cột “%(column)s”: mã đã ghi thì không sửa bằng tệp này. Hãy sửa ở trang của công trình."),
    "closed_begun": _("Cột “%(column)s” chỉ sửa được khi công trình còn ở bước đề xuất."),
    "closed_long": _("Cột “%(column)s” của công trình này quá dài cho một ô Excel. Hãy sửa ở trang của công trình."),
    "unknown": _("Cột “%(column)s”: “%(text)s” chưa có trong danh sách. Hãy chọn một mục trong danh sách."),
    "unclear": _("Cột “%(column)s”: “%(text)s” có thể là nhiều mục. Hãy ghi đúng dấu."),
    "years": _("Năm hoàn thành không trước năm bắt đầu."),
    "name_taken": _("Đã có công trình tên “%(text)s” (mã hệ thống %(key)s). Công trình khác thì hãy thêm thôn hoặc năm vào tên."),
    "name_taken_in_file": _("Tên “%(text)s” còn có ở dòng %(rows)s của tệp. Hai công trình thì hãy thêm thôn hoặc năm vào tên."),
    "code_taken": _("Mã của xã “%(text)s” đã dùng cho công trình có mã hệ thống %(key)s."),
    "code_taken_in_file": _("Mã của xã “%(text)s” còn có ở dòng %(rows)s của tệp."),
    "national_taken": _("Mã quốc gia “%(text)s” đã ghi cho công trình có mã hệ thống %(key)s."),
    "national_taken_in_file": _("Mã quốc gia “%(text)s” còn có ở dòng %(rows)s của tệp."),
}
SENTENCES = {**FILE, **ROWS}
STARTING_OVER = _("Chưa có gì được ghi. Hãy sửa lại tệp, hoặc tải tệp mới rồi chép nội dung sang.")


def sentences(problems: Iterable[Problem]) -> list[str]:
    """Problems as they are told, each once."""
    return list(dict.fromkeys(str(SENTENCES[problem.code]) % problem.fields for problem in problems))


def heading(change: Change) -> str:
    """What stands above the column of a change."""
    return HEADERS[change.column].rstrip(" *")


def shown(column: Column, text: str) -> str:
    """A cell as people read it."""
    if text and column in MONEY:
        return vn_money(int(text))
    return vn_number(Decimal(text)) if text and column == Column.QUANTITY else text
