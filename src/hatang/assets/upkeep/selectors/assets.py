"""What upkeep knows of one asset, and the assets a person may report a fault of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from hatang.assets.models import Assessment, Asset, Decision, Ticket, UpkeepPhoto
from hatang.assets.selectors import Filter, first_of, rows
from hatang.assets.upkeep.rules import downtime
from hatang.assets.upkeep.rules.reach import WATCHERS, Person
from hatang.assets.upkeep.rules.tickets import broken_times
from hatang.assets.upkeep.services.tickets import step_of
from hatang.commune.roles import Role

MOST = 10
OFFERED = 20  # what a phone shows without tiring the thumb


@dataclass(frozen=True, slots=True)
class Panel:
    """The upkeep of one asset: newest first, at most ten of each. Days are those it did not work at all."""

    tickets: Sequence[Ticket]
    ticket_count: int
    assessments: Sequence[Assessment]
    photos: Mapping[int, Sequence[int]]
    decisions: Sequence[Decision]
    days_down: int
    days_by_year: Mapping[int, int]


def panel_of(asset: Asset, *, today: dt.date) -> Panel:
    """What upkeep knows of an asset. Five queries, however long its history."""
    tickets = list(Ticket.objects.filter(asset=asset).select_related("unit").prefetch_related("steps").order_by("-pk"))
    times = [time for ticket in tickets if ticket.effect == Ticket.Effect.NOT_WORKING for time in times_of(ticket)]
    assessments = list(Assessment.objects.filter(asset=asset).order_by("-on", "-pk")[:MOST])
    return Panel(
        tickets=tickets[:MOST],
        ticket_count=len(tickets),
        assessments=assessments,
        photos=_photos(asset),
        decisions=list(Decision.objects.filter(asset=asset).order_by("-pk")[:MOST]),
        days_down=downtime.days(times, today=today),
        days_by_year=downtime.days_by_year(times, today=today),
    )


def times_of(ticket: Ticket) -> list[downtime.Time]:
    """When a ticket whose steps were fetched was broken."""
    return broken_times([step_of(step) for step in sorted(ticket.steps.all(), key=lambda step: step.pk)])


def _photos(asset: Asset) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    rows = UpkeepPhoto.objects.filter(assessment__asset=asset).order_by("pk").values_list("assessment_id", "pk")
    for assessment, photo in rows:
        found.setdefault(assessment, []).append(photo)
    return found


def reportable(person: Person, words: str) -> list[Asset]:
    """The assets a person may report a fault of, by name; those with all the words, at most twenty."""
    found: QuerySet[Asset] = rows(Filter(words=words))
    if person.role == Role.VILLAGE_HEAD:
        found = found.filter(village=person.village) if person.village else found.none()
    elif person.role not in WATCHERS and person.role != Role.COORDINATOR and person.sectors:
        found = found.filter(sector__in=list(person.sectors))
    return first_of(found, OFFERED)
