"""Setting the thresholds of progress and money."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from hatang.projects.forms.fields import lines
from hatang.projects.models import WorksSettings
from hatang.projects.thresholds.words import EDITED


class ThresholdsForm(forms.ModelForm):
    """The lines the coordinator draws, and why there."""

    reason = forms.CharField(label=_("Lý do"), max_length=500, widget=lines())

    class Meta:
        model = WorksSettings
        fields = tuple(told.name for told in EDITED)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for told in EDITED:
            self.fields[told.name].help_text = format_lazy("{} {}", told.does, told.source)

    def given(self) -> dict[str, int]:
        """The numbers by column."""
        return {told.name: self.cleaned_data[told.name] for told in EDITED}
