"""The form that corrects an approved figure."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hatang.core import files
from hatang.indicators import telling
from hatang.indicators.models import Measurement
from hatang.indicators.rules.entries import parts_of
from hatang.indicators.rules.typed import FIELDS, Typed, read
from hatang.indicators.selectors.doubting import entry_in
from hatang.indicators.workbook.model import Entry, Kind

LABELS = {"numerator": _("Tử số"), "denominator": _("Mẫu số"), "value": _("Giá trị")}
ANSWERS = (("co", _("Có")), ("khong", _("Không")))


class CorrectionForm(forms.Form):
    """The right figure and why the approved one was not."""

    correction_reason = forms.CharField(
        label=_("Vì sao đính chính"), max_length=1000, widget=forms.Textarea({"rows": 2}),
        help_text=_("Người duyệt và người xem lịch sử số liệu sẽ đọc lý do này."),
    )  # fmt: skip
    reason = forms.CharField(
        label=_("Lý do số khác thường (nếu có)"), max_length=1000, required=False, widget=forms.Textarea({"rows": 2})
    )
    note = forms.CharField(label=_("Ghi chú"), max_length=1000, required=False)
    on_behalf_of = forms.CharField(label=_("Người cung cấp số liệu (nếu nhập thay)"), max_length=200, required=False)
    upload = forms.FileField(label=_("Minh chứng mới (nếu có)"), required=False)

    def __init__(self, approved: Measurement, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = Kind(approved.indicator.kind)
        self.entry = Entry()
        was = entry_in(approved)
        if self.kind.asks_answer:
            first: dict[str, forms.Field] = {
                "answer": forms.ChoiceField(label=_("Trả lời"), choices=ANSWERS, initial="co" if was.answer else "khong")
            }
        else:
            first = {name: _number(name, was) for name in FIELDS[self.kind]}
        self.fields = {**first, **self.fields}
        self.initial = {"reason": was.reason, "note": was.note}

    def clean(self) -> dict[str, Any]:
        """Read the figure as the form of what is owed does."""
        data = super().clean() or {}
        found = read(self.kind, Typed({name: str(value or "") for name, value in data.items()}))
        for name, code in found.wrong.items():
            self.add_error(name, telling.wrong(code))
        self.entry = found.entry
        return data

    def figure(self) -> dict[str, Any]:
        """What `services.correct` takes."""
        data = self.cleaned_data
        numerator, denominator = parts_of(self.kind, self.entry)
        return {
            "numerator": numerator, "denominator": denominator, "reason": self.entry.reason, "note": self.entry.note,
            "on_behalf_of": data["on_behalf_of"], "correction_reason": data["correction_reason"],
            "evidence": files.store(data["upload"], data["upload"].name) if data["upload"] else None,
        }  # fmt: skip


def _number(name: str, was: Entry) -> forms.Field:
    widget = forms.TextInput({"inputmode": "decimal", "autocomplete": "off"})
    return forms.CharField(label=LABELS[name], widget=widget, initial=telling.typed_number(getattr(was, name)))
