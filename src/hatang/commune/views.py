"""Signing in and out, the first password, the language, the accounts and the trail."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from hatang.commune import selectors, services
from hatang.commune.access import permission_required
from hatang.commune.forms import MemberForm, NewPasswordForm, SignInForm
from hatang.commune.models import Membership, User
from hatang.commune.roles import Permission, Role

sign_in = LoginView.as_view(
    template_name="commune/sign_in.html", authentication_form=SignInForm, redirect_authenticated_user=True
)


@sensitive_post_parameters()
@login_required
@require_http_methods(["GET", "POST"])
def change_password(request: HttpRequest) -> HttpResponse:
    """A new password of one's own; asked for at the first sign-in."""
    user = cast("User", request.user)
    form = NewPasswordForm(user, request.POST or None)
    if form.is_valid():
        user.must_change_password = False
        form.save()
        update_session_auth_hash(request, user)
        messages.success(request, _("Đã đổi mật khẩu."))
        return redirect("home")
    return render(
        request,
        "commune/change_password.html",
        {"form": form, "first": user.must_change_password, "places": selectors.memberships_of(user)},
    )


@require_POST
@login_required
def choose_membership(request: HttpRequest, pk: int) -> HttpResponse:
    """Work in another of one's own units or communes from now on."""
    member = selectors.membership_of(cast("User", request.user), pk)
    if member is not None and member.pk == pk:
        request.session["membership"] = pk
    return redirect("home")


@require_http_methods(["GET", "POST"])
@permission_required(Permission.MANAGE_ACCOUNTS)
def accounts(request: HttpRequest) -> HttpResponse:
    """Who works in the commune, in which unit, with which role; and a new account."""
    form = MemberForm(request.POST or None)
    if form.is_valid():
        answer = _new_account(request, form)
        if answer is not None:
            return answer
    return render(request, "commune/accounts.html", {"form": form, "members": selectors.members()})


def _new_account(request: HttpRequest, form: MemberForm) -> HttpResponse | None:
    data = form.cleaned_data
    try:
        user, password = services.create_user(data["username"], data["full_name"])
    except services.Refused as refusal:
        form.add_error("username", str(refusal))
        return None
    services.add_member(user, data["unit"], Role(data["role"]))
    return render(request, "commune/account_made.html", {"user_made": user, "password": password})


@require_POST
@permission_required(Permission.MANAGE_ACCOUNTS)
def reset_password(request: HttpRequest, pk: int) -> HttpResponse:
    """A new one-time password for somebody who forgot theirs."""
    member = get_object_or_404(Membership.objects.select_related("user"), pk=pk)
    password = services.reset_password(member.user, member)
    return render(request, "commune/account_made.html", {"user_made": member.user, "password": password})


@require_POST
@permission_required(Permission.MANAGE_ACCOUNTS)
def end_membership(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a role away."""
    member = get_object_or_404(Membership.objects.select_related("user"), pk=pk)
    if member.pk == cast("Any", request).membership.pk:
        messages.error(request, _("Không tự thu hồi vai trò của chính mình. Hãy nhờ người quản trị khác."))
    else:
        services.end_membership(member)
        messages.success(request, _("Đã thu hồi vai trò của %(name)s.") % {"name": member.user.get_full_name()})
    return redirect("accounts")


@require_GET
@permission_required(Permission.SEE_AUDIT)
def trail(request: HttpRequest) -> HttpResponse:
    """What was written, by whom, newest first."""
    return render(request, "commune/trail.html", {"page": selectors.trail_page(request.GET.get("trang"))})


def locked_out(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Too many wrong passwords: how long to wait."""
    del args, kwargs
    return render(request, "commune/locked_out.html", status=429)
