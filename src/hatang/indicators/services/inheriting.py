"""What a new version of a plan takes over from the one it replaces: what measures a target, its path and its proof."""

from __future__ import annotations

from collections.abc import Mapping

from hatang.core.audit import record
from hatang.indicators.models import Milestone, TargetBinding
from hatang.plans.models import Plan, Target
from vanban.text.folding import fold_for_search

Key = tuple[str, str]


def earlier_bindings(plan: Plan) -> Mapping[Key, TargetBinding]:
    """The bindings of the plan that this one replaces, by what the target is about; none where it replaces nothing."""
    if plan.replaces_id is None:
        return {}
    rows = TargetBinding.objects.filter(target__plan=plan.replaces_id).select_related("target", "indicator")
    return {key_of(row.target): row for row in rows}


def key_of(target: Target) -> Key:
    """What a target is about, however it is accented or capitalised."""
    return target.sector, fold_for_search(target.subject)


def take_over(binding: TargetBinding, earlier: TargetBinding) -> TargetBinding:
    """Give a new binding the proof of the earlier one, and the milestones a person set where the same is asked."""
    binding.proof_id, binding.proof_reference, binding.proof_on = earlier.proof_id, earlier.proof_reference, earlier.proof_on
    keeps_path = earlier.path_is_set and (binding.goal, binding.year) == (earlier.goal, earlier.year)
    if keeps_path:
        binding.path_is_set = True
        Milestone.objects.filter(binding=binding).delete()
        Milestone.objects.bulk_create(_copied(row, binding) for row in Milestone.objects.filter(binding=earlier).order_by("year"))
    binding.save(update_fields=["proof", "proof_reference", "proof_on", "path_is_set"])
    record("target.inherit", binding, after={"from": earlier.pk, "milestones": keeps_path, "proof": earlier.proof_reference})
    return binding


def _copied(row: Milestone, binding: TargetBinding) -> Milestone:
    return Milestone(binding=binding, year=row.year, comparator=row.comparator, value=row.value, value_max=row.value_max)
