"""What is said of targets: what was reached, against what, since when, what is behind and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hatang.indicators.rules.status import Reason, Status
from hatang.reports.rules.facts import Facts, TargetFact
from hatang.reports.rules.figures import Figure, Form
from hatang.reports.rules.sentences import Part, Piece, Sentence, capital, cited, listed, quoted, sentence

NOTHING = "Trong kỳ chưa phát sinh."
STANDS = {
    Status.REACHED: "đã đạt",
    Status.ON_PATH: "đúng lộ trình",
    Status.AT_RISK: "có nguy cơ không đạt",
    Status.BEHIND: "chậm so với yêu cầu",
    Status.NO_DATA: "chưa có số liệu được duyệt",
}
KEPT = ("maintain", "exists")
COUNTED = (Status.REACHED, Status.ON_PATH, Status.AT_RISK, Status.BEHIND, Status.NO_DATA)


def summary(facts: Facts) -> list[Sentence]:
    """Where the whole plan stands, in one paragraph."""
    return _counted(facts, "all", "Kế hoạch có ", "Kế hoạch không nêu mục tiêu nào.")


def of_sector(facts: Facts, sector: str) -> list[Sentence]:
    """One sector: how many targets stand where, then each; of a lone target its own line says all."""
    targets = facts.of_sector(sector)
    if not targets and not sector:
        return []
    counted = [] if len(targets) == 1 else _counted(facts, sector, "Lĩnh vực có ", NOTHING)
    return [*counted, *(_target(facts, target, bullet=len(targets) > 1) for target in targets)]


def _counted(facts: Facts, scope: str, start: str, nothing: str) -> list[Sentence]:
    total = facts.counts.get(f"{scope}.total")
    if total is None or not total.value:
        return [sentence(nothing)]
    known = [(status, facts.counts[f"{scope}.{status}"]) for status in COUNTED]
    standing = [(status, figure) for status, figure in known if figure.value]
    alike = len(standing) == 1 and total.value > 1
    parts = listed((figure, f" mục tiêu {STANDS[status]}") for status, figure in standing)
    have = " cả " if alike else " có "
    return [sentence(start, cited(total), " mục tiêu; đến hết ", quoted(facts.period), have, *parts, ".")]


def _target(facts: Facts, target: TargetFact, *, bullet: bool) -> Sentence:
    known: list[Part] = ["; ", STANDS[target.status]] if _adds(target) else []
    stands: list[Part] = [*_reached(target), *_asked(target), *known, "."]
    return sentence(quoted(capital(target.subject)), ": ", *stands, *_compared(facts, target), *_why(target), bullet=bullet)


def _adds(target: TargetFact) -> bool:
    """Whether the status says more than what stands before it: not where there is no figure, nor of what is there as asked."""
    now = target.figures.get("now")
    return now is not None and not (now.form == Form.ANSWER and target.status == Status.REACHED)


def _reached(target: TargetFact) -> list[Part]:
    now = target.figures.get("now")
    if now is None:
        return [STANDS[Status.NO_DATA]]
    if now.form == Form.ANSWER and target.comparator == "maintain":
        return [Piece("đang duy trì" if now.said == "có" else "chưa duy trì được", now.key)]
    return [*_amount(now)]


def _amount(figure: Figure) -> list[Part]:
    if figure.form == Form.ANSWER:
        return [Piece("đã có" if figure.said == "có" else "chưa có", figure.key)]
    return [figure, " (", cited(figure, figure.parts), ")"] if figure.parts else [figure]


def _asked(target: TargetFact) -> list[Part]:
    words = asked(target.comparator, target.figures.get("asked"), target.figures.get("asked_max"))
    if not words:
        return []
    by: list[Part] = [" đến ", quoted(f"năm {target.year}")] if target.year else []
    start = ", mục tiêu phấn đấu" if target.aspirational else ", mục tiêu"
    if target.comparator == "maintain":
        return [start, " duy trì", *by]
    return [start, *by, " phải " if target.comparator in KEPT and not target.aspirational else " ", *words]


def asked(comparator: str, value: Figure | None, most: Figure | None = None) -> list[Part]:
    """What is asked, as documents say it: "từ 80% trở lên"; empty where it is no amount and no state."""
    if comparator in KEPT:
        return ["duy trì" if comparator == "maintain" else "có"]
    if value is None:
        return []
    if comparator == "between" and most is not None:
        return ["từ ", value, " đến ", most]
    start, end = {
        ">=": ("từ ", " trở lên"), "=": ("đạt ", ""), "<=": ("không quá ", ""), ">": ("trên ", ""), "<": ("dưới ", ""),
        "~": ("khoảng ", ""), "between": ("từ ", ""),
    }[comparator]  # fmt: skip
    return [start, value, end]


def _compared(facts: Facts, target: TargetFact) -> list[Part]:
    now, before, change = (target.figures.get(role) for role in ("now", "before", "change"))
    if now is None or now.form == Form.ANSWER:
        return []
    if before is None:
        return [" Chưa có số liệu ", quoted(facts.compared), " để so sánh."]
    start: list[Part] = [" So với ", quoted(facts.compared), " (", before, ")"]
    if change is None or not change.printed:
        return [*start, " không thay đổi."]
    moved = " tăng " if now.printed > before.printed else " giảm "
    return [*start, moved, change, "."]


def _why(target: TargetFact) -> list[Part]:
    """The rule that found it behind or at risk, in words; nothing for what goes as it should."""
    figures = target.figures
    required, lag, gap, expected = (figures.get(role) for role in ("required", "lag", "gap", "expected"))
    if target.reason in (Reason.MISSED_STEP, Reason.UNDER_PATH) and required and lag:
        lacking: list[Part] = [", còn thiếu ", lag] if lag.printed else []  # less than what print shows
        return [" Theo lộ trình, đến hết kỳ cần đạt ", required, *lacking, "."]
    if target.reason == Reason.YEAR_OVER and gap:
        return [" Đã hết thời hạn của mục tiêu, còn thiếu ", gap, "."]
    if target.reason == Reason.FALLS_SHORT and expected:
        return [" Theo xu hướng hiện nay, dự báo đến hết ", quoted(f"năm {target.year}"), " là ", expected, "."]
    return [REASONS[target.reason]] if target.reason in REASONS else []


REASONS = {
    Reason.NOT_BOUND: " Mục tiêu chưa gắn với chỉ tiêu đo.",
    Reason.NOT_KEPT: " Nội dung này chưa được duy trì.",
    Reason.NO_PROOF: " Chưa có văn bản minh chứng kèm theo.",
    Reason.OLD_FIGURE: " Số liệu gần nhất đã quá một năm, cần cập nhật.",
}


def rows(targets: Iterable[TargetFact]) -> list[dict[str, str]]:
    """The targets as an annex shows them, without their figures, which are frozen beside them."""
    return [
        {
            "target": str(target.pk), "sector": target.sector, "subject": target.subject, "asked": _asked_words(target),
            "year": str(target.year or ""), "status": STANDS[target.status], "unit": _unit(target),
        }
        for target in targets
    ]  # fmt: skip


def _asked_words(target: TargetFact) -> str:
    return sentence(*asked(target.comparator, target.figures.get("asked"), target.figures.get("asked_max"))).text


def _unit(target: TargetFact) -> str:
    wanted = target.figures.get("asked")
    return "" if wanted is None else "%" if wanted.form == Form.SHARE else wanted.unit


def corrections(targets: Iterable[TargetFact], compared: str) -> list[Sentence]:
    """Where what the last report said of the time before is no longer what is known of it."""
    return [
        sentence(
            quoted(capital(target.subject)), ": báo cáo ", quoted(compared), " ghi ", *_amount(told),
            ", số liệu hiện được duyệt của kỳ đó là ", *_amount(before), ".", bullet=True,
        )
        for target in targets
        if (told := target.figures.get("told")) and (before := target.figures.get("before")) and differ(told, before)
    ]  # fmt: skip


def differ(told: Figure, known: Figure) -> bool:
    """Whether two figures of the same thing print differently."""
    return (told.said, told.parts) != (known.said, known.parts)


def behind(targets: Sequence[TargetFact]) -> list[TargetFact]:
    """Targets that are behind, then those at risk."""
    return [target for status in (Status.BEHIND, Status.AT_RISK) for target in targets if target.status == status]
