"""Accepting quantities of a contract."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hatang.projects.forms.fields import NumberField, day_field, lines
from hatang.projects.models import AcceptanceRecord
from hatang.projects.selectors import LineView
from hatang.ui.fields import MoneyField, PaperField


class QuantitiesForm(forms.ModelForm):
    """The minutes of an acceptance under a contract, with how much of each line was accepted this time."""

    on = day_field(label=_("Ngày nghiệm thu"))
    fix_by = day_field(label=_("Hạn khắc phục tồn tại"), required=False)
    value = MoneyField(
        label=_("Giá trị khối lượng nghiệm thu (đồng)"), required=False,
        help_text=_("Để trống thì tính từ khối lượng và đơn giá bên dưới."),
    )  # fmt: skip
    upload = PaperField(label=_("Biên bản (PDF, Word hoặc ảnh)"))

    class Meta:
        model = AcceptanceRecord
        fields = ("kind", "number", "on", "value", "findings", "fix_by", "above_reason")
        widgets = {"findings": lines(3), "above_reason": lines()}

    def __init__(self, *args: Any, boq: list[LineView], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.boq = boq
        self.fields["above_reason"].help_text = _("Chỉ cần khi khối lượng cộng dồn vượt hợp đồng và các lần điều chỉnh.")
        for row in boq:
            self.fields[f"dong-{row.line.pk}"] = NumberField(label=row.line.name, required=False)

    def plain_fields(self) -> list[forms.BoundField]:
        """Everything but the quantities."""
        return [field for field in self.visible_fields() if not field.name.startswith("dong-")]

    def rows(self) -> list[tuple[LineView, forms.BoundField]]:
        """Each line with its field."""
        return [(row, self[f"dong-{row.line.pk}"]) for row in self.boq]

    def quantities(self) -> dict[int, Decimal]:
        """What was accepted this time, by the pk of the line."""
        given = {row.line.pk: self.cleaned_data[f"dong-{row.line.pk}"] for row in self.boq}
        return {pk: amount for pk, amount in given.items() if amount}
