"""Whom a report is addressed to and sent to."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from hatang.core.audit import record
from hatang.reports.models import Report
from hatang.reports.rules.recipients import plain_of
from hatang.reports.services.refusing import held
from vanban.model import Recipient


@transaction.atomic
def address(report: Report, addressees: Sequence[str], recipients: Sequence[Recipient]) -> Report:
    """Say to whom a draft is addressed and who gets it; both are frozen with the report.

    Raises:
        NotOpen: it is no draft any more.
    """
    found = held(report)
    before = {"addressees": found.addressees, "recipients": found.recipients}
    found.addressees, found.recipients = list(addressees), [plain_of(one) for one in recipients]
    found.revision += 1
    found.save(update_fields=["addressees", "recipients", "revision"])
    record("report.address", found, before=before, after={"addressees": found.addressees, "recipients": found.recipients})
    return found
