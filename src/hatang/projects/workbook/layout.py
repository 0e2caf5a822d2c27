"""Where things stand in the file. Writing and reading both look here, so that they cannot disagree.

A change of anything below is a new `VERSION`: files given out before are then refused with a sentence, never misread.
"""

from __future__ import annotations

from enum import IntEnum

VERSION = "1"
DATA, HELP, LISTS, HIDDEN = "Công trình", "Hướng dẫn", "Danh mục", "_hatang"
TITLE_ROW, NOTE_ROW, HEAD_ROW = 1, 2, 3
FIRST_ROW = HEAD_ROW + 1
MOST_WORKS, EMPTY_ROWS = 5_000, 200
MOST_ROWS = HEAD_ROW + MOST_WORKS + 1_000
HIDDEN_FACTS = ("version", "commune", "signature")
HIDDEN_FIRST = len(HIDDEN_FACTS) + 2
LONGEST = 5_000  # letters of a text that goes into a cell; a longer one is edited on its page


class Column(IntEnum):
    """The columns of the sheet of works."""

    PK = 1
    NAME = 2
    CODE = 3
    NATIONAL = 4
    KIND = 5
    SECTOR = 6
    GROUP = 7
    VILLAGES = 8
    PLACE = 9
    QUANTITY = 10
    UNIT = 11
    INVESTMENT = 12
    START = 13
    END = 14
    INVESTOR = 15
    LEAD = 16
    OPERATOR = 17
    PURPOSE = 18
    NOTE = 19
    PHASE = 20
    PERCENT = 21
    ALLOCATED = 22
    PAID = 23


HEADERS = {
    Column.PK: "Mã hệ thống",
    Column.NAME: "Tên công trình *",
    Column.CODE: "Mã của xã",
    Column.NATIONAL: "Mã quốc gia",
    Column.KIND: "Cách thực hiện *",
    Column.SECTOR: "Lĩnh vực *",
    Column.GROUP: "Nhóm dự án",
    Column.VILLAGES: "Thôn",
    Column.PLACE: "Địa điểm",
    Column.QUANTITY: "Quy mô",
    Column.UNIT: "Đơn vị tính",
    Column.INVESTMENT: "Tổng mức đầu tư (đồng)",
    Column.START: "Năm bắt đầu",
    Column.END: "Năm hoàn thành",
    Column.INVESTOR: "Chủ đầu tư",
    Column.LEAD: "Đơn vị chủ trì",
    Column.OPERATOR: "Đơn vị quản lý, sử dụng",
    Column.PURPOSE: "Mục đích, lý do đầu tư",
    Column.NOTE: "Ghi chú",
    Column.PHASE: "Giai đoạn",
    Column.PERCENT: "Khối lượng (%)",
    Column.ALLOCATED: "Vốn đã bố trí (đồng)",
    Column.PAID: "Đã giải ngân (đồng)",
}
WIDTHS = {
    Column.PK: 9, Column.NAME: 44, Column.CODE: 12, Column.NATIONAL: 14, Column.KIND: 24, Column.SECTOR: 23, Column.GROUP: 14,
    Column.VILLAGES: 28, Column.PLACE: 26, Column.QUANTITY: 11, Column.UNIT: 12, Column.INVESTMENT: 19, Column.START: 10,
    Column.END: 11, Column.INVESTOR: 22, Column.LEAD: 24, Column.OPERATOR: 24, Column.PURPOSE: 40, Column.NOTE: 30,
    Column.PHASE: 20, Column.PERCENT: 11, Column.ALLOCATED: 19, Column.PAID: 19,
}  # fmt: skip
TEXTS = {
    Column.NAME: 300, Column.CODE: 40, Column.NATIONAL: 40, Column.PLACE: 300, Column.UNIT: 40, Column.INVESTOR: 200,
    Column.PURPOSE: LONGEST, Column.NOTE: LONGEST,
}  # fmt: skip
YEARS = frozenset({Column.START, Column.END})
CHOICES = frozenset({Column.KIND, Column.SECTOR, Column.GROUP, Column.LEAD, Column.OPERATOR})
LOOK_ONLY = frozenset({Column.PHASE, Column.PERCENT, Column.ALLOCATED, Column.PAID})
EDITED = tuple(column for column in Column if column != Column.PK and column not in LOOK_ONLY)
ASKED_OF_NEW = (Column.NAME, Column.KIND, Column.SECTOR)
MONEY = frozenset({Column.INVESTMENT, Column.ALLOCATED, Column.PAID})
NUMBERS = frozenset({Column.QUANTITY, Column.PERCENT, *YEARS, *MONEY})

NOTE = "Chỉ sửa ô nền vàng. Ô để trống giữ nguyên giá trị đang có. Công trình mới: ghi vào dòng trống bên dưới. Xem “Hướng dẫn”."
DEMONSTRATION = "DỮ LIỆU MINH HỌA: thuộc bản trình diễn, không phải số liệu thật của xã."
GUIDE = (
    "Mỗi dòng là một công trình. Sửa thẳng vào ô nền vàng; ô nền xám đã khóa.",
    "Ô để trống không xóa gì: giá trị đang có được giữ nguyên. Muốn xóa một nội dung, hãy sửa ở trang của công trình.",
    "Công trình mới: ghi vào các dòng trống cuối bảng, không ghi mã hệ thống; bắt đầu ở bước đề xuất.",
    "Bắt buộc với công trình mới: tên, cách thực hiện và lĩnh vực.",
    "Xóa dòng khỏi tệp không xóa công trình nào.",
    "Cách thực hiện và lĩnh vực chỉ sửa được khi công trình còn ở bước đề xuất.",
    "Mã đã ghi thì không sửa ở đây; chưa có mã thì ghi được.",
    "Tổng mức đầu tư chỉ ghi được cho công trình mới. Giai đoạn, khối lượng và các khoản vốn chỉ để xem.",
    "Nhiều thôn: ghi tên cách nhau bằng dấu chấm phẩy, ví dụ: thôn Một; thôn Hai. Cột có danh sách thì chọn trong danh sách.",
    "Số lẻ gõ dấu phẩy: 1.234,5. Số tiền ghi tròn đồng. Không dùng công thức, không gộp ô, không chèn hay xóa cột.",
    "Lưu tệp dạng .xlsx rồi tải lên. Hệ thống cho xem trước từng dòng; chưa có gì được ghi cho đến khi bấm ghi.",
    "Ghi tất cả hoặc không ghi gì.",
    "Nếu ai đó vừa sửa cùng một chỗ trên hệ thống sau khi bạn tải tệp, dòng ấy được nêu ra để bạn chọn.",
)
