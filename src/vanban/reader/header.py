"""The head of a document: who issues it, number and symbol, place and date, type and subject."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from vanban.reader.blocks import ATTACHED, MARKED, Block
from vanban.reader.doctypes import DECIDED, TITLES, abbreviation, code_of
from vanban.reader.names import in_sentence, split_issuer
from vanban.text.dates import parse_date
from vanban.text.folding import fold
from vanban.text.letters import CAPITAL

HEAD_BLOCKS = 45
NUMBER = re.compile(
    r"\bSố\s*:?\s*(?P<number>\d{0,6}[a-z]?)[\s.…_]*(?:/\s*(?P<year>20\d\d))?\s*[/-]?\s*"
    r"(?P<symbol>[A-ZĐ][A-Za-zĐđ]{0,7}(?:\s?[-–/]\s?[A-ZĐ][A-ZĐa-z0-9&.]{0,12}){0,3})"
)
PLACE_AND_DATE = re.compile(
    rf"(?P<place>[{CAPITAL}][^,|;:\d]{{1,40}}?)\s*,\s*(?P<date>[Nn]gày\s*(?:[\d.…]*\s*tháng\s*[\d.…]*\s*năm\s*(?:20[\d.…]*)?|"
    r"\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?20\d\d))"
)
MOTTO = re.compile(r"cong hoa xa hoi chu nghia viet nam|doc lap\s*[-–—]\s*tu do\s*[-–—]\s*hanh phuc|dang cong san viet nam")
BROKEN_MOTTO = re.compile(r"^(?:(?:XÃ HỘI )?CHỦ )?(?:NGHĨA )?VIỆT NAM$")
OPENING = re.compile(
    r"(?:Căn cứ|Thực hiện|Để\s|Nhằm|Xét|Theo\s|Kính gửi|Triển khai|Trên cơ sở|Tiếp tục|UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\b"
)
ATTACHED_BY = re.compile(rf"của\s+(?P<issuer>[{CAPITAL}][^()]{{3,90}}?)\s*\)")
ADDRESSED = re.compile(r"Kính gửi\s*:?\s*")
LONGEST_AUTHORITY = 120
LETTER_SUBJECT = re.compile(r"\bV/v:?\s*(?P<subject>.+)")
ISSUER_IN_BODY = re.compile(
    r"((?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|HĐND|Đảng ủy|Đảng uỷ)\s+(?:xã|phường|tỉnh|thành phố|huyện|thị trấn)"
    rf"(?:\s+[{CAPITAL}]\w*){{1,5}})\s+(?:xây dựng|ban hành|ban bố|đề ra|triển khai|tổ chức|lập)\b"
)
SUBJECT_LINES = 6
SHORTEST_LINE = 15


@dataclass(frozen=True, slots=True)
class Header:
    """What the head says, and the number of the first block of the body."""

    type: str | None = None
    type_name: str | None = None
    number: str | None = None
    symbol: str | None = None
    issuer: str | None = None
    parent_issuer: str | None = None
    place: str | None = None
    date: dt.date | None = None
    subject: str | None = None
    attached_to: str | None = None
    authority: str | None = None
    body_at: int = 0


def read_header(blocks: list[Block]) -> Header:
    """Read the head; what it does not say stays None."""
    title_at = _title_at(blocks)
    head = blocks[: title_at if title_at is not None else min(len(blocks), _first_marked(blocks))]
    number, symbol = _number(head)
    place, date = _place_and_date(head or blocks[:8])
    parent, issuer = _issuer(head)
    type_name, subject, body_at = _title(blocks, title_at, head)
    code = abbreviation(type_name) if type_name else _type_of(symbol)
    authority = _authority(blocks[body_at : body_at + 1]) if code in DECIDED else None
    return Header(
        type=code,
        type_name=type_name,
        number=number,
        symbol=symbol,
        issuer=issuer or _issuer_of_cover(blocks[:body_at]) or _issuer_in_body(blocks[body_at : body_at + 30]),
        parent_issuer=parent,
        place=place,
        date=date,
        subject=subject,
        attached_to=_attached_to(blocks[body_at - 1]) if body_at else None,
        authority=authority,
        body_at=body_at + (authority is not None),
    )


def _title_at(blocks: list[Block]) -> int | None:
    is_letter = False
    for index, block in enumerate(blocks[:HEAD_BLOCKS]):
        is_letter = is_letter or bool(LETTER_SUBJECT.search(block.text))
        if is_letter and ADDRESSED.match(block.text):
            return None
        if block.row is None and _title_in(block.text):
            return index
        if MARKED.match(block.text) and index > 12:
            return None
    return None


def _title_in(text: str) -> str | None:
    """The type of document a line announces: "KẾ HOẠCH", or "KẾ HOẠCH THỰC HIỆN …" all in capitals."""
    plain = text.strip(" .:*")
    if not plain.isupper():
        return None
    return next((title for title in TITLES if re.match(rf"{title}\b", plain)), None)


def _first_marked(blocks: list[Block]) -> int:
    opening = (
        i for i, block in enumerate(blocks) if not block.row and (_opens(block.text) or re.match(r"(?:I|1)\.\s", block.text))
    )
    return next(opening, min(len(blocks), 8))


def _opens(text: str) -> bool:
    """Whether a line begins the body; the letterhead's "UBND XÃ …" in capitals does not."""
    return bool(OPENING.match(text)) and not text.isupper()


