"""Before a returned file is opened: a plain workbook, of a size a workbook of measurements can have (`core.spreadsheets`)."""

from __future__ import annotations

from hatang.core.spreadsheets import guarding
from hatang.core.spreadsheets.cells import Problem
from hatang.core.spreadsheets.guarding import ENCRYPTED, OLE
from hatang.indicators.workbook.model import Refused

LARGEST = 5 * 1024 * 1024
LARGEST_UNPACKED = 20 * 1024 * 1024
MOST_TAGS = 500_000  # more would take more memory than a workbook of measurements is worth
MOST_PARTS = 300
LIMITS = guarding.Limits(LARGEST, LARGEST_UNPACKED, MOST_TAGS, MOST_PARTS)

__all__ = ["ENCRYPTED", "LARGEST", "LARGEST_UNPACKED", "MOST_PARTS", "MOST_TAGS", "OLE", "guard"]


def guard(content: bytes) -> None:
    """Pass a plain .xlsx and nothing else.

    Raises:
        Refused: why it cannot be taken.
    """
    try:
        guarding.guard(content, LIMITS)
    except guarding.RefusedSpreadsheet as refusal:
        raise Refused(Problem(refusal.code)) from refusal
