"""The report on one village: the figures of all sectors there, works, faults, needs, gifts."""

from __future__ import annotations

from dataclasses import replace

from django.urls import reverse

from hatang.commune.models import Village
from hatang.indicators.selectors.standing import Standing
from hatang.reports.kinds.kind import Asked, Gathered, Part
from hatang.reports.kinds.thematic import said, tables
from hatang.reports.kinds.thematic.facts import Placed
from hatang.reports.kinds.thematic.sector import ASKED, CAUSES, filled, plain
from hatang.reports.rules.gifts import GiftLine
from hatang.reports.rules.making import Maker, by_key
from hatang.reports.rules.subjects import About
from hatang.reports.selectors.around import Scope, around
from hatang.reports.selectors.gathering import all_of, facts_of_targets, standings_of
from hatang.reports.selectors.given import given, line_of
from hatang.reports.selectors.placed import figure_of, shares_of
from hatang.reports.words import span_label

ADDED = "Nhận xét về kết quả của thôn mà số liệu không nói được."


def parts() -> tuple[Part, ...]:
    """Its parts, in their order."""
    about = About.VILLAGE
    return (
        Part("village.figures", "SỐ LIỆU CÁC LĨNH VỰC", write=said.placed, prompt=ADDED, about=about),
        Part("village.works", "CÔNG TRÌNH, DỰ ÁN VÀ VỐN", write=said.of_works, about=about),
        Part("village.faults", "CÔNG TRÌNH HƯ HỎNG, KHÔNG HOẠT ĐỘNG", write=said.faults, about=about),
        Part("village.needs", "NHU CẦU CỦA THÔN", write=said.needs, about=about),
        Part("village.gifts", "NHÂN DÂN ĐÓNG GÓP", write=said.of_gifts, about=about),
        Part("village.obstacles", "KHÓ KHĂN, VƯỚNG MẮC VÀ NGUYÊN NHÂN", write=said.obstacles, prompt=CAUSES, about=about),
        Part("village.proposals", "ĐỀ XUẤT, KIẾN NGHỊ", write=said.proposals, prompt=ASKED, about=about),
    )


def gather(asked: Asked) -> Gathered:
    """Everything of it. Some thirty queries."""
    pk, name = (asked.subject.pk, asked.subject.name) if asked.subject else (0, "")
    where = Scope({"project_villages__village": pk}, {"village": pk}, {"village": pk})
    standings, rest = standings_of(asked), around(asked.span, asked.today, where)
    facts, placed = plain(asked, rest), _placed(asked, standings, pk)
    counts = Maker("village", "", reverse("village", args=[pk]))
    counts.count("unmeasured", "Mục tiêu chưa có số liệu riêng của thôn", len(standings) - len(placed))
    base = filled(asked, where, facts, name)
    whole = replace(base, placed=placed, gifts=_gifts(asked, pk), counts={**base.counts, **counts.made})
    annexes = [tables.of_village(placed), tables.of_works(whole.works)]
    return Gathered(whole, by_key(all_of(facts), whole.figures()), tables=annexes)


def _placed(asked: Asked, standings: list[Standing], pk: int) -> list[Placed]:
    shares = shares_of(standings)
    now = {fact.pk: fact.figures.get("now") for fact in facts_of_targets(asked, standings)}
    village = Village.objects.get(pk=pk)
    found = []
    for one in standings:
        share = shares.get((one.indicator.pk, pk)) if one.indicator else None
        link = reverse("target", args=[one.target.pk])
        figure = figure_of(one, pk, village.name, share, link) if share else None
        if figure:
            found.append(Placed(one.target.subject, figure, now.get(one.target.pk)))
    return found


def _gifts(asked: Asked, pk: int) -> GiftLine:
    maker = Maker("gifts", "", reverse("village", args=[pk]), span_label(asked.span))
    return line_of(given(asked.span.first, asked.day, village=pk), maker, "")
