"""What is told about a returned workbook, in the reader's language. `rules` give codes; the sentences stand here."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy

from hatang.core.spreadsheets import words as shared
from hatang.core.spreadsheets.cells import Problem

FILE = {
    **shared.FILE,
    "too_heavy": gettext_lazy("Tệp lớn hơn 5 MB. Bảng số liệu không nặng như vậy: hãy bỏ ảnh, biểu đồ đã chèn thêm rồi tải lại."),
    "bomb": gettext_lazy("Tệp giải nén ra quá lớn nên không được mở. Hãy tải bảng mới và chép số liệu sang."),
    "not_excel": gettext_lazy("Đây không phải tệp Excel (.xlsx). Hãy chọn bảng số liệu đã tải từ trang này."),
    "markup": gettext_lazy("Tệp có khai báo lạ nên không được mở. Hãy tải bảng mới và chép số liệu sang."),
    "not_ours": gettext_lazy("Đây không phải bảng tải từ hệ thống này, hoặc trang ẩn của bảng đã bị xóa. Hãy tải bảng mới."),
    "other_version": gettext_lazy("Bảng này theo mẫu cũ. Hãy tải bảng mới và chép số liệu sang."),
    "hidden_changed": gettext_lazy("Trang ẩn của bảng đã bị sửa nên không đối chiếu được. Hãy chép số liệu sang bảng mới."),
    "wrong_commune": gettext_lazy("Đây là bảng của xã khác (mã %(found)s). Hãy chọn bảng của xã mình (mã %(wanted)s)."),
    "wrong_unit": gettext_lazy("Đây là bảng của %(found)s, còn trang này là của %(wanted)s."),
    "wrong_period": gettext_lazy("Đây là bảng của %(found)s, còn trang này là của %(wanted)s."),
}
STRUCTURE = {
    **shared.HEAD,
    "sheet_renamed": gettext_lazy("Không thấy trang tính “%(name)s”: trang đã bị đổi tên hoặc xóa. Hãy đặt lại tên cũ."),
    "row_doubled": gettext_lazy("Các dòng %(rows)s là cùng một dòng bị chép lặp. Hãy chỉ giữ một dòng."),
    "row_inserted": gettext_lazy("Dòng %(row)s được chèn thêm vào giữa bảng. Hãy xóa dòng này."),
    "row_gone": gettext_lazy("Thiếu dòng “%(row)s”: dòng đã bị xóa."),
    "row_moved": gettext_lazy("Dòng “%(row)s” bị chuyển sang chỗ khác (nay ở dòng %(now)s)."),
    "row_renamed": gettext_lazy("Dòng %(row)s bị sửa các ô có sẵn. Dòng này vốn là “%(said)s”."),
    "more": gettext_lazy("… và %(count)s chỗ khác."),
}
CELLS = {
    **shared.CELLS,
    "percent": gettext_lazy("Ô %(cell)s là phần trăm. Hãy ghi số lượng; tỷ lệ được tự tính."),
    "not_an_answer": gettext_lazy("Ô %(cell)s: hãy chọn Có hoặc Không, không ghi “%(text)s”."),
    "wrong_column": gettext_lazy("Ô %(cell)s không dùng cho chỉ tiêu này. Hãy ghi ở cột %(right)s."),
    "half_ratio": gettext_lazy("Ô %(cell)s còn trống: tỷ lệ cần cả tử số và mẫu số."),
    "of_nothing": gettext_lazy("Ô %(cell)s bằng 0 trong khi tử số khác 0."),
    "emptied": gettext_lazy("Ô %(cell)s trước có số, nay để trống. Hãy ghi 0 nếu bằng không, hoặc ghi lại số cũ."),
    "outside": gettext_lazy("Có %(count)s ô ngoài bảng không được đọc: %(cells)s."),
}
ROWS = {
    "not_owed": gettext_lazy("Đơn vị không còn phải báo cáo chỉ tiêu này ở thôn này trong kỳ."),
    "locked_row": gettext_lazy("Số liệu này không sửa được bằng bảng: %(why)s."),
    "only_words": gettext_lazy("Có lý do hoặc ghi chú nhưng chưa có số, nên dòng này chưa được ghi."),
}
SENTENCES = {**FILE, **STRUCTURE, **CELLS, **ROWS}
STARTING_OVER = gettext_lazy("Chưa có gì được ghi. Hãy sửa lại tệp, hoặc tải bảng mới rồi chép số liệu sang.")


def sentence(problem: Problem) -> str:
    """A problem as it is told. `said` in its fields is a sentence that was made elsewhere."""
    if problem.code == "said":
        return problem.fields["said"]
    return str(SENTENCES[problem.code]) % problem.fields


def sentences(problems: Iterable[Problem]) -> list[str]:
    """Problems as they are told, each once."""
    return list(dict.fromkeys(map(sentence, problems)))
