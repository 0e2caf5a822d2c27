"""What is said of a sector or a village."""

from __future__ import annotations

from dataclasses import replace

from hatang.reports.kinds.thematic.facts import Asking, Broken, Fault, Placed, ScopeFacts, Spread, WorkLine
from hatang.reports.rules import gifts, targets, works
from hatang.reports.rules.figures import Figure, Form
from hatang.reports.rules.gifts import GiftLine
from hatang.reports.rules.sentences import Part as Said
from hatang.reports.rules.sentences import Piece, Sentence, capital, cited, listed, quoted, sentence
from hatang.reports.rules.targets import NOTHING
from hatang.reports.rules.works import SHOWN, date


def of_targets(scope: ScopeFacts) -> list[Sentence]:
    """Each target of the sector, as in a report on the plan."""
    sectors = {target.sector for target in scope.facts.targets}
    return [line for sector in sectors for line in targets.of_sector(scope.facts, sector)] or [
        sentence("Kế hoạch không nêu mục tiêu của lĩnh vực này.")
    ]


def ahead(scope: ScopeFacts) -> list[Sentence]:
    """What the next time is for: targets that are behind."""
    return works.ahead(scope.facts, {target.sector: scope.name for target in scope.facts.targets})


def spread(scope: ScopeFacts) -> list[Sentence]:
    """How far villages are apart, target by target."""
    return [_spread(one) for one in scope.spread] or [sentence("Chưa có số liệu theo thôn được duyệt.")]


def _spread(one: Spread) -> Sentence:
    missing: list[Said] = ["; ", one.missing, " thôn chưa có số liệu"] if one.missing else []
    if one.high.printed == one.low.printed:
        return sentence(quoted(capital(one.subject)), ": các thôn có số liệu cùng đạt ", one.high, *missing, ".", bullet=True)
    high: list[Said] = [": cao nhất ", quoted(one.high_name), " (", one.high, ")"]
    return sentence(
        quoted(capital(one.subject)), *high, ", thấp nhất ", quoted(one.low_name), " (", one.low, ")", *missing, ".", bullet=True
    )


def placed(scope: ScopeFacts) -> list[Sentence]:
    """Every target as it stands in the village, beside the commune."""
    found = [_placed(one) for one in scope.placed]
    rest = scope.counts.get("unmeasured")
    if not found:
        return [sentence("Chưa có số liệu của thôn được duyệt.")]
    return [*found, sentence("Còn ", rest, " mục tiêu chưa có số liệu riêng của thôn.")] if rest and rest.value else found


def _placed(one: Placed) -> Sentence:
    whole: list[Said] = ["; toàn xã ", one.whole] if one.whole and one.whole.form != Form.ANSWER else []
    return sentence(quoted(capital(one.subject)), ": ", *_amount(one.now), *whole, ".", bullet=True)


def _amount(figure: Figure) -> list[Said]:
    if figure.form == Form.ANSWER:
        return [Piece("đã có" if figure.said == "có" else "chưa có", figure.key)]
    return [figure, " (", cited(figure, figure.parts), ")"] if figure.parts else [figure]


def of_works(scope: ScopeFacts) -> list[Sentence]:
    """How many works, their money, those under way, those late."""
    late = works.late_lines(scope.facts.counts.get("works.late"), scope.facts.late_works)
    building_first = sorted(scope.works, key=lambda one: not one.is_building)
    lines = [_work(one) for one in building_first[:SHOWN]]
    more = len(scope.works) > SHOWN
    head = [sentence("Một số công trình, dự án (danh sách đầy đủ tại phụ lục):")] if more else []
    return [*works.standing(scope.facts, "Có "), *works.money(scope.facts), *head, *lines, *late]


def _work(one: WorkLine) -> Sentence:
    notes: list[tuple[Said, ...]] = [(quoted(one.phase[:1].lower() + one.phase[1:]),)]
    figures = one.figures
    if figures["percent"].value:
        notes.append(("đã làm ", figures["percent"], " khối lượng"))
    if figures["allocated"].value:
        paid = figures["paid"]
        done: tuple[Said, ...] = (", đã giải ngân ", paid) if paid.value else (", chưa giải ngân",)
        notes.append(("vốn đã phân bổ ", figures["allocated"], *done))
    return sentence(quoted(capital(one.name)), ": ", *listed(notes, "; "), ".", bullet=True)


