"""What a person corrects of one item, checked before it is written."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hatang.core.periods import NotAPeriod, Period
from hatang.plans.forms.fields import AMOUNT, NO_SECTOR, YEARS
from hatang.plans.models import Assignment, ReviewItem, Schedule, Target


class ItemForm(forms.Form):
    """What every item's form can do: start from `data` of the reading contract and give it back."""

    @classmethod
    def initial_of(cls, data: dict[str, Any]) -> dict[str, Any]:
        """What the form shows first."""
        return data

    def data_of(self) -> dict[str, Any]:
        """The checked fields as the reading contract has them."""
        return {name: _plain(value) for name, value in self.cleaned_data.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return None if value == "" else value


class TargetForm(ItemForm):
    """A target: what, how much, by when."""

    subject = forms.CharField(label=_("Chỉ tiêu"), widget=forms.Textarea({"rows": 2}))
    kind = forms.ChoiceField(label=_("Cách đo"), choices=Target.Kind.choices)
    comparator = forms.ChoiceField(label=_("Yêu cầu"), choices=Target.Comparator.choices)
    value = forms.DecimalField(label=_("Giá trị"), **AMOUNT)
    value_max = forms.DecimalField(label=_("Đến (nếu là khoảng)"), **AMOUNT)
    unit = forms.CharField(label=_("Đơn vị tính"), max_length=60, required=False)
    year = forms.IntegerField(label=_("Đến năm"), localize=False, **YEARS)
    sector = forms.ChoiceField(label=_("Lĩnh vực"), choices=NO_SECTOR, required=False)
    aspirational = forms.BooleanField(label=_("Mục tiêu phấn đấu"), required=False)

    def clean(self) -> dict[str, Any]:
        """A comparator that needs a number has one; a span of two runs upwards."""
        data = super().clean() or {}
        comparator, low, high = data.get("comparator"), data.get("value"), data.get("value_max")
        if comparator not in {"maintain", "exists"} and low is None and "value" not in self.errors:
            self.add_error("value", _("Yêu cầu này cần một giá trị."))
        if comparator == "between" and (high is None or (low is not None and high < low)) and "value_max" not in self.errors:
            self.add_error("value_max", _("Giá trị sau phải từ giá trị trước trở lên."))
        if comparator != "between":
            data["value_max"] = None
        if comparator in {"maintain", "exists"}:
            data["value"] = None
        return data


class TaskForm(ItemForm):
    """A task: the doing and what is done to."""

    action = forms.CharField(label=_("Việc làm"), max_length=200, help_text=_("Ví dụ: Đầu tư xây dựng mới"))
    object = forms.CharField(label=_("Đối tượng"), widget=forms.Textarea({"rows": 2}))
    sector = forms.ChoiceField(label=_("Lĩnh vực"), choices=NO_SECTOR, required=False)


class QuantityForm(forms.Form):
    """One quantity of a task; an empty value takes the line away."""

    value = forms.DecimalField(label=_("Khối lượng"), min_value=0, **AMOUNT)
    unit = forms.CharField(label=_("Đơn vị tính"), max_length=60, required=False)
    of = forms.CharField(label=_("Của"), max_length=300, required=False)
    approximate = forms.BooleanField(label=_("khoảng"), required=False)

    def clean(self) -> dict[str, Any]:
        """A value has a unit."""
        data = super().clean() or {}
        if data.get("value") is not None and not data.get("unit"):
            self.add_error("unit", _("Hãy ghi đơn vị tính."))
        return data


Quantities = forms.formset_factory(QuantityForm, extra=1, max_num=40, validate_max=True)


def quantities_of(formset: Any) -> list[dict[str, Any]]:
    """The filled lines as the reading contract has them."""
    lines = [form.cleaned_data for form in formset if form.cleaned_data.get("value") is not None]
    return [{name: _plain(line[name]) for name in ("value", "unit", "of", "approximate")} for line in lines]


class AssignmentForm(ItemForm):
    """Who does what."""

    actor = forms.CharField(label=_("Ai"), widget=forms.Textarea({"rows": 2}))
    role = forms.ChoiceField(label=_("Vai trò"), choices=Assignment.Role.choices)
    duty = forms.CharField(label=_("Việc được giao"), widget=forms.Textarea({"rows": 3}))


def _period_field(label: Any) -> forms.CharField:
    help_text = _("Năm (2026), quý (2026-Q1), nửa năm (2026-H1), tháng (2026-05) hoặc ngày (2026-06-15).")
    return forms.CharField(label=label, max_length=10, required=False, help_text=help_text)


class ScheduleForm(ItemForm):
    """When."""

    kind = forms.ChoiceField(label=_("Loại"), choices=Schedule.Kind.choices)
    every = forms.ChoiceField(label=_("Bao lâu một lần"), choices=[("", _("Không nêu")), *Schedule.Every.choices], required=False)
    start = _period_field(_("Bắt đầu"))
    due = _period_field(_("Thời hạn"))

    def clean_start(self) -> str:
        """A period as the product writes it."""
        return _checked(self.cleaned_data["start"])

    def clean_due(self) -> str:
        """A period as the product writes it."""
        return _checked(self.cleaned_data["due"])

    def clean(self) -> dict[str, Any]:
        """A deadline has a day."""
        data = super().clean() or {}
        if data.get("kind") == "deadline" and not data.get("due") and "due" not in self.errors:
            self.add_error("due", _("Thời hạn cần một ngày, tháng, quý hoặc năm."))
        return data


def _checked(code: str) -> str:
    try:
        return Period.parse(code).code if code else ""
    except NotAPeriod as error:
        raise forms.ValidationError(_("Chưa đúng dạng. Ví dụ: 2026, 2026-Q1, 2026-05, 2026-06-15.")) from error


FORMS: dict[str, type[ItemForm]] = {
    ReviewItem.Kind.TARGET: TargetForm,
    ReviewItem.Kind.TASK: TaskForm,
    ReviewItem.Kind.ASSIGNMENT: AssignmentForm,
    ReviewItem.Kind.SCHEDULE: ScheduleForm,
}
