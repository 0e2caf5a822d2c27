"""What villages ask for: proposing, weighing, and what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from hatang.core.audit import current_actor, record
from hatang.projects.models import Criterion, Need, NeedScore, Project
from hatang.projects.rules.scoring import Weighed, total
from hatang.projects.services.shipped import adopt_criteria
from hatang.projects.services.trail import ChangedMeanwhile, NotAllowed, changes, folded, kept, placed

KEPT = (
    "village_id", "sector", "name", "reason", "households", "poor_households", "land_ready", "contribution", "estimated_cost",
    "indicator_code", "gap_closed", "minutes_id", "geometry", "proposed_on",
)  # fmt: skip
WAITING = {Need.State.OPEN, Need.State.SCORED}


@transaction.atomic
def propose_need(need: Need) -> Need:
    """Write down what a village asks for."""
    adopt_criteria()
    _prepare(need)
    need.proposed_by_id = current_actor().user_id
    need.save()
    record("need.propose", need, after=kept(need, KEPT))
    return need


@transaction.atomic
def change_need(need: Need) -> Need:
    """Write a changed need; raises `ChangedMeanwhile` where somebody else was faster, `NotAllowed` once it is decided."""
    before: Need = Need.objects.select_for_update().get(pk=need.pk)
    _while_waiting(before)
    if before.revision != need.revision:
        raise ChangedMeanwhile
    _prepare(need)
    need.revision += 1
    need.save()
    old, new = changes(kept(before, KEPT), kept(need, KEPT))
    record("need.change", need, before=old, after=new)
    return need


def _prepare(need: Need) -> None:
    need.folded_name = folded(need.name, 200)
    placed(need)


def _while_waiting(need: Need) -> None:
    if need.state not in WAITING:
        raise NotAllowed([_("Nhu cầu này đã có quyết định, không sửa được nữa.")])


@transaction.atomic
def score(need: Need, points: Mapping[int, Decimal], notes: Mapping[int, str] | None = None) -> Need:
    """Give a need its points, by the pk of each criterion; the score follows once every criterion has some."""
    _while_waiting(need)
    criteria = list(Criterion.objects.filter(is_active=True))
    wrong = [row for row in criteria if not 0 <= points.get(row.pk, Decimal(0)) <= row.max_points]
    if wrong:
        raise NotAllowed(
            _("“%(name)s” cho từ 0 đến %(most)d điểm.") % {"name": row.name, "most": row.max_points} for row in wrong
        )
    for row in criteria:
        if row.pk in points:
            given = {"points": points[row.pk], "note": (notes or {}).get(row.pk, "")}
            NeedScore.objects.update_or_create(need=need, criterion=row, defaults=given)
    before = need.score
    need.score = total([Weighed(row.pk, row.max_points, row.weight) for row in criteria], points)
    need.state = Need.State.OPEN if need.score is None else Need.State.SCORED
    need.save(update_fields=["score", "state", "changed_at"])
    after = {"score": need.score, "points": {row.code: points[row.pk] for row in criteria if row.pk in points}}
    record("need.score", need, before={"score": before}, after=after)
    return need


@transaction.atomic
def close_need(need: Need, state: str, *, reason: str, project: Project | None = None) -> Need:
    """End a need: declined or withdrawn with a reason, or taken into a work."""
    _while_waiting(need)
    before = need.state
    need.state, need.decision_reason, need.project = Need.State(state), reason, project
    need.save(update_fields=["state", "decision_reason", "project", "changed_at"])
    after = {"state": need.state, "project": project.pk if project else None}
    record(f"need.{need.state}", need, before={"state": before}, after=after, reason=reason)
    return need