def _number(head: list[Block]) -> tuple[str | None, str | None]:
    for block in head:
        match = NUMBER.search(re.sub(r"\s*\|\s*(?=/)", " ", block.text))
        if match and (re.search(r"[-–/]", match["symbol"]) or match["number"]):
            number = "/".join(part for part in (match["number"], match["year"]) if part)
            return number or None, re.sub(r"\s*([-/])\s*", r"\1", match["symbol"].replace("–", "-"))
    return None, None


def _place_and_date(head: list[Block]) -> tuple[str | None, dt.date | None]:
    for block, following in zip(head, [*head[1:], None], strict=True):
        text = f"{block.text} {following.text}" if following and block.text.rstrip().endswith("năm") else block.text
        text = NUMBER.sub(" | ", text, count=1)
        match = PLACE_AND_DATE.search(text.split(" | ")[-1]) or PLACE_AND_DATE.search(text)
        if match:
            return match["place"].strip(), parse_date(match["date"])
    return None, None


def _issuer(head: list[Block]) -> tuple[str | None, str | None]:
    parts = [part for block in head if (part := _left_side(block))]
    parent, issuer = split_issuer(" ".join(parts))
    return (in_sentence(parent) if parent else None), (in_sentence(issuer) if issuer else None)


def _left_side(block: Block) -> str:
    """The capitals on the left of a line of the letterhead, without motto, number and date."""
    text = block.row.cells[0].text if block.row else block.text
    text = re.split(r"\bSố\s*:|CỘNG H[ÒO]A XÃ HỘI|CỘNG HOÀ XÃ HỘI|Độc lập|ĐẢNG CỘNG SẢN", text)[0]
    if block.row is None and PLACE_AND_DATE.search(text):
        return ""
    kept = BROKEN_MOTTO.sub("", text.strip(" *_-–")).strip()
    return kept if kept.isupper() and not MOTTO.search(fold(kept)) else ""


def _title(blocks: list[Block], at: int | None, head: list[Block]) -> tuple[str | None, str | None, int]:
    if at is None:
        return None, _letter_subject(head), len(head)
    name = _title_in(blocks[at].text) or ""
    rest = blocks[at].text.strip(" .:*")[len(name) :].strip(" :-–")
    lines = [rest] if rest else []
    index = at + 1
    while index < len(blocks) and len(lines) < SUBJECT_LINES and _belongs_to_subject(blocks, index, lines):
        lines.append(blocks[index].text)
        index += 1
    while index < len(blocks) and ATTACHED.match(blocks[index].text):
        index += 1
    return name, " ".join(lines) or None, index


def _belongs_to_subject(blocks: list[Block], index: int, lines: list[str]) -> bool:
    block = blocks[index]
    text = block.text
    if block.row or MARKED.match(text) or ATTACHED.match(text) or set(text) <= set("-_–—* "):
        return False
    if not lines:
        return not re.match(r"(?:Căn cứ|Kính gửi)\b", text) and not text.rstrip().endswith(";")
    if text[:1].islower() or (text.isupper() and lines[-1].isupper()):
        return True
    if text.isupper():  # the authority that decides, or an opening such as "QUYẾT ĐỊNH:"
        return False
    if text[0].isdigit() and len(text) < SHORTEST_LINE:
        return lines[-1][-1:].isalnum()
    before = blocks[index - 1].paragraph
    alike = (before.bold and block.paragraph.bold) or (before.centred and block.paragraph.centred)
    return alike and not OPENING.match(text)


def _attached_to(block: Block) -> str | None:
    """What the line under a subject says the document comes with, without its brackets."""
    text = block.text.strip(" *")
    return text.removeprefix("(").removesuffix(")") if block.row is None and ATTACHED.match(text) else None


def addressee_lines(blocks: list[Block]) -> set[int]:
    """The numbers of the blocks that hold "Kính gửi" and, where none is named on its line, the dashed names under it."""
    start = next((at for at, block in enumerate(blocks[:HEAD_BLOCKS]) if ADDRESSED.match(block.text)), None)
    if start is None:
        return set()
    end = start + 1
    if not ADDRESSED.sub("", blocks[start].text):
        while end < len(blocks) and blocks[end].text.startswith("-"):
            end += 1
    return set(range(start, end))


def _authority(blocks: list[Block]) -> str | None:
    """Who decides, in capitals between the subject and the legal bases: "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ …"."""
    for block in blocks:
        text = block.text.strip(" *")
        if (
            block.row is None
            and text.isupper()
            and len(text) <= LONGEST_AUTHORITY
            and not MARKED.match(text)
            and text[-1] not in ":.;"
        ):
            return text
    return None


def _letter_subject(head: list[Block]) -> str | None:
    for block in head:
        match = LETTER_SUBJECT.search(block.text.split(" | ")[0])
        if match:
            return match["subject"].strip()
    return None


def _type_of(symbol: str | None) -> str | None:
    return code_of(symbol) if symbol else None


def _issuer_of_cover(head: list[Block]) -> str | None:
    """Whose document this one is attached to: "(Kèm theo Tờ trình số … của UBND xã …)"."""
    attached = (ATTACHED_BY.search(block.text) for block in head if ATTACHED.match(block.text))
    return next((match["issuer"] for match in attached if match), None)


def _issuer_in_body(blocks: list[Block]) -> str | None:
    for block in blocks:
        match = ISSUER_IN_BODY.search(block.text)
        if match:
            return match[1]
    return None
