"""What an invitation and minutes say of a meeting. Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.7 và 1.9."""

from __future__ import annotations

import datetime as dt

from vanban.model import Meeting
from vanban.text.dates import format_long_date
from vanban.writer.draft import Block, Bullet, Draft, Text
from vanban.writer.letterhead import is_type


def opening(draft: Draft) -> tuple[Block, ...]:
    """The lines before the body of an invitation or of minutes."""
    if draft.meeting is None:
        return ()
    return _minutes(draft.meeting) if is_type(draft, "bien ban") else _invitation(draft.issuer, draft.meeting)


def closing(draft: Draft) -> tuple[Block, ...]:
    """The sentence that ends minutes."""
    if draft.meeting is None or draft.meeting.ends is None:
        return ()
    return (Text(f"Cuộc họp kết thúc vào {format_moment(draft.meeting.ends)}."),)


def format_moment(moment: dt.datetime) -> str:
    """ "08 giờ 00 phút, ngày 05 tháng 02 năm 2026"."""
    return f"{moment:%H} giờ {moment:%M} phút, {format_long_date(moment.date())}"


def _invitation(issuer: str, meeting: Meeting) -> tuple[Block, ...]:
    return (
        *_listed(f"{issuer} trân trọng kính mời", meeting.participants),
        *_line("Tới dự", meeting.occasion),
        *_line("Chủ trì", meeting.chair),
        *_line("Thời gian", format_moment(meeting.starts) if meeting.starts else None),
        *_line("Địa điểm", meeting.place),
    )


def _minutes(meeting: Meeting) -> tuple[Block, ...]:
    return (
        *_line("Thời gian bắt đầu", format_moment(meeting.starts) if meeting.starts else None),
        *_line("Địa điểm", meeting.place),
        *_listed("Thành phần tham dự", meeting.participants),
        *_line("Chủ trì", meeting.chair),
        *_line("Thư ký", meeting.secretary),
        Text("Nội dung:"),
    )


def _line(label: str, value: str | None) -> tuple[Block, ...]:
    return (Text(f"{label}: {value.rstrip(' .')}."),) if value else ()


def _listed(label: str, names: tuple[str, ...]) -> tuple[Block, ...]:
    """One name on the line of its label, several one to a line."""
    if len(names) < 2:
        return _line(label, names[0] if names else None)
    return (Text(f"{label}:"), *(Bullet(f"{name};") for name in names[:-1]), Bullet(f"{names[-1]}."))
