"""The report on one work, as values and what is said of them: what, where, why, who; money; progress; papers; handing over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from hatang.reports.kinds.thematic.said import of_gifts_to
from hatang.reports.rules import works
from hatang.reports.rules.facts import Facts
from hatang.reports.rules.figures import Figure
from hatang.reports.rules.gifts import GiftLine
from hatang.reports.rules.sentences import Part as Said
from hatang.reports.rules.sentences import Sentence, capital, quoted, sentence
from hatang.reports.rules.targets import NOTHING
from hatang.reports.rules.works import date

AHEAD = " văn bản chưa có, gồm cả văn bản của các bước sắp tới:"


@dataclass(frozen=True, slots=True)
class Stone:
    """A milestone. `late`: days past its date when it was reached, or so far."""

    name: str
    planned_on: dt.date
    actual_on: dt.date | None = None
    late: Figure | None = None
    is_due: bool = False


@dataclass(frozen=True, slots=True)
class Deal:
    """A contract."""

    number: str
    kind: str
    company: str
    value: Figure
    signed_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A source of its money; `figures`: allocated, paid, share, left."""

    name: str
    figures: Mapping[str, Figure]


@dataclass(frozen=True, slots=True)
class WorkFacts:
    """Everything of one work. `about` are pairs of what it is; `counts` figures by name; `papers` in words, `lacking` too."""

    facts: Facts
    about: Sequence[tuple[str, str]]
    counts: Mapping[str, Figure]
    is_ahead: bool = True
    reported_on: dt.date | None = None
    sources: Sequence[Source] = ()
    stones: Sequence[Stone] = ()
    deals: Sequence[Deal] = ()
    papers: Sequence[str] = ()
    lacking: Sequence[str] = ()
    states: Sequence[str] = ()
    accepted: Sequence[str] = ()
    outputs: Sequence[tuple[str, bool]] = ()
    gifts: GiftLine = field(default_factory=lambda: GiftLine(""))

    def has(self, name: str) -> bool:
        """Whether there is something of it."""
        figure = self.counts.get(name)
        return figure is not None and figure.value > 0

    def figures(self) -> Iterator[Figure]:
        """Every figure beside those of `facts`."""
        yield from self.counts.values()
        for source in self.sources:
            yield from source.figures.values()
        yield from (stone.late for stone in self.stones if stone.late)
        yield from (deal.value for deal in self.deals)
        yield from self.gifts.figures.values()


def about(work: WorkFacts) -> list[Sentence]:
    """What it is, a line each."""
    lines = [sentence(label, ": ", quoted(text.rstrip(". ")), ".", bullet=True) for label, text in work.about if text]
    counts = work.counts
    size = [sentence("Quy mô: ", counts["size"], ".", bullet=True)] if "size" in counts else []
    whole = [sentence("Tổng mức đầu tư: ", counts["total"], ".", bullet=True)] if "total" in counts else []
    return [*lines, *size, *whole]


def money(work: WorkFacts) -> list[Sentence]:
    """Capital, what of it was paid, by source, settled, and what people gave."""
    given = of_gifts_to(work.gifts, work.facts.period)
    if not work.has("allocated"):
        return [sentence("Chưa phát sinh vốn được phân bổ."), *given]
    return [_paid(work), *(_source(one) for one in work.sources), *_settled(work), *given]


def _paid(work: WorkFacts) -> Sentence:
    counts = work.counts
    start: list[Said] = ["Đến hết ", quoted(work.facts.period), ", đã phân bổ ", counts["allocated"], " vốn; "]
    if not work.has("paid"):
        return sentence(*start, "chưa phát sinh giải ngân.")
    of_whole: list[Said] = [" và ", counts["of_total"], " tổng mức đầu tư"] if "of_total" in counts else []
    left: list[Said] = ["; còn ", counts["left"], " chưa giải ngân"] if work.has("left") else []
    paid: list[Said] = ["đã giải ngân ", counts["paid"], ", bằng ", counts["share"], " vốn đã phân bổ"]
    return sentence(*start, *paid, *of_whole, *left, ".")


def _source(one: Source) -> Sentence:
    figures = one.figures
    done: list[Said] = ["chưa giải ngân"]
    if figures["paid"].value and "share" in figures:
        done = ["giải ngân ", figures["paid"], ", bằng ", figures["share"]]
    return sentence(quoted(capital(one.name)), ": phân bổ ", figures["allocated"], "; ", *done, ".", bullet=True)


