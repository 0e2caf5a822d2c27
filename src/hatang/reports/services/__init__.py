"""Writing reports. Every write is one transaction and leaves an event."""

from __future__ import annotations

from hatang.reports.services.addressing import address
from hatang.reports.services.asking import ask, remind
from hatang.reports.services.copying import copy_under_way, current_copy, make_pdf, want_pdf
from hatang.reports.services.moving import attach, move
from hatang.reports.services.preparing import prepare, refresh
from hatang.reports.services.refusing import ChangedMeanwhile, NotOpen, Refused
from hatang.reports.services.writing import hand_in, take_back, write_section

__all__ = [
    "ChangedMeanwhile",
    "NotOpen",
    "Refused",
    "address",
    "ask",
    "attach",
    "copy_under_way",
    "current_copy",
    "hand_in",
    "make_pdf",
    "move",
    "prepare",
    "refresh",
    "remind",
    "take_back",
    "want_pdf",
    "write_section",
]
