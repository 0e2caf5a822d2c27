"""What a file that came back would do now."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass

from hatang.projects.models import WorksUpload
from hatang.projects.workbook.facts import ground_of
from hatang.projects.workbook.keeping import reading_from
from hatang.projects.workbook.model import WRITES, Outcome, State
from hatang.projects.workbook.rules.judging import counts, judge

ORDER = (State.WRONG, State.CONFLICT, State.NEW, State.CHANGED, State.SAME)


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be written, row by row. `digest` names exactly this: confirming something else is refused."""

    outcomes: list[Outcome]
    missing: int
    counts: dict[str, int]
    digest: str

    @property
    def shown(self) -> list[Outcome]:
        """The rows worth looking at: what is wrong first, then what clashes, what is new, what changes."""
        told = [one for one in self.outcomes if one.state != State.SAME]
        return sorted(told, key=lambda one: ORDER.index(one.state))

    @property
    def writes(self) -> int:
        """How many rows would be written without being asked for."""
        return sum(one.state in WRITES for one in self.outcomes)


def preview(upload: WorksUpload, reaches: Callable[[str], bool]) -> Preview:
    """What the file would do now, for somebody in reach of some sectors. Four queries."""
    reading = reading_from(upload.rows)
    found = judge(reading.rows, ground_of(reaches))
    return Preview(found, reading.missing, counts(found), _digest(found))


def _digest(found: list[Outcome]) -> str:
    def said(one: Outcome) -> list[object]:
        return [one.row, one.pk, one.state.value, [[int(change.column), change.old, change.new] for change in one.changes]]

    return hashlib.sha256(json.dumps([said(one) for one in found]).encode()).hexdigest()


def upload_of(pk: int, user: int) -> WorksUpload | None:
    """A file this person put, that was not dropped; None for any other."""
    mine = WorksUpload.objects.filter(pk=pk, uploaded_by_id=user).exclude(state=WorksUpload.State.ABANDONED)
    found: WorksUpload | None = mine.defer("content").first()
    return found
