"""The charts of targets: history with the way ahead, villages side by side, a line for lists."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _

from hatang.indicators import words
from hatang.indicators.models import Indicator
from hatang.indicators.selectors.standing import Standing
from hatang.indicators.selectors.targets import PlacePart
from hatang.ui.charts import Bar, BarList, PathChart, Reading, Spark, year_fraction


def path_of(standing: Standing) -> PathChart | None:
    """History by period, the yearly path, the forecast and the target; None for what is only kept or had."""
    binding, indicator, spec = standing.binding, standing.indicator, standing.spec
    if binding is None or indicator is None or spec is None or spec.goal.is_kept:
        return None
    history = [
        Reading(str(figure.period), year_fraction(figure.period.last), _plain(value))
        for figure, value in zip(standing.history, standing.values, strict=True)
    ]
    required = [(step.year, step.goal.value) for step in spec.path if step.goal.value is not None]
    ahead = standing.forecast.expected if standing.forecast else None
    return PathChart(
        indicator.said("name"),
        _unit(indicator),
        history=history,
        required=required,
        forecast=_ahead(history[-1], binding.year, ahead) if history and ahead is not None else [],
        target=binding.value,
        key="lo-trinh",
    )


def _ahead(last: Reading, year: int, value: Decimal) -> list[tuple[float, Decimal | float]]:
    """From the latest figure to the end of the target's year."""
    return [] if last.value is None else [(last.x, last.value), (float(year + 1), round(value, 2))]


def bars_of(standing: Standing, places: list[PlacePart]) -> BarList | None:
    """Villages side by side; None where nothing is measured village by village."""
    binding, indicator = standing.binding, standing.indicator
    if binding is None or indicator is None or not places:
        return None
    share = indicator.is_share
    return BarList(
        _("Từng thôn"),
        [_bar(indicator, place) for place in places],
        unit=_unit(indicator),
        required=binding.value if share else None,
        required_text=words.asked_of(standing.target, binding) if share else "",
        key="tung-thon",
        tones={"warn": _("theo kịp lộ trình, chưa đạt mục tiêu")},
    )


def _bar(indicator: Indicator, place: PlacePart) -> Bar:
    whole = words.parts(indicator, place.numerator, place.denominator)
    notes = [whole] if whole else []
    if place.value is not None and not place.fresh and place.period:
        notes.append(_("số của %(period)s") % {"period": place.period})
    name = place.village.name if place.village else _("Không thuộc riêng thôn nào")
    text = _answer(indicator, place) or (words.shown(indicator, place.value) if place.value is not None else _("chưa có số liệu"))
    return Bar(name, _plain(place.value), tone=place.tone, note="; ".join(notes) if not indicator.asks_answer else "", text=text)


def _answer(indicator: Indicator, place: PlacePart) -> str:
    if not indicator.asks_answer or place.value is None:
        return ""
    return _("Có") if place.value >= 100 else _("Chưa")


def spark_of(standing: Standing) -> Spark | None:
    """The latest figures in small; None for fewer than two."""
    indicator = standing.indicator
    if indicator is None or len(standing.history) < 2:
        return None
    values = [_plain(value) for value in standing.values]
    return Spark(values, indicator.said("name"), _unit(indicator))


def _unit(indicator: Indicator) -> str:
    return "%" if indicator.is_share else indicator.unit


def _plain(value: Decimal | None) -> Decimal | None:
    """A value short enough to be read aloud; the last digits are of no interest in a picture."""
    return None if value is None else round(value, 2)
