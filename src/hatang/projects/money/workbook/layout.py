"""What the file looks like. In Vietnamese whoever asks for it: the file goes from hand to hand."""

from __future__ import annotations

SHEET, LISTS = "Kế hoạch vốn", "Danh mục"
YEAR_ROW, HEAD_ROW = 2, 3
FIRST_ROW = HEAD_ROW + 1
MOST_ROWS = 6_000
YEAR_LABEL = "Năm kế hoạch"
NOTE = (
    "Chỉ sửa cột “Kế hoạch vốn mới” (đồng). Để trống là giữ nguyên. Thêm nguồn khác cho công trình: chép dòng rồi chọn nguồn. "
    "Giảm vốn ghi bằng điều chuyển hoặc hủy bút toán ở trang vốn của công trình."
)
PK, NAME, SECTOR, VILLAGES, INVESTMENT, SOURCE, THERE, PAID, NEW = range(1, 10)
HEADINGS = {
    PK: "Mã hệ thống", NAME: "Công trình", SECTOR: "Lĩnh vực", VILLAGES: "Thôn", INVESTMENT: "Tổng mức đầu tư (đồng)",
    SOURCE: "Nguồn vốn", THERE: "Kế hoạch vốn đang có (đồng)", PAID: "Đã giải ngân (đồng)", NEW: "Kế hoạch vốn mới (đồng)",
}  # fmt: skip
WIDTHS = {PK: 10, NAME: 42, SECTOR: 18, VILLAGES: 26, INVESTMENT: 20, SOURCE: 36, THERE: 20, PAID: 20, NEW: 22}
