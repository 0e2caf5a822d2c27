"""The pages of plans: importing one, reviewing it, reading it."""

from __future__ import annotations

from hatang.plans.views.importing import abandon, choose_replaced, confirm, progress, read_again, show_import, upload
from hatang.plans.views.plans import download, plan, plans
from hatang.plans.views.review import accept_rest, add, edit, head, move, review, show_item

__all__ = [
    "abandon",
    "accept_rest",
    "add",
    "choose_replaced",
    "confirm",
    "download",
    "edit",
    "head",
    "move",
    "plan",
    "plans",
    "progress",
    "read_again",
    "review",
    "show_import",
    "show_item",
    "upload",
]