def _settled(work: WorkFacts) -> list[Sentence]:
    found = []
    if work.has("advanced"):
        found.append(sentence("Tạm ứng chưa thu hồi: ", work.counts["advanced"], "."))
    if work.has("settled"):
        found.append(sentence("Đã quyết toán theo niên độ ngân sách: ", work.counts["settled"], "."))
    if work.has("final"):
        found.append(sentence("Đã quyết toán hoàn thành: ", work.counts["final"], "."))
    return found


def progress(work: WorkFacts) -> list[Sentence]:
    """How far it is, its contracts, its milestones."""
    return [*_percent(work), *(_deal(one) for one in work.deals), *_stones(work)]


def _percent(work: WorkFacts) -> list[Sentence]:
    counts = work.counts
    if not work.has("percent"):
        return [sentence("Đến hết ", quoted(work.facts.period), " chưa phát sinh khối lượng.")]
    day: list[Said] = [", theo báo cáo ngày ", quoted(date(work.reported_on))] if work.reported_on else []
    start: list[Said] = ["Đến hết ", quoted(work.facts.period), " đã làm ", counts["percent"], " khối lượng", *day]
    if not work.has("before"):
        return [sentence(*start, "; đến hết ", quoted(work.facts.compared), " chưa có khối lượng.")]
    if not counts["points"].printed:
        return [sentence(*start, "; không thay đổi so với ", quoted(work.facts.compared), ".")]
    moved = "; tăng " if work.is_ahead else "; giảm "
    return [sentence(*start, moved, counts["points"], " so với ", quoted(work.facts.compared), " (", counts["before"], ").")]


def _deal(one: Deal) -> Sentence:
    signed: list[Said] = [" ký ngày ", quoted(date(one.signed_on))] if one.signed_on else []
    start: list[Said] = ["Hợp đồng ", quoted(f"{one.number} ({one.kind.lower()})"), *signed, " với ", quoted(one.company)]
    return sentence(*start, ": giá trị ", one.value, ".", bullet=True)


def _stones(work: WorkFacts) -> list[Sentence]:
    if not work.stones:
        return [sentence("Chưa có mốc tiến độ.")]
    return [sentence("Các mốc tiến độ:"), *(_stone(one) for one in work.stones)]


def _stone(one: Stone) -> Sentence:
    start: list[Said] = [quoted(capital(one.name)), ": kế hoạch ngày ", quoted(date(one.planned_on))]
    late: list[Said] = [", chậm ", one.late] if one.late else []
    if one.actual_on:
        return sentence(*start, "; hoàn thành ngày ", quoted(date(one.actual_on)), *late, ".", bullet=True)
    return sentence(*start, "; chưa hoàn thành" if one.is_due else "; chưa đến hạn", *late, ".", bullet=True)


def obstacles(work: WorkFacts) -> list[Sentence]:
    """What holds it up."""
    return works.obstacles(work.facts)


def papers(work: WorkFacts) -> list[Sentence]:
    """The papers that are there, and those its steps still ask for."""
    found = [sentence(quoted(capital(paper)), ".", bullet=True) for paper in work.papers]
    head = [sentence("Hồ sơ đã có ", work.counts["papers"], " văn bản:"), *found] if found else []
    lacking = [sentence(quoted(capital(paper)), ".", bullet=True) for paper in work.lacking]
    rest = [sentence("Theo các bước thực hiện, còn ", work.counts["lacking"], AHEAD), *lacking] if lacking else []
    return [*(head or [sentence("Chưa có văn bản trong hồ sơ.")]), *rest]


def handing(work: WorkFacts) -> list[Sentence]:
    """Where acceptance, handing over and settlement stand, and what it leaves behind."""
    found = [sentence(quoted(capital("; ".join(state.lower() for state in work.states))), ".")]
    found += [sentence(quoted(capital(one)), ".", bullet=True) for one in work.accepted]
    for name, made in work.outputs:
        told = " (đã ghi vào sổ công trình)." if made else " (chưa bàn giao)."
        found.append(sentence("Tài sản hình thành: ", quoted(name), told, bullet=True))
    return found


def proposals(work: WorkFacts) -> list[Sentence]:
    """What follows from what is late and in the way."""
    found = [line for line in works.proposals(work.facts) if line.text != NOTHING]
    if work.has("late"):
        found.append(sentence("Đẩy nhanh tiến độ để bù ", work.counts["late"], " mốc đã chậm.", bullet=True))
    return found or [sentence(NOTHING)]
