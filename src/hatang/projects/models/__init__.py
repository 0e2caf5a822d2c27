"""Works and what is kept beside them: tracks, progress, contracts, money, gifts, judgements."""

from __future__ import annotations

from hatang.projects.models.company import Company
from hatang.projects.models.contract import (
    AcceptanceRecord,
    AcceptedQuantity,
    BoqLine,
    Contract,
    Defect,
    Variation,
    VariedQuantity,
)
from hatang.projects.models.giving import Contribution, GiftKind, UnitPrice
from hatang.projects.models.judging import OverlapOverride, SavedView, WorksSettings
from hatang.projects.models.money import (
    Allocation,
    Disbursement,
    FundingSource,
    KeptSums,
    PlannedDisbursement,
    SettledAmount,
    Transfer,
    YearCapital,
)
from hatang.projects.models.need import Criterion, Need, NeedScore
from hatang.projects.models.progress import MilestoneRevision, Obstacle, ProgressReport, WorkMilestone, WorkPhoto
from hatang.projects.models.step import Gate, StageStep, WorkDocument
from hatang.projects.models.upload import WorksUpload
from hatang.projects.models.work import Effect, Output, Project, ProjectVillage

__all__ = [
    "AcceptanceRecord",
    "AcceptedQuantity",
    "Allocation",
    "BoqLine",
    "Company",
    "Contract",
    "Contribution",
    "Criterion",
    "Defect",
    "Disbursement",
    "Effect",
    "FundingSource",
    "Gate",
    "GiftKind",
    "KeptSums",
    "MilestoneRevision",
    "Need",
    "NeedScore",
    "Obstacle",
    "Output",
    "OverlapOverride",
    "PlannedDisbursement",
    "ProgressReport",
    "Project",
    "ProjectVillage",
    "SavedView",
    "SettledAmount",
    "StageStep",
    "Transfer",
    "UnitPrice",
    "Variation",
    "VariedQuantity",
    "WorkDocument",
    "WorkMilestone",
    "WorkPhoto",
    "WorksSettings",
    "WorksUpload",
    "YearCapital",
]
