"""The Word styles of an official document, so that a person can go on editing it with them."""

from __future__ import annotations

from dataclasses import dataclass

from vanban.writer import layout
from vanban.writer.layout import pt
from vanban.writer.outline import Rank
from vanban.writer.xml import DECLARATION, NAMESPACES


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: what it adds to the style it is based on. `line` is (amount, rule) of spacing between lines."""

    id: str
    name: str
    size: float | None = None
    bold: bool = False
    italic: bool = False
    align: str = ""
    before: int | None = None
    after: int | None = None
    line: tuple[int, str] | None = None
    left: int | None = None
    first: int | None = None
    keep_next: bool = False
    outline: int | None = None
    based: str = "Normal"
    following: str = ""


_LINE = (layout.LINE_SPACING, "auto")


def _of_parts() -> tuple[Style, ...]:
    """One style per part of the decree's diagram (mục IV)."""
    body = layout.BODY_SIZE
    return (
        Style("BodyText", "Body Text", align="both", after=layout.PARAGRAPH_GAP, line=_LINE, first=layout.FIRST_LINE),
        Style("VBQuocHieu", "VB Quốc hiệu", layout.NATION_SIZE, bold=True, align="center"),
        Style("VBTieuNgu", "VB Tiêu ngữ", layout.MOTTO_SIZE, bold=True, align="center"),
        Style("VBCoQuanChuQuan", "VB Cơ quan chủ quản", layout.ISSUER_SIZE, align="center"),
        Style("VBCoQuan", "VB Cơ quan ban hành", layout.ISSUER_SIZE, bold=True, align="center"),
        Style("VBSoKyHieu", "VB Số, ký hiệu", layout.NUMBER_SIZE, align="center", before=pt(6)),
        Style("VBTrichYeuCongVan", "VB Trích yếu công văn", layout.LETTER_SUBJECT_SIZE, align="center", before=pt(6)),
        Style("VBDiaDanh", "VB Địa danh, thời gian", layout.DATE_SIZE, italic=True, align="center", before=pt(6)),
        Style("VBTenLoai", "VB Tên loại", layout.TITLE_SIZE, bold=True, align="center", before=pt(18), keep_next=True),
        Style("VBTrichYeu", "VB Trích yếu", layout.TITLE_SIZE, bold=True, align="center", keep_next=True),
        Style("VBThamQuyen", "VB Thẩm quyền ban hành", body, bold=True, align="center", before=pt(6), after=pt(6),
              keep_next=True),
        Style("VBCanCu", "VB Căn cứ", italic=True, based="BodyText"),
        Style("VBKinhGui", "VB Kính gửi", body, align="center", before=pt(6), after=pt(12)),
        Style("VBKinhGuiNhieu", "VB Kính gửi nhiều nơi", body, before=pt(3), line=_LINE),
        Style("VBQuyenHan", "VB Quyền hạn, chức vụ", layout.SIGNATURE_SIZE, bold=True, align="center", keep_next=True),
        Style("VBHoTen", "VB Họ tên người ký", layout.SIGNATURE_SIZE, bold=True, align="center", before=layout.ROOM_TO_SIGN),
        Style("VBNoiNhan", "VB Nơi nhận", layout.RECIPIENTS_LEAD_SIZE, bold=True, italic=True, align="left"),
        Style("VBNoiNhanNhom", "VB Nơi nhận theo nhóm", layout.RECIPIENTS_SIZE, italic=True, align="left"),
        Style("VBNoiNhanDong", "VB Nơi nhận từng dòng", layout.RECIPIENTS_SIZE, align="left"),
        Style("VBTenBang", "VB Tên bảng", bold=True, align="center", before=pt(6), after=pt(3), keep_next=True),
        Style("VBDonViTinh", "VB Đơn vị tính", layout.TABLE_SIZE, italic=True, align="right", after=pt(2), keep_next=True),
        Style("VBDauBang", "VB Đầu bảng", layout.TABLE_SIZE, bold=True, align="center", before=pt(2), after=pt(2),
              keep_next=True),
        Style("VBO", "VB Ô bảng", layout.TABLE_SIZE, align="left", before=pt(1.5), after=pt(1.5)),
        Style("VBOSo", "VB Ô số liệu", align="right", based="VBO"),
        Style("VBOGiua", "VB Ô giữa", align="center", based="VBO"),
        Style("VBDuongKe", "VB Đường kẻ", 1, before=pt(3), line=(pt(2), "exact")),
        Style("VBCach", "VB Khoảng cách", 1, line=(pt(1), "exact")),
        Style("VBSauBang", "VB Sau bảng", 4, line=(pt(6), "exact")),
        Style("Header", "header", layout.PAGE_NUMBER_SIZE, align="center"),
    )  # fmt: skip


