"""Which cells of an existing work are closed here, and the code that says why."""

from __future__ import annotations

from hatang.projects.rules.states import Standing
from hatang.projects.rules.tracks import start
from hatang.projects.workbook.layout import Column


def closed(at: Standing, *, code: str, national_code: str) -> dict[Column, str]:
    """Money always; a code that is given; how it is carried out and its sector once any track has moved."""
    found = {Column.INVESTMENT: "closed_money"}
    if code:
        found[Column.CODE] = "closed_code"
    if national_code:
        found[Column.NATIONAL] = "closed_code"
    if at != start(at.kind):
        found |= {Column.KIND: "closed_begun", Column.SECTOR: "closed_begun"}
    return found
