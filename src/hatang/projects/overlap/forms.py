"""The reason why two works that look alike both go on."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from hatang.projects.forms.fields import lines


class OverrideForm(forms.Form):
    """One reason, kept for good."""

    reason = forms.CharField(
        label=_("Lý do vẫn thực hiện"),
        max_length=1000,
        widget=lines(3),
        help_text=_(
            "Ví dụ: hai đoạn nối tiếp nhau; hai hạng mục khác nhau. Lý do được lưu lại cùng tên người ghi và không sửa được."
        ),
    )
