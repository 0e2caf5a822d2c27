"""Reading places, units and people."""

from __future__ import annotations

from hatang.commune.models import Membership, User
from hatang.core.tenancy import across_communes


def membership_of(user: User, chosen: int | None = None) -> Membership | None:
    """The membership a person works in: the `chosen` one where it is theirs, else their first; None without any."""
    with across_communes("tìm nơi làm việc của người đăng nhập"):
        rows = Membership.objects.select_related("commune__province", "unit").filter(user=user, is_active=True)
        found: Membership | None = (rows.filter(pk=chosen).first() if chosen else None) or rows.order_by("pk").first()
    return found
