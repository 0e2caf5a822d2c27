"""Reading plans and imports of the commune in scope. Each page asks one function here, with a bounded number of queries."""

from __future__ import annotations

from hatang.plans.selectors.imports import changes_of, counts_of, import_of, item_of, open_imports, review_of
from hatang.plans.selectors.plans import (
    overview_of,
    plan_of,
    plan_parts,
    plans_in_force,
    plans_of_commune,
    tasks_in,
    tasks_in_force,
)

__all__ = [
    "changes_of",
    "counts_of",
    "import_of",
    "item_of",
    "open_imports",
    "overview_of",
    "plan_of",
    "plan_parts",
    "plans_in_force",
    "plans_of_commune",
    "review_of",
    "tasks_in",
    "tasks_in_force",
]
