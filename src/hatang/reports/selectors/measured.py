"""The figures of one target, by role."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.urls import reverse

from hatang.indicators import words
from hatang.indicators.models import Indicator, IndicatorFigure
from hatang.indicators.rules.passing import gap
from hatang.indicators.selectors.standing import Standing
from hatang.plans import words as plan_words
from hatang.reports.rules.figures import Figure, Form


def figures_of_target(standing: Standing, earlier: Mapping[int, Any]) -> dict[str, Figure]:
    """What is known of a target: now, before, change, asked, asked_max, required, lag, gap, expected; only what there is."""
    return {**_asked(standing), **_measured(standing, earlier)}


def _measured(standing: Standing, earlier: Mapping[int, Any]) -> dict[str, Figure]:
    indicator, figure = standing.indicator, standing.figure
    if indicator is None or figure is None:
        return {}
    now = _of_row(standing, indicator, figure, "now")
    before = _of_row(standing, indicator, earlier.get(indicator.pk), "before")
    found = {"now": now, "before": before, "change": _change(now, before), **_judged(standing, indicator)}
    return {role: one for role, one in found.items() if one is not None}


def _of_row(standing: Standing, indicator: Indicator, row: IndicatorFigure | None, role: str) -> Figure | None:
    if row is None:
        return None
    value = indicator.value(row.numerator, row.denominator)
    if value is None:
        return None
    return Figure(
        _key(standing, role), str(standing.target.subject), _form(indicator), value, row.numerator, row.denominator,
        indicator.unit, str(row.period), _source(row), _link(standing),
        _evidence(standing, row),
    )  # fmt: skip


def _source(row: IndicatorFigure) -> str:
    """Where a figure comes from; what is counted in the inventory is said once."""
    covered = words.coverage(row)
    return covered if row.source == IndicatorFigure.Source.INVENTORY else f"{row.get_source_display()}. {covered}"


def _form(indicator: Indicator) -> Form:
    if indicator.answers_as_one:
        return Form.ANSWER
    return Form.SHARE if indicator.is_share else Form.AMOUNT


def _evidence(standing: Standing, row: IndicatorFigure) -> str:
    binding = standing.binding
    if binding and binding.has_proof and binding.goal.is_kept:
        return str(binding.proof_reference or "Văn bản minh chứng đã lưu")
    return "Có tệp minh chứng kèm số liệu" if getattr(row, "has_evidence", False) else ""


def _change(now: Figure | None, before: Figure | None) -> Figure | None:
    """The difference of the two as they are printed, so that the reader's own sum agrees with the text."""
    if now is None or before is None or now.form == Form.ANSWER:
        return None
    form = Form.POINTS if now.form == Form.SHARE else Form.AMOUNT
    source = f"Hiệu của hai số liệu: {now.period} và {before.period}"
    label = f"{now.label}: thay đổi"
    key, change = now.key.replace(".now", ".change"), abs(now.printed - before.printed)
    return Figure(key, label, form, change, unit=now.unit, period=now.period, source=source, link=now.link)


def _judged(standing: Standing, indicator: Indicator) -> dict[str, Figure | None]:
    """What the path asked for, what is lacking, what is expected."""
    required, value = standing.verdict.required, standing.value
    step = standing.verdict.step
    if step is not None and step.goal.value is not None:
        required = step.goal.value
    lag = None
    if required is not None and value is not None:
        lag = abs(_printed(indicator, required) - _printed(indicator, value))
    expected = standing.forecast.expected if standing.forecast else None
    binding = standing.binding
    short = gap(binding.goal, value) if binding and value is not None else Decimal(0)
    path, trend = "Lộ trình của mục tiêu đến kỳ này", "Dự báo theo xu hướng các kỳ đã qua"
    return {
        "required": _amount(standing, indicator, "required", required, "theo lộ trình", path),
        "lag": _points(standing, indicator, "lag", lag, "còn thiếu so với lộ trình", "Hiệu của số theo lộ trình và số liệu"),
        "gap": _points(standing, indicator, "gap", short or None, "còn thiếu so với mục tiêu", "Hiệu của mục tiêu và số liệu"),
        "expected": _amount(standing, indicator, "expected", expected, "dự báo", trend),
    }


def _asked(standing: Standing) -> dict[str, Figure]:
    target, binding, indicator = standing.target, standing.binding, standing.indicator
    goal = binding.goal if binding else None
    low, high = (goal.value, goal.value_max) if goal else (target.value, target.value_max)
    share = indicator.is_share if indicator else target.unit == "%"
    unit = "" if share else target.unit or (indicator.unit if indicator else "")
    source = f"Kế hoạch, mục {target.path}: {plan_words.bound(target.comparator, target.value, target.value_max, target.unit)}"
    form = Form.SHARE if share else Form.AMOUNT
    link = reverse("plan", args=[target.plan_id]) + f"#muc-{target.order}"
    wanted = (("asked", low), ("asked_max", high))
    return {
        role: Figure(_key(standing, role), f"{target.subject}: mục tiêu", form, value, unit=unit, source=source, link=link)
        for role, value in wanted
        if value is not None
    }


def _amount(standing: Standing, indicator: Indicator, role: str, value: Decimal | None, what: str, source: str) -> Any:
    if value is None:
        return None
    form = Form.SHARE if indicator.is_share else Form.AMOUNT
    return _figure(standing, indicator, role, form, value, what, source)


def _points(standing: Standing, indicator: Indicator, role: str, value: Decimal | None, what: str, source: str) -> Any:
    if value is None:
        return None
    form = Form.POINTS if indicator.is_share else Form.AMOUNT
    return _figure(standing, indicator, role, form, value, what, source)


def _figure(standing: Standing, indicator: Indicator, role: str, form: Form, value: Decimal, what: str, source: str) -> Figure:
    unit = "" if indicator.is_share else indicator.unit
    period = str(standing.figure.period) if standing.figure else ""
    label = f"{standing.target.subject}: {what}"
    return Figure(_key(standing, role), label, form, value, unit=unit, period=period, source=source, link=_link(standing))


def _printed(indicator: Indicator, value: Decimal) -> Decimal:
    """As the text prints it, so that the difference of two printed numbers is the one the text names."""
    return Figure("", "", Form.SHARE if indicator.is_share else Form.AMOUNT, value).printed


def _key(standing: Standing, role: str) -> str:
    return f"t{standing.target.pk}.{role}"


def _link(standing: Standing) -> str:
    return reverse("target", args=[standing.target.pk])
