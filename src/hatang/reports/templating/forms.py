"""The form of a template."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class UploadForm(forms.Form):
    """A template that was changed in Word."""

    upload = forms.FileField(
        label=_("Tệp mẫu (.docx)"),
        help_text=_("Tải mẫu gốc, sửa trong Word, lưu lại dạng .docx. Tệp được kiểm tra, lập thử rồi mới lưu; nhiều nhất 5 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ".docx"}),
    )
    note = forms.CharField(
        label=_("Ghi chú về bản này"), max_length=200, required=False, help_text=_("Ví dụ: thêm biểu tượng của xã.")
    )
