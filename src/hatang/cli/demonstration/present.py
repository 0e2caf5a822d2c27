"""The present quarter half way through, and one correction of the quarter before: each step by the person whose step it is."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from hatang.cli.demonstration.figures import LOCKED
from hatang.cli.demonstration.people import Cast
from hatang.cli.demonstration.places import villages
from hatang.commune.models import Village
from hatang.core.periods import Period
from hatang.indicators import services
from hatang.indicators.models import Indicator, Measurement, ReportingPeriod

BY_VILLAGES = ("irrigation.area", "information.households", "waste.households")
APPROVED, WAITING, RETURNED, FOR_ANOTHER, BEGUN = (1, 2, 4, 5, 8), (3, 7), 6, 9, 10  # numbers of villages; the rest are late
LATE = 5  # days since the figures were due


def begin_present(indicators: dict[str, Indicator], people: Cast, today: dt.date) -> None:
    """Correct one figure of the last quarter, then open the present one and let some report."""
    quarter = Period.quarter_of(today)
    last = ReportingPeriod.objects.get(code=quarter.previous().code)
    _correct(last, indicators["waste.households"], people)
    due = max(today - dt.timedelta(days=LATE), quarter.first + dt.timedelta(days=20))
    with people.acting("dieuphoi"):
        period = services.open_period(quarter.code, due_on=due)
    wanted = [indicators[code] for code in BY_VILLAGES]
    for number, village in enumerate(villages(), start=1):
        _report(number, village, period, last, wanted, people)
    _answer(period, indicators, people)


def _correct(period: ReportingPeriod, indicator: Indicator, people: Cast) -> None:
    """A figure found wrong after its quarter was locked: the chair re-opens, the head corrects, the vice chair approves."""
    village = villages()[3]
    wrong = Measurement.objects.get(indicator=indicator, village=village, period=period)
    with people.acting("chutich"):
        services.reopen_period(period, reason="Đính chính một số liệu của thôn Minh Họa 4 (minh họa).")
    with people.acting(people.heads[village.pk]):
        fresh = services.correct(
            wrong, correction_reason="Đếm lại: trước đó tính cả hộ ở thôn bên.", numerator=wrong.numerator - 6,
            denominator=wrong.denominator, note=wrong.note,
        )  # fmt: skip
        handed = services.submit([fresh])
    with people.acting("phochutich"):
        services.approve(handed)
    with people.acting("dieuphoi"):
        services.lock_period(period, reason=LOCKED)


def _report(
    number: int, village: Village, period: ReportingPeriod, last: ReportingPeriod, wanted: list[Indicator], people: Cast
) -> None:
    if number == FOR_ANOTHER:
        with people.acting("dieuphoi"):
            services.submit(_write(village, period, last, wanted, on_behalf_of=people.heads[village.pk].get_full_name()))
    elif number == BEGUN:
        with people.acting(people.heads[village.pk]):
            _write(village, period, last, wanted[:1])
    elif number in (*APPROVED, *WAITING, RETURNED):
        with people.acting(people.heads[village.pk]):
            handed = services.submit(_write(village, period, last, wanted))
        _review(number, handed, people)


def _write(
    village: Village, period: ReportingPeriod, last: ReportingPeriod, wanted: list[Indicator], on_behalf_of: str = ""
) -> list[Measurement]:
    """A little more than last time, and never more than there is."""
    rows = Measurement.objects.filter(village=village, period=last, indicator__in=wanted, state=Measurement.State.APPROVED)
    before = {row.indicator_id: row for row in rows}
    return [
        services.save_figure(
            indicator=indicator, village=village, period=period, denominator=before[indicator.pk].denominator,
            numerator=min(before[indicator.pk].numerator + _more(indicator), before[indicator.pk].denominator),
            on_behalf_of=on_behalf_of, note="Số liệu minh họa",
        )
        for indicator in wanted
    ]  # fmt: skip


def _more(indicator: Indicator) -> Decimal:
    return Decimal("0.8") if indicator.unit == "ha" else Decimal(2)


def _review(number: int, handed: list[Measurement], people: Cast) -> None:
    with people.acting("dieuphoi"):
        if number in APPROVED:
            services.approve(handed)
        elif number == RETURNED:
            services.return_(handed[-1], comment="Số hộ cao hơn sổ hộ khẩu của thôn, đề nghị kiểm tra lại (minh họa).")


def _answer(period: ReportingPeriod, indicators: dict[str, Indicator], people: Cast) -> None:
    """The health station confirms the standard; an officer states a length by hand that differs from the map."""
    with people.acting("canboyte"):
        kept = services.save_figure(
            indicator=indicators["health.criteria"], village=None, period=period, numerator=Decimal(1), denominator=Decimal(1),
            note="Theo văn bản minh họa",
        )  # fmt: skip
        handed = services.submit([kept])
    with people.acting("canbokinhte"):
        stated = services.save_figure(
            indicator=indicators["roads.commune"], village=None, period=period, numerator=Decimal("22.400"),
            denominator=Decimal("24.000"), note="Theo hồ sơ quản lý đường, chưa trừ đoạn đã điều chỉnh tuyến (minh họa)",
        )  # fmt: skip
        handed += services.submit([stated])
    with people.acting("dieuphoi"):
        services.approve(handed)
