"""The pages of upkeep."""

from __future__ import annotations

from hatang.assets.upkeep.views.assessing import assess
from hatang.assets.upkeep.views.deciding import decide, not_working
from hatang.assets.upkeep.views.overview import photo, upkeep, warranties
from hatang.assets.upkeep.views.tickets import assign, check, close, find, fix, reopen, report, ticket, tickets

__all__ = [
    "assess",
    "assign",
    "check",
    "close",
    "decide",
    "find",
    "fix",
    "not_working",
    "photo",
    "reopen",
    "report",
    "ticket",
    "tickets",
    "upkeep",
    "warranties",
]
