"""The foot of a document: who receives it and who signed it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from vanban.model import Channel, Recipient, Signer
from vanban.reader.blocks import Block
from vanban.text.folding import fold
from vanban.text.letters import CAPITAL, SMALL

RECIPIENTS = re.compile(r"nơi\s+nhận\s*:?", re.IGNORECASE)
CAPACITY = re.compile(rf"(?:(?:TM|T/M|KT|K/T|TL|T/L|TUQ)\b\.?|Q\.)\s*[{CAPITAL}]")
_CAPACITY_MARK = re.compile(r"(?:TM|KT|TUQ|TL|Q)\s*\.|(?:T/M|K/T|T/L)\b\.?")
_TITLES = (
    "QUYỀN CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC", "PHÓ CHỦ TỊCH", "CHỦ TỊCH", "PHÓ BÍ THƯ THƯỜNG TRỰC", "PHÓ BÍ THƯ",
    "BÍ THƯ", "PHÓ GIÁM ĐỐC", "GIÁM ĐỐC", "PHÓ TRƯỞNG PHÒNG", "TRƯỞNG PHÒNG", "PHÓ TRƯỞNG BAN", "TRƯỞNG BAN",
    "PHÓ CHÁNH VĂN PHÒNG", "CHÁNH VĂN PHÒNG", "PHÓ HIỆU TRƯỞNG", "HIỆU TRƯỞNG", "PHÓ CHI CỤC TRƯỞNG", "CHI CỤC TRƯỞNG",
    "PHÓ TRƯỞNG TRẠM", "TRƯỞNG TRẠM", "PHÓ CỤC TRƯỞNG", "CỤC TRƯỞNG", "PHÓ THỦ TƯỚNG", "THỦ TƯỚNG", "THỨ TRƯỞNG",
    "BỘ TRƯỞNG", "ỦY VIÊN", "TRƯỞNG ĐOÀN",
)  # fmt: skip
_TITLE = re.compile("|".join(_TITLES))
_FIELD = re.compile(
    r"(?:KINH TẾ|VĂN HÓA|HĐND|UBND|TÀI CHÍNH|NỘI VỤ|Y TẾ|GIÁO DỤC|HẠ TẦNG|NÔNG NGHIỆP|XÂY DỰNG|CÔNG|TƯ PHÁP|CHỈ ĐẠO|QUẢN LÝ)\b"
)
_OF_A_BODY = re.compile(r"(?:TRƯỞNG (?:PHÒNG|BAN|TRẠM)|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|HIỆU TRƯỞNG)$")  # "TRƯỞNG PHÒNG KINH TẾ" names it
_NAME = re.compile(rf"(?<!\w)(?:[{CAPITAL}][{SMALL}]+)(?:\s+[{CAPITAL}][{SMALL}]*){{1,5}}\s*$")
_RANK = re.compile(r"^(?:TS|ThS|Ths|BS|Bs|PGS|GS|KS|CN|Đại tá|Thượng tá|Trung tá|Thiếu tá)\.?\s+")
_SIGNED = re.compile(r"\(?\s*(?:đã ký|ký tên, đóng dấu|ký, ghi rõ họ tên)\s*\)?|Ký bởi:?.*|Ngày ký:?.*", re.IGNORECASE)
_ELECTRONIC = re.compile(r"ban dien tu|dien tu|qua (?:i-?office|e-?mail|hscv|truc lien thong)")
_PAPER = re.compile(r"ban giay|ban in")


_CHANNEL_LEAD = r"(?:Gửi\s+)?[Bb]ản\s+(?:điện tử|giấy)[^:;]{0,30}:"
_PARTED = re.compile(rf"(?:^|(?<=[;:.])|(?<=[;:.]\s))\s*[-–+•]\s*|;\s+(?=[-–+•]|{_CHANNEL_LEAD})")


_ROLE = (
    r"(?:THƯ KÝ|NGƯỜI GHI BIÊN BẢN|CHỦ TỌA|CHỦ TOẠ|CHỦ TRÌ|ĐẠI DIỆN|TRƯỞNG|CHỦ TỊCH|PHÓ CHỦ TỊCH|ỦY VIÊN|GIÁM SÁT|"
    r"NGƯỜI CHỨNG KIẾN)"
)
_SIGNED_CELL = re.compile(
    rf"(?P<title>{_ROLE}\b[{CAPITAL}\s,.()-]*?)(?:\s+(?P<name>(?:[{CAPITAL}][{SMALL}]*\s+){{1,5}}[{CAPITAL}][{SMALL}]*))?\s*"
)


def foot_at(blocks: list[Block], start: int, *, is_minutes: bool = False) -> int:
    """The number of the first block of the foot, `len(blocks)` where there is none."""
    for index in range(start, len(blocks)):
        text = blocks[index].text
        if is_minutes and _signed_row(blocks[index]):
            return index
        if RECIPIENTS.match(text) or (CAPACITY.match(text) and len(text) < 90 and text[:60].isupper()):
            return index
        if blocks[index].row and (RECIPIENTS.search(text) or _CAPACITY_MARK.search(text)):
            return index
    return len(blocks)


def read_foot(blocks: Iterable[Block]) -> tuple[tuple[Recipient, ...], Signer]:
    """Recipients from the left side of the foot, the signer from its right side."""
    left: list[str] = []
    right: list[str] = []
    for block in blocks:
        sides = [cell.text for cell in block.row.cells] if block.row else [block.text]
        for position, side in enumerate(sides):
            (left if _is_left(side, position, len(sides), bool(right)) else right).append(side)
    return tuple(_recipients(left)), _signer(right)


def read_signers(blocks: Iterable[Block]) -> tuple[Signer, ...]:
    """Everybody who signed minutes, from rows of cells that hold an office in capitals and a name under it."""
    return tuple(signer for block in blocks for signer in _signed_row(block))


def _signed_row(block: Block) -> list[Signer]:
    """The signers of a row; none unless every cell that holds anything is signed."""
    cells = [_SIGNED.sub(" ", cell.text).strip(" *") for cell in block.row.cells] if block.row else []
    signed = [_SIGNED_CELL.fullmatch(cell) for cell in cells if cell]
    if not all(signed):
        return []
    return [Signer(match["name"], " ".join(match["title"].split()), None) for match in signed if match]


def _is_left(text: str, position: int, count: int, has_right: bool) -> bool:
    if RECIPIENTS.search(text) or text.lstrip().startswith(("-", "–", "+", "•")) or "Lưu:" in text or "Lưu VT" in text:
        return True
    if CAPACITY.match(text) or _TITLE.search(text):
        return False
    if count > 1:
        return position == 0
    return not has_right and not _NAME.fullmatch(text.strip(" *")) and not text.isupper()


def _recipients(parts: list[str]) -> Iterator[Recipient]:
    channel = Channel.UNSTATED
    for line in _lines(parts):
        folded = fold(line)
        lead = line.rstrip().endswith(":") or folded.startswith("gui ban")
        if lead or not line:
            channel = _channel(folded, channel)
            continue
        kept = re.match(r"Lưu\s*:?\s*(?P<name>.+)", line)
        if kept:
            yield Recipient(kept["name"].strip(" .;,"), Channel.ARCHIVE)
            return
        name = line.strip(" .;,")
        if name:
            yield Recipient(name, channel)


def _lines(parts: list[str]) -> Iterator[str]:
    """One recipient a line, from lines or from a cell where dashes or semicolons set them apart."""
    for part in parts:
        text = RECIPIENTS.sub("", part, count=1) if RECIPIENTS.search(part) else part
        for piece in _PARTED.split(text):
            if piece and (line := piece.strip(" -–+•*")):
                yield from _lead_apart(line)


def _lead_apart(line: str) -> Iterator[str]:
    match = re.match(rf"({_CHANNEL_LEAD})\s*(.*)", line)
    yield from ((match[1], match[2]) if match and match[2] else (line,))


def _channel(folded: str, before: Channel) -> Channel:
    if _ELECTRONIC.search(folded):
        return Channel.ELECTRONIC
    return Channel.PAPER if _PAPER.search(folded) else before


def _signer(parts: list[str]) -> Signer:
    text = " ".join(_SIGNED.sub(" ", part).strip(" *") for part in parts)
    text = re.sub(r"\s+", " ", text.replace("*", " ")).strip()
    name = _NAME.search(_RANK.sub("", text))
    capitals = text[: name.start()].strip() if name else text
    capacity, title = _capacity_and_title(capitals, is_whole=name is not None and capitals.isupper())
    return Signer(_without_rank(name[0].strip()) if name else None, title, capacity)


def _without_rank(name: str) -> str:
    return _RANK.sub("", name)


def _capacity_and_title(capitals: str, *, is_whole: bool) -> tuple[str | None, str | None]:
    """The last title is the signer's; what stands before it, from TM./KT. on, is the capacity.

    `is_whole` says that the capitals end where a name begins, so that what follows a title belongs to it.
    """
    mark = _CAPACITY_MARK.search(capitals)
    capitals = capitals[mark.start() :] if mark else capitals
    titles = list(_TITLE.finditer(capitals))
    if not titles:
        return (capitals or None) if mark else None, None
    last = titles[-1]
    after = capitals[last.end() :].strip()
    title = f"{last[0]} {after}" if after and _OF_A_BODY.search(last[0]) and (is_whole or _FIELD.match(after)) else last[0]
    capacity = capitals[: last.start()].strip() if mark and last.start() else ""
    return capacity or None, title if not mark or capacity else None
