"""Opening periods, why they are locked, and how late figures are chased."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hatang.core.periods import Period
from hatang.indicators.models import ReportingSettings

LADDER = ("days_to_coordinator", "days_to_vice_chair", "days_to_chair")


class OpenForm(forms.Form):
    """A period to open, and its due day."""

    code = forms.ChoiceField(label=_("Kỳ"))
    due_on = forms.DateField(
        label=_("Hạn nộp"), required=False, localize=True,
        help_text=_("Ví dụ: 15/07/2026. Để trống: 15 ngày sau ngày cuối kỳ."),
    )  # fmt: skip

    def __init__(self, near: list[Period], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].choices = [(period.code, period.label()) for period in near]  # type: ignore[attr-defined]


class DueForm(forms.Form):
    """Another due day."""

    due_on = forms.DateField(label=_("Hạn nộp"), localize=True)


class SettingsForm(forms.ModelForm):
    """How overdue figures climb, and what counts as a jump."""

    class Meta:
        model = ReportingSettings
        fields = ("days_to_coordinator", "days_to_vice_chair", "days_to_chair", "jump_percent")

    def clean(self) -> dict[str, Any]:
        """Each level is told after the one below it."""
        data = super().clean() or {}
        days: list[int] = [data[name] for name in LADDER if data.get(name) is not None]
        if len(days) == len(LADDER) and days != sorted(days):
            self.add_error(None, _("Số ngày phải tăng dần: người điều phối, rồi Phó Chủ tịch, rồi Chủ tịch."))
        if data.get("jump_percent") == 0:
            self.add_error("jump_percent", _("Hãy ghi từ 1 trở lên."))
        return data
