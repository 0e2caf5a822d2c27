"""The whole plan: every block is asked what its part is for, and read accordingly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeVar

from vanban.model import Extraction, OfficialDocument, Span, Unread
from vanban.plan.assignments import actor_of_heading, assignments_in, once_per_part
from vanban.plan.clauses import Clause, content_of
from vanban.plan.model import Assignment, Period, PlanReading, Schedule, Target, Task
from vanban.plan.parts import Parts, Place, Purpose, purpose_of
from vanban.plan.schedules import schedules_in
from vanban.plan.tables import TableReading, read_tables
from vanban.plan.targets import Lead, lead_of, targets_in, year_in
from vanban.plan.tasks import tasks_in
from vanban.plan.values import find_amounts
from vanban.reader.blocks import ATTACHED, Block, blocks_of
from vanban.reader.document import read_document
from vanban.reader.period import find_period
from vanban.text.folding import fold, lower
from vanban.text.messages import message

NO_LEAD = Lead()
GENERAL_AIM = re.compile(r"tong quat|muc tieu chung")
CHARGES = re.compile(
    r"chịu trách nhiệm (?:thi hành|thực hiện) (?:Quyết định|Nghị quyết|Kế hoạch|Chương trình)|"
    r"^[\s.:]*(?:Giao|Phân công) (?:cho )?[A-ZĐỦ]|"
    r"giám sát việc (?:tổ chức )?(?:thực hiện|thi hành) (?:Quyết định|Nghị quyết|Kế hoạch|Chương trình)"
)
LOOKS_BACK = re.compile(
    r"thuc trang|ket qua (?:dat|thuc hien|da)|ton tai|han che|danh gia tinh hinh|su can thiet|hien trang|boi canh"
)
MEASURED = re.compile(r"(?:tỷ lệ|tỉ lệ|số|tổng số|diện tích|chiều dài|thu nhập|mật độ|mức)\s")
OPENS_WITH_AMOUNT = re.compile(r"\W*(?:(?:đạt|từ|trên|dưới|khoảng|tối thiểu|tối đa|ít nhất|không quá)\s+)*\d")
CLOSING = re.compile(
    r"(?:Trên đây là|Căn cứ (?:Kế hoạch|nội dung) này|(?:Nghị quyết|Quyết định) này (?:đã )?(?:được|có hiệu lực))"
)
UNCERTAIN_READING = 0.6  # what recognition read from a picture is never surer than this

Item = TypeVar("Item", Target, Task, Assignment, Schedule)


@dataclass(slots=True)
class _Reading:
    targets: list[Target] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    assignments: list[Assignment] = field(default_factory=list)
    schedules: list[Schedule] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)


def read_extraction(extraction: Extraction) -> PlanReading:
    """A plan from the paragraphs of its file. Never raises; what is not understood is listed under `unread`."""
    document, missing = read_document(extraction)
    blocks = list(_body(blocks_of(extraction), document))
    period = _period(document, extraction)
    found = _read(blocks, document, period)
    uncertain = [p.span for p in extraction.paragraphs if not p.certain]
    return PlanReading(
        text=extraction.text,
        document=document,
        period=period,
        targets=_settled(_ahead(found.targets, period), extraction.text, uncertain),
        tasks=_settled(found.tasks, extraction.text, uncertain),
        assignments=_settled(found.assignments, extraction.text, uncertain),
        schedules=_settled(found.schedules, extraction.text, uncertain),
        unread=(*missing, *found.unread),
    )


def _ahead(targets: Iterable[Target], period: Period | None) -> list[Target]:
    """Targets of the plan's own years: a figure of a year before it says where things stood ("năm 2025 là 54%")."""
    return [target for target in targets if period is None or target.year is None or target.year >= period.start]


def _body(blocks: list[Block], document: OfficialDocument) -> Iterator[Block]:
    """The blocks of the body and of what is attached after the signature."""
    attached = document.outline[-1].span[1] if document.outline else 0
    for block in blocks:
        if document.body[0] <= block.span[0] < max(document.body[1], attached):
            yield block


def _period(document: OfficialDocument, extraction: Extraction) -> Period | None:
    opening = extraction.text[document.body[0] : document.body[0] + 1500]
    years = find_period(document.subject or "", opening, issued=document.date.year if document.date else None)
    return Period(*years) if years else None


def _read(blocks: list[Block], document: OfficialDocument, period: Period | None) -> _Reading:
    found, parts = _Reading(), Parts(document)
    last_year = period.end if period else None
    first_year = period.start if period else None
    placed = [(block, place) for block, place in _placed(blocks, parts)]
    tables = read_tables([(block, place) for block, place in placed if block.row], last_year, first_year)
    running, lead = "", NO_LEAD
    for block, place in placed:
        if block.row or CLOSING.match(block.text) or _only_names(block, place):
            continue
        running, lead = (running, lead) if place.path == running else (place.path, _inherited(place))
        lead = _read_block(block, place, lead, last_year, document, found)
    found.assignments = list(once_per_part(iter(found.assignments)))
    _take(tables, found)
    return found


