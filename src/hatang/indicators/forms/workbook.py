"""The form a filled workbook comes back by."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class WorkbookForm(forms.Form):
    """A filled workbook; who gave the figures, where somebody else uploads it."""

    on_behalf_of = forms.CharField(
        label=_("Người cung cấp số liệu"), max_length=200,
        help_text=_("Bạn đang nhập thay đơn vị khác. Hệ thống giữ tên người ấy bên cạnh tên bạn."),
    )  # fmt: skip
    file = forms.FileField(
        label=_("Bảng đã điền (.xlsx)"),
        error_messages={"required": _("Hãy chọn một tệp."), "empty": _("Tệp rỗng. Hãy chọn lại tệp có nội dung.")},
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
    )

    def __init__(self, *args: Any, for_another: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not for_another:
            del self.fields["on_behalf_of"]
