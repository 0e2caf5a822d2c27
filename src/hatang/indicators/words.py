"""Figures, statuses and forecasts of targets in the reader's language. Rules give codes and values; the sentences stand here."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from hatang.core.figures import Ratio
from hatang.indicators.models import Indicator, IndicatorFigure, TargetBinding
from hatang.indicators.rules.passing import Goal, gap
from hatang.indicators.rules.status import Reason, Status
from hatang.indicators.selectors.standing import Standing
from hatang.indicators.selectors.targets import PlacePart
from hatang.plans import words as plan_words
from hatang.plans.models import Target
from hatang.ui.templatetags.ui import vn_number, vn_percent

ZERO = Decimal(0)
LABELS = {
    Status.REACHED: gettext_lazy("Đã đạt"),
    Status.ON_PATH: gettext_lazy("Đúng lộ trình"),
    Status.BEHIND: gettext_lazy("Chậm so với yêu cầu"),
    Status.AT_RISK: gettext_lazy("Có nguy cơ không đạt"),
    Status.NO_DATA: gettext_lazy("Chưa có số liệu"),
}
BADGES = {
    Status.REACHED: "good",
    Status.ON_PATH: "info",
    Status.BEHIND: "bad",
    Status.AT_RISK: "warn",
    Status.NO_DATA: "quiet",
}
REASONS = {
    Reason.NOT_BOUND: gettext_lazy("Mục tiêu chưa gắn với chỉ tiêu nào nên chưa đo được."),
    Reason.NO_FIGURE: gettext_lazy("Chưa có số liệu nào được duyệt hoặc đếm từ sổ công trình."),
    Reason.NOT_KEPT: gettext_lazy("Câu trả lời gần nhất là chưa."),
    Reason.NO_PROOF: gettext_lazy("Đã trả lời có, nhưng chưa có văn bản minh chứng."),
    Reason.KEPT: gettext_lazy("Câu trả lời gần nhất là có, kèm văn bản minh chứng."),
    Reason.PASSES: gettext_lazy("Số liệu gần nhất (%(value)s) đã đạt yêu cầu: %(asked)s."),
    Reason.YEAR_OVER: gettext_lazy(
        "Đã hết năm %(year)s mà số liệu gần nhất là %(value)s; yêu cầu: %(asked)s; còn thiếu %(gap)s."
    ),
    Reason.MISSED_STEP: gettext_lazy("Cuối năm %(step_year)s phải %(step)s, số liệu gần nhất là %(value)s."),
    Reason.UNDER_PATH: gettext_lazy("Đến kỳ số liệu này lộ trình cần %(required)s, số liệu là %(value)s: thiếu %(lag)s."),
    Reason.OLD_FIGURE: gettext_lazy("Số liệu gần nhất đã quá một năm."),
    Reason.FALLS_SHORT: gettext_lazy(
        "Hiện theo kịp lộ trình, nhưng dự báo cuối năm %(year)s chỉ %(expected)s; yêu cầu: %(asked)s."
    ),
    Reason.HEADING_THERE: gettext_lazy("Theo kịp lộ trình; dự báo cuối năm %(year)s là %(expected)s; yêu cầu: %(asked)s."),
    Reason.ABOVE_PATH: gettext_lazy("Theo kịp lộ trình; chưa đủ số liệu để dự báo."),
}


def label(status: Status) -> str:
    """The name of a status."""
    return str(LABELS[status])


def percent(value: Decimal | None) -> str:
    """A percentage as every page prints it: one decimal, never 100 for what is not whole."""
    return "–" if value is None else vn_percent(Ratio(value, Decimal(100)).shown)


def shown(indicator: Indicator, value: Decimal | None) -> str:
    """A figure as it is compared: "62,5%", "3,2 km", "Có"."""
    if value is None:
        return "–"
    if indicator.answers_as_one:
        return _("Có") if value >= 100 else _("Chưa")
    return percent(value) if indicator.is_share else f"{vn_number(_rounded(value))} {indicator.unit}".strip()


def parts(indicator: Indicator, numerator: Decimal | None, denominator: Decimal | None) -> str:
    """The two parts behind a figure: "12,5/20 km"; empty where there is nothing to add to what is shown."""
    if numerator is None or not indicator.is_share or denominator is None:
        return ""
    if indicator.answers_as_one:
        return ""
    return f"{vn_number(_rounded(numerator))}/{vn_number(_rounded(denominator))} {indicator.unit}".strip()


def asked_of(target: Target, binding: TargetBinding | None) -> str:
    """What is asked: "từ 80% trở lên"; as the plan says it until it is tied to an indicator."""
    if binding is None:
        return plan_words.bound(target.comparator, target.value, target.value_max, target.unit)
    return goal(binding.indicator, binding.goal, target.unit)


def goal(indicator: Indicator, wanted: Goal, unit: str = "") -> str:
    """A goal as documents say it."""
    said = "%" if indicator.is_share else unit or indicator.unit
    return plan_words.bound(wanted.comparator, wanted.value, wanted.value_max, said)


def why(standing: Standing) -> str:
    """The rule that gave the status, with its figures."""
    verdict, sentence = standing.verdict, str(REASONS[standing.verdict.reason])
    binding, indicator = standing.binding, standing.indicator
    if binding is None or indicator is None or "%(" not in sentence:
        return sentence
    expected = standing.forecast.expected if standing.forecast else None
    step, value, required = verdict.step, standing.value, verdict.required
    return sentence % {
        "value": shown(indicator, value),
        "asked": asked_of(standing.target, binding),
        "year": str(binding.year),
        "gap": points(indicator, gap(binding.goal, value)),
        "required": shown(indicator, required),
        "lag": points(indicator, abs((required or Decimal(0)) - (value or Decimal(0)))),
        "expected": shown(indicator, expected),
        "step_year": str(step.year) if step else "",
        "step": goal(indicator, step.goal) if step else "",
    }


def points(indicator: Indicator, value: Decimal) -> str:
    """A difference between two figures: "17,5 điểm phần trăm", "2 km"."""
    if not indicator.is_share:
        return f"{vn_number(_rounded(value))} {indicator.unit}".strip()
    small = value.quantize(Decimal("0.1"), ROUND_HALF_UP) or value.quantize(Decimal("0.01"), ROUND_HALF_UP)
    return _("%(points)s điểm phần trăm") % {"points": vn_number(small)}


def foreseen(standing: Standing) -> list[str]:
    """The forecast and what it assumes, a sentence each; why there is none where there is none."""
    indicator, found, figure = standing.indicator, standing.forecast, standing.figure
    if indicator is None or standing.binding is None or figure is None or standing.binding.goal.is_kept:
        return []
    if found is None:
        return [_("Chưa dự báo: cần ít nhất ba kỳ số liệu cùng nguồn, cách nhau từ năm tháng trở lên, và năm mục tiêu chưa qua.")]
    return [*_by_trend(indicator, standing), *_by_works(indicator, standing)]


def _by_trend(indicator: Indicator, standing: Standing) -> list[str]:
    found = standing.forecast
    if found is None or found.trend is None or found.slope is None:
        return [_("Chưa đủ số liệu để thấy xu hướng.")]
    values = {
        "points": found.points,
        "change": points(indicator, abs(found.slope)),
        "year": str(found.year),
        "value": shown(indicator, found.trend),
    }
    moving = (
        _("Qua %(points)s kỳ gần nhất, mỗi năm tăng khoảng %(change)s (trung vị độ dốc của mọi cặp kỳ).")
        if found.slope > 0
        else _("Qua %(points)s kỳ gần nhất, mỗi năm giảm khoảng %(change)s (trung vị độ dốc của mọi cặp kỳ).")
        if found.slope < 0
        else _("Qua %(points)s kỳ gần nhất, số liệu đứng yên.")
    )
    source = [_("Sổ công trình mới đếm ít kỳ nên xu hướng lấy theo số liệu báo cáo.")] if standing.trend_of_reports else []
    return [*source, moving % values, _("Nếu cứ như vậy, cuối năm %(year)s đạt %(value)s.") % values]


def _by_works(indicator: Indicator, standing: Standing) -> list[str]:
    found = standing.forecast
    if found is None or found.works is None:
        return [_("Dự báo này chưa tính công trình đã có vốn.")]
    said = [
        _("Công trình đã có vốn, nếu xong đúng hạn, đưa số liệu lên %(value)s vào cuối năm %(year)s.")
        % {"value": shown(indicator, found.works), "year": str(found.year)}
    ]
    if found.both is not None:
        total = _("Cộng cả xu hướng và công trình đã có vốn: %(value)s.") % {"value": shown(indicator, found.both)}
        said += [total, _("Hai phần có thể trùng nhau, nếu xu hướng do các công trình tương tự tạo ra.")]
    return said


def beside(figure: IndicatorFigure) -> list[str]:
    """How what was reported differs from what the inventory counts; empty where there is nothing to compare."""
    indicator = figure.indicator
    if figure.source != IndicatorFigure.Source.INVENTORY or figure.reported_numerator is None:
        return []
    stated = figure.reported_numerator, figure.reported_denominator
    value = indicator.value(*stated)
    said = {
        "counted": _both(indicator, figure.numerator, figure.denominator),
        "stated": _both(indicator, *stated),
        "places": figure.places,
        "expected": figure.expected,
    }
    sentences = [_("Sổ công trình đếm được %(counted)s; số liệu báo cáo đã duyệt là %(stated)s.") % said]
    if (figure.numerator, figure.denominator) == stated:
        return [*sentences, _("Hai số khớp nhau.")]
    here = indicator.value(figure.numerator, figure.denominator)
    if here is not None and value is not None and here != value:
        sentences.append(_("Chênh nhau %(points)s.") % {"points": points(indicator, abs(here - value))})
    return [*sentences, *_causes(figure, said)]


def _causes(figure: IndicatorFigure, said: dict[str, object]) -> list[str]:
    causes = []
    if figure.places < figure.expected:
        causes.append(_("Báo cáo mới có %(places)s/%(expected)s nơi, sổ công trình tính cả xã.") % said)
    if figure.reported_denominator is not None and figure.denominator != figure.reported_denominator:
        causes.append(_("Mẫu số khác nhau: cách tính tổng chưa thống nhất, hoặc sổ còn thiếu hay thừa mục."))
    elif figure.reported_numerator is not None and figure.reported_numerator > figure.numerator:
        causes.append(_("Báo cáo cao hơn: có thể phần mới làm xong chưa được ghi vào sổ công trình."))
    else:
        causes.append(_("Báo cáo thấp hơn: có thể thôn báo số cũ, hoặc sổ ghi nhầm."))
    return causes


def far_apart(indicator: Indicator, places: Sequence[PlacePart]) -> list[PlacePart]:
    """The villages whose report differs most from the inventory, three at most."""
    both = [(_apart(indicator, place), place) for place in places]
    found = sorted(((apart, place) for apart, place in both if apart), key=lambda entry: -entry[0])
    return [place for _apart_by, place in found[:3]]


def _apart(indicator: Indicator, place: PlacePart) -> Decimal:
    if place.stated is None or place.numerator is None or (place.numerator, place.denominator) == place.stated:
        return Decimal(0)
    return abs(place.numerator - place.stated[0]) + abs((place.denominator or ZERO) - (place.stated[1] or ZERO))


def coverage(figure: IndicatorFigure) -> str:
    """How many places the figure rests on."""
    said = {"fresh": figure.fresh, "places": figure.places, "expected": figure.expected}
    if figure.source == IndicatorFigure.Source.INVENTORY:
        return _("Đếm từ sổ công trình của cả xã.")
    if figure.expected <= 1:
        return _("Xã báo chung.")
    carried = figure.places - figure.fresh
    told = _("%(fresh)s/%(expected)s thôn báo kỳ này") % said
    if not carried:
        return f"{told}."
    later = ngettext("%(count)s thôn lấy theo kỳ trước", "%(count)s thôn lấy theo kỳ trước", carried) % {"count": carried}
    return f"{told}; {later}."


def _both(indicator: Indicator, numerator: Decimal, denominator: Decimal | None) -> str:
    whole = parts(indicator, numerator, denominator)
    figure = shown(indicator, indicator.value(numerator, denominator))
    return f"{whole} ({figure})" if whole else figure


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)
