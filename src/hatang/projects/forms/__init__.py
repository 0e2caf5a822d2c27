"""What people fill in about works."""

from __future__ import annotations

from hatang.projects.forms.accepting import QuantitiesForm
from hatang.projects.forms.contracts import AcceptanceForm, ContractForm, DefectForm, LineForm, VariationForm
from hatang.projects.forms.needs import CloseNeedForm, CriterionForm, NeedFilterForm, NeedForm, ScoreForm
from hatang.projects.forms.progress import (
    MilestoneForm,
    ObstacleForm,
    PhotoPlaceForm,
    ReachForm,
    RemedyForm,
    ReportForm,
    ReviseForm,
)
from hatang.projects.forms.steps import DocumentForm, EffectForm, GateForm, OutputForm, StepForm, asset_kinds, state_name
from hatang.projects.forms.works import FilterForm, SaveViewForm, WorkForm

__all__ = [
    "AcceptanceForm",
    "CloseNeedForm",
    "ContractForm",
    "CriterionForm",
    "DefectForm",
    "DocumentForm",
    "EffectForm",
    "FilterForm",
    "GateForm",
    "LineForm",
    "MilestoneForm",
    "NeedFilterForm",
    "NeedForm",
    "ObstacleForm",
    "OutputForm",
    "PhotoPlaceForm",
    "QuantitiesForm",
    "ReachForm",
    "RemedyForm",
    "ReportForm",
    "ReviseForm",
    "SaveViewForm",
    "ScoreForm",
    "StepForm",
    "VariationForm",
    "WorkForm",
    "asset_kinds",
    "state_name",
]
