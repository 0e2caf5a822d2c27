"""From the books of works to the facts of a report on money, as they stood at the end of its span."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse

from hatang.projects import selectors as works
from hatang.projects.models import Project, SettledAmount, Transfer, WorksSettings, YearCapital
from hatang.projects.money import selectors as money
from hatang.projects.money.rules import watch
from hatang.projects.money.rules.totals import NOTHING, Book, Sums, by, total
from hatang.projects.rules.states import Stage
from hatang.reports.kinds.kind import Asked, Gathered
from hatang.reports.kinds.money import tables
from hatang.reports.kinds.money.facts import Apart, Idle, Line, MoneyFacts, Moved, Risk
from hatang.reports.rules.facts import LateWork
from hatang.reports.rules.figures import Figure
from hatang.reports.rules.making import Maker, by_key
from hatang.reports.rules.spans import Span, year_before
from hatang.reports.selectors.around import late_works
from hatang.reports.selectors.scope import percents_at
from hatang.reports.words import span_label

DAY = dt.timedelta(days=1)
BOOKS = "Cộng sổ vốn và giải ngân của các công trình đến hết kỳ"
OVER = {Stage.CANCELLED.value, Stage.CLOSED.value}


@dataclass(slots=True)
class Read:
    """The rows of the books that a report needs. `now` are the cells at the end of the span, `start` those before it began."""

    years: range
    day: dt.date
    now: Book
    start: Book
    names: Mapping[int, str]
    works: Mapping[int, Project]
    given: Mapping[int, int]
    percents: Mapping[int, Any]
    settings: WorksSettings
    late: list[LateWork] = field(default_factory=list)


def gather(asked: Asked) -> Gathered:
    """Everything. Some twenty queries."""
    read = _read(asked)
    period, years = span_label(asked.span), _words(read.years)
    counts = Maker("money", "", reverse("money"), period)
    lines, of_works = _sources(read, period), _works(read, period)
    _totals(counts, asked, read)
    risks, apart, idle = _risks(read), _apart(read), _idle(read)
    moved = _transfers(asked)
    _watched(counts, read, risks, apart, idle, moved)
    facts = MoneyFacts(
        period, span_label(asked.before), years, counts.made, lines, of_works, read.late, risks, apart, idle, moved,
        can_foresee=_can_foresee(read), is_one_year=len(read.years) == 1,
    )  # fmt: skip
    return Gathered(facts, by_key(_figures(facts)), tables=tables.tables(facts))


def _figures(facts: MoneyFacts) -> Iterable[Figure]:
    yield from facts.counts.values()
    for line in (*facts.sources, *facts.works):
        yield from line.figures.values()
    for late in facts.late_works:
        yield from (late.percent, late.late)
    for risk in facts.risks:
        yield from (risk.now, risk.foreseen, risk.left)
    for one in facts.apart:
        yield from (one.paid, one.built, one.points)
    for still in facts.idle:
        yield from (still.left, still.months)
    yield from (one.amount for one in facts.transfers)


def _words(years: range) -> str:
    return f"năm {years[0]}" if len(years) == 1 else f"giai đoạn {years[0]}–{years[-1]}"


def _of(span: Span) -> range:
    return range(span.first.year, span.last.year + 1)


def _cells(years: range, until: dt.date) -> Book:
    """The cells of these years' capital by a day, with what was settled of whole works in these years."""
    found = money.cells(money.Wanted(until=until))
    return {cell: sums for cell, sums in found.items() if cell.year in years}


def _read(asked: Asked) -> Read:
    years, day = _of(asked.span), asked.day
    now = _cells(years, day)
    rows = YearCapital.objects.filter(year__in=list(years)).exclude(decided_on__gt=day)
    given: dict[int, int] = {}
    for source, amount in rows.values_list("source_id", "amount"):
        given[source] = given.get(source, 0) + amount
    pks = {cell.project for cell in now}
    found = {row.pk: row for row in Project.objects.filter(pk__in=pks).defer("geometry", "note", "purpose")}
    late = [row for row in late_works(day) if row.pk in pks]
    return Read(
        years, day, now, _cells(years, asked.span.first - DAY), {row.pk: row.name for row in money.sources()}, found, given,
        percents_at(day), works.settings(), late,
    )  # fmt: skip


