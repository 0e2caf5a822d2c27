"""Where things stand in the workbook. Writing and reading both look here, so that they cannot disagree.

A change of anything below is a new `VERSION`: files given out before are then refused with a sentence, never misread.
"""

from __future__ import annotations

from enum import IntEnum

VERSION = "1"
FRONT = "Hướng dẫn"
DATA = "Số liệu"
DEFINITIONS = "Định nghĩa"
HIDDEN = "_hatang"
HEADER_ROW = 3
FIRST_ROW = HEADER_ROW + 1
MOST_ROWS = 6000


class Column(IntEnum):
    """The columns of the data sheet; those up to `LAST_TIME` and `SHARE` are locked."""

    NUMBER = 1
    INDICATOR = 2
    UNIT = 3
    VILLAGE = 4
    STATE = 5
    LAST_TIME = 6
    NUMERATOR = 7
    DENOMINATOR = 8
    SHARE = 9
    VALUE = 10
    ANSWER = 11
    REASON = 12
    NOTE = 13
    KEY = 14
    MARK = 15


HEADERS = {
    Column.NUMBER: "STT",
    Column.INDICATOR: "Chỉ tiêu",
    Column.UNIT: "Đơn vị tính",
    Column.VILLAGE: "Thôn",
    Column.STATE: "Trạng thái",
    Column.LAST_TIME: "Kỳ trước",
    Column.NUMERATOR: "Tử số",
    Column.DENOMINATOR: "Mẫu số",
    Column.SHARE: "Tỷ lệ",
    Column.VALUE: "Giá trị",
    Column.ANSWER: "Có / Không",
    Column.REASON: "Lý do (khi khác thường)",
    Column.NOTE: "Ghi chú",
    Column.KEY: "Mã dòng",
}
MARK_HEADER = "Cần sửa"
SAYING = (Column.NUMBER, Column.INDICATOR, Column.UNIT, Column.VILLAGE)
NUMBERS = (Column.NUMERATOR, Column.DENOMINATOR, Column.VALUE)
INPUTS = (*NUMBERS, Column.ANSWER, Column.REASON, Column.NOTE)
YES, NO = "Có", "Không"
COMMUNE_WIDE = "Toàn xã"

# The hidden sheet: names and values, then one line per row of the data sheet.
HIDDEN_FACTS = ("version", "commune", "period", "unit", "signature")
HIDDEN_FIRST = len(HIDDEN_FACTS) + 2
MOST_WORDS = 1000
