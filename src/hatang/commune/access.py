"""Who may: the one decorator every officer's view wears."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _

from hatang.commune.models import Membership
from hatang.commune.roles import Permission, allows

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


class MemberRequest(HttpRequest):
    """A request of somebody who belongs to the commune in scope."""

    membership: Membership


def permission_required(permission: Permission) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Let in only members whose role carries `permission`; others are told so (403), strangers asked to sign in."""

    def decorate(view: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            require(request, permission)
            return view(request, *args, **kwargs)

        allowed = login_required(guarded)
        allowed.permission = permission  # type: ignore[attr-defined]
        return cast("Callable[..., Any]", allowed)

    return decorate


def require(request: HttpRequest, permission: Permission) -> None:
    """Raise `PermissionDenied` with a plain sentence unless the person's role carries `permission`."""
    membership = getattr(request, "membership", None)
    if membership is None:
        raise PermissionDenied(_("Tài khoản của bạn chưa được giao vào đơn vị nào của xã."))
    if not allows(membership.role, permission):
        raise PermissionDenied(_("Vai trò của bạn không có quyền làm việc này."))
