"""Writing what is measured. Every write is one transaction and leaves an event."""

from __future__ import annotations

from hatang.indicators.services.figures import inventory_changed
from hatang.indicators.services.measuring import correct, save_figure, submit
from hatang.indicators.services.periods import change_settings, lock_period, open_period, reopen_period
from hatang.indicators.services.refusing import ChangedMeanwhile, PeriodLocked, Refused
from hatang.indicators.services.reviewing import approve, return_

__all__ = [
    "ChangedMeanwhile",
    "PeriodLocked",
    "Refused",
    "approve",
    "change_settings",
    "correct",
    "inventory_changed",
    "lock_period",
    "open_period",
    "reopen_period",
    "return_",
    "save_figure",
    "submit",
]