def _sources(read: Read, period: str) -> list[Line]:
    now, start = by(read.now, lambda cell: cell.source), by(read.start, lambda cell: cell.source)
    wanted = [pk for pk in read.names if pk in now or read.given.get(pk)]
    found = []
    for pk in wanted:
        maker = Maker(f"source.{pk}", read.names[pk], reverse("money") + "?nhom=nguon", period)
        _sums(maker, now.get(pk, NOTHING), start.get(pk, NOTHING), read.given.get(pk))
        found.append(Line(read.names[pk], maker.made))
    return found


def _works(read: Read, period: str) -> list[Line]:
    now, start = by(read.now, lambda cell: cell.project), by(read.start, lambda cell: cell.project)
    found = []
    for pk in sorted(now, key=lambda pk: read.works[pk].folded_name):
        maker = Maker(f"work.{pk}", read.works[pk].name, reverse("work-money", args=[pk]), period)
        _sums(maker, now[pk], start.get(pk, NOTHING), None)
        maker.percent("percent", "khối lượng đã làm", read.percents.get(pk, 0), "Báo cáo tiến độ gần nhất đến hết kỳ")
        found.append(Line(read.works[pk].name, maker.made))
    return found


def _sums(maker: Maker, now: Sums, start: Sums, given: int | None) -> None:
    """What every line and the foot say of their money."""
    if given is not None:
        maker.money("given", "vốn được giao", given, "Quyết định giao vốn đã ghi trong kế hoạch vốn của xã")
        _unshared(maker, given, now.allocated)
    maker.money("allocated", "vốn đã phân bổ", now.allocated, BOOKS)
    maker.money("paid", "giải ngân lũy kế", now.disbursed, BOOKS)
    maker.share("share", "tỷ lệ giải ngân so với vốn đã phân bổ", now.disbursed, now.allocated, "Giải ngân chia vốn đã phân bổ")
    maker.money("span", "giải ngân trong kỳ", now.disbursed - start.disbursed, BOOKS)
    maker.money("advanced", "tạm ứng chưa thu hồi", now.advanced, BOOKS)
    maker.money("left", "vốn chưa giải ngân", now.left, "Vốn đã phân bổ trừ giải ngân lũy kế")
    maker.money("settled", "quyết toán niên độ", now.settled, BOOKS)


def _unshared(maker: Maker, given: int, allocated: int) -> None:
    words = "Vốn được giao trừ vốn đã phân bổ"
    maker.money("unshared", "vốn chưa phân bổ", max(given - allocated, 0), words)
    if allocated > given:
        maker.money("over", "phân bổ vượt số được giao", allocated - given, words)


def _totals(counts: Maker, asked: Asked, read: Read) -> None:
    whole, given = total(read.now), sum(read.given.values())
    _sums(counts, whole, total(read.start), given if read.given else None)
    counts.share("shared", "tỷ lệ phân bổ so với vốn được giao", whole.allocated, given, "Vốn đã phân bổ chia vốn được giao")
    counts.share("share_given", "tỷ lệ giải ngân so với vốn được giao", whole.disbursed, given, "Giải ngân chia vốn được giao")
    counts.count("sources", "Số nguồn vốn được giao", sum(amount > 0 for amount in read.given.values()))
    allocated = by(read.now, lambda cell: cell.project)
    counts.count("works", "Số công trình, dự án được phân bổ vốn", sum(sums.allocated > 0 for sums in allocated.values()))
    _compared(counts, asked)
    _same_time_last_year(counts, asked, read)
    _final(counts, read)


