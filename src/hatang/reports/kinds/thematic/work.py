"""From the rows of one work to the facts of a report on it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.urls import reverse

from hatang.projects import selectors as works
from hatang.projects.models import Project
from hatang.projects.money import selectors as money
from hatang.projects.money.rules.totals import by, total
from hatang.projects.rules.states import Kind as Way
from hatang.reports.kinds.kind import Asked, Gathered, Part
from hatang.reports.kinds.thematic import one_work as said
from hatang.reports.kinds.thematic import tables
from hatang.reports.kinds.thematic.one_work import Deal, Source, Stone, WorkFacts
from hatang.reports.kinds.thematic.sector import ASKED, CAUSES, plain
from hatang.reports.rules.gifts import GiftLine
from hatang.reports.rules.making import Maker, by_key
from hatang.reports.rules.subjects import About
from hatang.reports.selectors.around import Scope, around
from hatang.reports.selectors.gathering import all_of
from hatang.reports.selectors.given import given, line_of
from hatang.reports.words import span_label

ADDED = "Kết quả, chất lượng, việc đã làm trong kỳ mà số liệu không nói được."
BOOKS = "Sổ vốn và giải ngân của công trình đến hết kỳ"
FILE = "Hồ sơ công trình"
REPORTED = "Báo cáo tiến độ của công trình"


def parts() -> tuple[Part, ...]:
    """Its parts, in their order."""
    about = About.WORK
    return (
        Part("work.about", "THÔNG TIN CHUNG", write=said.about, about=about),
        Part("work.money", "VỐN VÀ GIẢI NGÂN", write=said.money, about=about),
        Part("work.progress", "TIẾN ĐỘ THỰC HIỆN", write=said.progress, prompt=ADDED, about=about),
        Part("work.obstacles", "KHÓ KHĂN, VƯỚNG MẮC VÀ NGUYÊN NHÂN", write=said.obstacles, prompt=CAUSES, about=about),
        Part("work.papers", "HỒ SƠ", write=said.papers, about=about),
        Part("work.handing", "NGHIỆM THU, BÀN GIAO, QUYẾT TOÁN", write=said.handing, about=about),
        Part("work.proposals", "ĐỀ XUẤT, KIẾN NGHỊ", write=said.proposals, prompt=ASKED, about=about),
    )


def gather(asked: Asked) -> Gathered:
    """Everything of it. Some forty queries."""
    pk = asked.subject.pk if asked.subject else 0
    work = works.work_of(pk)
    if work is None:
        raise ValueError("the work of a report is there")
    facts = plain(asked, around(asked.span, asked.today, Scope({"pk": pk}, {"pk__in": ()}, {"pk__in": ()})))
    counts = Maker("work", "", reverse("work", args=[pk]), span_label(asked.span))
    sources, stones = _money(counts, asked, work), _stones(work, asked.day)
    reported_on, is_ahead = _progress(counts, asked, work)
    papers, lacking = _papers(work, asked.day)
    counts.count("papers", "Số văn bản trong hồ sơ", len(papers))
    counts.count("lacking", "Số văn bản chưa có theo các bước", len(lacking))
    counts.count("late", "Số mốc đã quá hạn", sum(stone.is_due for stone in stones))
    whole = WorkFacts(
        facts, _about(work), counts.made, is_ahead, reported_on, sources, stones, _deals(work, asked.day), papers, lacking,
        _states(work), _accepted(work, asked.day), _outputs(work),
        _gifts(asked, pk, counts.period),
    )  # fmt: skip
    return Gathered(whole, by_key(all_of(facts), whole.figures()), tables=[tables.of_sources(sources, counts.made)])


def _gifts(asked: Asked, pk: int, period: str) -> GiftLine:
    maker = Maker("gifts", "", reverse("work-giving", args=[pk]), period)
    return line_of(given(asked.span.first, asked.day, project=pk), maker, "")


def _about(work: Any) -> list[tuple[str, str]]:
    """What the file of the work says of it; what it does not say is left out."""
    years = [str(year) for year in dict.fromkeys((work.start_year, work.end_year)) if year]
    villages = ", ".join(village.name for village in work.villages.all() if village.name not in work.place)
    named = {"Đơn vị thi công": work.contractor, "Tư vấn giám sát": work.supervisor, "Đơn vị quản lý, sử dụng": work.operator}
    return [
        ("Tên công trình, dự án", work.name),
        ("Lĩnh vực", str(work.get_sector_display()).lower()),
        ("Cách thực hiện", str(work.get_kind_display()).lower()),
        ("Địa điểm", "; ".join(text for text in (work.place, villages) if text)),
        ("Mục đích, lý do đầu tư", work.purpose),
        ("Chủ đầu tư", work.investor),
        ("Đơn vị chủ trì", work.lead_unit.name if work.lead_unit else ""),
        *((label, one.name if one else "") for label, one in named.items()),
        ("Thời gian thực hiện", f"năm {'–'.join(years)}" if years else ""),
        ("Giai đoạn hiện nay", str(work.get_phase_display()).lower()),
    ]


def _money(counts: Maker, asked: Asked, work: Project) -> list[Source]:
    if work.quantity is not None:
        counts.amount("size", "Quy mô", work.quantity, work.unit, FILE)
    book = money.cells(money.Wanted(projects=[work.pk], until=asked.day))
    whole = total(book)
    if work.total_investment:
        counts.money("total", "Tổng mức đầu tư", work.total_investment, FILE)
        if whole.disbursed:
            told = "Giải ngân chia tổng mức đầu tư"
            counts.share("of_total", "Giải ngân so với tổng mức đầu tư", whole.disbursed, work.total_investment, told)
    _sums(counts, whole)
    names = {source.pk: source.name for source in money.sources()}
    found, of_sources = [], by(book, lambda cell: cell.source)
    for pk in (pk for pk in names if pk in of_sources):
        maker = Maker(f"source.{pk}", names[pk], reverse("work-money", args=[work.pk]), counts.period)
        _sums(maker, of_sources[pk])
        found.append(Source(names[pk], maker.made))
    return found


def _sums(maker: Maker, sums: Any) -> None:
    maker.money("allocated", "vốn đã phân bổ", sums.allocated, BOOKS)
    maker.money("paid", "giải ngân lũy kế", sums.disbursed, BOOKS)
    maker.share("share", "tỷ lệ giải ngân so với vốn đã phân bổ", sums.disbursed, sums.allocated, "Giải ngân chia vốn đã phân bổ")
    maker.money("left", "vốn chưa giải ngân", sums.left, "Vốn đã phân bổ trừ giải ngân lũy kế")
    maker.money("advanced", "tạm ứng chưa thu hồi", sums.advanced, BOOKS)
    maker.money("settled", "quyết toán niên độ", sums.settled, BOOKS)
    maker.money("final", "quyết toán hoàn thành", sums.final, BOOKS)


def _progress(counts: Maker, asked: Asked, work: Project) -> tuple[dt.date | None, bool]:
    """When it was reported last, and whether it went on since the time before."""
    told = works.reports_of(work)
    now = next((row for row in told if row.on <= asked.day), None)
    then = next((row for row in told if row.on <= asked.before.last), None)
    if now is None:
        return None, True
    built = counts.percent("percent", "Khối lượng đã làm", now.percent, REPORTED)
    if then is not None and then.percent:
        before = counts.percent("before", "Khối lượng đã làm kỳ trước", then.percent, REPORTED)
        counts.points("points", "Thay đổi khối lượng đã làm", built, before, "Hiệu của hai báo cáo tiến độ")
    return now.on, then is None or now.percent >= then.percent


def _stones(work: Project, day: dt.date) -> list[Stone]:
    """The milestones as they stood on a day."""
    return [_stone(row, day) for row in works.milestones_of(work)]


def _stone(row: Any, day: dt.date) -> Stone:
    reached = row.actual_on if row.actual_on and row.actual_on <= day else None
    days = ((reached or day) - row.planned_on).days
    maker = Maker(f"stone.{row.pk}", row.name, reverse("work-progress", args=[row.project_id]))
    source = "Số ngày từ ngày kế hoạch đến ngày hoàn thành, hoặc đến hết kỳ"
    late = maker.count("late", "số ngày chậm", days, source=source, unit="ngày") if days > 0 else None
    return Stone(row.name, row.planned_on, reached, late, is_due=reached is None and days > 0)


def _deals(work: Project, day: dt.date) -> list[Deal]:
    found = []
    for row in works.contracts_of(work):
        if row.signed_on is None or row.signed_on <= day:
            value = row.value + sum(change.value_change for change in row.variations.all() if change.signed_on <= day)
            maker = Maker(f"contract.{row.pk}", f"Hợp đồng {row.number}", reverse("work", args=[work.pk]))
            figure = maker.money("value", "giá trị, gồm cả điều chỉnh", value, "Hợp đồng và phụ lục hợp đồng")
            found.append(Deal(row.number, str(row.get_kind_display()), row.company.name, figure, row.signed_on))
    return found


def _papers(work: Project, day: dt.date) -> tuple[list[str], list[str]]:
    """The papers issued by a day, and those that steps ask for and that are not there."""
    there = [row for row in works.documents_of(work) if row.issued_on is None or row.issued_on <= day]
    lacking = [gate.document for gate, papers in works.gates_of(work) if gate.is_required and not papers]
    return [_paper(row) for row in sorted(there, key=lambda row: (row.issued_on or day, row.pk))], lacking


def _paper(row: Any) -> str:
    number = f" số {row.number}" if row.number else ""
    day = f" ngày {row.issued_on:%d/%m/%Y}" if row.issued_on else ""
    return f"{row.title}{number}{day}"


def _states(work: Any) -> list[str]:
    if work.kind == Way.REQUEST:
        return [str(work.get_request_display())]
    return [str(getattr(work, f"get_{track}_display")()) for track in ("acceptance", "handover", "payment", "settlement")]


def _accepted(work: Project, day: dt.date) -> list[str]:
    rows = [row for row in works.acceptances_of(work) if row.on <= day]
    return [
        f"{row.get_kind_display()}{f' số {row.number}' if row.number else ''} ngày {row.on:%d/%m/%Y}"
        for row in sorted(rows, key=lambda row: (row.on, row.pk))
    ]


def _outputs(work: Project) -> list[tuple[str, bool]]:
    return [(row.name, row.made is not None) for row in works.outputs_of(work)]
