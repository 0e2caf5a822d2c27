"""The numbered parts of a body, as a tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from vanban.model import OutlineItem
from vanban.reader.blocks import Block
from vanban.text.folding import fold
from vanban.text.letters import CAPITAL, SMALL
from vanban.text.numbers import format_roman, parse_roman

_ORDINALS = {"nhat": 1, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8}
_WORDS = rf"(?:\D|\d[\d.,/]*\s*%|\d[\d.,/]*\s+[{SMALL}]{{2}})"  # "3. 100% thôn có…" opens a part, "3. 500" does not
_KINDS = (
    ("appendix", re.compile(r"(?P<m>(?:PHỤ LỤC|Phụ lục)(?:\s+(?:số\s+)?(?P<n>[IVXL]+|\d{1,2}|[A-Z]))?)(?=$|"
        r"[\s.:(])[.:]?\s*(?P<rest>.*)")),
    ("part", re.compile(r"(?P<m>(?:PHẦN|Phần)\s+(?:(?:THỨ|thứ)\s+(?P<w>\w+)|(?P<n>[IVXL]+|\d{1,2})))\b[.:]?\s*(?P<rest>.*)")),
    ("chapter", re.compile(r"(?P<m>(?:CHƯƠNG|Chương)\s+(?P<n>[IVXL]+|\d{1,2}))\b[.:]?\s*(?P<rest>.*)")),
    ("section", re.compile(r"(?P<m>(?:MỤC|Mục)\s+(?P<n>[IVXL]+|\d{1,2}))\b(?=$|[.:\s])[.:]?\s*(?P<rest>.*)")),
    ("article", re.compile(r"(?P<m>(?:ĐIỀU|Điều)\s+(?P<n>\d{1,3}))(?=[.:])[.:]\s*(?P<rest>.*)")),
    ("roman", re.compile(r"(?P<m>(?P<n>[IVXL]{1,6})\s?[./)-])\s*(?=\S)(?!\d)(?P<rest>.*)")),
    ("letter", re.compile(r"(?P<m>(?P<n>[A-H])\s?[./)-])\s+(?P<rest>.*)")),
    ("dotted", re.compile(rf"(?P<m>(?P<n>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})[.)]?)\s+(?P<rest>{_WORDS}.*)")),
    ("arabic", re.compile(rf"(?P<m>(?P<n>\d{{1,2}})\s?(?:[./]|-(?=\s+[{CAPITAL}])))(?:\s+|(?=[{CAPITAL}]))(?P<rest>{_WORDS}.*)")),
    ("alpha", re.compile(rf"(?P<m>(?P<n>[a-zđ])\s?[.)])\s*(?=[{CAPITAL}{SMALL}\d])(?P<rest>.*)")),
    ("bracket", re.compile(rf"(?P<m>\(?(?P<n>\d{{1,2}})\))\s+(?P<rest>{_WORDS}.*)")),
)  # fmt: skip
_RANK = {
    "appendix": 0, "part": 1, "chapter": 2, "letter": 3, "roman": 4, "section": 5, "article": 6, "arabic": 7, "dotted": 8,
    "bracket": 11, "alpha": 12,
}  # fmt: skip
_ALPHABET = "abcdđeghiklmnopqrstuvxy"
_CLOSING = re.compile(
    r"(?:Trên đây là|Yêu cầu (?:các|Thủ trưởng)|Trong quá trình (?:triển khai|tổ chức|thực hiện)[^:]{0,60}, nếu)"
)
_LISTS_BODIES = re.compile(r"(?:^|\s)[Cc]ác\s+(?:sở|phòng|ban|ngành|hội|đơn vị|cơ quan|xã|thôn)(?:,\s*\w+)*\s*$", re.IGNORECASE)
LONGEST_HEADING = 220
LONGEST_RUN_IN = 160


@dataclass(slots=True)
class _Part:
    kind: str
    rank: int
    value: int
    label: str
    marker: str
    heading: str
    start: int
    end: int
    children: list[_Part] = field(default_factory=list)


def read_outline(blocks: list[Block], skipped: range) -> tuple[OutlineItem, ...]:
    """The tree of the blocks' numbered parts; `skipped` are the blocks of the foot."""
    root = _Part("root", -1, 0, "", "", "", 0, 0)
    stack = [root]
    wants_heading: _Part | None = None
    for index, block in enumerate(blocks):
        if index in skipped or block.row:
            wants_heading = None if index in skipped else wants_heading
            _extend(stack, block, index in skipped)
            continue
        if _CLOSING.match(block.text):
            del stack[1:]
            continue
        part = _part_at(block, stack, blocks[index + 1] if index + 1 < len(blocks) else None)
        if part is None:
            wants_heading = _give_heading(wants_heading, block)
            _extend(stack, block, False)
            continue
        _hang(stack, part)
        _extend(stack, block, False)
        wants_heading = part if not part.heading and part.kind in {"appendix", "part", "chapter", "section"} else None
    return tuple(_items(root.children, ()))