def faults(scope: ScopeFacts) -> list[Sentence]:
    """What is out of order and what is not mended."""
    found = []
    if scope.broken:
        head = sentence("Có ", scope.counts["broken"], " công trình trong sổ không hoạt động:")
        found += [head, *(_broken(one) for one in scope.broken[:SHOWN])]
    if scope.faults:
        found += [*works.upkeep(scope.facts), *(_fault(one) for one in scope.faults[:SHOWN])]
    return found or [sentence("Chưa phát sinh công trình hư hỏng, không hoạt động.")]


def _broken(one: Broken) -> Sentence:
    since: list[Said] = [": đã ", one.days, " không hoạt động"] if one.days else [": không hoạt động"]
    decided: list[Said] = ["; hướng xử lý: ", quoted(one.decision.lower())] if one.decision else ["; chưa có hướng xử lý"]
    return sentence(quoted(capital(one.name)), *since, *decided, ".", bullet=True)


def _fault(one: Fault) -> Sentence:
    what = quoted(one.fault.rstrip(". "))
    start: list[Said] = [quoted(capital(one.asset)), ": ", what, ", báo ngày ", quoted(date(one.reported_on))]
    due: list[Said] = [", hạn sửa ", quoted(date(one.due_on))] if one.due_on else [", chưa có hạn sửa"]
    late: list[Said] = [", quá hạn ", one.late] if one.late else []
    return sentence(*start, *due, *late, ".", bullet=True)


def obstacles(scope: ScopeFacts) -> list[Sentence]:
    """What holds its works up."""
    return works.obstacles(scope.facts)


def needs(scope: ScopeFacts) -> list[Sentence]:
    """What villages ask for and nobody decided yet."""
    if not scope.needs:
        return [sentence("Chưa phát sinh nhu cầu chờ quyết định.")]
    more = len(scope.needs) > SHOWN
    head = sentence("Có ", scope.facts.counts["needs.open"], " nhu cầu chờ quyết định", "; trong đó:" if more else ":")
    return [head, *(_need(one, scope.name) for one in scope.needs[:SHOWN])]


def _need(one: Asking, about: str) -> Sentence:
    notes: list[tuple[Said, ...]] = [(quoted(one.village),)] if one.village != about else []
    if one.households:
        notes.append((one.households, " hưởng lợi"))
    if one.cost:
        notes.append(("ước kinh phí ", one.cost))
    named: list[Said] = [" (", *listed(notes, "; "), ")"] if notes else []
    return sentence(quoted(capital(one.name.rstrip(". "))), *named, ".", bullet=True)


def of_gifts(scope: ScopeFacts) -> list[Sentence]:
    """What the village gave in the span."""
    return of_gifts_to(scope.gifts, scope.facts.period)


def of_gifts_to(one: GiftLine, period: str) -> list[Sentence]:
    """What was given in a span, in one sentence."""
    if not one.has("count"):
        return [sentence("Trong kỳ chưa phát sinh đóng góp của Nhân dân.")]
    start: list[Said] = ["Trong ", quoted(period), " Nhân dân đã đóng góp ", one.figures["count"], " lượt, gồm "]
    return [sentence(*start, *gifts.contents(one), "; giá trị quy đổi ", one.figures["value"], ".")]


def proposals(scope: ScopeFacts) -> list[Sentence]:
    """What follows from what is late, broken and asked for."""
    others = replace(scope.facts, counts={name: one for name, one in scope.facts.counts.items() if name != "needs.open"})
    found = [line for line in works.proposals(others) if line.text != NOTHING]
    late, undecided = scope.facts.counts.get("tickets.late"), scope.counts.get("undecided")
    if late and late.value:
        found.append(sentence("Sửa chữa dứt điểm ", late, " phiếu báo hỏng đã quá hạn.", bullet=True))
    if undecided and undecided.value:
        found.append(sentence("Quyết định hướng xử lý ", undecided, " công trình không hoạt động.", bullet=True))
    open_needs = scope.facts.counts.get("needs.open")
    if open_needs and open_needs.value:
        found.append(sentence("Xem xét, quyết định ", open_needs, " nhu cầu đầu tư đã được đề xuất.", bullet=True))
    return found or [sentence(NOTHING)]
