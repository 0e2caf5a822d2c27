"""What is told about a workbook that came back, in the reader's language, whatever it holds. Each room adds its own sentences."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

FILE = {
    "empty_file": gettext_lazy("Tệp rỗng. Hãy chọn lại tệp đã điền."),
    "encrypted": gettext_lazy("Tệp có mật khẩu mở. Hãy bỏ mật khẩu (Tệp › Thông tin › Bảo vệ sổ làm việc) rồi tải lại."),
    "old_excel": gettext_lazy(
        "Đây là tệp Excel đời cũ (.xls) hoặc tệp Office khác. Hãy mở bằng Excel, lưu thành .xlsx rồi tải lại."
    ),
    "binary_excel": gettext_lazy("Đây là tệp Excel nhị phân (.xlsb). Hãy lưu thành .xlsx rồi tải lại."),
    "open_document": gettext_lazy("Đây là tệp OpenDocument (.ods). Hãy mở bằng LibreOffice, lưu thành .xlsx rồi tải lại."),
    "damaged": gettext_lazy("Tệp bị hỏng hoặc tải lên chưa hết. Hãy mở thử tệp trên máy, lưu lại rồi tải lên."),
    "macros": gettext_lazy("Tệp có macro nên không được mở. Hãy lưu thành “Sổ làm việc Excel (.xlsx)” không macro rồi tải lại."),
    "links": gettext_lazy("Tệp có liên kết tới tệp khác. Hãy dán lại các ô ấy dưới dạng giá trị rồi tải lại."),
    "objects": gettext_lazy("Tệp có nhúng tài liệu khác. Hãy xóa phần nhúng rồi tải lại."),
}
HEAD = {
    "head_moved": gettext_lazy("Dòng tiêu đề nay ở dòng %(row)s: có dòng được chèn hoặc xóa phía trên bảng."),
    "column_moved": gettext_lazy("Cột “%(title)s” phải ở cột %(was)s, nay ở cột %(now)s: có cột được chèn, xóa hoặc chuyển chỗ."),
    "column_gone": gettext_lazy("Không thấy cột “%(title)s” ở cột %(was)s: cột đã bị xóa hoặc tiêu đề bị sửa."),
    "merged": gettext_lazy("Các ô %(cells)s bị gộp. Hãy bỏ gộp ô."),
}
CELLS = {
    "formula": gettext_lazy("Ô %(cell)s có công thức %(text)s. Hãy chép ô rồi dán dưới dạng giá trị."),
    "date": gettext_lazy("Ô %(cell)s là ngày %(text)s, không phải số. Excel tự đổi khi gõ như 1/2; hãy xóa ô rồi gõ lại."),
    "error_value": gettext_lazy("Ô %(cell)s báo lỗi %(text)s. Hãy gõ lại số."),
    "not_a_number": gettext_lazy("Ô %(cell)s: “%(text)s” không phải là số."),
    "not_typed_well": gettext_lazy("Ô %(cell)s: %(why)s"),
    "negative": gettext_lazy("Ô %(cell)s: số không được âm."),
    "too_long": gettext_lazy("Ô %(cell)s có quá nhiều chữ số."),
    "too_large": gettext_lazy("Ô %(cell)s: số quá lớn. Hãy xem lại đơn vị tính."),
    "long_words": gettext_lazy("Ô %(cell)s dài quá %(most)s ký tự."),
    "read_as": gettext_lazy("Ô %(cell)s là chữ “%(text)s”, được đọc là số %(number)s."),
    "rounded": gettext_lazy("Ô %(cell)s được làm tròn còn %(number)s."),
}