def _compared(counts: Maker, asked: Asked) -> None:
    """What was paid in the time the report is held against."""
    years = _of(asked.before)
    until, since = (total(_cells(years, day)) for day in (asked.before.last, asked.before.first - DAY))
    paid = until.disbursed - since.disbursed
    if paid > 0:
        words = span_label(asked.before)
        before = counts.money("before", f"Giải ngân {words}", paid, BOOKS)
        source = f"Hiệu của giải ngân trong kỳ và {words}"
        counts.apart("change", "Thay đổi của giải ngân trong kỳ", counts.made["span"], before, source)


def _same_time_last_year(counts: Maker, asked: Asked, read: Read) -> None:
    """The rate of the year before, by the same day; only of one year's capital."""
    if len(read.years) != 1:
        return
    last = year_before(asked.span).last if asked.day == asked.span.last else asked.day - dt.timedelta(days=365)
    then = total(_cells(range(read.years[0] - 1, read.years[0]), last))
    words = "Giải ngân chia vốn đã phân bổ của năm trước, đến cùng thời điểm"
    share = counts.share("share_then", "Tỷ lệ giải ngân cùng kỳ năm trước", then.disbursed, then.allocated, words)
    now = counts.made.get("share")
    if share is not None and now is not None:
        counts.points("points", "Chênh lệch tỷ lệ giải ngân so với cùng kỳ năm trước", now, share, "Hiệu của hai tỷ lệ")


def _final(counts: Maker, read: Read) -> None:
    """Works settled as a whole in these years."""
    rows = SettledAmount.objects.filter(year__isnull=True, decided_on__year__in=list(read.years), decided_on__lte=read.day)
    sums: dict[int, int] = {}
    for project, amount in rows.values_list("project_id", "amount"):
        sums[project] = sums.get(project, 0) + amount
    counts.money("final", "Quyết toán hoàn thành", sum(sums.values()), BOOKS)
    counts.count("finals", "Số công trình, dự án đã quyết toán hoàn thành", sum(amount > 0 for amount in sums.values()))


def _open(read: Read) -> dict[int, Sums]:
    sums = by(read.now, lambda cell: cell.project)
    return {pk: one for pk, one in sums.items() if read.works[pk].stage not in OVER}


def _can_foresee(read: Read) -> bool:
    return len(read.years) == 1 and watch.elapsed(read.years[0], read.day) >= watch.FIRST_MONTHS


def _risks(read: Read) -> list[Risk]:
    """Works that at the pace so far end the year below what the commune asks for."""
    if not _can_foresee(read):
        return []
    passed, found = watch.elapsed(read.years[0], read.day), []
    for pk, sums in _open(read).items():
        seen = watch.outlook(sums.allocated, sums.disbursed, passed, read.settings.year_end_percent)
        if seen.at_risk and seen.now is not None and seen.foreseen is not None:
            found.append((sums.left, _risk(read.works[pk], sums, seen.now, seen.foreseen)))
    return [risk for _left, risk in sorted(found, key=lambda pair: -pair[0])]


def _risk(work: Project, sums: Sums, now: Any, foreseen: Any) -> Risk:
    maker = Maker(f"risk.{work.pk}", work.name, reverse("work-money", args=[work.pk]))
    pace = "Tỷ lệ giải ngân chia phần thời gian đã qua của năm, nhiều nhất 100%"
    return Risk(
        work.name,
        maker.percent("now", "tỷ lệ giải ngân", now, "Giải ngân chia vốn đã phân bổ"),
        maker.percent("foreseen", "dự kiến giải ngân đến hết năm", foreseen, pace),
        maker.money("left", "vốn chưa giải ngân", sums.left, "Vốn đã phân bổ trừ giải ngân lũy kế"),
    )


def _apart(read: Read) -> list[Apart]:
    """Money beside building, over all years of each work."""
    everything = by(money.cells(money.Wanted(until=read.day)), lambda cell: cell.project)
    found = []
    for pk in _open(read):
        work, sums = read.works[pk], everything[pk]
        work.percent = read.percents.get(pk, 0)
        gap = money.gap_of(work, sums, read.settings)
        if gap and gap.side != watch.Side.EVEN:
            found.append((abs(gap.points), _one_apart(work, sums, gap)))
    return [one for _points, one in sorted(found, key=lambda pair: -pair[0])]


