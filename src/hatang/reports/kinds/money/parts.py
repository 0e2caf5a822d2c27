"""What is said of capital and paying out."""

from __future__ import annotations

from collections.abc import Mapping

from hatang.reports.kinds.kind import Part
from hatang.reports.kinds.money.facts import Apart, Idle, Line, MoneyFacts, Moved, Risk
from hatang.reports.rules import works
from hatang.reports.rules.figures import Figure
from hatang.reports.rules.sentences import Part as Said
from hatang.reports.rules.sentences import Sentence, quoted, sentence
from hatang.reports.rules.targets import NOTHING
from hatang.reports.rules.works import SHOWN, date

CAUSES = "Khó khăn, nguyên nhân chủ quan và khách quan của việc phân bổ, giải ngân chậm."
ASKED = "Đề xuất, kiến nghị khác với cấp trên và các đơn vị."


def parts() -> tuple[Part, ...]:
    """All of them, in their order."""
    return (
        Part("money.capital", "KẾ HOẠCH VỐN VÀ PHÂN BỔ", write=capital),
        Part("money.paid", "KẾT QUẢ GIẢI NGÂN", write=paid),
        Part("money.settled", "QUYẾT TOÁN", write=settled),
        Part("money.moved", "ĐIỀU CHUYỂN VỐN", write=moved),
        Part("money.watch", "CÔNG TRÌNH, DỰ ÁN CẦN TẬP TRUNG CHỈ ĐẠO"),
        Part("money.late", "Chậm so với mốc kế hoạch", 2, late),
        Part("money.risks", "Có khả năng không giải ngân hết vốn", 2, risks),
        Part("money.apart", "Giải ngân và khối lượng chênh lệch lớn", 2, apart),
        Part("money.idle", "Đã phân bổ vốn nhưng chưa có biến động", 2, idle),
        Part("money.causes", "KHÓ KHĂN, VƯỚNG MẮC VÀ NGUYÊN NHÂN", prompt=CAUSES, by_unit=True),
        Part("money.proposals", "ĐỀ XUẤT, KIẾN NGHỊ", write=proposals, prompt=ASKED),
    )


def capital(facts: MoneyFacts) -> list[Sentence]:
    """What the commune was given, from where, and how much of it works have."""
    if not facts.has("given") and not facts.has("allocated"):
        return [sentence("Chưa phát sinh vốn được giao, phân bổ cho công trình, dự án trong ", quoted(facts.years), ".")]
    return [_capital(facts), *(_source(line) for line in facts.sources)]


def _capital(facts: MoneyFacts) -> Sentence:
    counts, years = facts.counts, quoted(facts.years)
    shared: list[Said] = ["chưa phân bổ cho công trình, dự án"]
    if facts.has("allocated"):
        shared = ["đã phân bổ ", counts["allocated"], " cho ", counts["works"], " công trình, dự án"]
    if not facts.has("given"):
        return sentence("Kế hoạch vốn ", years, " ", *shared, ". Chưa ghi nhận số vốn xã được giao theo từng nguồn.")
    share = counts.get("shared")
    shared += [", bằng ", share, " số được giao"] if share and facts.has("allocated") else []
    given: list[Said] = [
        "Kế hoạch vốn ",
        years,
        " xã được giao ",
        counts["given"],
        " từ ",
        counts["sources"],
        " nguồn; ",
        *shared,
    ]
    return sentence(*given, *_unshared(counts), ".")


def _unshared(known: Mapping[str, Figure]) -> list[Said]:
    if (left := known.get("unshared")) and left.value:
        return [", còn ", left, " chưa phân bổ"]
    if over := known.get("over"):
        return [", vượt số được giao ", over]
    return []


def _source(line: Line) -> Sentence:
    given, allocated = line.figures.get("given"), line.figures["allocated"]
    start: list[Said] = ["được giao ", given, "; "] if given else []
    shared: list[Said] = ["đã phân bổ ", allocated] if allocated.value else ["chưa phân bổ"]
    return sentence(quoted(line.name), ": ", *start, *shared, *_unshared(line.figures), ".", bullet=True)


def paid(facts: MoneyFacts) -> list[Sentence]:
    """How much was paid out, beside the capital, the time before and the same time last year, and by source."""
    if not facts.has("allocated"):
        return [sentence("Chưa phát sinh giải ngân.")]
    if not facts.has("paid"):
        return [sentence("Đến hết ", quoted(facts.period), ", vốn ", quoted(facts.years), " chưa phát sinh giải ngân.")]
    return [_paid(facts), *_in_span(facts), *_last_year(facts), *_advanced(facts), *(_paid_of(line) for line in facts.sources)]


