"""The report on one sector."""

from __future__ import annotations

from hatang.reports.kinds.kind import Asked, Gathered, Part
from hatang.reports.rules import targets
from hatang.reports.rules.facts import Facts
from hatang.reports.rules.sentences import Sentence
from hatang.reports.rules.subjects import About
from hatang.reports.selectors.gathering import all_of, counts_of, facts_of_targets
from hatang.reports.words import span_label

ADDED = "Kết quả khác của lĩnh vực, nguyên nhân chậm và cách khắc phục mà số liệu không nói được."
NEXT = "Việc trọng tâm của kỳ tới, đơn vị chủ trì và thời hạn."


def gather(asked: Asked) -> Gathered:
    """The targets of the sector as they stood at the end of the span."""
    sector = asked.subject.key if asked.subject else ""
    found = facts_of_targets(asked, sector=sector)
    facts = Facts(span_label(asked.span), span_label(asked.before), found, counts=counts_of(found))
    return Gathered(facts, {figure.key: figure for figure in all_of(facts)}, targets.rows(found))


def parts() -> tuple[Part, ...]:
    """Its parts, in their order."""
    return (
        Part("sector.targets", "KẾT QUẢ THỰC HIỆN MỤC TIÊU", write=_targets, prompt=ADDED, about=About.SECTOR),
        Part("sector.next", "NHIỆM VỤ TRỌNG TÂM KỲ TỚI", prompt=NEXT, about=About.SECTOR),
    )


def _targets(facts: Facts) -> list[Sentence]:
    sectors = {target.sector for target in facts.targets}
    return [line for sector in sectors for line in targets.of_sector(facts, sector)] or targets.summary(facts)
