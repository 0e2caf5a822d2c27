"""The file of a plan, what it replaces, and the head of its document."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hatang.plans.forms.fields import YEARS
from hatang.plans.models import Plan, PlanImport


class UploadForm(forms.Form):
    """A plan to read."""

    file = forms.FileField(
        label=_("Tệp kế hoạch đã ký"),
        help_text=_("Word (.docx, .doc), PDF, OpenDocument (.odt), văn bản (.txt) hoặc ảnh quét; tối đa 30 MB."),
        error_messages={"required": _("Hãy chọn một tệp."), "empty": _("Tệp rỗng. Hãy chọn lại tệp có nội dung.")},
        widget=forms.ClearableFileInput(attrs={"accept": ".docx,.doc,.odt,.pdf,.txt,.png,.jpg,.jpeg,.tif,.tiff"}),
    )


class ReplacesForm(forms.Form):
    """Which plan in force a new one takes the place of."""

    replaces: Any = forms.ModelChoiceField(
        label=_("Bản này thay cho"), queryset=None, required=False, empty_label=_("Không thay bản nào, theo dõi thêm")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["replaces"]
        field.queryset = Plan.objects.select_related("document").filter(replaced_by__isnull=True)
        field.label_from_instance = lambda plan: str(plan.document)[:120]

    @classmethod
    def of(cls, plan_import: PlanImport) -> ReplacesForm:
        """The form as the import stands."""
        return cls(initial={"replaces": plan_import.replaces_id})


class HeadForm(forms.Form):
    """The head of the document, its signer and its period."""

    type_name = forms.CharField(label=_("Loại văn bản"), max_length=60, required=False)
    number = forms.CharField(label=_("Số"), max_length=20, required=False, help_text=_("Để trống nếu văn bản chưa vào sổ."))
    symbol = forms.CharField(label=_("Ký hiệu"), max_length=60, required=False)
    issuer = forms.CharField(label=_("Cơ quan ban hành"), max_length=200)
    place = forms.CharField(label=_("Nơi ban hành"), max_length=100, required=False)
    date = forms.DateField(label=_("Ngày ban hành"), required=False, localize=True, help_text=_("Ví dụ: 07/04/2026"))
    subject = forms.CharField(label=_("Trích yếu"), widget=forms.Textarea({"rows": 3}))
    start = forms.IntegerField(label=_("Từ năm"), localize=False, **YEARS)
    end = forms.IntegerField(label=_("Đến năm"), localize=False, **YEARS)
    signer_name = forms.CharField(label=_("Người ký"), max_length=100, required=False)
    signer_title = forms.CharField(label=_("Chức vụ người ký"), max_length=150, required=False)

    def clean(self) -> dict[str, Any]:
        """Both years or none, in order."""
        data = super().clean() or {}
        start, end = data.get("start"), data.get("end")
        if (start is None) != (end is None):
            self.add_error("end" if end is None else "start", _("Hãy ghi cả năm đầu và năm cuối của kỳ kế hoạch."))
        elif start and end and end < start:
            self.add_error("end", _("Năm cuối phải từ năm đầu trở đi."))
        return data

    @classmethod
    def initial_of(cls, plan_import: PlanImport) -> dict[str, Any]:
        """What the form shows first: the head as read or as corrected."""
        head = plan_import.head
        signer, period = head.get("signer") or {}, head.get("period") or {}
        return {**head, **period, "signer_name": signer.get("name"), "signer_title": signer.get("title")}

    def head(self, plan_import: PlanImport) -> dict[str, Any]:
        """The head as the reading contract has it."""
        data = self.cleaned_data
        plain = {name: data[name] or None for name in ("type_name", "number", "symbol", "issuer", "place", "subject")}
        signer = {**(plan_import.head.get("signer") or {}), "name": data["signer_name"], "title": data["signer_title"]}
        period = {"start": data["start"], "end": data["end"]} if data["start"] else None
        return {**plain, "date": data["date"].isoformat() if data["date"] else None, "signer": signer, "period": period}
