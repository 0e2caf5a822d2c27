"""What the plans domain keeps: documents, plans as confirmed, and imports on their way there."""

from __future__ import annotations

from hatang.plans.models.document import DocumentReference, OfficialDocument
from hatang.plans.models.importing import PlanImport, ReviewItem
from hatang.plans.models.plan import Assignment, Plan, PlanItem, Schedule, Target, Task, TaskQuantity

__all__ = [
    "Assignment",
    "DocumentReference",
    "OfficialDocument",
    "Plan",
    "PlanImport",
    "PlanItem",
    "ReviewItem",
    "Schedule",
    "Target",
    "Task",
    "TaskQuantity",
]