def _paid(facts: MoneyFacts) -> Sentence:
    counts = facts.counts
    start: list[Said] = ["Đến hết ", quoted(facts.period), ", vốn ", quoted(facts.years), " đã giải ngân lũy kế ", counts["paid"]]
    of_given: list[Said] = [" và ", counts["share_given"], " vốn được giao"] if "share_given" in counts else []
    return sentence(*start, ", bằng ", counts["share"], " vốn đã phân bổ", *of_given, *_left(counts.get("left")), ".")


def _left(left: Figure | None) -> list[Said]:
    return ["; còn ", left, " chưa giải ngân"] if left and left.value > 0 else []


def _in_span(facts: MoneyFacts) -> list[Sentence]:
    span, before, change = (facts.counts.get(name) for name in ("span", "before", "change"))
    if span is None or not span.value:
        return [sentence("Riêng ", quoted(facts.period), " chưa phát sinh giải ngân.")]
    start: list[Said] = ["Riêng ", quoted(facts.period), " giải ngân ", span]
    if span.value == facts.counts["paid"].value:
        start = ["Toàn bộ được giải ngân trong ", quoted(facts.period)]
    if before is None or change is None:
        return [sentence(*start, "; ", quoted(facts.compared), " chưa phát sinh giải ngân.")]
    if not change.printed:
        return [sentence(*start, ", bằng ", quoted(facts.compared), " (", before, ").")]
    moved = ", tăng " if span.printed > before.printed else ", giảm "
    return [sentence(*start, moved, change, " so với ", quoted(facts.compared), " (", before, ").")]


def _last_year(facts: MoneyFacts) -> list[Sentence]:
    if not facts.is_one_year:
        return []
    share, then, points = (facts.counts.get(name) for name in ("share", "share_then", "points"))
    if then is None or points is None or share is None:
        return [sentence("Chưa có số liệu giải ngân cùng kỳ năm trước để so sánh.")]
    start: list[Said] = ["Cùng kỳ năm trước, tỷ lệ giải ngân so với vốn đã phân bổ là ", then]
    if not points.printed:
        return [sentence(*start, ", bằng kỳ này.")]
    higher = "; kỳ này cao hơn " if share.printed > then.printed else "; kỳ này thấp hơn "
    return [sentence(*start, higher, points, ".")]


def _advanced(facts: MoneyFacts) -> list[Sentence]:
    return (
        [sentence("Trong số đã giải ngân, tạm ứng chưa thu hồi là ", facts.counts["advanced"], ".")]
        if facts.has("advanced")
        else []
    )


def _paid_of(line: Line) -> Sentence:
    given, out, share = (line.figures.get(name) for name in ("allocated", "paid", "share"))
    if given is None or not given.value:
        return sentence(quoted(line.name), ": chưa phân bổ vốn.", bullet=True)
    if out is None or not out.value or share is None:
        return sentence(quoted(line.name), ": chưa phát sinh giải ngân", *_left(line.figures.get("left")), ".", bullet=True)
    done: list[Said] = [": giải ngân ", out, ", bằng ", share, " vốn đã phân bổ"]
    return sentence(quoted(line.name), *done, *_left(line.figures.get("left")), ".", bullet=True)


def settled(facts: MoneyFacts) -> list[Sentence]:
    """What was settled, of the years and of whole works."""
    found = []
    if facts.has("settled"):
        found.append(sentence("Đã quyết toán theo niên độ ngân sách ", facts.counts["settled"], "."))
    if facts.has("final"):
        works_, value = facts.counts["finals"], facts.counts["final"]
        found.append(sentence("Đã quyết toán hoàn thành ", works_, " công trình, dự án với giá trị ", value, "."))
    return found or [sentence("Chưa phát sinh quyết toán vốn.")]


def moved(facts: MoneyFacts) -> list[Sentence]:
    """Capital moved in the span, each with its decision."""
    if not facts.transfers:
        return [sentence("Trong kỳ chưa phát sinh điều chuyển vốn.")]
    start = sentence("Trong kỳ đã điều chuyển ", facts.counts["transfers"], " lần, tổng số vốn ", facts.counts["moved"], ":")
    return [start, *(_moved(one) for one in facts.transfers)]


def _moved(one: Moved) -> Sentence:
    end = f"“{one.end}”" if one.end != one.start else "chính công trình này"
    way: list[Said] = [" từ ", quoted(f"“{one.start}” năm {one.start_year} sang {end} năm {one.end_year}")]
    paper: list[Said] = [", theo ", quoted(f"{one.document} ngày {date(one.decided_on)}")] if one.document else []
    dated: list[Said] = paper or [", ngày ", quoted(date(one.decided_on)), ", chưa ghi số quyết định"]
    return sentence(one.amount, " (", quoted(one.source), ")", *way, *dated, ".", bullet=True)


