"""What people fill in about money."""

from __future__ import annotations

from hatang.projects.money.forms.asking import AskForm
from hatang.projects.money.forms.entries import AllocationForm, DisbursementForm, ReverseForm, SettlementForm, TransferForm
from hatang.projects.money.forms.planning import CapitalForm, MonthsForm, SharesForm, SourceForm, ThresholdForm, UploadForm

__all__ = [
    "AllocationForm",
    "AskForm",
    "CapitalForm",
    "DisbursementForm",
    "MonthsForm",
    "ReverseForm",
    "SettlementForm",
    "SharesForm",
    "SourceForm",
    "ThresholdForm",
    "TransferForm",
    "UploadForm",
]
