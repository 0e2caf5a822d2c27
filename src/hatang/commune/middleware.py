"""Every request of a signed-in person runs inside their commune, as themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hatang.commune.models import Membership, User
from hatang.commune.selectors import membership_of
from hatang.core.audit import Actor, acting
from hatang.core.tenancy import commune_scope


class CommuneScopeMiddleware:
    """Sets `request.membership` and enters its commune; people without one stay outside every commune."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request inside the person's commune."""
        membership = self._membership(request)
        cast("Any", request).membership = membership
        if _must_change_password(request):
            return redirect("change-password")
        if membership is None:
            return self.get_response(request)
        with commune_scope(membership.commune_id), acting(actor_of(request)):
            response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "private, no-cache")  # office computers are shared
        return response

    def _membership(self, request: HttpRequest) -> Membership | None:
        if not request.user.is_authenticated:
            return None
        return membership_of(request.user, request.session.get("membership"))


def _must_change_password(request: HttpRequest) -> bool:
    """Whether the person still has a password somebody else knows, and is not on the way to change it."""
    if not getattr(request.user, "must_change_password", False):
        return False
    return request.path not in {reverse("change-password"), reverse("sign-out"), reverse("set-language")}


def actor_of(request: HttpRequest) -> Actor:
    """The person behind a request, for the audit trail."""
    user = cast("User", request.user)
    return Actor(user_id=user.pk, name=user.get_full_name(), origin=request.META.get("REMOTE_ADDR", ""))
