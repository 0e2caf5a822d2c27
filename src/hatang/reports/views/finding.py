"""Finding what a page is about, and what this person may do with it."""

from __future__ import annotations

from typing import cast

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from hatang.commune.access import MemberRequest
from hatang.commune.models import Membership
from hatang.commune.roles import Permission, Role, allows
from hatang.reports import selectors
from hatang.reports.models import Report, ReportSection
from hatang.reports.rules.states import Move, State, moves

NEEDS = {
    Move.REVIEW: (Permission.REVIEW_REPORTS,),
    Move.SUBMIT: (Permission.REVIEW_REPORTS,),
    Move.ISSUE: (Permission.SIGN_REPORTS,),
    Move.PUBLISH: (Permission.SIGN_REPORTS,),
    Move.RETURN: (Permission.REVIEW_REPORTS, Permission.SIGN_REPORTS),
}


def member_of(request: HttpRequest) -> Membership:
    """The person's membership; views here are open to members only."""
    return cast("MemberRequest", request).membership


def may(request: HttpRequest, permission: Permission) -> bool:
    """Whether the person's role carries a permission."""
    return allows(member_of(request).role, permission)


def sees_drafts(request: HttpRequest) -> bool:
    """Whether the person sees reports before they are issued: everybody of the commune, nobody of the province."""
    return member_of(request).role != Role.PROVINCE_VIEWER


def report_or_404(request: HttpRequest, pk: int) -> Report:
    """The report of this commune, or no such page."""
    found = selectors.report_of(pk)
    if found is None or not (found.is_final or sees_drafts(request)):
        raise Http404
    return found


def section_or_404(report: int, pk: int) -> ReportSection:
    """The section of this report, or no such page."""
    found = selectors.section_of(report, pk)
    if found is None:
        raise Http404
    return found


def may_write(request: HttpRequest, section: ReportSection) -> bool:
    """Whether the person may write a section: the coordinator any, an officer the own unit's."""
    if not may(request, Permission.PREPARE_REPORTS):
        return False
    return may(request, Permission.REVIEW_REPORTS) or section.unit_id == member_of(request).unit_id


def require_write(request: HttpRequest, section: ReportSection) -> None:
    """Raise `PermissionDenied` where the section is another unit's."""
    if not may_write(request, section):
        raise PermissionDenied(_("Mục này do đơn vị khác viết."))


def open_moves(request: HttpRequest, report: Report) -> list[Move]:
    """The steps this person may take from where the report is."""
    return [move for move in moves(State(report.state)) if any(may(request, permission) for permission in NEEDS[move])]