def _extend(stack: list[_Part], block: Block, is_foot: bool) -> None:
    if is_foot:
        del stack[1:]
        return
    for part in stack[1:]:
        part.end = block.span[1]


def _give_heading(part: _Part | None, block: Block) -> _Part | None:
    if part is not None and len(block.text) < LONGEST_HEADING and not block.text.rstrip().endswith((";", ".")):
        if not block.text.startswith("("):
            part.heading = block.text.strip()
            return None
        return part
    return None


def _part_at(block: Block, stack: list[_Part], following: Block | None) -> _Part | None:
    for kind, pattern in _KINDS:
        match = pattern.match(block.text)
        if match:
            part = _made(kind, match, block, following)
            if part and _fits(part, stack, block):
                return part
    return None


def _made(kind: str, match: re.Match[str], block: Block, following: Block | None) -> _Part | None:
    label, value = _label(kind, match)
    if value is None:
        return None
    rank = _RANK[kind] + (label.count(".") - 1 if kind == "dotted" else 0)
    heading = heading_of(match["rest"], is_bold=block.paragraph.bold, following=following)
    return _Part(kind, rank, value, label, match["m"].strip(), heading, block.span[0], block.span[1])


def _label(kind: str, match: re.Match[str]) -> tuple[str, int | None]:
    """The label in a path ("II", "1", "a", "PL.I") and its place in its sequence."""
    number = match["n"] or ""
    if kind == "appendix":
        return f"PL.{number}" if number else "PL", 1 if not number else _value(number)
    if kind == "part" and match["w"]:
        value = _ORDINALS.get(fold(match["w"]))
        return (format_roman(value), value) if value else ("", None)
    if kind == "dotted":
        return number, int(number.rsplit(".", 1)[-1])
    if kind == "letter":  # "C." and "D." are letters here, whatever they are in Rome
        return number, ord(number) - ord("A") + 1
    if kind == "alpha":
        return number, _ALPHABET.find(number) + 1 or None
    return number, _value(number)


def _value(number: str) -> int | None:
    if number.isdigit():
        return int(number)
    roman = parse_roman(number)
    return roman if roman is not None else (ord(number) - ord("A") + 1 if len(number) == 1 else None)


def _fits(part: _Part, stack: list[_Part], block: Block) -> bool:
    """Whether a marker continues a sequence: I then II; a lone "7." inside running text, "C. Mác" or "V/v" does not."""
    before = _last_of_rank(stack, part)
    if part.kind == "appendix":
        return block.paragraph.centred or block.paragraph.bold or len(block.text) < LONGEST_RUN_IN
    if part.kind in {"part", "chapter", "article", "section"}:
        return True
    if part.kind == "dotted":
        return True
    if before is None:
        return part.value == 1 or (part.kind in {"roman", "arabic"} and (block.paragraph.bold or part.value <= 2))
    return part.value == 1 or 0 <= part.value - before.value <= 3


def _last_of_rank(stack: list[_Part], part: _Part) -> _Part | None:
    """The latest part of the same kind that the new one could follow."""
    for holder in reversed(stack):
        for child in reversed(holder.children):
            if child.kind == part.kind:
                return child
    return None


def _hang(stack: list[_Part], part: _Part) -> None:
    while stack[-1].rank >= part.rank:
        stack.pop()
    stack[-1].children.append(part)
    stack.append(part)


def heading_of(text: str, *, is_bold: bool, following: Block | None) -> str:
    """The heading after a marker: the whole line, or what stands before its colon; "" where running text opens the part."""
    text = text.strip(" *")
    before, colon, rest = text.partition(":")
    names_more = _LISTS_BODIES.search(before)
    if colon and len(before) <= LONGEST_RUN_IN and not names_more and (not rest.strip() or not re.search(r"\d\s*$", before)):
        return before.strip()
    is_running = len(text) > LONGEST_HEADING or text.endswith((".", ";", ","))
    if not is_running:
        return text
    if is_bold and len(text) <= LONGEST_HEADING:
        return text.rstrip(".;, ")
    return _run_in(text)


def _run_in(text: str) -> str:
    """A short first sentence without figures, followed by more: "Hạ tầng giao thông. Tỷ lệ…"."""
    first, dot, rest = text.partition(". ")
    is_heading = dot and rest and len(first) <= 70 and not re.search(r"[\d,;%]", first)
    return first.strip() if is_heading else ""


def _items(parts: list[_Part], above: tuple[str, ...]) -> Iterator[OutlineItem]:
    for part in parts:
        path = _path(part, above)
        yield OutlineItem(".".join(path), part.marker, part.heading, (part.start, part.end), tuple(_items(part.children, path)))


def _path(part: _Part, above: tuple[str, ...]) -> tuple[str, ...]:
    """Labels from the top; a dotted label ("1.2") replaces the part of the path it repeats."""
    if part.kind != "dotted":
        return (*above, part.label)
    numbers = part.label.split(".")
    for kept in range(min(len(numbers) - 1, len(above)), 0, -1):
        if above[-kept:] == tuple(numbers[:kept]):
            return (*above[:-kept], *numbers)
    return (*above, *numbers)
