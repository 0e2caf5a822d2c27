"""The report on one sector: targets, villages, works, faults, obstacles, needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.urls import reverse

from hatang.commune.models import Village
from hatang.commune.selectors import villages
from hatang.indicators.selectors.standing import Standing
from hatang.reports.kinds.kind import Asked, Gathered, Part
from hatang.reports.kinds.thematic import said, scope, tables
from hatang.reports.kinds.thematic.facts import ScopeFacts, Spread
from hatang.reports.rules import targets
from hatang.reports.rules.facts import Facts, TargetFact
from hatang.reports.rules.figures import Figure, Form
from hatang.reports.rules.making import Maker, by_key
from hatang.reports.rules.subjects import About
from hatang.reports.selectors.around import Around, Scope, around
from hatang.reports.selectors.gathering import all_of, counts_of, facts_of_targets, standings_of
from hatang.reports.selectors.placed import Share, figure_of, shares_of
from hatang.reports.words import span_label

ADDED = "Kết quả khác của lĩnh vực, nguyên nhân chậm và cách khắc phục mà số liệu không nói được."
CAUSES = "Khó khăn, nguyên nhân chủ quan và khách quan."
NEXT = "Việc trọng tâm của kỳ tới, đơn vị chủ trì và thời hạn."
ASKED = "Đề xuất, kiến nghị khác với cấp trên và các đơn vị."
Row = tuple[Village, list[Figure | None]]


def parts() -> tuple[Part, ...]:
    """Its parts, in their order."""
    about = About.SECTOR
    return (
        Part("sector.targets", "KẾT QUẢ THỰC HIỆN MỤC TIÊU", write=said.of_targets, prompt=ADDED, about=about),
        Part("sector.villages", "KẾT QUẢ THEO THÔN", write=said.spread, about=about),
        Part("sector.works", "CÔNG TRÌNH, DỰ ÁN VÀ VỐN", write=said.of_works, about=about),
        Part("sector.faults", "HƯ HỎNG, BẢO TRÌ", write=said.faults, about=about),
        Part("sector.obstacles", "KHÓ KHĂN, VƯỚNG MẮC VÀ NGUYÊN NHÂN", write=said.obstacles, prompt=CAUSES, about=about),
        Part("sector.needs", "NHU CẦU CỦA CÁC THÔN", write=said.needs, about=about),
        Part("sector.next", "NHIỆM VỤ TRỌNG TÂM KỲ TỚI", write=said.ahead, prompt=NEXT, by_unit=True, about=about),
        Part("sector.proposals", "ĐỀ XUẤT, KIẾN NGHỊ", write=said.proposals, prompt=ASKED, about=about),
    )


def gather(asked: Asked) -> Gathered:
    """Everything of it. Some thirty queries."""
    code, name = (asked.subject.key, asked.subject.name) if asked.subject else ("", "")
    where = Scope({"sector": code}, {"sector": code}, {"sector": code})
    standings, rest = standings_of(asked, sector=code), around(asked.span, asked.today, where)
    found = facts_of_targets(asked, standings)
    facts = plain(asked, rest, targets=found, counts=counts_of(found))
    rows = _by_village(standings)
    whole = replace(filled(asked, where, facts, name), spread=_spread(standings, rows))
    loose = [figure for _village, figures in rows for figure in figures if figure]
    subjects = [one.target.subject for one in standings]
    annexes = [tables.by_village(subjects, [(village.name, figures) for village, figures in rows]), tables.of_works(whole.works)]
    return Gathered(whole, by_key(all_of(facts), whole.figures(), loose), targets.rows(found), annexes)


def plain(asked: Asked, rest: Around, targets: Sequence[TargetFact] = (), counts: Mapping[str, Figure] | None = None) -> Facts:
    """The facts any report on the plan has, of this scope."""
    known = {**(counts or {}), **rest.counts}
    return Facts(span_label(asked.span), span_label(asked.before), targets, rest.obstacles, rest.late_works, counts=known)


def filled(asked: Asked, where: Scope, facts: Facts, name: str) -> ScopeFacts:
    """With works, faults and needs."""
    broken = scope.broken_of(where, asked.today)
    counts = Maker("scope", "", reverse("not-working"))
    counts.count("broken", "Công trình không hoạt động", len(broken))
    counts.count("undecided", "Công trình không hoạt động chưa có hướng xử lý", sum(not one.decision for one in broken))
    faults, needs = scope.faults_of(where, asked.day, asked.today), scope.needs_of(where, asked.span.last)
    return ScopeFacts(facts, name, scope.works_of(where, asked.day), faults, broken, needs, counts=counts.made)


def _by_village(standings: Sequence[Standing]) -> list[Row]:
    """Every village with its figure of each target. Three queries."""
    shares = shares_of(standings)
    return [(village, [_figure(one, village, shares) for one in standings]) for village in villages()]


def _figure(one: Standing, village: Village, shares: Mapping[tuple[int, int], Share]) -> Figure | None:
    share = shares.get((one.indicator.pk, village.pk)) if one.indicator else None
    link = reverse("target", args=[one.target.pk])
    return figure_of(one, village.pk, village.name, share, link) if share else None


def _spread(standings: Sequence[Standing], rows: Sequence[Row]) -> list[Spread]:
    """The highest and the lowest village of each share that at least two villages have."""
    found = []
    for at, standing in enumerate(standings):
        known = [(figures[at], village.name) for village, figures in rows if figures[at] is not None]
        shares = [(figure, name) for figure, name in known if figure and figure.form == Form.SHARE]
        if len(shares) < 2:
            continue
        high, low = max(shares, key=lambda pair: pair[0].value), min(shares, key=lambda pair: pair[0].value)
        maker = Maker(f"t{standing.target.pk}", standing.target.subject, reverse("target", args=[standing.target.pk]))
        lacking = len(rows) - len(shares)
        missing = maker.count("missing", "số thôn chưa có số liệu", lacking) if lacking else None
        found.append(Spread(standing.target.subject, high[1], high[0], low[1], low[0], missing))
    return found
