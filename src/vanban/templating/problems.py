"""Why a template is refused: one sentence each, with the words near the place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from vanban.text.messages import message

NEAR = 90

TOO_LARGE = message("Tệp mẫu lớn quá giới hạn (5 MB, 40 MB khi giải nén). Hãy bỏ bớt hình ảnh rồi tải lại.")
NOT_DOCX = message("Tệp không phải văn bản Word .docx, hoặc bị hỏng. Hãy mở bằng Word, lưu lại dạng “Word Document (*.docx)”.")
LOCKED = message("Tệp được đặt mật khẩu. Hãy bỏ mật khẩu, lưu lại rồi tải lên.")
SWELLS = message("Tệp nén bất thường: %(name)s bung ra quá lớn. Hãy lưu lại bằng Word rồi tải lên.")
BAD_NAME = message("Trong tệp có thành phần mang tên không hợp lệ: %(name)s.")
MACROS = message("Tệp có macro (%(name)s). Hãy lưu lại dạng “Word Document (*.docx)”, không macro.")
EMBEDDED = message("Tệp có thành phần nhúng không được dùng trong mẫu: %(name)s. Hãy xóa đối tượng đó rồi lưu lại.")
BROKEN_XML = message("Nội dung XML của %(name)s bị hỏng. Hãy mở bằng Word, lưu lại rồi tải lên.")
ENTITIES = message("Tệp khai báo thực thể XML (%(name)s) nên bị từ chối. Hãy lưu lại bằng Word.")
OUTSIDE = message("Tệp liên kết ra ngoài: %(name)s. Hãy bỏ liên kết (siêu liên kết, hình liên kết, mẫu đính kèm) rồi lưu lại.")
FIELD = message("Trường Word “%(name)s” không được dùng trong mẫu. Chỉ dùng số trang, mục lục và tham chiếu trong văn bản.")

UNCLOSED = message("Thẻ mở “%(tag)s” mà chưa đóng trong cùng đoạn. Hãy gõ đủ cả dấu mở và dấu đóng, không xuống dòng ở giữa.")
STRAY = message("Có dấu đóng “%(tag)s” mà không có dấu mở trong cùng đoạn.")
SYNTAX = message("Không hiểu thẻ “%(tag)s”. Hãy chép đúng thẻ từ danh sách chỗ điền.")
EMPTY_TAG = message("Thẻ “%(tag)s” để trống. Hãy ghi tên chỗ điền, ví dụ {{ trich_yeu }}.")
EMPTY_FOR = message("Vòng lặp “%(tag)s” chưa ghi lặp trên danh sách nào. Cách ghi: {%% for d in ten_danh_sach %%}.")
LONG_TAG = message("Thẻ “%(tag)s” quá dài. Một thẻ chỉ ghi một tên chỗ điền.")
STATEMENT = message("Lệnh “%(name)s” không được dùng trong mẫu. Chỉ dùng for, endfor, if, elif, else, endif.")
LEVEL = message("Thẻ “%(tag)s”: chỉ có dạng {%% … %%}, {%%p … %%} cho đoạn và {%%tr … %%} cho dòng bảng.")
CALL = message("Thẻ “%(tag)s” gọi hàm. Mẫu chỉ điền giá trị có sẵn, không chạy lệnh.")
SUBSCRIPT = message("Thẻ “%(tag)s” dùng ngoặc vuông. Hãy dùng tên có dấu chấm trong danh sách chỗ điền.")
SUMS = message("Thẻ “%(tag)s” tính toán hoặc ghi chữ, số tại chỗ. Mẫu chỉ ghi tên chỗ điền; chữ và số cố định hãy gõ ngoài thẻ.")
HIDDEN = message("Tên “%(name)s” bắt đầu bằng dấu gạch dưới nên không được dùng.")
FILTER = message("Bộ lọc “%(name)s” không có. Chỉ dùng |hoa (chữ hoa) và |dau_hoa (hoa chữ đầu).")
RESERVED = message("Không đặt tên “%(name)s” cho mục của vòng lặp. Hãy dùng tên khác, ví dụ d.")

UNKNOWN = message("Không có chỗ điền “%(name)s”.")
UNKNOWN_NEAR = message("Không có chỗ điền “%(name)s”. Có phải là “%(near)s”?")
NOT_A_LIST = message("“%(name)s” không phải danh sách nên không lặp được.")
PRINTED_LIST = message("“%(name)s” là danh sách; hãy lặp bằng {%% for d in %(name)s %%}.")
PRINTED_GROUP = message("“%(name)s” gồm nhiều chỗ điền; hãy ghi thêm tên sau dấu chấm, ví dụ %(near)s.")
PRINTED_FLAG = message("“%(name)s” là câu hỏi có hoặc không; chỉ dùng trong {%% if %(name)s %%}.")
TESTED = message("“%(name)s” không dùng được trong {%% if %%}; chỉ dùng chỗ điền có hoặc không, chữ hoặc danh sách.")

NOT_ALONE = message("Thẻ “%(tag)s” phải đứng một mình trong đoạn; hãy chuyển chữ, hình hoặc ngắt trang sang đoạn khác.")
NOT_IN_ROW = message("Thẻ “%(tag)s” phải nằm trong một dòng của bảng.")
ROW_NOT_ALONE = message("Dòng bảng có thẻ “%(tag)s” phải không có chữ nào khác; dòng này mất đi khi lập văn bản.")
NOT_OPEN = message("Thẻ “%(tag)s” không khớp với thẻ mở nào trước nó.")
NOT_CLOSED = message("Thẻ “%(tag)s” chưa có thẻ kết thúc.")
ELSEWHERE = message("Thẻ “%(tag)s” phải nằm cùng khung, cùng bảng và cùng dạng với thẻ mở “%(opener)s”.")
HOLLOW = message("Vòng lặp “%(tag)s” không có gì bên trong để lặp.")
TOO_DEEP = message("Vòng lặp “%(tag)s” lồng quá sâu; nhiều nhất là ba vòng.")
TOO_MANY = message("Mẫu có quá nhiều thẻ. Hãy dùng vòng lặp thay cho chép lại.")

TOO_LONG = message("Văn bản lập từ mẫu này dài quá giới hạn nên đã dừng. Hãy bớt vòng lặp lồng nhau.")
NO_VALUE = message("Số liệu của báo cáo này không có “%(name)s” mà mẫu cần.")
NOT_FILLED = message("Không lập được văn bản từ mẫu này: kết quả không phải văn bản Word đúng. Hãy bớt thẻ lồng giữa các khung.")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong. `text` has %(names)s for `values`; `near` are the words of the paragraph it stands in."""

    text: str
    values: Mapping[str, str] = field(default_factory=dict, hash=False)
    near: str = ""

    def __str__(self) -> str:
        return self.text % self.values


class BadTemplate(ValueError):
    """The template is refused; nothing was kept. `found` is what could be read of it in spite of that."""

    def __init__(self, problems: Iterable[Problem], found: Any = None) -> None:
        self.problems, self.found = tuple(problems), found
        super().__init__(" ".join(map(str, self.problems)))


def shortened(words: str, most: int = NEAR) -> str:
    """Some words on one line, cut where they are long."""
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
