"""What is said of what people gave."""

from __future__ import annotations

from hatang.reports.kinds.contributions.facts import GiftFacts
from hatang.reports.kinds.kind import Part
from hatang.reports.rules import gifts
from hatang.reports.rules.gifts import GiftLine
from hatang.reports.rules.sentences import Part as Said
from hatang.reports.rules.sentences import Sentence, capital, listed, quoted, sentence
from hatang.reports.rules.targets import NOTHING

JUDGED = "Cách làm hay, gương tiêu biểu, khó khăn, vướng mắc trong việc Nhân dân đóng góp."
ASKED = "Đề xuất, kiến nghị khác với cấp trên và các đơn vị."
NONE = "Trong kỳ chưa phát sinh đóng góp cho công trình, dự án."
GIVERS = (
    ("household", " lượt của hộ gia đình, cá nhân"), ("village", " lượt của cả thôn"),
    ("organisation", " lượt của cơ quan, tổ chức"), ("company", " lượt của doanh nghiệp"),
)  # fmt: skip
KINDS = (("land", "đất"), ("labour", "ngày công"), ("material", "vật liệu"), ("cash", "tiền"))


def parts() -> tuple[Part, ...]:
    """All of them, in their order."""
    return (
        Part("gifts.result", "KẾT QUẢ CHUNG", write=result),
        Part("gifts.villages", "KẾT QUẢ THEO THÔN", write=by_village),
        Part("gifts.works", "KẾT QUẢ THEO CÔNG TRÌNH, DỰ ÁN", write=by_work),
        Part("gifts.givers", "NGƯỜI THAM GIA ĐÓNG GÓP", write=givers),
        Part("gifts.prices", "ĐƠN GIÁ QUY ĐỔI", write=prices),
        Part("gifts.judged", "ĐÁNH GIÁ, KHÓ KHĂN, VƯỚNG MẮC", prompt=JUDGED, by_unit=True),
        Part("gifts.proposals", "ĐỀ XUẤT, KIẾN NGHỊ", write=proposals, prompt=ASKED),
    )


def result(facts: GiftFacts) -> list[Sentence]:
    """How much in all, beside the time before and since the plan began, and of what."""
    if not facts.whole.has("count"):
        return [sentence(NONE), *_since(facts)]
    whole, counts = facts.whole.figures, facts.counts
    start: list[Said] = [
        "Trong ",
        quoted(facts.period),
        ", Nhân dân, cơ quan, tổ chức đã đóng góp ",
        whole["count"],
        " lượt cho ",
    ]
    worth: list[Said] = [" công trình, dự án; giá trị quy đổi ", whole["value"], "."]
    return [sentence(*start, counts["works"], *worth, *_compared(facts)), *_kinds(facts.whole), *_since(facts)]


def _compared(facts: GiftFacts) -> list[Said]:
    before, change = facts.counts.get("before"), facts.counts.get("change")
    if before is None or change is None:
        return [" ", quoted(capital(facts.compared)), " chưa phát sinh đóng góp."]
    start: list[Said] = [" So với ", quoted(facts.compared), " (", before, ")"]
    if not change.printed:
        return [*start, " không thay đổi."]
    moved = " tăng " if facts.whole.figures["value"].printed > before.printed else " giảm "
    return [*start, moved, change, "."]


def _kinds(whole: GiftLine) -> list[Sentence]:
    figures, found = whole.figures, []
    if whole.has("land"):
        worth: list[Said] = [" lượt), giá trị quy đổi ", figures["land_value"], "."]
        found.append(sentence("Hiến đất: ", figures["land"], " (", figures["land_count"], *worth, bullet=True))
    if whole.has("labour"):
        worth = [" lượt), giá trị quy đổi ", figures["labour_value"], "."]
        found.append(sentence("Ngày công: ", figures["labour"], " (", figures["labour_count"], *worth, bullet=True))
    if whole.has("material_count"):
        start: list[Said] = [
            "Vật liệu, hiện vật: ",
            figures["material_count"],
            " lượt, giá trị quy đổi ",
            figures["material"],
            ".",
        ]
        found.append(sentence(*start, bullet=True))
    if whole.has("cash"):
        found.append(sentence("Tiền: ", figures["cash"], " (", figures["cash_count"], " lượt).", bullet=True))
    missing = [words for kind, words in KINDS if not whole.has(f"{kind}_count")]
    return [*found, sentence("Chưa phát sinh đóng góp bằng ", ", ".join(missing), ".", bullet=True)] if missing else found


def _since(facts: GiftFacts) -> list[Sentence]:
    if not facts.has("since"):
        return []
    start: list[Said] = [
        "Lũy kế từ đầu kỳ kế hoạch đến hết ",
        quoted(facts.period),
        ": ",
        facts.counts["since"],
        " lượt đóng góp",
    ]
    return [sentence(*start, ", giá trị quy đổi ", facts.counts["since_value"], ".")]


def by_village(facts: GiftFacts) -> list[Sentence]:
    """Each village that gave, then those that did not."""
    found = [gifts.line(one) for one in facts.villages]
    if not found:
        return [sentence(NOTHING)]
    silent = listed((quoted(name),) for name in facts.silent)
    return [*found, sentence("Trong kỳ chưa phát sinh đóng góp ở: ", *silent, ".")] if silent else found


def by_work(facts: GiftFacts) -> list[Sentence]:
    """Each work that was given to."""
    return [gifts.line(one) for one in facts.works] or [sentence(NOTHING)]


def givers(facts: GiftFacts) -> list[Sentence]:
    """Who took part, by sort; by name only those who agreed."""
    known = listed(((facts.counts[name], words) for name, words in GIVERS if facts.has(name)), "; ")
    if not known:
        return [sentence(NOTHING)]
    found = [sentence("Đã có ", *known, ".")]
    if facts.named:
        found.append(sentence("Tổ chức, cá nhân đồng ý nêu tên: ", *listed(((quoted(name),) for name in facts.named), "; "), "."))
    return found


def prices(facts: GiftFacts) -> list[Sentence]:
    """By which decisions gifts in kind were valued, and which were without one."""
    found = []
    if facts.papers:
        papers = listed(((quoted(paper),) for paper in facts.papers), "; ")
        found.append(sentence("Đất, ngày công, vật liệu được quy đổi theo đơn giá tại: ", *papers, "."))
    if facts.has("unpriced"):
        rest = " lượt đóng góp bằng hiện vật, ngày công chưa có đơn giá của xã, ghi theo giá trị kê khai."
        found.append(sentence("Có ", facts.counts["unpriced"], rest))
    return found or [sentence("Trong kỳ chưa phát sinh đóng góp phải quy đổi theo đơn giá.")]


def proposals(facts: GiftFacts) -> list[Sentence]:
    """What follows: prices for what had none."""
    if not facts.has("unpriced"):
        return [sentence(NOTHING)]
    start: list[Said] = ["Ban hành đơn giá quy đổi để tính lại ", facts.counts["unpriced"], " lượt đóng góp chưa có đơn giá."]
    return [sentence(*start, bullet=True)]
