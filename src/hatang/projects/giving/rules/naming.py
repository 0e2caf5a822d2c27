"""Who may read a giver's name: anybody once the giver agreed and did not take it back; else only those with the permission, a
village head of the own village alone."""

from __future__ import annotations

import datetime as dt


def is_public(agreed_on: dt.date | None, withdrawn_on: dt.date | None) -> bool:
    """Whether the giver agreed to be named and has not taken it back."""
    return agreed_on is not None and withdrawn_on is None


def may_read(village: int | None, *, sees_givers: bool, head_of: int | None, is_head: bool) -> bool:
    """Whether a person may read a private name of a gift from `village`; a head (`is_head`) only of the village `head_of`."""
    if not sees_givers:
        return False
    return not is_head or (village is not None and village == head_of)
