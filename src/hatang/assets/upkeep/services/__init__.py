"""Writing upkeep. Every write is one transaction and leaves an event."""

from __future__ import annotations

from hatang.assets.upkeep.services.assessing import assess
from hatang.assets.upkeep.services.deciding import decide
from hatang.assets.upkeep.services.planning import (
    NotInDraft,
    amend,
    approve,
    change_line,
    draft_plan,
    finish,
    put_line,
    remove_line,
)
from hatang.assets.upkeep.services.tickets import Refused, advance, report

__all__ = [
    "NotInDraft",
    "Refused",
    "advance",
    "amend",
    "approve",
    "assess",
    "change_line",
    "decide",
    "draft_plan",
    "finish",
    "put_line",
    "remove_line",
    "report",
]
