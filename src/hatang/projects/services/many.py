"""Writing many works at once: the same rows and the same trail as one after the other, in few queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from hatang.core.audit import Deed, current_actor, record_all
from hatang.projects.models import Project, ProjectVillage
from hatang.projects.services.shipped import adopt_gates
from hatang.projects.services.trail import changes, folded, kept
from hatang.projects.services.works import KEPT

BATCH = 100


@dataclass(frozen=True, slots=True)
class Written:
    """What is to be written of a work, by its columns; `villages` None leaves them as they are."""

    project: Project
    values: Mapping[str, Any] = field(default_factory=dict)
    villages: Collection[int] | None = None


@transaction.atomic
def propose_many(works: Sequence[Written], *, reason: str = "") -> None:
    """Write new works down; they stand at the start of every track."""
    if not works:
        return
    adopt_gates()
    for one in works:
        _fill(one)
        one.project.created_by_id = current_actor().user_id
    Project.objects.bulk_create([one.project for one in works], batch_size=BATCH)
    ProjectVillage.objects.bulk_create(
        [ProjectVillage(project=one.project, village_id=pk) for one in works for pk in sorted(one.villages or ())]
    )
    record_all(Deed("work.propose", one.project, after=_as_proposed(one), reason=reason) for one in works)


def _as_proposed(one: Written) -> dict[str, Any]:
    return {**kept(one.project, KEPT), "villages": sorted(one.villages or ())}


@transaction.atomic
def change_many(works: Sequence[Written], *, reason: str = "") -> None:
    """Write changed works. Whoever asks holds their rows locked, as they are read here; no shape and no track is changed."""
    if not works:
        return
    there = _villages_of([one.project.pk for one in works])
    deeds = [_changed(one, there[one.project.pk], reason) for one in works]
    columns = {name for one in works for name in one.values}
    if columns:
        told = sorted(columns | ({"folded_name"} if "name" in columns else set()))
        Project.objects.bulk_update([one.project for one in works], told, batch_size=BATCH)
    written = Project.objects.filter(pk__in=[one.project.pk for one in works])
    written.update(revision=F("revision") + 1, changed_at=timezone.now())
    _set_villages(works, there)
    record_all(deeds)


def _changed(one: Written, villages: Collection[int], reason: str) -> Deed:
    """The work filled in, and the deed that tells of it."""
    before = kept(one.project, one.values)
    _fill(one)
    after = kept(one.project, one.values)
    if one.villages is not None:
        before["villages"], after["villages"] = sorted(villages), sorted(one.villages)
    old, new = changes(before, after)
    return Deed("work.change", one.project, before=old, after=new, reason=reason)


def _fill(one: Written) -> None:
    for name, value in one.values.items():
        setattr(one.project, name, value)
    one.project.folded_name = folded(one.project.name, 300)


def _villages_of(works: Sequence[int]) -> dict[int, dict[int, int]]:
    """The villages of works, each with the key of its row."""
    found: dict[int, dict[int, int]] = defaultdict(dict)
    rows = ProjectVillage.objects.filter(project__in=works).values_list("project_id", "village_id", "pk")
    for project, village, pk in rows:
        found[project][village] = pk
    return found


def _set_villages(works: Sequence[Written], there: Mapping[int, Mapping[int, int]]) -> None:
    """The villages that were taken off and put on; the shares of those that stay are not touched."""
    told = [(one.project, set(one.villages), there[one.project.pk]) for one in works if one.villages is not None]
    gone = [pk for _project, wanted, known in told for village, pk in known.items() if village not in wanted]
    ProjectVillage.objects.filter(pk__in=gone).delete()
    ProjectVillage.objects.bulk_create(
        [ProjectVillage(project=project, village_id=pk) for project, wanted, known in told for pk in sorted(wanted - set(known))]
    )
