"""Moving a report on its way, and the signed file beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hatang.core.audit import current_actor, record
from hatang.core.models import StoredFile
from hatang.reports import words
from hatang.reports.models import Report, ReportSection, ReportTemplate
from hatang.reports.rules.states import Asked, Move, State, after, hindrances
from hatang.reports.services.refusing import Refused, held
from hatang.reports.templating.issuing import template_to_issue
from vanban.templating import BadTemplate

BY = {
    Move.REVIEW: "reviewed",
    Move.SUBMIT: "submitted",
    Move.ISSUE: "issued",
    Move.PUBLISH: "published",
}
SIGNABLE = ("application/pdf", "image/png", "image/jpeg", "image/tiff")


@transaction.atomic
def move(report: Report, step: Move, asked: Asked, *, title: str = "", capacity: str = "") -> Report:
    """Take a report one step on, or back to a draft.

    Raises:
        Refused: something stands in the way; its reasons say what.
    """
    found = held(report, draft=False)
    missing = ReportSection.objects.filter(report=found, unit__isnull=False, state=ReportSection.State.WAITING).count()
    stopped = hindrances(State(found.state), step, replace(asked, missing=missing))
    if stopped:
        raise Refused(words.HINDRANCES[one] for one in stopped)
    before = found.state
    found.state, found.revision = after(State(found.state), step).value, found.revision + 1
    found.return_reason = asked.reason.strip() if step == Move.RETURN else found.return_reason
    if step in BY:
        setattr(found, f"{BY[step]}_by_id", current_actor().user_id)
        setattr(found, f"{BY[step]}_at", timezone.now())
    if step == Move.ISSUE:
        found.number, found.issued_on, found.signer_name = asked.number.strip(), asked.date, asked.signer.strip()
        found.signer_title, found.signer_capacity = title, capacity
        found.template = _template(found)
    found.save()
    said: dict[str, Any] = {"state": found.state, "number": found.number, "issued_on": found.issued_on}
    said |= {"template": found.template_id} if found.template_id else {}
    record(f"report.{step}", found, before={"state": before}, after=said, reason=asked.reason)
    return found


def _template(report: Report) -> ReportTemplate | None:
    try:
        return template_to_issue(report)
    except (BadTemplate, OSError) as error:
        why = _("Chưa ban hành: không in được báo cáo theo mẫu đang dùng của xã. Hãy thôi dùng hoặc sửa mẫu, rồi ban hành lại.")
        raise Refused([why]) from error


@transaction.atomic
def attach(report: Report, file: StoredFile) -> Report:
    """Keep the signed scan, or the digitally signed PDF, beside an issued report; its hash is in the trail.

    Raises:
        Refused: the report is not issued, or the file is no PDF and no picture.
    """
    found = held(report, draft=False)
    if not found.is_final:
        raise Refused([_("Chỉ đính kèm bản ký sau khi báo cáo đã ban hành.")])
    if file.media_type not in SIGNABLE:
        raise Refused([_("Bản ký phải là tệp PDF hoặc ảnh quét.")])
    before = found.signed_file.sha256 if found.signed_file else ""
    found.signed_file = file
    found.save(update_fields=["signed_file"])
    record("report.attach", found, before={"sha256": before}, after={"sha256": file.sha256, "name": file.name})
    return found
