"""What each part of a plan is for, and every block with the part it stands in."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum

from vanban.model import OfficialDocument, OutlineItem
from vanban.reader.blocks import Block
from vanban.text.folding import fold


class Purpose(StrEnum):
    """What a part of a plan is for."""

    GOALS = "goals"
    TASKS = "tasks"
    MEASURES = "measures"
    ORGANISATION = "organisation"
    OTHER = "other"


_PURPOSES = (
    (Purpose.ORGANISATION, re.compile(r"to chuc (?:thuc hien|trien khai|chi dao)|phan cong|trach nhiem (?:cua|to chuc)|"
        r"^trach nhiem")),
    (Purpose.GOALS, re.compile(r"muc tieu|chi tieu")),
    (Purpose.TASKS, re.compile(r"nhiem vu|noi dung|danh muc|cong viec|hoat dong|du an thanh phan|cong trinh")),
    (Purpose.MEASURES, re.compile(r"giai phap|bien phap")),
    (Purpose.OTHER, re.compile(r"muc dich|yeu cau|quan diem|thuc trang|danh gia|dac diem|su can thiet|kinh phi|nguon (?:von|"
        r"luc)|can cu|pham vi|doi tuong|ket qua|ton tai|khai quat|boi canh|che do bao cao|thong tin bao cao")),
)  # fmt: skip


_MONEY_OR_TIME = re.compile(r"kinh phi|nhu cau von|nguon von|tong von|co cau von|thoi gian thuc hien|^thoi gian|hieu luc")


def purpose_of(heading: str) -> Purpose | None:
    """What a heading announces; None where it does not tell."""
    folded = fold(heading)
    return next((purpose for purpose, pattern in _PURPOSES if pattern.search(folded)), None)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: the path of its part, what the part is for, headings from the nearest up."""

    path: str
    purpose: Purpose
    headings: tuple[str, ...]
    opens: OutlineItem | None = None


NOWHERE = Place("", Purpose.OTHER, ())


class Parts:
    """The parts of a document, for finding the one a block stands in."""

    def __init__(self, document: OfficialDocument) -> None:
        self._places: list[tuple[int, int, Place]] = []
        for item in document.outline:
            self._learn(item, (), None)
        self._places.sort(key=lambda entry: (entry[0], -entry[1]))
        self._starts = [entry[0] for entry in self._places]

    def _learn(self, item: OutlineItem, above: tuple[str, ...], inherited: Purpose | None) -> None:
        purpose = _settled(item.heading, inherited)
        headings = (item.heading, *above)
        self._places.append((*item.span, Place(item.path, purpose or Purpose.OTHER, headings, item)))
        for child in item.children:
            self._learn(child, headings, purpose)

    def place_of(self, block: Block) -> Place:
        """The innermost part a block stands in; `opens` is set where the block is the part's first line."""
        for index in range(bisect_right(self._starts, block.span[0]) - 1, -1, -1):
            start, end, place = self._places[index]
            if block.span[1] <= end:
                return place if start == block.span[0] else Place(place.path, place.purpose, place.headings)
        return NOWHERE


def _settled(heading: str, inherited: Purpose | None) -> Purpose | None:
    """A part inherits what its parent is for, unless it plainly says another thing."""
    own = purpose_of(heading)
    if own in {None, Purpose.OTHER} and _MONEY_OR_TIME.search(fold(heading)):
        return Purpose.OTHER
    if inherited is Purpose.ORGANISATION or own is None:
        return inherited
    if inherited in {Purpose.TASKS, Purpose.MEASURES} and own in {Purpose.OTHER, Purpose.ORGANISATION}:
        return inherited if own is Purpose.OTHER else own
    if inherited is Purpose.GOALS and own is Purpose.OTHER:
        return inherited
    if inherited is Purpose.OTHER and own is Purpose.TASKS:
        return inherited
    return own
