"""Whose figures a page is about, for which period, and whether this person may write them."""

from __future__ import annotations

from typing import cast

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from hatang.commune.access import MemberRequest
from hatang.commune.models import Membership, Unit
from hatang.commune.roles import Permission, Role, allows
from hatang.indicators import selectors
from hatang.indicators.models import Measurement, ReportingPeriod
from hatang.indicators.rules.owing import may_write
from hatang.indicators.selectors.owed import Ledger, Part, facts_of, wanted_of


def member_of(request: HttpRequest) -> Membership:
    """The person's place in the commune."""
    return cast("MemberRequest", request).membership


def may(request: HttpRequest, permission: Permission) -> bool:
    """Whether the person's role carries a permission."""
    return allows(member_of(request).role, permission)


def unit_asked(request: HttpRequest, ledger: Ledger) -> Unit:
    """The unit the page is about: one's own, or another one's for those who write for others.

    Raises:
        PermissionDenied: another unit was asked for without the right to write for it.
    """
    own = member_of(request).unit
    asked = request.GET.get("don-vi", "")
    if asked in ("", str(own.pk)):
        return own
    if not may(request, Permission.ENTER_FOR_OTHERS):
        raise PermissionDenied(_("Bạn chỉ nhập số liệu của đơn vị mình."))
    unit = ledger.units.get(int(asked)) if asked.isdecimal() else None
    if unit is None:
        raise Http404
    return unit


def period_asked(request: HttpRequest, known: list[ReportingPeriod]) -> ReportingPeriod | None:
    """The period asked for by its code; None where none is asked for."""
    code = request.GET.get("ky", "")
    if not code:
        return None
    found = next((period for period in known if period.code == code), None)
    if found is None:
        raise Http404
    return found


def may_enter(request: HttpRequest, part: Part) -> bool:
    """Whether the person may write a figure: by permission, and by reach."""
    member = member_of(request)
    village = part.village.pk if part.village else None
    return may(request, Permission.ENTER_FIGURES) and may_write(
        member.role, facts_of(member.unit), wanted_of(part.indicator), village
    )


def measurement_or_404(request: HttpRequest, pk: int) -> Measurement:
    """The figure of this commune, or no such page; figures still under way are not for the province."""
    found = selectors.measurement_of(pk)
    member = member_of(request)
    if found is None or (member.role == Role.PROVINCE_VIEWER and found.state in Measurement.OPEN):
        raise Http404
    return found
