"""Writing what is measured. Every write is one transaction and leaves an event."""

from __future__ import annotations

from hatang.indicators.services.binding import bind, bind_proposed, set_proof
from hatang.indicators.services.catalogue import HasFigures, add_indicator, adopt_catalogue, change_indicator
from hatang.indicators.services.figures import inventory_changed, recompute
from hatang.indicators.services.measuring import correct, save_figure, submit
from hatang.indicators.services.paths import propose_milestones, set_milestones
from hatang.indicators.services.periods import change_settings, lock_period, open_period, reopen_period
from hatang.indicators.services.refusing import ChangedMeanwhile, PeriodLocked, Refused, why_locked
from hatang.indicators.services.reminding import remind
from hatang.indicators.services.reviewing import approve, return_

__all__ = [
    "ChangedMeanwhile",
    "HasFigures",
    "PeriodLocked",
    "Refused",
    "add_indicator",
    "adopt_catalogue",
    "approve",
    "bind",
    "bind_proposed",
    "change_indicator",
    "change_settings",
    "correct",
    "inventory_changed",
    "lock_period",
    "open_period",
    "propose_milestones",
    "recompute",
    "remind",
    "reopen_period",
    "return_",
    "save_figure",
    "set_milestones",
    "set_proof",
    "submit",
    "why_locked",
]
