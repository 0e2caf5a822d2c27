"""What invitations and minutes say of a meeting. Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.7 và 1.9."""

from __future__ import annotations

import datetime as dt
import re

from vanban.model import Meeting
from vanban.reader.blocks import Block
from vanban.text.dates import parse_date

_LABELS = {
    "participants": r"(?:(?:[^:]{0,120}\s)?trân trọng kính mời|Kính mời|Thành phần(?:\s+tham\s+(?:dự|gia))?)\s*:",
    "occasion": r"(?:Tới|Đến)\s+(?:tham\s+)?dự\s*:?",
    "starts": r"Thời gian(?:\s+bắt đầu)?\s*:",
    "place": r"Địa điểm\s*:",
    "chair": r"Chủ\s+(?:trì|tọa|toạ)(?:\s*\([^)]*\))?\s*:",
    "secretary": r"Thư ký(?:\s*\([^)]*\))?\s*:",
}
_LINES = {name: re.compile(rf"(?:-\s*)?(?:{label})\s*(?P<value>.*)") for name, label in _LABELS.items()}
_CONTENT = re.compile(r"Nội dung(?:\s*\([^)]*\))?\s*:")
_ENDS = re.compile(
    r"(?:Cuộc họp|Hội nghị|Hội thảo|Buổi làm việc|Biên bản)[^.]*?(?:kết thúc|lập xong)\s+(?:vào|lúc|hồi)\s*(?P<when>.+)"
)
_HOUR = re.compile(r"(?P<hour>\d{1,2})\s*(?:giờ|h|:)\s*(?P<minute>\d{1,2})?")
_CLOSING = " .;/"


def read_meeting(blocks: list[Block]) -> Meeting:
    """The lines a meeting is told by, in whatever order; what is not said stays empty."""
    said, names, ends, _ = _told(blocks)
    return Meeting(
        parse_moment(said.get("starts", "")), parse_moment(ends), said.get("place") or None, said.get("chair") or None,
        said.get("secretary") or None, names, said.get("occasion") or None,
    )  # fmt: skip


def meeting_lines(blocks: list[Block]) -> set[int]:
    """The numbers of the blocks a meeting is told by; what is left is the content."""
    return _told(blocks)[-1]


def _told(blocks: list[Block]) -> tuple[dict[str, str], tuple[str, ...], str, set[int]]:
    said: dict[str, str] = {}
    names: tuple[str, ...] = ()
    ends, lines, is_head = "", set(), True
    for index, block in enumerate(blocks):
        if block.row:
            continue
        if _CONTENT.match(block.text) and is_head:
            is_head = False
            lines.add(index)
        label, value = _labelled(block.text) if is_head else ("", "")
        if label == "participants" and not names:
            names = (value,) if value else _listed(blocks[index + 1 :])
            lines |= set(range(index, index + 1 + (0 if value else len(names))))
        elif label and label not in said:
            said[label] = value
            lines.add(index)
        elif match := _ENDS.match(block.text):
            ends = match["when"]
            lines.add(index)
    return said, names, ends, lines


def parse_moment(text: str) -> dt.datetime | None:
    """ "08 giờ 00 phút, ngày 05 tháng 02 năm 2026" or "14h30 ngày 05/02/2026"; None unless both hour and date are there."""
    hour, date = _HOUR.search(text), parse_date(text)
    if not hour or not date or int(hour["hour"]) > 23 or int(hour["minute"] or 0) > 59:
        return None
    return dt.datetime.combine(date, dt.time(int(hour["hour"]), int(hour["minute"] or 0)))


def _labelled(text: str) -> tuple[str, str]:
    for name, pattern in _LINES.items():
        if match := pattern.match(text):
            return name, match["value"].strip(_CLOSING)
    return "", ""


def _listed(blocks: list[Block]) -> tuple[str, ...]:
    """The dashed lines right after a label."""
    names = []
    for block in blocks:
        if not re.match(r"[-–+•]", block.text):
            break
        names.append(block.text.lstrip("-–+• ").rstrip(_CLOSING))
    return tuple(names)
