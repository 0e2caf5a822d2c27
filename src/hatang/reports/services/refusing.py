"""Why a deed was refused. Messages are sentences for the person, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from hatang.reports.models import Report


class Refused(ValueError):
    """What was asked cannot be done now; nothing was written. `reasons` say why."""

    def __init__(self, reasons: Iterable[Any]) -> None:
        self.reasons = [str(reason) for reason in reasons]
        super().__init__(" ".join(self.reasons))


class ChangedMeanwhile(Refused):
    """Somebody else wrote the same thing since it was read."""

    def __init__(self) -> None:
        super().__init__([_("Người khác vừa sửa mục này. Nội dung bạn nhập vẫn còn bên dưới; hãy so với bản mới rồi lưu lại.")])


class NotOpen(Refused):
    """The report is no draft any more."""

    def __init__(self) -> None:
        super().__init__([_("Báo cáo không còn là bản thảo nên không sửa được. Muốn sửa, hãy trả lại để sửa trước.")])


def held(report: Report, *, draft: bool = True) -> Report:
    """The report as it stands, locked against others until the transaction ends.

    Raises:
        NotOpen: a draft is wanted, and it is none.
    """
    found: Report = Report.objects.select_for_update(of=("self",)).select_related("plan__document").get(pk=report.pk)
    if draft and not found.is_open:
        raise NotOpen
    return found