def _placed(blocks: Iterable[Block], parts: Parts) -> Iterator[tuple[Block, Place]]:
    """Each block with its place; an unnumbered heading changes what follows it within its part."""
    heading, purpose, path = "", None, None
    for block in blocks:
        place = parts.place_of(block)
        if place.opens is not None or place.path != path:
            heading, purpose, path = "", None, place.path
        if _is_heading(block, place):
            heading, purpose = block.text, purpose_of(block.text) or purpose
        if heading and place.purpose is not Purpose.ORGANISATION:
            place = replace(place, purpose=purpose or place.purpose, headings=(heading, *place.headings))
        yield block, place


def _is_heading(block: Block, place: Place) -> bool:
    is_set_apart = block.paragraph.bold or block.paragraph.centred or block.text.isupper()
    is_short = len(block.text) < 120 and not block.text.startswith("-") and not block.text.rstrip().endswith((".", ";", ","))
    return place.opens is None and block.row is None and is_set_apart and is_short


def _only_names(block: Block, place: Place) -> bool:
    """Whether a block only names what follows: a heading on a line of its own, or what an appendix is attached to."""
    return place.opens is None and (block.text.strip() in place.headings[:2] or bool(ATTACHED.match(block.text)))


def _inherited(place: Place) -> Lead:
    """What headings say of every target under them: "Mục tiêu đến năm 2028", "Phấn đấu đến năm 2030"."""
    year = next((year for heading in place.headings if (year := year_in(heading))), None)
    return Lead(year, bool(place.headings and "phan dau" in fold(place.headings[0])))


def _read_block(
    block: Block, place: Place, lead: Lead, last_year: int | None, document: OfficialDocument, found: _Reading
) -> Lead:
    content = content_of(block, place)
    if not content.text:
        return lead
    if place.purpose is Purpose.GOALS:
        return _read_goal(_with_measure(content, block, place), place, lead, last_year, found)
    if place.purpose in {Purpose.TASKS, Purpose.MEASURES}:
        found.tasks.extend(tasks_in(content, place, only_counted=place.purpose is Purpose.MEASURES))
    organises = place.purpose is Purpose.ORGANISATION or bool(CHARGES.search(content.text))
    head = _head(place) if organises else None
    if organises or place.purpose in {Purpose.MEASURES, Purpose.TASKS}:
        found.assignments.extend(assignments_in(content, place, organises=organises, head=head))
    if content.span not in document.legal_bases and not any(LOOKS_BACK.search(fold(heading)) for heading in place.headings):
        found.schedules.extend(schedules_in(content, place, _own_year(document)))
    return lead


def _with_measure(content: Clause, block: Block, place: Place) -> Clause:
    """A goal with its heading where that is what is measured: "11. Tỷ lệ phủ sóng 5G: 70% số thôn"."""
    heading = place.opens.heading if place.opens else ""
    if not MEASURED.match(lower(heading)) or heading not in block.text or not OPENS_WITH_AMOUNT.match(lower(content.text)):
        return content
    return Clause(block.text, block.span).slice(block.text.index(heading), len(block.text))


def _read_goal(content: Clause, place: Place, lead: Lead, last_year: int | None, found: _Reading) -> Lead:
    before = len(found.targets)
    found.targets.extend(targets_in(content, place, lead, last_year))
    if content.text.rstrip().endswith(":") and not find_amounts(content.text):
        told = lead_of(content.text)
        return Lead(told.year or lead.year, told.aspirational or lead.aspirational)
    if len(found.targets) == before and not any(GENERAL_AIM.search(fold(heading)) for heading in place.headings):
        found.unread.append(Unread(content.span, message("Nằm trong phần mục tiêu nhưng không nhận ra chỉ tiêu nào.")))
    return lead


def _head(place: Place) -> str | None:
    """The unit whose part this is, from the nearest heading that names one."""
    return next((actor for heading in place.headings[:2] if (actor := actor_of_heading(heading))), None)


def _own_year(document: OfficialDocument) -> int | None:
    return document.date.year if document.date else None


def _take(tables: TableReading, found: _Reading) -> None:
    found.targets.extend(tables.targets)
    found.tasks.extend(tables.tasks)
    found.assignments.extend(tables.assignments)
    found.schedules.extend(tables.schedules)


def _settled(items: Iterable[Item], text: str, uncertain: list[Span]) -> tuple[Item, ...]:
    """In the order of the document, quotes exactly as they stand in it, less sure where the text itself is."""
    ordered = sorted(items, key=lambda item: item.span)
    return tuple(replace(item, quote=text[slice(*item.span)], confidence=_confidence(item, uncertain)) for item in ordered)


def _confidence(item: Item, uncertain: list[Span]) -> float:
    touches = any(start < item.span[1] and item.span[0] < end for start, end in uncertain)
    return min(item.confidence, UNCERTAIN_READING) if touches else item.confidence
