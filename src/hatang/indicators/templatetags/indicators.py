"""Figures and statuses of targets, for templates."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import template

from hatang.indicators import charts, words
from hatang.indicators.models import Indicator, IndicatorFigure
from hatang.indicators.rules.path import Step
from hatang.indicators.rules.status import Status
from hatang.indicators.selectors.standing import Standing
from hatang.indicators.selectors.targets import PlacePart
from hatang.ui.charts import Spark

register = template.Library()


@register.filter
def status_label(status: Status) -> str:
    """The name of a status: "Đúng lộ trình"."""
    return words.label(status)


@register.filter
def status_kind(status: Status) -> str:
    """The kind of its badge."""
    return words.BADGES[status]


@register.filter
def why(standing: Standing) -> str:
    """The rule that gave the status, with its figures."""
    return words.why(standing)


@register.filter
def foreseen(standing: Standing) -> list[str]:
    """The forecast and what it assumes, a sentence each."""
    return words.foreseen(standing)


@register.filter
def target_asks(standing: Standing) -> str:
    """What is asked: "từ 80% trở lên"."""
    return words.asked_of(standing.target, standing.binding)


@register.filter
def now(standing: Standing) -> str:
    """The latest figure as it is compared; a dash for none."""
    return words.shown(standing.indicator, standing.value) if standing.indicator else "–"


@register.filter
def required_now(standing: Standing) -> str:
    """What the path asked for at the day of the figure; empty where it asks for no amount."""
    found = standing.verdict.required
    return words.shown(standing.indicator, found) if standing.indicator and found is not None else ""


@register.filter
def value_shown(figure: IndicatorFigure) -> str:
    """A figure of the commune as it is compared."""
    return words.shown(figure.indicator, figure.indicator.value(figure.numerator, figure.denominator))


@register.filter
def figure_parts(figure: IndicatorFigure) -> str:
    """The two parts behind a figure: "12,5/20 km"."""
    return words.parts(figure.indicator, figure.numerator, figure.denominator)


@register.filter
def coverage(figure: IndicatorFigure) -> str:
    """How many places a figure rests on."""
    return words.coverage(figure)


@register.filter
def beside(figure: IndicatorFigure) -> list[str]:
    """How what was reported differs from what the inventory counts."""
    return words.beside(figure)


@register.filter
def step_words(step: Step, indicator: Indicator) -> str:
    """What is asked by the end of a year."""
    return words.goal(indicator, step.goal)


@register.simple_tag
def both(indicator: Indicator, numerator: Decimal | None, denominator: Decimal | None) -> str:
    """A figure with its parts: "12,5/20 km (62,5%)"."""
    if numerator is None:
        return "–"
    whole = words.parts(indicator, numerator, denominator)
    value = words.shown(indicator, indicator.value(numerator, denominator))
    return f"{whole} ({value})" if whole else value


@register.filter
def place_text(place: PlacePart, indicator: Indicator) -> str:
    """A village's figure as it is compared."""
    return words.shown(indicator, place.value)


@register.filter
def spark(standing: Standing) -> Spark | None:
    """The latest figures in small."""
    return charts.spark_of(standing)


@register.filter
def text_of(indicator: Any, name: str) -> str:
    """A text of an indicator in the reader's language."""
    return str(indicator.said(name))
