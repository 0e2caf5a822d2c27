"""Writing plans: from an uploaded file, through review, to the plan in force. Each is one transaction with its events."""

from __future__ import annotations

from hatang.plans.services.confirming import NotReady, confirm
from hatang.plans.services.importing import abandon, import_file, read_again, read_import, start_import
from hatang.plans.services.reviewing import (
    NotInReview,
    accept,
    accept_rest,
    add,
    change_head,
    choose_replaced,
    drop,
    edit,
    merge,
    restore,
    split,
)

__all__ = [
    "NotInReview",
    "NotReady",
    "abandon",
    "accept",
    "accept_rest",
    "add",
    "change_head",
    "choose_replaced",
    "confirm",
    "drop",
    "edit",
    "import_file",
    "merge",
    "read_again",
    "read_import",
    "restore",
    "split",
    "start_import",
]
