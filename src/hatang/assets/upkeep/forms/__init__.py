"""What people fill in about upkeep."""

from __future__ import annotations

from hatang.assets.upkeep.forms.assessing import AssessmentForm, DecisionForm
from hatang.assets.upkeep.forms.tickets import (
    AssignForm,
    CheckForm,
    CloseForm,
    FaultForm,
    FixForm,
    ReopenForm,
    TicketFilter,
)

__all__ = [
    "AssessmentForm",
    "AssignForm",
    "CheckForm",
    "CloseForm",
    "DecisionForm",
    "FaultForm",
    "FixForm",
    "ReopenForm",
    "TicketFilter",
]