def late(facts: MoneyFacts) -> list[Sentence]:
    """Works with capital that are past a date of theirs."""
    nothing = "Chưa phát sinh công trình, dự án chậm so với mốc kế hoạch."
    return works.late_lines(facts.counts.get("late"), facts.late_works) or [sentence(nothing)]


def risks(facts: MoneyFacts) -> list[Sentence]:
    """Works that will not spend their capital at the pace so far."""
    if not facts.can_foresee:
        return [sentence("Chưa đủ cơ sở để dự báo khả năng giải ngân đến hết năm.")]
    if not facts.risks:
        return [sentence("Chưa phát sinh công trình, dự án có khả năng không giải ngân hết vốn.")]
    start = " công trình, dự án theo tốc độ hiện nay có khả năng không giải ngân hết vốn "
    return [_headed(facts, "risks", start, quoted(facts.years)), *(_risk(one) for one in facts.risks[:SHOWN])]


def _headed(facts: MoneyFacts, name: str, *words: Said) -> Sentence:
    more = facts.counts[name].value > SHOWN
    return sentence("Có ", facts.counts[name], *words, "; trong đó:" if more else ":")


def _risk(one: Risk) -> Sentence:
    if not one.now.value:
        return sentence(quoted(one.name), ": chưa giải ngân; còn ", one.left, ".", bullet=True)
    start: list[Said] = [quoted(one.name), ": mới giải ngân ", one.now, " vốn đã phân bổ, dự kiến đến hết năm đạt ", one.foreseen]
    return sentence(*start, "; còn ", one.left, " chưa giải ngân.", bullet=True)


def apart(facts: MoneyFacts) -> list[Sentence]:
    """Works whose payments run ahead of what is built, or behind it."""
    if not facts.apart:
        return [sentence("Chưa phát sinh công trình, dự án có chênh lệch lớn giữa giải ngân và khối lượng.")]
    head = _headed(facts, "apart", " công trình, dự án có tỷ lệ giải ngân và khối lượng chênh lệch lớn")
    return [head, *(_apart(one) for one in facts.apart[:SHOWN])]


def _apart(one: Apart) -> Sentence:
    if not one.paid.value:
        return sentence(quoted(one.name), ": khối lượng đã đạt ", one.built, " nhưng chưa giải ngân.", bullet=True)
    if one.is_ahead:
        start: list[Said] = [
            ": đã giải ngân ",
            one.paid,
            f" {one.whole}, khối lượng mới đạt ",
            one.built,
            "; giải ngân vượt khối lượng ",
        ]
    else:
        start = [
            ": khối lượng đã đạt ",
            one.built,
            ", mới giải ngân ",
            one.paid,
            f" {one.whole}, giải ngân chậm hơn khối lượng ",
        ]
    return sentence(quoted(one.name), *start, one.points, ".", bullet=True)


def idle(facts: MoneyFacts) -> list[Sentence]:
    """Works with capital nothing of which moved."""
    if not facts.idle:
        return [sentence("Chưa phát sinh công trình, dự án có vốn mà lâu không có biến động.")]
    head = _headed(facts, "idle", " công trình, dự án còn vốn nhưng lâu không phân bổ thêm, không giải ngân")
    return [head, *(_idle(one) for one in facts.idle[:SHOWN])]


def _idle(one: Idle) -> Sentence:
    return sentence(quoted(one.name), ": còn ", one.left, ", đã ", one.months, " không có biến động.", bullet=True)


FOLLOWS = (
    ("unshared", "Phân bổ chi tiết ", " vốn được giao còn lại cho công trình, dự án."),
    ("late", "Đôn đốc chủ đầu tư, đơn vị thi công đẩy nhanh tiến độ ", " công trình, dự án chậm so với mốc kế hoạch."),
    (
        "risks",
        "Rà soát khả năng giải ngân của ",
        " công trình, dự án; nơi không giải ngân hết thì trình điều chuyển vốn theo quy định.",
    ),
    (
        "behind",
        "Đôn đốc nghiệm thu, lập hồ sơ thanh toán khối lượng đã làm của ",
        " công trình, dự án giải ngân chậm hơn khối lượng.",
    ),
    ("ahead", "Kiểm tra việc tạm ứng, thanh toán của ", " công trình, dự án giải ngân vượt khối lượng."),
    ("idle", "Yêu cầu chủ đầu tư báo cáo nguyên nhân của ", " công trình, dự án có vốn mà không có biến động."),
)


def proposals(facts: MoneyFacts) -> list[Sentence]:
    """What follows from all that."""
    found = [sentence(start, facts.counts[name], end, bullet=True) for name, start, end in FOLLOWS if facts.has(name)]
    return found or [sentence(NOTHING)]
