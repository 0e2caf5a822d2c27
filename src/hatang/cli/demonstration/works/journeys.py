"""How far each work came: the moves, on which days, and the papers they rest on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from hatang.cli.demonstration.people import Cast
from hatang.commune.models import User
from hatang.core.audit import record
from hatang.projects import services
from hatang.projects.models import Gate, Project, StageStep, WorkDocument
from hatang.projects.rules import tracks
from hatang.projects.rules.states import Track

PLAN = ("stage:in_plan",)
PREPARED = (*PLAN, "stage:preparation")
STARTED = (*PREPARED, "stage:under_way", "construction:started")
ADVANCED = (*STARTED, "payment:advanced")
PAYING = (*ADVANCED, "payment:paying")
BUILT = (*STARTED, "construction:finished")
ACCEPTED = (*PAYING, "construction:finished", "acceptance:accepted")
HANDED = (*ACCEPTED, "handover:done")
SETTLED = (*HANDED, "payment:paid", "settlement:submitted", "settlement:verified", "settlement:approved")
ASKED = ("stage:in_plan", "stage:under_way", "request:sent")
JOURNEYS: dict[str, Sequence[str]] = {
    "proposed": (), "in_plan": PLAN, "preparation": PREPARED, "advanced": ADVANCED, "paying": PAYING, "built": BUILT,
    "accepted": ACCEPTED, "handed": HANDED, "settled": SETTLED, "maintained": (*SETTLED, "maintenance:planned",
    "maintenance:running"),
    "paused": (*PREPARED, "stage:under_way", "stage:paused"), "cancelled": (*PLAN, "stage:cancelled"), "sent": ASKED,
    "promised": (*ASKED, "request:accepted"), "declined": (*ASKED, "request:declined"),
    "answered": (*ASKED, "request:accepted", "request:done"),
}  # fmt: skip
REASONS = {
    "stage:paused": "Chờ điều chỉnh thiết kế sau mưa lũ (minh họa).",
    "stage:cancelled": "Trùng với dự án giao thông của tỉnh trên cùng tuyến (minh họa).",
    "request:declined": "Nhà mạng trả lời chưa đủ số thuê bao để đặt trạm (minh họa).",
}


def spread(count: int, today: dt.date) -> list[dt.date]:
    """So many days from the start of the year, or of the last three months in January, until some days ago."""
    first = min(dt.date(today.year, 1, 8), today - dt.timedelta(days=90))
    whole = (today - first).days - 4
    return [first + dt.timedelta(days=whole * (at + 1) // (count + 1)) for at in range(count)]


def days_of(journey: str, today: dt.date) -> dict[str, dt.date]:
    """The day of each move of a journey."""
    moves = JOURNEYS[journey]
    return dict(zip(moves, spread(len(moves), today), strict=True))


def travel(work: Project, journey: str, people: Cast, today: dt.date) -> dict[str, dt.date]:
    """Take a work along its journey with the papers it asks for; the day of each move.

    Moves are written at once and one event tells of them; handing over goes through the service, which writes the inventory.
    """
    moves = JOURNEYS[journey]
    days = days_of(journey, today)
    at = moves.index("handover:done") if "handover:done" in moves else len(moves)
    if moves:
        with people.acting("dieuphoi"):
            _file(work, days)
        with people.acting("chutich") as leader:
            _go(work, moves[:at], days, leader)
            if moves[at:]:
                services.step(work, Track.HANDOVER, "done", on=days["handover:done"])
                work.refresh_from_db()
                _go(work, moves[at + 1 :], days, leader)
    return days


def _file(work: Project, days: dict[str, dt.date]) -> None:
    """Keep the papers of all its moves at once: one event says how many."""
    gates = [gate for gate in Gate.objects.filter(kind=work.kind, is_active=True) if f"{gate.track}:{gate.to_state}" in days]
    papers = [
        WorkDocument(
            project=work, gate=gate, title=f"{gate.document} (minh họa)"[:300], number=f"{number:02}/MH-{work.pk}",
            issued_on=days[f"{gate.track}:{gate.to_state}"], issuer="UBND xã (minh họa)",
        )
        for number, gate in enumerate(gates, start=1)
    ]  # fmt: skip
    WorkDocument.objects.bulk_create(papers)
    record("demonstration.papers", work, after={"count": len(papers)}, reason="Văn bản minh họa")


def _go(work: Project, moves: Sequence[str], days: dict[str, dt.date], leader: User) -> None:
    """Make moves the rules allow, one after the other."""
    steps = []
    for move in moves:
        track, to = Track(move.split(":")[0]), move.split(":")[1]
        at = work.standing
        if why := tracks.hindrances(at, track, to):
            raise ValueError(f"{work.name}: {move}: {why}")
        after = tracks.moved(at, track, to)
        steps.append(
            StageStep(project=work, track=track.value, from_state=getattr(work, track.value), to_state=to, on=days[move],
                      reason=REASONS.get(move, ""), by=leader, by_name=leader.get_full_name())
        )  # fmt: skip
        setattr(work, track.value, to)
        work.paused_from, work.phase = after.paused_from or "", tracks.phase(after)
        work.revision += 1
    if steps:
        StageStep.objects.bulk_create(steps)
        work.save()
        record("demonstration.steps", work, after={"moves": list(moves), "phase": work.phase}, reason="Các bước minh họa")
