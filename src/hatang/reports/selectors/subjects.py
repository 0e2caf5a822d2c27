"""What a thematic report can be about: the sectors, the villages and the works of the commune in scope."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from django.utils.translation import override

from hatang.commune.models import Village
from hatang.commune.selectors import villages
from hatang.core.sectors import Sector
from hatang.projects.models import Project
from hatang.reports.rules.subjects import About, Subject, parse


def subjects() -> dict[About, Sequence[Subject]]:
    """Everything a report can be about, in the order people look for it. Two queries."""
    works = Project.objects.order_by("folded_name", "pk").values_list("pk", "name")
    return {
        About.SECTOR: [Subject(About.SECTOR, str(code), str(name)) for code, name in Sector.choices],
        About.VILLAGE: [Subject(About.VILLAGE, str(village.pk), village.name) for village in villages()],
        About.WORK: [Subject(About.WORK, str(pk), name) for pk, name in works],
    }


def subject_of(code: str) -> Subject | None:
    """A subject with its name of now, as documents write it; None where the commune has no such thing. At most one query.

    Raises:
        NotASubject: the code is none.
    """
    found = parse(code)
    with override("vi"):
        name = _name(found)
    return replace(found, name=name) if name else None


def _name(subject: Subject) -> str:
    if subject.about == About.SECTOR:
        return str(Sector(subject.key).label) if subject.key in Sector.values else ""
    rows = Village.objects if subject.about == About.VILLAGE else Project.objects
    return str(rows.filter(pk=subject.pk).values_list("name", flat=True).first() or "")
