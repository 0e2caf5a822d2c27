"""What the pages of one work show, each with a bounded number of queries."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import QuerySet

from hatang.core.models import AuditEvent
from hatang.projects.models import (
    AcceptanceRecord,
    Contract,
    Defect,
    Effect,
    Gate,
    MilestoneRevision,
    Obstacle,
    Output,
    ProgressReport,
    Project,
    StageStep,
    WorkDocument,
    WorkMilestone,
    WorkPhoto,
    WorksSettings,
)
from hatang.projects.rules import tracks
from hatang.projects.rules.lateness import Lateness, Point, lateness, silent_days
from hatang.projects.rules.states import Hindrance, Kind, Phase, Stage, Track
from hatang.projects.selectors.works import grace

PHOTOS = 8
ENDS = {"cancelled", "declined"}  # what an end asks for is missed by nobody before it comes
UNUSED = {Kind.REQUEST: set(Track) - {Track.STAGE, Track.REQUEST}}


@dataclass(frozen=True, slots=True)
class Move:
    """A move a person may think of: where to, what stands in the way (papers aside), and whether leaders decide it."""

    track: Track
    to: str
    hindrances: tuple[Hindrance, ...]
    decided: bool


@dataclass(frozen=True, slots=True)
class TrackView:
    """One track of a work: where it stands and where it may go."""

    track: Track
    state: str
    moves: tuple[Move, ...]


def track_views(project: Project) -> list[TrackView]:
    """The tracks this kind of work has. No query."""
    at = project.standing
    hidden = UNUSED.get(at.kind, {Track.REQUEST})
    return [TrackView(track, str(getattr(at, track.value)), _moves(project, track)) for track in Track if track not in hidden]


def _moves(project: Project, track: Track) -> tuple[Move, ...]:
    at = project.standing
    found = (
        Move(track, to, tuple(tracks.hindrances(at, track, to)), tracks.decided(at, track, to)) for to in tracks.moves(at, track)
    )
    return tuple(move for move in found if Hindrance.RESUMES_ELSEWHERE not in move.hindrances)


def milestones_of(project: Project) -> list[WorkMilestone]:
    """The dates on the way, in their order."""
    return list(WorkMilestone.objects.filter(project=project).order_by("planned_on", "order", "pk"))


def revisions_of(project: Project) -> QuerySet[MilestoneRevision]:
    """How dates were moved and why, newest first."""
    rows: QuerySet[MilestoneRevision] = MilestoneRevision.objects.filter(milestone__project=project)
    return rows.select_related("milestone").order_by("-at", "-pk")


def point_of(milestone: WorkMilestone) -> Point:
    """A milestone as the rules see it."""
    return Point(milestone.name, milestone.baseline_on, milestone.planned_on, milestone.actual_on, milestone.percent)


def lateness_of(
    project: Project, milestones: list[WorkMilestone], today: dt.date, lines: WorksSettings | None = None
) -> Lateness | None:
    """How the work keeps its dates; None for one that was stopped. One query where the commune's `lines` are not given."""
    if project.stage in {Stage.PAUSED, Stage.CANCELLED, Stage.CLOSED}:
        return None
    return lateness([point_of(row) for row in milestones], today, grace=lines.late_after_days if lines else grace())


def silent_for(project: Project, today: dt.date, lines: WorksSettings) -> int | None:
    """How many days nobody reported of a work that is being built, once they are too many. No query."""
    if project.phase != Phase.UNDER_CONSTRUCTION:
        return None
    return silent_days(project.reported_on, today, allowed=lines.silent_after_days)


def reports_of(project: Project) -> list[ProgressReport]:
    """The reports that count, newest first."""
    return list(ProgressReport.objects.filter(project=project, is_current=True).order_by("-on", "-pk"))


def photos_of(project: Project, limit: int | None = PHOTOS) -> list[WorkPhoto]:
    """The newest pictures."""
    rows = WorkPhoto.objects.filter(project=project).select_related("file").order_by("-taken_at", "-added_at", "-pk")
    return list(rows[:limit])


def open_obstacles(project: Project) -> list[Obstacle]:
    """What holds the work up now, the most pressing first."""
    rows = Obstacle.objects.filter(project=project).exclude(state=Obstacle.State.CLOSED).select_related("owner")
    return sorted(rows, key=lambda row: (row.due_on or dt.date.max, row.pk))


def obstacles_of(project: Project) -> list[Obstacle]:
    """Every obstacle, those open first."""
    rows = Obstacle.objects.filter(project=project).select_related("owner", "remedied_by", "closed_by")
    return sorted(rows, key=lambda row: (row.state == Obstacle.State.CLOSED, row.due_on or dt.date.max, row.pk))


def effects_of(project: Project) -> list[Effect]:
    """What the work moves."""
    return list(Effect.objects.filter(project=project).select_related("village").order_by("pk"))


def outputs_of(project: Project) -> list[Output]:
    """What the work leaves behind."""
    return list(Output.objects.filter(project=project).select_related("asset", "village", "made").order_by("pk"))


def contracts_of(project: Project) -> list[Contract]:
    """The contracts of a work, with their lines and variations. Three queries."""
    rows = Contract.objects.filter(project=project).select_related("company").prefetch_related("lines", "variations")
    return list(rows.order_by("signed_on", "pk"))


def acceptances_of(project: Project) -> list[AcceptanceRecord]:
    """The minutes of acceptances, newest first."""
    return list(AcceptanceRecord.objects.filter(project=project).select_related("contract", "file").order_by("-on", "-pk"))


def defects_of(project: Project) -> list[Defect]:
    """Faults found under warranty, those open first."""
    rows = Defect.objects.filter(project=project).select_related("contract")
    return sorted(rows, key=lambda row: (row.state == Defect.State.CLOSED, row.due_on or dt.date.max, row.pk))


def documents_of(project: Project) -> list[WorkDocument]:
    """The papers of a work, newest first."""
    rows = WorkDocument.objects.filter(project=project).select_related("gate", "file")
    return list(rows.order_by("-issued_on", "-pk"))


def gates_of(project: Project) -> list[tuple[Gate, list[WorkDocument]]]:
    """Every gate of this kind of work with the papers that are there. Two queries."""
    gates = sorted(Gate.objects.filter(kind=project.kind, is_active=True), key=lambda gate: (gate.order, gate.pk))
    papers: dict[int | None, list[WorkDocument]] = {}
    for document in WorkDocument.objects.filter(project=project, gate__isnull=False).select_related("file"):
        papers.setdefault(document.gate_id, []).append(document)
    return [(gate, papers.get(gate.pk, [])) for gate in gates if gate.to_state not in ENDS or papers.get(gate.pk)]


def steps_of(project: Project) -> list[StageStep]:
    """How the work moved, newest first."""
    return list(StageStep.objects.filter(project=project).select_related("document").order_by("-at", "-pk"))


def story_of(project: Project) -> list[AuditEvent]:
    """What was done to a work, newest first; the last twenty deeds."""
    found = AuditEvent.objects.filter(subject_type="projects.project", subject_id=str(project.pk)).order_by("-sequence")
    return list(found[:20])
