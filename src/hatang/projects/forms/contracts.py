"""Contracts and what follows from them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hatang.projects.forms.fields import NumberField, RowField, company_field, day_field, lines
from hatang.projects.models import AcceptanceRecord, BoqLine, Contract, Defect, Variation
from hatang.projects.selectors import LineView
from hatang.projects.services import company_named
from hatang.ui.fields import MoneyField, PaperField


class ContractForm(forms.ModelForm):
    """One contract."""

    company_name = company_field(label=_("Bên nhận thầu"))
    signed_on = day_field(label=_("Ngày ký"), required=False)
    starts_on = day_field(label=_("Từ ngày"), required=False)
    ends_on = day_field(label=_("Đến ngày"), required=False)
    value = MoneyField(label=_("Giá trị hợp đồng (đồng)"))
    warranty_percent = NumberField(label=_("Tiền bảo hành (% giá trị)"), required=False, most=100, decimals=2)
    upload = PaperField(label=_("Bản hợp đồng (PDF, Word hoặc ảnh)"))

    class Meta:
        model = Contract
        fields = (
            "kind", "number", "package", "signed_on", "starts_on", "ends_on", "value", "warranty_months", "warranty_percent",
            "note",
        )  # fmt: skip
        widgets = {"note": lines()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["kind", "number", "company_name"])
        if self.instance.pk:
            self.initial["company_name"] = self.instance.company.name
        if self.instance.file_id:
            self.fields["upload"].help_text = _("Đã có tệp; chọn tệp khác để thay. Tối đa 30 MB.")

    def clean(self) -> dict[str, Any]:
        """It begins before it ends, and its number is new to the work."""
        values = super().clean() or {}
        start, end = values.get("starts_on"), values.get("ends_on")
        if start and end and end < start:
            self.add_error("ends_on", _("Ngày kết thúc không trước ngày bắt đầu."))
        same = Contract.objects.filter(project=self.instance.project_id, number=values.get("number", ""))
        if same.exclude(pk=self.instance.pk).exists():
            self.add_error("number", _("Công trình này đã có hợp đồng mang số này."))
        return values

    def result(self) -> Contract:
        """The contract, not yet written."""
        contract: Contract = self.instance
        contract.company = company_named(self.cleaned_data["company_name"])
        return contract


class LineForm(forms.ModelForm):
    """One line of a bill of quantities."""

    quantity = NumberField(label=_("Khối lượng"))
    unit_price = MoneyField(label=_("Đơn giá (đồng)"))

    class Meta:
        model = BoqLine
        fields = ("name", "unit", "quantity", "unit_price")


class VariationForm(forms.ModelForm):
    """A change of a contract, and of the quantities of its lines."""

    signed_on = day_field(label=_("Ngày ký"))
    value_change = MoneyField(label=_("Tăng, giảm giá trị (đồng)"), required=False, negative=True)
    upload = PaperField(label=_("Phụ lục, quyết định (PDF, Word hoặc ảnh)"))

    class Meta:
        model = Variation
        fields = ("number", "signed_on", "value_change", "days_change", "reason")
        widgets = {"reason": lines()}

    def __init__(self, *args: Any, boq: list[LineView], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.boq = boq
        for row in boq:
            label = _("Tăng, giảm khối lượng: %(line)s (%(unit)s)") % {"line": row.line.name, "unit": row.line.unit}
            self.fields[f"doi-{row.line.pk}"] = NumberField(label=label, required=False, least=None)

    def clean_number(self) -> str:
        """A number new to the contract."""
        number: str = self.cleaned_data["number"]
        if Variation.objects.filter(contract=self.instance.contract_id, number=number).exists():
            raise forms.ValidationError(_("Hợp đồng này đã có phụ lục, quyết định mang số này."))
        return number

    def clean_value_change(self) -> int:
        """Nothing typed changes nothing."""
        return self.cleaned_data["value_change"] or 0

    def quantities(self) -> dict[int, Decimal]:
        """What changes of each line, by its pk."""
        given = {row.line.pk: self.cleaned_data[f"doi-{row.line.pk}"] for row in self.boq}
        return {pk: change for pk, change in given.items() if change}


class AcceptanceForm(forms.ModelForm):
    """The minutes of an acceptance."""

    on = day_field(label=_("Ngày nghiệm thu"))
    fix_by = day_field(label=_("Hạn khắc phục tồn tại"), required=False)
    value = MoneyField(label=_("Giá trị khối lượng nghiệm thu (đồng)"), required=False)
    contract = RowField(label=_("Hợp đồng"))
    upload = PaperField(label=_("Biên bản (PDF, Word hoặc ảnh)"))

    class Meta:
        model = AcceptanceRecord
        fields = ("kind", "number", "on", "value", "findings", "fix_by")
        widgets = {"findings": lines(3)}

    def __init__(self, *args: Any, contracts: list[Contract], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["contract"].choices = [("", "–"), *((row.pk, row.number) for row in contracts)]  # type: ignore[attr-defined]

    def result(self) -> AcceptanceRecord:
        """The minutes, not yet written."""
        entry: AcceptanceRecord = self.instance
        entry.contract_id = self.cleaned_data["contract"]
        return entry


class DefectForm(forms.ModelForm):
    """A fault found under warranty."""

    found_on = day_field(label=_("Ngày phát hiện"))
    due_on = day_field(label=_("Hạn sửa"), required=False)

    class Meta:
        model = Defect
        fields = ("what", "found_on", "due_on")
        widgets = {"what": lines(3)}

    def __init__(self, *args: Any, today: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["found_on"] = self.initial.get("found_on") or today
