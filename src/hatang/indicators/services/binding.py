"""Tying targets of the plan to the indicators that measure them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any, BinaryIO

from django.db import transaction

from hatang.core import files
from hatang.core.audit import current_actor, record
from hatang.indicators.catalogue import catalogue
from hatang.indicators.models import Indicator, TargetBinding
from hatang.indicators.rules.matching import propose
from hatang.indicators.services.catalogue import adopt_catalogue
from hatang.indicators.services.inheriting import earlier_bindings, key_of, take_over
from hatang.indicators.services.paths import propose_milestones
from hatang.plans.models import Plan, Target

ASKED = ("indicator_id", "comparator", "value", "value_max", "year", "aspirational")


@transaction.atomic
def bind(
    target: Target,
    indicator: Indicator,
    *,
    comparator: str,
    value: Decimal | None,
    value_max: Decimal | None,
    year: int,
    aspirational: bool,
) -> TargetBinding:
    """Tie a target to an indicator, or change what it is tied to and what is asked. Milestones are proposed in a straight line,
    and anew when what is asked changes."""
    binding: TargetBinding | None = TargetBinding.objects.select_for_update().filter(target=target).first()
    before = _asked(binding) if binding else {}
    binding = binding or TargetBinding(target=target, bound_by_id=current_actor().user_id)
    binding.target, binding.indicator = target, indicator
    binding.comparator, binding.value, binding.value_max = comparator, value, value_max
    binding.year, binding.aspirational = year, aspirational
    after = _asked(binding)
    if before == after:
        return binding
    binding.save()
    record("target.bind", binding, before=before, after={"target": target.subject, **after})
    propose_milestones(binding)
    return binding


@transaction.atomic
def bind_proposed(plan: Plan) -> list[TargetBinding]:
    """Tie every target of a plan that is not tied yet: as the version it replaces had it, else to what the catalogue proposes.

    Indicators of the catalogue are taken over where needed; targets for which it has nothing stay free.
    """
    free = list(Target.objects.filter(plan=plan, binding__isnull=True).order_by("order"))
    earlier = earlier_bindings(plan)
    old = [target for target in free if key_of(target) in earlier]
    inherited = [_inherited(target, earlier[key_of(target)], plan) for target in old]
    return [*inherited, *_by_catalogue([target for target in free if key_of(target) not in earlier], plan)]


def _inherited(target: Target, earlier: TargetBinding, plan: Plan) -> TargetBinding:
    return take_over(_as_asked(target, earlier.indicator, plan), earlier)


def _by_catalogue(free: list[Target], plan: Plan) -> list[TargetBinding]:
    codes = {target.pk: proposal_for(target) for target in free}
    indicators = {row.code: row for row in adopt_catalogue({code for code in codes.values() if code})}
    return [_as_asked(target, indicators[codes[target.pk]], plan) for target in free if codes[target.pk]]


def proposal_for(target: Target) -> str:
    """The code of the catalogue's indicator for a target; empty where none fits."""
    known = {code: (entry.sector, entry.pattern) for code, entry in catalogue().items()}
    return propose(target.subject, target.sector, known)


def indicator_with(code: str) -> Indicator | None:
    """The commune's own copy of an indicator of the catalogue; None where it has none."""
    found: Indicator | None = Indicator.objects.filter(code=code).first() if code else None
    return found


def _as_asked(target: Target, indicator: Indicator, plan: Plan) -> TargetBinding:
    return bind(
        target,
        indicator,
        comparator=target.comparator,
        value=target.value,
        value_max=target.value_max,
        year=target.year or plan.period_end or plan.confirmed_at.year,
        aspirational=target.aspirational,
    )


@transaction.atomic
def set_proof(
    binding: TargetBinding, *, reference: str, on: dt.date | None, upload: BinaryIO | None = None, name: str = ""
) -> TargetBinding:
    """Keep the document that proves a kept state: its number and symbol, its day, and its file where one is sent.

    Raises:
        RefusedFile: a file that cannot be taken.
    """
    before = _proof(binding)
    binding.proof_reference, binding.proof_on = reference, on
    if upload is not None:
        binding.proof = files.store(upload, name)
    binding.save(update_fields=["proof", "proof_reference", "proof_on"])
    record("target.proof", binding, before=before, after=_proof(binding))
    return binding


def _asked(binding: TargetBinding) -> dict[str, Any]:
    return {name: getattr(binding, name) for name in ASKED}


def _proof(binding: TargetBinding) -> dict[str, Any]:
    return {"proof": binding.proof_id, "reference": binding.proof_reference, "on": binding.proof_on}
