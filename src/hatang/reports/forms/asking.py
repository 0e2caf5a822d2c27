"""Which unit is asked for a section, and who gets a report."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hatang.commune.models import Unit
from hatang.reports.models import ReportSection


class AskForm(forms.Form):
    """The unit and the last day; no unit asks nobody."""

    unit: Any = forms.ModelChoiceField(
        label=_("Đơn vị viết mục này"),
        queryset=None,
        required=False,
        empty_label=_("Không giao, điều phối tự viết"),
    )
    due_on = forms.DateField(label=_("Hạn nộp"), localize=True, required=False)

    def __init__(self, *args: Any, section: ReportSection, today: dt.date, **more: Any) -> None:
        more.setdefault("initial", {"unit": section.unit_id, "due_on": section.due_on or today + dt.timedelta(days=5)})
        super().__init__(*args, **more)
        self.today, self.kept = today, section.due_on
        units: Any = self.fields["unit"]
        units.queryset = Unit.objects.filter(is_active=True).exclude(kind=Unit.Kind.VILLAGE).order_by("name")

    def clean(self) -> dict[str, Any]:
        """A day for whoever is asked, not one that is past already."""
        filled: dict[str, Any] = super().clean() or {}
        due = filled.get("due_on")
        if filled.get("unit") and "due_on" in filled and due is None:
            self.add_error("due_on", _("Hãy ghi hạn nộp."))
        if due and due < self.today and due != self.kept:
            self.add_error("due_on", _("Hạn nộp đã qua. Hãy chọn hôm nay hoặc một ngày sau."))
        return filled
