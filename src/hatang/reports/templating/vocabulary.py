"""Every placeholder of a kind with its value: the one place where both are made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import override

from hatang.reports.documents.word import cells_of
from hatang.reports.templating.material import Material, Piece, words_of
from hatang.reports.templating.names import is_named, name_of, slugs
from hatang.reports.templating.slots import Slot, asked, listed, said, together, value_of, word_of
from hatang.reports.words import span_label
from vanban.templating import Sort, Word
from vanban.text.dates import format_date, format_long_date
from vanban.text.messages import message
from vanban.writer import Appendix, Bullet, Table, Text
from vanban.writer.body import closed
from vanban.writer.letterhead import BLANK_DATE, number_of
from vanban.writer.xml import kept_together

NO_FIGURE = "chưa có số liệu"
FIGURED = ("so_lieu.", "muc_tieu.")
PARAGRAPH = {
    "gach": message("Dấu đầu dòng “- ” hoặc “+ ”, hoặc trống"),
    "chu": message("Chữ của đoạn"),
    "nguon": message("Số dẫn nguồn, ví dụ [3–7]"),
    "cuoi": message("Dấu câu sau số dẫn nguồn, hoặc trống"),
}
TARGET = {
    "ten": message("Tên mục tiêu"), "yeu_cau": message("Yêu cầu"), "den_nam": message("Đến năm"), "ky_truoc": message("Kỳ trước"),
    "ky_nay": message("Kỳ này"), "thay_doi": message("Thay đổi"), "tinh_trang": message("Tình trạng"),
}  # fmt: skip
NO_TABLE = Table(("Nội dung",), ())
NOTE = {"chu": message("Chữ của ghi chú")}
IS_GROUP = message("Có phải dòng tên nhóm không?")


def slots_of(material: Material) -> Slot:
    """All placeholders with their values."""
    with override("vi"):
        fields = {**_head(material), **_body(material), **_annexes(material), **_figures(material)}
    return together("", **fields)


def vocabulary_of(material: Material) -> Word:
    """The placeholders and what they mean."""
    return word_of(slots_of(material))


def values_of(material: Material, words: Mapping[str, str]) -> dict[str, Any]:
    """The values of a report for a template that was checked with `words` (name: sort): what this report does not have is said to
    be lacking, not left to chance."""
    values: dict[str, Any] = value_of(slots_of(material))
    lists = tuple(f"{path}." for path, sort in words.items() if sort == Sort.LIST)
    for path, sort in words.items():
        if not path.startswith(lists) and sort != Sort.GROUP:
            _complete(values, path, Sort(sort))
    return values


def _complete(values: dict[str, Any], path: str, sort: Sort) -> None:
    *groups, last = path.split(".")
    for name in groups:
        values = values.setdefault(name, {})
    lacking = NO_FIGURE if path.startswith(FIGURED) else ""
    values.setdefault(last, {Sort.LIST: [], Sort.FLAG: False}.get(sort, lacking))


def _head(material: Material) -> dict[str, Slot]:
    draft, span, paper = material.draft, material.span, material.paper
    report = paper.report if paper else None
    return {
        "co_quan": said(message("Cơ quan ban hành"), draft.issuer),
        "dia_danh": said(message("Địa danh"), draft.place),
        "so": said(message("Số văn bản; để trống khi chưa ban hành"), number_of(draft)),
        "ky_hieu": said(message("Ký hiệu"), draft.symbol),
        "ngay_thang": said(message("Ngày tháng năm ban hành"), format_long_date(draft.date) if draft.date else BLANK_DATE),
        "trich_yeu": said(message("Trích yếu nội dung"), kept_together(draft.subject)),
        "ky_bao_cao": said(message("Kỳ báo cáo"), span_label(span) if span else ""),
        "ngay_cuoi_ky": said(message("Ngày cuối kỳ"), format_date(span.last) if span else ""),
        "ngay_chot": said(message("Ngày chốt số liệu"), format_date(report.as_of.date()) if report else ""),
        "ten_chu_de": said(message("Sự việc của báo cáo chuyên đề"), report.subject_name if report else ""),
        "mo_dau": said(message("Câu mở đầu"), kept_together(material.opening)),
        "chi_dan_phu_luc": said(message("Câu chỉ dẫn đến phụ lục, chưa có dấu chấm"), material.pointer),
        "nguoi_ky": together(
            message("Người ký"),
            quyen_han=said(message("Quyền hạn, ví dụ TM. ỦY BAN NHÂN DÂN"), draft.signer.capacity),
            chuc_vu=said(message("Chức vụ"), draft.signer.title),
            ho_ten=said(message("Họ và tên; để trống khi chưa ban hành"), draft.signer.name),
        ),
    }


def _body(material: Material) -> dict[str, Slot]:
    parts = {name_of(piece.part.code): _part(piece) for piece in material.pieces}
    return {"phan": together(message("Các phần của báo cáo"), **parts)}


def _part(piece: Piece) -> Slot:
    rows = [row for block in piece.blocks for row in _paragraph(block)]
    return together(
        piece.part.heading,
        co=asked(message("Báo cáo có phần này không?"), piece.stands),
        so=said(message("Số thứ tự của phần"), piece.number),
        ten=said(message("Tên phần"), piece.part.heading),
        doan=listed(message("Từng đoạn của phần"), PARAGRAPH, rows),
    )


def _paragraph(block: Any) -> Iterator[dict[str, str]]:
    if not isinstance(block, Text | Bullet):
        return
    words, marks, closing = words_of(block)
    dash = {1: "- ", 2: "+ "}[min(block.level, 2)] if isinstance(block, Bullet) else ""
    yield {"gach": dash, "chu": kept_together(words), "nguon": marks, "cuoi": closing}


def _annexes(material: Material) -> dict[str, Slot]:
    found = {name: _annex(annex) for name, annex in zip(annex_names(material), material.annexes, strict=True)}
    return {"phu_luc": together(message("Các bảng phụ lục"), **found)} if found else {}


def annex_names(material: Material) -> list[str]:
    """What the annexes are called, in their order."""
    return slugs(annex.title for annex in material.annexes)


def _annex(annex: Appendix) -> Slot:
    table = next((block for block in annex.body if isinstance(block, Table)), NO_TABLE)
    names = slugs(table.header)
    shape = dict(zip(names, table.header, strict=True))
    rows = [{**_cells(names, row), "la_nhom": at in table.strong} for at, row in enumerate(table.rows)]
    total = {name: said(shape[name], one) for name, one in _cells(names, table.total).items()}
    notes = [{"chu": words_of(block)[0]} for block in closed(annex.body) if isinstance(block, Text)]
    return together(
        annex.title,
        ten=said(message("Tên phụ lục"), annex.title),
        dong=listed(message("Từng dòng của bảng"), {**shape, "la_nhom": IS_GROUP}, rows),
        tong=together(message("Dòng tổng cộng"), **total),
        ghi_chu=listed(message("Từng ghi chú dưới bảng"), NOTE, notes),
    )


def _cells(names: list[str], cells: tuple[str, ...]) -> dict[str, str]:
    return dict(zip(names, map(kept_together, cells or [""] * len(names)), strict=True))


def _figures(material: Material) -> dict[str, Slot]:
    paper = material.paper
    if paper is None:
        return {}
    named = {
        name_of(key): together(
            figure.label,
            gia_tri=said(message("Giá trị kèm đơn vị"), figure.said),
            chi_tiet=said(message("Tử số và mẫu số"), figure.parts),
            nguon=said(message("Nguồn"), figure.source),
        )
        for key, figure in paper.figures.items()
        if is_named(key)
    }
    targets = {
        f"mt{row.pk}": together(
            row.subject, **{name: said(TARGET[name], one) for name, one in zip(TARGET, cells_of(row), strict=True)}
        )
        for row in paper.rows
    }
    groups = {"so_lieu": (message("Số liệu có tên"), named), "muc_tieu": (message("Từng mục tiêu của kế hoạch"), targets)}
    return {name: together(meaning, **fields) for name, (meaning, fields) in groups.items() if fields}
