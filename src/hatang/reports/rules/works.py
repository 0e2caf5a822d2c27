"""What is said of works, money, obstacles, and what is proposed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from hatang.indicators.rules.status import Status
from hatang.reports.rules.facts import Facts, LateWork, ObstacleFact
from hatang.reports.rules.figures import Figure
from hatang.reports.rules.sentences import Part, Sentence, listed, quoted, sentence
from hatang.reports.rules.targets import NOTHING, behind

PHASES = (
    ("works.proposed", "mới đề xuất hoặc đưa vào kế hoạch"),
    ("works.preparing", "đang chuẩn bị đầu tư"),
    ("works.building", "đang thi công"),
    ("works.standing", "đã xây dựng xong"),
    ("works.stopped", "tạm dừng hoặc hủy"),
)
SHOWN = 10
FEW = 3


def works(facts: Facts) -> list[Sentence]:
    """How many works there are and where they stand, the money behind them, those that are late, and upkeep."""
    return [*standing(facts), *money(facts), *late_lines(facts.counts.get("works.late"), facts.late_works), *upkeep(facts)]


def standing(facts: Facts, start: str = "Xã đang theo dõi ") -> list[Sentence]:
    """How many works there are, and in which phase."""
    total = facts.counts.get("works.total")
    if total is None or not total.value:
        return [sentence("Trong kỳ chưa phát sinh công trình, dự án.")]
    parts = listed((facts.counts[key], f" {words}") for key, words in PHASES if facts.counts[key].value)
    return [sentence(start, total, " công trình, dự án: ", *parts, ".")]


def money(facts: Facts) -> list[Sentence]:
    """The capital of these works and what of it was paid out."""
    allocated, paid, share = (facts.counts.get(key) for key in ("money.allocated", "money.paid", "money.share"))
    if allocated is None or not allocated.value:
        return []
    rest: list[Part] = [", bằng ", share, " vốn đã phân bổ"] if share else []
    done: list[Part] = ["đã giải ngân lũy kế ", paid, *rest] if paid and paid.value else ["chưa phát sinh giải ngân"]
    until = quoted(facts.period)
    return [sentence("Đến hết ", until, ", vốn đã phân bổ cho công trình, dự án là ", allocated, "; ", *done, ".")]


def late_lines(late: Figure | None, rows: Sequence[LateWork]) -> list[Sentence]:
    """How many works are past a date of theirs, and the longest late of them; nothing where none is."""
    found = [_late_work(work) for work in rows[:SHOWN]]
    if late is None or not late.value:
        return []
    end = "." if not found else "; trong đó:" if late.value > len(found) else ":"
    return [sentence("Có ", late, " công trình, dự án chậm so với mốc kế hoạch", end), *found]


def _late_work(work: LateWork) -> Sentence:
    done: list[Part] = ["đã làm ", work.percent, " khối lượng"] if work.percent.value else ["chưa có khối lượng"]
    name, due = quoted(work.name), quoted(date(work.due_on))
    return sentence(name, ": ", *done, "; mốc gần nhất đến hạn ngày ", due, ", đã chậm ", work.late, ".", bullet=True)


def upkeep(facts: Facts) -> list[Sentence]:
    """Faults that are not mended."""
    unfixed, late = facts.counts.get("tickets.unfixed"), facts.counts.get("tickets.late")
    if unfixed is None or not unfixed.value:
        return []
    rest: list[Part] = [", trong đó ", late, " phiếu quá hạn sửa"] if late and late.value else []
    return [sentence("Về bảo trì, còn ", unfixed, " phiếu báo hỏng chưa sửa xong", *rest, ".")]


def obstacles(facts: Facts) -> list[Sentence]:
    """What holds works up, a line each."""
    found = [_obstacle(one) for one in facts.obstacles[:SHOWN]]
    total = facts.counts.get("obstacles.open")
    if total is None or not total.value:
        return [sentence("Trong kỳ chưa phát sinh vướng mắc được ghi nhận ở công trình, dự án.")]
    return [sentence("Còn ", total, " vướng mắc chưa tháo gỡ:"), *found]


def _obstacle(one: ObstacleFact) -> Sentence:
    notes: list[tuple[Part, ...]] = [("nguyên nhân: ", quoted(one.cause.lower()))]
    if one.owner:
        notes.append(("đơn vị tháo gỡ: ", quoted(one.owner)))
    if one.due_on:
        notes.append(("hạn ", quoted(date(one.due_on))))
    if one.late:
        notes.append(("quá hạn ", one.late))
    return sentence(quoted(one.work), ": ", quoted(one.what.rstrip(". ")), " (", *listed(notes), ").", bullet=True)


def proposals(facts: Facts) -> list[Sentence]:
    """What follows from what is late and open; "chưa phát sinh" where nothing does."""
    found = [*_on_obstacles(facts), *_on_owing(facts), *_on_requests(facts)]
    return found or [sentence(NOTHING)]


def ahead(facts: Facts, names: Mapping[Any, str]) -> list[Sentence]:
    """What the next time is for: targets that are behind, by name where they are few, else by `names` of sectors."""
    late = [target for target in behind(facts.targets) if target.status == Status.BEHIND]
    count = facts.counts.get(f"all.{Status.BEHIND}")
    if not late or count is None:
        return [sentence("Tiếp tục thực hiện các nhiệm vụ, giải pháp của Kế hoạch.")]
    start: list[Part] = ["Tập trung chỉ đạo, bố trí nguồn lực cho ", count, " mục tiêu chậm so với yêu cầu"]
    few = len(late) <= FEW
    said = [target.subject for target in late] if few else [names.get(target.sector, "mục tiêu khác") for target in late]
    listing = listed((quoted(one[:1].lower() + one[1:]),) for one in dict.fromkeys(said))
    return [sentence(*start, ": " if few else ", thuộc các lĩnh vực: ", *listing, ".")]


def _on_obstacles(facts: Facts) -> list[Sentence]:
    late = facts.counts.get("obstacles.late")
    if late is None or not late.value:
        return []
    owners = list(dict.fromkeys(one.owner for one in facts.obstacles if one.late and one.owner))
    who = listed((quoted(owner),) for owner in owners) or ["các đơn vị được giao"]
    return [sentence("Yêu cầu ", *who, " tháo gỡ dứt điểm ", late, " vướng mắc đã quá hạn.", bullet=True)]


def _on_owing(facts: Facts) -> list[Sentence]:
    """Units that owe figures: one by its name, several in one sentence."""
    if len(facts.owing) > 1:
        each = listed((quoted(owing.unit), " (", owing.left, " số liệu)") for owing in facts.owing)
        return [sentence("Yêu cầu nộp số liệu còn thiếu của ", quoted(facts.period), ": ", *each, ".", bullet=True)]
    return [
        sentence(
            "Yêu cầu ", quoted(owing.unit), " nộp ", owing.left, " số liệu còn thiếu của ", quoted(facts.period), ".", bullet=True
        )
        for owing in facts.owing
    ]


def _on_requests(facts: Facts) -> list[Sentence]:
    needs = facts.counts.get("needs.open")
    if needs is None or not needs.value:
        return []
    return [sentence("Xem xét, quyết định ", needs, " nhu cầu đầu tư do các thôn đề xuất.", bullet=True)]


def date(day: dt.date) -> str:
    """A day as documents write it: 07/04/2026."""
    return f"{day:%d/%m/%Y}"
