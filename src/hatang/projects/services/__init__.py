"""Writing works. Every write is one transaction and leaves its events."""

from __future__ import annotations

from hatang.projects.services.contracts import (
    add_line,
    close_defect,
    fix_defect,
    open_defect,
    record_acceptance,
    remove_line,
    vary,
    write_contract,
)
from hatang.projects.services.handing import hand_over, warranty_until
from hatang.projects.services.many import Written, change_many, propose_many
from hatang.projects.services.needs import change_need, close_need, propose_need, score
from hatang.projects.services.progress import (
    add_milestone,
    add_photo,
    close_obstacle,
    noon,
    open_obstacle,
    place_photo,
    reach,
    remedy,
    remove_photo,
    reopen_obstacle,
    report,
    revise,
)
from hatang.projects.services.shipped import adopt_criteria, adopt_gates, change_criterion, change_gate
from hatang.projects.services.steps import add_document, missing_papers, step
from hatang.projects.services.trail import ChangedMeanwhile, NotAllowed
from hatang.projects.services.views import drop_view, keep_view
from hatang.projects.services.works import (
    add_effect,
    add_output,
    change,
    company_named,
    propose,
    remove_effect,
    remove_output,
)

__all__ = [
    "ChangedMeanwhile",
    "NotAllowed",
    "Written",
    "add_document",
    "add_effect",
    "add_line",
    "add_milestone",
    "add_output",
    "add_photo",
    "adopt_criteria",
    "adopt_gates",
    "change",
    "change_criterion",
    "change_gate",
    "change_many",
    "change_need",
    "close_defect",
    "close_need",
    "close_obstacle",
    "company_named",
    "drop_view",
    "fix_defect",
    "hand_over",
    "keep_view",
    "missing_papers",
    "noon",
    "open_defect",
    "open_obstacle",
    "place_photo",
    "propose",
    "propose_many",
    "propose_need",
    "reach",
    "record_acceptance",
    "remedy",
    "remove_effect",
    "remove_line",
    "remove_output",
    "remove_photo",
    "reopen_obstacle",
    "report",
    "revise",
    "score",
    "step",
    "vary",
    "warranty_until",
    "write_contract",
]
