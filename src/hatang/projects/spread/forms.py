"""Where warnings of overlap and thin spread begin."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from hatang.projects.forms.fields import lines
from hatang.projects.models import WorksSettings
from hatang.projects.spread.services import LINES


class LinesForm(forms.ModelForm):
    """The lines, and why they are drawn there."""

    reason = forms.CharField(label=_("Lý do"), max_length=500, widget=lines())

    class Meta:
        model = WorksSettings
        fields = LINES
