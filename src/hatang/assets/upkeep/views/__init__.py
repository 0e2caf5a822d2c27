"""The pages of upkeep."""

from __future__ import annotations

from hatang.assets.upkeep.views.assessing import assess
from hatang.assets.upkeep.views.deciding import decide, not_working
from hatang.assets.upkeep.views.overview import photo, small_photo, upkeep, warranties
from hatang.assets.upkeep.views.planning import (
    add_line,
    amend,
    approve,
    change_line,
    choose_asset,
    draft,
    export,
    finish,
    maintenance_plan,
    remove_line,
)
from hatang.assets.upkeep.views.tickets import assign, check, close, find, fix, reopen, report, ticket, tickets

__all__ = [
    "add_line",
    "amend",
    "approve",
    "assess",
    "assign",
    "change_line",
    "check",
    "choose_asset",
    "close",
    "decide",
    "draft",
    "export",
    "find",
    "finish",
    "fix",
    "maintenance_plan",
    "not_working",
    "photo",
    "remove_line",
    "reopen",
    "report",
    "small_photo",
    "ticket",
    "tickets",
    "upkeep",
    "warranties",
]
