"""What a target is tied to, the way to it, and the document that proves it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hatang.indicators.models import Indicator, TargetBinding
from hatang.indicators.rules.passing import KEPT, Goal
from hatang.indicators.rules.path import Step
from hatang.plans.models import Target

AMOUNT: dict[str, Any] = {"max_digits": 20, "decimal_places": 4, "localize": True, "required": False}
AMOUNTS = [choice for choice in Target.Comparator.choices if choice[0] not in KEPT]


class BindingForm(forms.Form):
    """The indicator, and what is asked of it."""

    indicator: forms.ModelChoiceField[Indicator] = forms.ModelChoiceField(label=_("Chỉ tiêu"), queryset=None, empty_label=None)
    comparator = forms.ChoiceField(label=_("Yêu cầu"), choices=Target.Comparator.choices)
    value = forms.DecimalField(label=_("Giá trị"), **AMOUNT)
    value_max = forms.DecimalField(label=_("Đến (nếu là khoảng)"), **AMOUNT)
    year = forms.IntegerField(label=_("Đến năm"), localize=False, min_value=1990, max_value=2100)
    aspirational = forms.BooleanField(label=_("Mục tiêu phấn đấu"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["indicator"].queryset = Indicator.objects.filter(is_active=True).order_by("order", "pk")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A comparator that needs a number has one; a span of two runs upwards."""
        data = super().clean() or {}
        comparator, low, high = data.get("comparator"), data.get("value"), data.get("value_max")
        if comparator not in KEPT and low is None and "value" not in self.errors:
            self.add_error("value", _("Yêu cầu này cần một giá trị."))
        if comparator == "between" and (high is None or (low is not None and high < low)) and "value_max" not in self.errors:
            self.add_error("value_max", _("Giá trị sau phải từ giá trị trước trở lên."))
        if comparator != "between":
            data["value_max"] = None
        if comparator in KEPT:
            data["value"] = None
        return data


class MilestonesForm(forms.Form):
    """What is asked by the end of each year before the target's; an empty value takes the year's milestone away."""

    def __init__(self, binding: TargetBinding, first: int, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.years = range(first, binding.year)
        known = {row.year: row for row in binding.milestones.all()}
        for year in self.years:
            row = known.get(year)
            comparator = forms.ChoiceField(label=_("Yêu cầu cuối năm %(year)s") % {"year": year}, choices=AMOUNTS)
            comparator.initial = row.comparator if row else binding.comparator
            value = forms.DecimalField(label=_("Giá trị cuối năm %(year)s") % {"year": year}, **AMOUNT)
            value.initial = row.value.normalize() if row and row.value is not None else None
            self.fields |= {f"comparator-{year}": comparator, f"value-{year}": value}

    def pairs(self) -> list[tuple[int, forms.BoundField, forms.BoundField]]:
        """The fields year by year."""
        return [(year, self[f"comparator-{year}"], self[f"value-{year}"]) for year in self.years]

    def steps(self) -> list[Step]:
        """The milestones as filled in."""
        filled = [(year, self.cleaned_data[f"comparator-{year}"], self.cleaned_data[f"value-{year}"]) for year in self.years]
        return [Step(year, Goal(comparator, value)) for year, comparator, value in filled if value is not None]

    def clean(self) -> dict[str, Any]:
        """A milestone is one amount."""
        data = super().clean() or {}
        for year in self.years:
            if data.get(f"comparator-{year}") == "between":
                self.add_error(f"comparator-{year}", _("Mốc từng năm là một giá trị, không phải một khoảng."))
        return data


class ProofForm(forms.Form):
    """The document that proves a state that is kept, or a thing that is there."""

    reference = forms.CharField(
        label=_("Số, ký hiệu, trích yếu văn bản"), max_length=300, required=False,
        help_text=_("Ví dụ: Quyết định số 12/QĐ-UBND về việc công nhận…"),
    )  # fmt: skip
    on = forms.DateField(
        label=_("Ngày văn bản"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    file = forms.FileField(label=_("Tệp văn bản"), required=False, help_text=_("PDF, Word hoặc ảnh chụp; tối đa 30 MB."))

    def clean(self) -> dict[str, Any]:
        """At least something that can be looked up."""
        data = super().clean() or {}
        if not data.get("reference") and not data.get("file"):
            raise forms.ValidationError(_("Hãy ghi số, ký hiệu văn bản hoặc đính kèm tệp."))
        return data
