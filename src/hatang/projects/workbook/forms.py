"""The form an edited list of works comes back by."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class WorksFileForm(forms.Form):
    """An edited file."""

    file = forms.FileField(
        label=_("Tệp đã sửa (.xlsx)"),
        error_messages={"required": _("Hãy chọn một tệp."), "empty": _("Tệp rỗng. Hãy chọn lại tệp có nội dung.")},
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
    )
