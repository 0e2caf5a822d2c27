"""Moving a work on its tracks, through the gates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import asdict

from django.db import transaction
from django.utils.translation import gettext as _

from hatang.core.audit import current_actor, record
from hatang.projects import words
from hatang.projects.models import Gate, Project, StageStep, WorkDocument
from hatang.projects.overlap.gate import unanswered
from hatang.projects.rules import gates, tracks
from hatang.projects.rules.states import Track
from hatang.projects.services import handing
from hatang.projects.services.trail import NotAllowed, papered

PAPER = ("gate_id", "title", "number", "issued_on", "issuer", "reference")
HANDS_OVER = {(Track.HANDOVER, "done"), (Track.REQUEST, "done")}


@transaction.atomic
def step(
    project: Project,
    track: Track,
    to: str,
    *,
    on: dt.date,
    reason: str = "",
    document: WorkDocument | None = None,
    waive: bool = False,
    outputs: Collection[int] | None = None,
) -> StageStep:
    """Move a work on one track. `waive` goes on without the papers that are missing, for a reason that stays on the record.

    Handing over writes what was declared (all, or `outputs`) into the inventory, in the same transaction.

    Raises:
        NotAllowed: something stands in the way, a paper is missing, or a reason is asked for and not given.
    """
    project = Project.objects.select_for_update().get(pk=project.pk)
    at = project.standing
    lacking = missing_papers(project, track, to)
    _refuse(project, track, to, reason, [] if waive and reason else lacking)
    after = tracks.moved(at, track, to)
    from_state = str(getattr(project, track.value))
    _write(project, track, to, paused_from=after.paused_from or "", phase=tracks.phase(after))
    made = _kept_step(project, track, from_state, on=on, reason=reason, document=document, waived=lacking)
    before, now = {track.value: from_state}, {track.value: to, "phase": project.phase, "on": on}
    record("work.step", project, before=before, after={**now, "waived": made.waived}, reason=reason)
    if (track, to) in HANDS_OVER or (track == Track.HANDOVER and outputs):
        handing.hand_over(project, on=on, outputs=outputs)
    return made


def _refuse(project: Project, track: Track, to: str, reason: str, lacking: list[gates.Paper]) -> None:
    why = [words.HINDRANCES[found] for found in tracks.hindrances(project.standing, track, to)]
    if why:
        raise NotAllowed(why)
    why = [_("Còn thiếu: %(document)s.") % {"document": paper.document} for paper in lacking]
    why += unanswered(project, track, to)
    if tracks.needs_reason(project.standing, track, to) and not reason:
        why.append(_("Bước này cần ghi lý do."))
    if why:
        raise NotAllowed(why)


def _write(project: Project, track: Track, to: str, *, paused_from: str, phase: str) -> None:
    setattr(project, track.value, to)
    project.paused_from, project.phase = paused_from, phase
    project.revision += 1
    project.save(update_fields=[track.value, "paused_from", "phase", "revision", "changed_at"])


def _kept_step(
    project: Project,
    track: Track,
    from_state: str,
    *,
    on: dt.date,
    reason: str,
    document: WorkDocument | None,
    waived: list[gates.Paper],
) -> StageStep:
    actor = current_actor()
    made: StageStep = StageStep.objects.create(
        project=project,
        track=track.value,
        from_state=from_state,
        to_state=getattr(project, track.value),
        on=on,
        document=document,
        reason=reason,
        waived=[{"document": paper.document, "source": paper.source} for paper in waived],
        by_id=actor.user_id,
        by_name=actor.name,
    )
    return made


def missing_papers(project: Project, track: Track, to: str) -> list[gates.Paper]:
    """The papers this move still asks for. Two queries."""
    rows = Gate.objects.filter(kind=project.kind, track=track.value, to_state=to, is_active=True).order_by("order", "pk")
    return gates.missing([paper_of(row) for row in rows], held_by(project))


def paper_of(gate: Gate) -> gates.Paper:
    """A gate as the rules see it."""
    return gates.Paper(gate.pk, str(gate), gate.legal_source, gate.is_checked, gate.is_required)


def held_by(project: Project) -> list[gates.Held]:
    """The papers a work has."""
    columns = ("gate_id", "number", "issued_on", "file_id", "reference")
    rows = WorkDocument.objects.filter(project=project).values_list(*columns)
    return [gates.Held(gate, number, bool(day), bool(file), bool(where)) for gate, number, day, file, where in rows]


@transaction.atomic
def add_document(document: WorkDocument) -> WorkDocument:
    """Keep a paper of a work."""
    document.added_by_id = current_actor().user_id
    document.save()
    record("work.document", document.project, after=papered(document, PAPER))
    return document


def standing_words(project: Project) -> dict[str, str]:
    """Where a work stands on every track, in words."""
    at = asdict(project.standing)
    return {track.value: str(words.label(words.STATES[track], str(at[track.value]))) for track in Track}