def _one_apart(work: Project, sums: Sums, gap: watch.Gap) -> Apart:
    maker = Maker(f"apart.{work.pk}", work.name, reverse("work-money", args=[work.pk]))
    whole = "tổng mức đầu tư" if work.total_investment else "mức vốn trung hạn" if sums.ceiling else "vốn đã phân bổ"
    paid = maker.percent("paid", f"giải ngân so với {whole}", gap.paid, f"Giải ngân lũy kế chia {whole}")
    built = maker.percent("built", "khối lượng đã làm", gap.built, "Báo cáo tiến độ gần nhất đến hết kỳ")
    points = maker.points("points", "chênh lệch giải ngân và khối lượng", paid, built, "Hiệu của hai tỷ lệ")
    return Apart(work.name, paid, built, points, whole, is_ahead=gap.side == watch.Side.PAID_AHEAD)


def _idle(read: Read) -> list[Idle]:
    """Works with capital of the last year of the span nothing of which moved for the months the commune set."""
    last = money.last_moves(read.years[-1], read.day)
    found = []
    for pk, sums in _open(read).items():
        months = watch.idle_months(last.get(pk), read.day)
        if sums.left > 0 and months >= read.settings.idle_months:
            found.append((months, _one_idle(read.works[pk], sums, months)))
    return [one for _months, one in sorted(found, key=lambda pair: -pair[0])]


def _one_idle(work: Project, sums: Sums, months: int) -> Idle:
    maker = Maker(f"idle.{work.pk}", work.name, reverse("work-money", args=[work.pk]))
    left = maker.money("left", "vốn chưa giải ngân", sums.left, "Vốn đã phân bổ trừ giải ngân lũy kế")
    source = "Số tháng từ lần phân bổ, giải ngân gần nhất đến hết kỳ"
    return Idle(work.name, left, maker.count("months", "thời gian không có biến động", months, source=source, unit="tháng"))


def _transfers(asked: Asked) -> list[Moved]:
    """Those that stand, of decisions in the span."""
    rows = Transfer.objects.filter(reverses__isnull=True, reversed_by__isnull=True)
    rows = rows.filter(decided_on__gte=asked.span.first, decided_on__lte=asked.day)
    found = rows.select_related("source", "from_project", "to_project").order_by("decided_on", "pk")
    return [_moved(row) for row in found]


def _moved(row: Transfer) -> Moved:
    maker = Maker(f"transfer.{row.pk}", row.from_project.name, reverse("work-money", args=[row.from_project_id]))
    evidence = f"{row.document} ngày {row.decided_on:%d/%m/%Y}" if row.document else ""
    amount = maker.money("amount", "vốn điều chuyển đi", row.amount, "Bút toán điều chuyển trong sổ vốn", evidence)
    return Moved(
        amount, row.source.name, row.from_project.name, row.from_year, row.to_project.name, row.to_year, row.document,
        row.decided_on,
    )  # fmt: skip


def _watched(counts: Maker, read: Read, risks: list[Risk], apart: list[Apart], idle: list[Idle], moved: list[Moved]) -> None:
    counts.count("late", "Công trình, dự án có vốn chậm so với mốc", len(read.late))
    counts.count("risks", "Công trình, dự án có khả năng không giải ngân hết", len(risks))
    counts.count("apart", "Công trình, dự án chênh lệch giải ngân và khối lượng", len(apart))
    counts.count("ahead", "Công trình, dự án giải ngân vượt khối lượng", sum(one.is_ahead for one in apart))
    counts.count("behind", "Công trình, dự án giải ngân chậm hơn khối lượng", sum(not one.is_ahead for one in apart))
    counts.count("idle", "Công trình, dự án có vốn không biến động", len(idle))
    counts.count("transfers", "Số lần điều chuyển vốn trong kỳ", len(moved))
    total_moved = int(sum(one.amount.value for one in moved))
    counts.money("moved", "Tổng vốn điều chuyển trong kỳ", total_moved, "Cộng các lần điều chuyển trong kỳ")
