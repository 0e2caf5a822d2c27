"""What every template may ask about where it is shown."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from hatang.commune.roles import Permission, allows


def commune(request: HttpRequest) -> dict[str, Any]:
    """`membership`, `commune` and `may` (the set of permission names the person has) for templates."""
    membership = getattr(request, "membership", None)
    if membership is None:
        return {"membership": None, "commune": None, "may": frozenset()}
    may = frozenset(permission.value for permission in Permission if allows(membership.role, permission))
    return {"membership": membership, "commune": membership.commune, "may": may}
