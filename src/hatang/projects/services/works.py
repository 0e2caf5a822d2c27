"""Proposing and describing works."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import transaction

from hatang.commune.models import Village
from hatang.core.audit import current_actor, record
from hatang.projects.models import Company, Effect, Output, Project, ProjectVillage
from hatang.projects.services.shipped import adopt_gates
from hatang.projects.services.trail import ChangedMeanwhile, changes, folded, kept, placed

KEPT = (
    "name", "code", "national_code", "kind", "sector", "group", "purpose", "place", "asset_id", "quantity", "unit", "task_id",
    "investor", "lead_unit_id", "contractor_id", "supervisor_id", "operator_id", "total_investment", "start_year", "end_year",
    "note", "geometry",
)  # fmt: skip
OUTPUT = ("asset_id", "asset_kind", "name", "village_id", "attributes", "length_m", "geometry")


@transaction.atomic
def propose(project: Project, villages: Collection[Village] = ()) -> Project:
    """Write down a new work; it stands at the start of every track."""
    adopt_gates()
    _prepare(project)
    project.created_by_id = current_actor().user_id
    project.save()
    _set_villages(project, villages)
    record("work.propose", project, after={**kept(project, KEPT), "villages": sorted(village.pk for village in villages)})
    return project


@transaction.atomic
def change(project: Project, villages: Collection[Village] | None = None, *, reason: str = "") -> Project:
    """Write a changed work; `villages` None leaves them as they are. Its tracks move by `steps.step` alone.

    Raises:
        ChangedMeanwhile: it was changed by somebody else since `project` was read.
    """
    before: Project = Project.objects.select_for_update().get(pk=project.pk)
    if before.revision != project.revision:
        raise ChangedMeanwhile
    old, new = {**kept(before, KEPT)}, {}
    _prepare(project)
    project.revision += 1
    project.save(update_fields=[*KEPT_COLUMNS, *FOLLOWING, "revision", "changed_at"])
    if villages is not None:
        old["villages"] = sorted(ProjectVillage.objects.filter(project=project).values_list("village_id", flat=True))
        new["villages"] = sorted(village.pk for village in villages)
        _set_villages(project, villages)
    old, new = changes(old, {**kept(project, KEPT), **new})
    record("work.change", project, before=old, after=new, reason=reason)
    return project


KEPT_COLUMNS = tuple(name.removesuffix("_id") for name in KEPT)
FOLLOWING = ("folded_name", "west", "south", "east", "north", "measured_length_m", "measured_area_m2")


def _prepare(project: Project) -> None:
    project.folded_name = folded(project.name, 300)
    placed(project)


def _set_villages(project: Project, villages: Collection[Village]) -> None:
    wanted = {village.pk for village in villages}
    there = set(ProjectVillage.objects.filter(project=project).values_list("village_id", flat=True))
    ProjectVillage.objects.filter(project=project, village_id__in=there - wanted).delete()
    ProjectVillage.objects.bulk_create(ProjectVillage(project=project, village_id=pk) for pk in sorted(wanted - there))


@transaction.atomic
def add_effect(effect: Effect) -> Effect:
    """Say which indicator the work moves, and by how much."""
    effect.save()
    record("work.effect", effect.project, after=kept(effect, ("indicator_code", "village_id", "amount", "unit", "year")))
    return effect


@transaction.atomic
def remove_effect(effect: Effect) -> None:
    """Take an effect back."""
    record("work.effect_remove", effect.project, before=kept(effect, ("indicator_code", "village_id", "amount")))
    effect.delete()


@transaction.atomic
def add_output(output: Output) -> Output:
    """Say what the work will leave behind in the inventory."""
    placed(output)
    output.save()
    record("work.output", output.project, after=kept(output, OUTPUT))
    return output


@transaction.atomic
def remove_output(output: Output) -> None:
    """Take back something declared that is not in the inventory yet."""
    if output.made_id is None:
        record("work.output_remove", output.project, before=kept(output, OUTPUT))
        output.delete()


@transaction.atomic
def company_named(name: str, **about: Any) -> Company:
    """The company of that name, written down if it is new."""
    clean = " ".join(name.split())[:200]
    found: Company | None = Company.objects.filter(folded_name=folded(clean, 200)).first()
    if found:
        return found
    company = Company(name=clean, folded_name=folded(clean, 200), **about)
    company.save()
    record("company.add", company, after={"name": clean})
    return company
