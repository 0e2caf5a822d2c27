"""Entries of the books. Each form gives an entry not yet written."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hatang.projects.forms.fields import RowField, day_field, lines
from hatang.projects.models import Allocation, Contract, Disbursement, FundingSource, Project, SettledAmount, Transfer
from hatang.ui.fields import MoneyField, PaperField

NOTE = _("Cần lý do khi vượt mức trung hạn, vượt vốn xã được giao, hoặc quyết toán lớn hơn số đã chi.")


class EntryForm(forms.ModelForm):
    """What every entry has: its source, paper, day and note."""

    of_this_year = True  # whether an empty form proposes this year

    source = RowField(label=_("Nguồn vốn"), required=True)
    amount = MoneyField(label=_("Số tiền (đồng)"))
    document = forms.CharField(label=_("Số quyết định, chứng từ"), max_length=200, required=False)
    decided_on = day_field(label=_("Ngày quyết định, chứng từ"))
    note = forms.CharField(label=_("Ghi chú, lý do"), max_length=500, required=False, widget=lines(), help_text=NOTE)
    upload = PaperField(label=_("Tệp quyết định, chứng từ (PDF, Word hoặc ảnh)"))

    def __init__(self, *args: Any, sources: list[FundingSource], today: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        named = ((source.pk, f"{source.name} ({source.first_year}–{source.last_year or ''})") for source in sources)
        self.fields["source"].choices = [("", "–"), *named]  # type: ignore[attr-defined]
        self.sources = {source.pk: source for source in sources}
        self.initial["decided_on"] = self.initial.get("decided_on") or today
        if "year" in self.fields and self.of_this_year:
            self.initial["year"] = self.initial.get("year") or today.year

    def clean_source(self) -> FundingSource:
        """The source itself."""
        return self.sources[self.cleaned_data["source"]]

    def clean_amount(self) -> int:
        """An amount above nothing."""
        amount: int = self.cleaned_data["amount"]
        if amount <= 0:
            raise forms.ValidationError(_("Ghi số tiền lớn hơn 0."))
        return amount

    def clean_decided_on(self) -> dt.date:
        """A paper of a day that has come."""
        return self._past(self.cleaned_data["decided_on"])

    def _past(self, day: dt.date) -> dt.date:
        if day > self.today:
            raise forms.ValidationError(_("Ngày này chưa đến."))
        return day

    def result(self) -> Any:
        """The entry, not yet written."""
        return self.instance

    def _post_clean(self) -> None:
        """The books judge an entry, with sentences that say by how much; only fields are copied here."""
        for name in self._meta.fields or ():
            if name in self.cleaned_data:
                setattr(self.instance, name, self.cleaned_data[name])


class AllocationForm(EntryForm):
    """Money promised to a work."""

    class Meta:
        model = Allocation
        fields = ("kind", "source", "year", "amount", "document", "decided_on", "note")

    def clean(self) -> dict[str, Any]:
        """A ceiling is of no year; yearly capital is of one."""
        values = super().clean() or {}
        if values.get("kind") == Allocation.Kind.CEILING:
            values["year"] = None
        elif values.get("kind") and not values.get("year") and "year" not in self.errors:
            self.add_error("year", _("Ghi năm của kế hoạch vốn."))
        return values


class TransferForm(EntryForm):
    """Capital moved away from this work, or to another year of it."""

    from_year = forms.IntegerField(label=_("Từ năm"), min_value=2000, max_value=2100)
    to_project = RowField(label=_("Sang công trình"), required=True)
    to_year = forms.IntegerField(label=_("Sang năm"), min_value=2000, max_value=2100)
    document = forms.CharField(label=_("Số quyết định điều chuyển"), max_length=200)

    class Meta:
        model = Transfer
        fields = ("source", "from_year", "to_project", "to_year", "amount", "document", "decided_on", "note")

    def __init__(self, *args: Any, works: list[Project], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.works = {work.pk: work for work in works}
        self.fields["to_project"].choices = [(work.pk, work.name) for work in works]  # type: ignore[attr-defined]
        for name in ("from_year", "to_year"):
            self.initial[name] = self.initial.get(name) or self.today.year

    def clean_to_project(self) -> Project:
        """The work itself."""
        return self.works[self.cleaned_data["to_project"]]


class DisbursementForm(EntryForm):
    """Money paid out."""

    contract = RowField(label=_("Theo hợp đồng"))
    paid_on = day_field(label=_("Ngày chi"))
    recovered = MoneyField(label=_("Trong đó thu hồi tạm ứng (đồng)"), required=False)

    class Meta:
        model = Disbursement
        fields = ("kind", "source", "year", "contract", "paid_on", "amount", "recovered", "document", "decided_on", "note")

    def __init__(self, *args: Any, contracts: list[Contract], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.contracts = {contract.pk: contract for contract in contracts}
        self.fields["contract"].choices = [("", "–"), *((row.pk, row.number) for row in contracts)]  # type: ignore[attr-defined]
        self.initial["paid_on"] = self.today

    def clean_contract(self) -> Contract | None:
        """The contract itself."""
        return self.contracts.get(self.cleaned_data["contract"] or 0)

    def clean_paid_on(self) -> dt.date:
        """A day that has come."""
        return self._past(self.cleaned_data["paid_on"])

    def clean_recovered(self) -> int:
        """Nothing typed recovers nothing."""
        return self.cleaned_data["recovered"] or 0


class SettlementForm(EntryForm):
    """What was settled."""

    of_this_year = False  # no year means the whole work

    year = forms.IntegerField(
        label=_("Năm"), min_value=2000, max_value=2100, required=False,
        help_text=_("Để trống nếu là quyết toán công trình hoàn thành."),
    )  # fmt: skip

    class Meta:
        model = SettledAmount
        fields = ("source", "year", "amount", "document", "decided_on", "note")


class ReverseForm(forms.Form):
    """Why an entry is taken back."""

    reason = forms.CharField(label=_("Lý do hủy"), max_length=500, widget=lines())
    document = forms.CharField(label=_("Số quyết định, chứng từ"), max_length=200, required=False)
    decided_on = day_field(label=_("Ngày quyết định, chứng từ"), required=False)
