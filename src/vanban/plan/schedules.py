"""When things are due: recurring duties, deadlines, starts, periods, unannounced checks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.plan.clauses import Clause, sentences, split_at
from vanban.plan.model import Every, Schedule, ScheduleKind
from vanban.plan.parts import Place
from vanban.text.dates import Moment, find_moments
from vanban.text.folding import fold

_LISTED = r"(?:ngay|tuan|thang|quy|6 thang|06 thang|sau thang|9 thang|09 thang|chin thang|nam)"
RECURRING = re.compile(
    rf"(?:(?:dinh ky|hang)\s*(?::|,)?\s*)(?:(?:hang|theo|mot|01 lan/|"
    rf"1 lan/)\s*)?(?P<list>{_LISTED}(?!\s*20\d\d)(?:(?:\s*,\s*|\s+va\s+|\s*/\s*|\s+hoac\s+|\s*\(\s*)(?:hang\s+|"
    rf"bao cao\s+)?{_LISTED})*)(?!\w)"
    r"|(?<!\w)(?P<list5>(?:0?6|sau|0?9|chin) thang|thang|quy|nam)\s*/\s*(?:0?1|mot)?\s*lan(?!\w)"
    r"|(?<!\w)\d\d? lan\s*/\s*(?P<list6>tuan|thang|quy|nam)(?!\w)"
    rf"|(?<!\w)moi (?P<list3>{_LISTED}) (?:mot|hai|0?\d) lan"
    r"|bao cao (?P<list7>0?6 thang|quy|thang|nam)(?= (?:gui|truoc|chot))"
    r"|(?<=thang cuoi )(?P<list4>quy)(?!\s*(?:[iv]+|\d)(?!\w))"
    rf"|bao cao (?P<list2>{_LISTED}(?:(?:\s*,\s*|\s+va\s+)(?:hang\s+)?{_LISTED})+)(?!\w)"
)
PERIODIC = re.compile(r"\bdinh ky\b")
AD_HOC = re.compile(r"\bdot xuat\b")
DEADLINE = re.compile(
    r"(?:truoc|cham nhat(?: la)?(?: (?:den|vao|trong|truoc))?|muon nhat|xong|hoan thanh(?: \w+){0,8}? (?:trong|vao|truoc)|"
    r"truoc khi het|den het|het|"
    r"trong|vao|gui ve(?: \w+){0,8}|thoi han|xong trong|hoan thanh|"
    r"(?:so ket|tong ket)(?: \w+){0,4} ?\(?|"
    r"hoan thanh (?:dut diem )?(?:trong)?)\s*(?:ngay\s*)?(?:het\s*)?(?:cuoi\s*)?$"
)
START = re.compile(
    r"(?:ngay từ|bắt đầu(?: từ| trong)?|kể từ|khởi công(?: \w+){0,4}|(?<!đầu )\btừ(?: đầu)?)\s*(?:ngày\s*)?(?:đầu\s*)?$",
    re.IGNORECASE,
)
UNTIL = re.compile(r"\s*(?:den|-|–)\s*(?:het\s*)?(?:ngay\s*)?$")
IN_PERIOD = re.compile(r"(?:trong (?:ca )?giai doan|giai doan)\s+(20\d\d)\s*[-–—]\s*(20\d\d)")
REFERRED = re.compile(
    r"(?:so|luat|nghi quyet|quyet dinh|ke hoach|de an|cong van|nghi dinh|thong tu|chi thi|thong bao|ban hanh)[^;,.]{0,60}$"
)
EVERY = {"ngay": Every.DAY, "tuan": Every.WEEK, "thang": Every.MONTH, "quy": Every.QUARTER, "nam": Every.YEAR}
SIX, NINE = re.compile(r"(?:0?6|sau) thang"), re.compile(r"(?:0?9|chin) thang")


def schedules_in(content: Clause, place: Place, year: int | None) -> Iterator[Schedule]:
    """Every schedule of one block; `year` completes dates that name none."""
    for sentence in sentences(content):
        for clause in split_at(sentence, ";"):
            yield from _of_clause(clause, place, year)


def _of_clause(clause: Clause, place: Place, year: int | None) -> Iterator[Schedule]:
    folded = fold(clause.text)
    recurring = list(RECURRING.finditer(folded))
    listed = (name for match in recurring for name in match.groups() if name)
    for every in dict.fromkeys(every for name in listed for every in _everies(name)):
        yield _schedule(clause, place, ScheduleKind.RECURRING, every=every)
    if not recurring and PERIODIC.search(folded):
        yield _schedule(clause, place, ScheduleKind.RECURRING, confidence=0.8)
    if AD_HOC.search(folded):
        yield _schedule(clause, place, ScheduleKind.AD_HOC)
    yield from _moments(clause, folded, place, year, bool(recurring))


def _everies(listed: str) -> Iterator[Every]:
    for part in re.split(r"\s*(?:,|/|\(|\bva\b|\bhoac\b)\s*", listed):
        part = re.sub(r"^(?:hang|bao cao)\s+", "", part.strip())
        if SIX.match(part):
            yield Every.HALF_YEAR
        elif NINE.match(part):
            yield Every.NINE_MONTHS
        elif part in EVERY:
            yield EVERY[part]


def _moments(clause: Clause, folded: str, place: Place, year: int | None, recurs: bool) -> Iterator[Schedule]:
    moments = [moment for moment in find_moments(clause.text, year) if not _is_of_a_document(folded, moment)]
    starts: Moment | None = None
    for moment in moments:
        before = folded[max(0, moment.start - 60) : moment.start]
        if starts and UNTIL.fullmatch(folded[starts.end : moment.start]):
            yield _schedule(clause, place, ScheduleKind.PERIOD, start=starts.value, due=moment.value)
            starts = None
        elif START.search(clause.text[max(0, moment.start - 60) : moment.start]):
            starts = moment if starts is None else starts
        elif (not recurs or _names_year(clause.text, moment)) and (DEADLINE.search(before) or _opens(folded, moment)):
            yield _schedule(clause, place, ScheduleKind.DEADLINE, due=moment.value)
    if starts:
        yield _schedule(clause, place, ScheduleKind.START, start=starts.value)
    period = re.search(r"trong (?:ca )?giai doan\s+(20\d\d)\s*[-–—]\s*(20\d\d)", folded)
    if period:
        yield _schedule(clause, place, ScheduleKind.PERIOD, start=period[1], due=period[2], confidence=0.7)


def _names_year(text: str, moment: Moment) -> bool:
    """Whether a moment is said with its year, so that it is no day of a recurring duty."""
    return moment.value[:4] in text[moment.start : moment.end]


def _opens(folded: str, moment: Moment) -> bool:
    """Whether a moment opens a clause and the work follows it: "Quý I/2027: lắp đặt…"."""
    return not folded[: moment.start].strip(" -") and bool(re.match(r"\s*[:,]", folded[moment.end :]))


def _is_of_a_document(folded: str, moment: Moment) -> bool:
    """Whether a date belongs to a document's name ("Kế hoạch số 60-KH/ĐU ngày 12/02/2026")."""
    before = folded[max(0, moment.start - 70) : moment.start]
    return bool(
        re.search(r"(?:\bso\s*:?\s*)?\d+[\s-]?\w*(?:/\w+)*[-/][\w-]+,?\s*$|\bluat [\w\s]{3,60}$", before)
    ) and not re.search(r"(?:truoc|tu|den|trong|cham nhat)\s*(?:ngay\s*)?$", before)


def _schedule(
    clause: Clause, place: Place, kind: ScheduleKind, *, every: Every | None = None, start: str | None = None,
    due: str | None = None, confidence: float = 0.9,
) -> Schedule:  # fmt: skip
    quote = clause.slice(0, len(clause.text.rstrip(" .;")))
    return Schedule(place.path, kind, every, start, due, quote.text, quote.span, confidence)
