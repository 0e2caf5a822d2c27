"""Drawing up the yearly maintenance plan and ticking off what is done."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hatang.assets.models import MaintenanceLine
from hatang.assets.upkeep.forms.common import day_field, not_ahead, words_field
from hatang.commune.models import Unit
from hatang.core.periods import Period
from hatang.ui.fields import MoneyField

CODES = ("{year}", *(f"{{year}}-Q{part}" for part in range(1, 5)), *(f"{{year}}-{month:02}" for month in range(1, 13)))


class DraftForm(forms.Form):
    """Which year to plan, and whether to begin with last year's jobs."""

    year = forms.IntegerField(min_value=2000, max_value=2100, widget=forms.HiddenInput)
    copy = forms.BooleanField(label=_("Chép các việc của kế hoạch năm trước"), required=False, initial=True)


class LineForm(forms.ModelForm):
    """One job: what, when, which way, by whom, at what cost."""

    period = forms.ChoiceField(label=_("Thời gian"))
    cost = MoneyField(label=_("Chi phí dự kiến"))
    unit: forms.ModelChoiceField[Unit] = forms.ModelChoiceField(label=_("Đơn vị thực hiện"), queryset=None)

    class Meta:
        model = MaintenanceLine
        fields = ("job", "work", "period", "way", "unit", "cost", "source")
        help_texts = {
            "job": _("Ví dụ: phát quang, vét rãnh, thay bóng đèn."),
            "source": _("Ví dụ: sự nghiệp kinh tế, quỹ thôn. Nguồn hợp lệ cần kiểm chứng theo quy định tài chính."),
        }

    field_order = ("job", "work", "period", "way", "unit", "cost", "source")

    def __init__(self, *args: Any, year: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        codes = [code.format(year=year) for code in CODES]
        self.fields["period"].choices = [(code, Period.parse(code).label().capitalize()) for code in codes]  # type: ignore[attr-defined]
        self.fields["unit"].queryset = Unit.objects.filter(is_active=True).order_by("folded_name")  # type: ignore[attr-defined]


class ApproveForm(forms.Form):
    """The decision that puts a plan into force."""

    document = forms.CharField(
        label=_("Quyết định phê duyệt"), max_length=200, required=False, help_text=_("Số, ký hiệu nếu có.")
    )


class AmendForm(forms.Form):
    """Why a plan in force is opened again."""

    reason = words_field(_("Lý do điều chỉnh"))


class DoneForm(forms.Form):
    """That a job is done: when, at what cost, with what result."""

    on = day_field(_("Ngày hoàn thành"))
    actual_cost = MoneyField(label=_("Chi phí thực tế"), required=False)
    note = words_field(_("Kết quả"), required=False)

    def __init__(self, *args: Any, line: MaintenanceLine, **kwargs: Any) -> None:
        said = {"on": line.done_on or timezone.localdate(), "actual_cost": line.actual_cost, "note": line.done_note}
        kwargs.setdefault("initial", said)
        super().__init__(*args, **kwargs)
        self.year = line.plan.year

    def clean_on(self) -> dt.date:
        """A day that is not still to come, nor before the plan's year began."""
        day = not_ahead(self.cleaned_data["on"])
        if day.year < self.year:
            raise forms.ValidationError(_("Ngày hoàn thành không thể trước năm của kế hoạch (%(year)d).") % {"year": self.year})
        return day
