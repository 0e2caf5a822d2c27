"""The reason why two works that look alike both go on, and which reasons are wanted."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from hatang.projects.forms.fields import lines
from hatang.projects.overlap.words import OTHERS


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


class RegisterForm(forms.Form):
    """Which reasons are wanted."""

    tim = forms.CharField(label=_("Tìm công trình"), required=False, max_length=100)
    loai = forms.ChoiceField(label=_("Trùng với"), required=False, choices=[("", _("Tất cả")), *OTHERS.items()])