def _heading(level: int, rank: Rank) -> Style:
    """Heading 1, 2, 3… as the decree sets the rank that stands at that level in this document (mục V, số 6)."""
    centred = rank in {Rank.PART, Rank.CHAPTER, Rank.SECTION, Rank.SUBSECTION}
    return Style(
        f"Heading{level}", f"heading {level}", layout.BODY_SIZE, bold=rank is not Rank.POINT,
        align="center" if centred else "both", before=layout.PARAGRAPH_GAP, after=layout.PARAGRAPH_GAP, line=_LINE,
        first=None if centred else layout.FIRST_LINE, keep_next=True, outline=level - 1, following="BodyText",
    )  # fmt: skip


APPENDIX_STYLES = (
    Style("VBPhuLuc", "VB Phụ lục", layout.APPENDIX_SIZE, bold=True, align="center", keep_next=True, outline=0),
    Style("VBTenPhuLuc", "VB Tên phụ lục", layout.APPENDIX_SIZE, bold=True, align="center", keep_next=True),
    Style("VBChiDan", "VB Chỉ dẫn kèm theo", layout.APPENDIX_SIZE, italic=True, align="center"),
)


def styles_xml(ranks: tuple[Rank, ...]) -> str:
    """The styles part; `ranks` are the ranks of heading the document uses, the highest first."""
    headings = (_heading(level, rank) for level, rank in enumerate(ranks or (Rank.ROMAN,), start=1))
    written = "".join(_style(style) for style in (*headings, *_of_parts(), *APPENDIX_STYLES))
    return f"{DECLARATION}<w:styles {NAMESPACES}>{_DEFAULTS}{_BASE}{written}</w:styles>"


def _style(style: Style) -> str:
    based = f'<w:basedOn w:val="{style.based}"/>'
    following = f'<w:next w:val="{style.following}"/>' if style.following else ""
    custom = ' w:customStyle="1"' if style.id.startswith("VB") else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style.id}"><w:name w:val="{style.name}"/>{based}{following}'
        f"<w:qFormat/><w:pPr>{_paragraph(style)}</w:pPr><w:rPr>{_letters(style)}</w:rPr></w:style>"
    )


def _paragraph(style: Style) -> str:
    parts = ["<w:keepNext/>"] if style.keep_next else []
    line, rule = style.line or (None, None)
    spacing = {"before": style.before, "after": style.after, "line": line, "lineRule": rule}
    stated = " ".join(f'w:{name}="{value}"' for name, value in spacing.items() if value is not None)
    parts += [f"<w:spacing {stated}/>"] if stated else []
    parts += [f'<w:ind w:firstLine="{style.first}"/>'] if style.first is not None else []
    parts += [f'<w:jc w:val="{style.align}"/>'] if style.align else []
    parts += [f'<w:outlineLvl w:val="{style.outline}"/>'] if style.outline is not None else []
    return "".join(parts)


def _letters(style: Style) -> str:
    size = f'<w:sz w:val="{round(style.size * 2)}"/><w:szCs w:val="{round(style.size * 2)}"/>' if style.size else ""
    return f"{'<w:b/><w:bCs/>' if style.bold else ''}{'<w:i/><w:iCs/>' if style.italic else ''}{size}"


_SIZE = layout.BODY_SIZE * 2
_DEFAULTS = (
    f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{layout.FONT}" w:hAnsi="{layout.FONT}" w:eastAsia="{layout.FONT}" '
    f'w:cs="{layout.FONT}"/><w:color w:val="000000"/><w:sz w:val="{_SIZE}"/><w:szCs w:val="{_SIZE}"/>'
    '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
    "</w:docDefaults>"
)
_LINES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_BASE = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>'
    '<w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>'
    '<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="85" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
    "</w:tblPr></w:style>"
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
    f"<w:tblPr><w:tblBorders>{_LINES}</w:tblBorders></w:tblPr></w:style>"
)
