"""What people fill in about upkeep."""

from __future__ import annotations

from hatang.assets.upkeep.forms.assessing import AssessmentForm, DecisionForm
from hatang.assets.upkeep.forms.planning import AmendForm, ApproveForm, DoneForm, DraftForm, LineForm
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
    "AmendForm",
    "ApproveForm",
    "AssessmentForm",
    "AssignForm",
    "CheckForm",
    "CloseForm",
    "DecisionForm",
    "DoneForm",
    "DraftForm",
    "FaultForm",
    "FixForm",
    "LineForm",
    "ReopenForm",
    "TicketFilter",
]
