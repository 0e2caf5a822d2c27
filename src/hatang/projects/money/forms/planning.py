"""Sources, the capital of a year, the plan of paying out, thresholds, shares of villages."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hatang.commune.models import Village
from hatang.projects.forms.fields import day_field
from hatang.projects.models import FundingSource, WorksSettings, YearCapital
from hatang.ui.fields import MoneyField


class SourceForm(forms.ModelForm):
    """One source, as it is called from a year on."""

    class Meta:
        model = FundingSource
        fields = ("code", "name", "kind", "is_public_investment", "first_year", "last_year", "note", "order")
        labels = {"order": gettext_lazy("Thứ tự")}

    def clean(self) -> dict[str, Any]:
        """It begins before it ends, and the code is new for the year."""
        values = super().clean() or {}
        first, last = values.get("first_year"), values.get("last_year")
        if first and last and last < first:
            self.add_error("last_year", _("Năm cuối không trước năm đầu."))
        same = FundingSource.objects.filter(code=values.get("code", ""), first_year=first or 0)
        if same.exclude(pk=self.instance.pk).exists():
            self.add_error("first_year", _("Mã nguồn này đã có bản dùng từ năm này."))
        return values


class CapitalForm(forms.ModelForm):
    """What the commune was given of a source in a year."""

    amount = MoneyField(label=gettext_lazy("Số vốn được giao (đồng)"))
    decided_on = day_field(label=gettext_lazy("Ngày quyết định"), required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = YearCapital
        fields = ("amount", "document", "decided_on")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["revision"] = self.instance.revision

    def result(self) -> YearCapital:
        """What to write, as it was when the form was opened."""
        capital: YearCapital = self.instance
        capital.revision = self.cleaned_data["revision"] or capital.revision
        return capital


class MonthsForm(forms.Form):
    """What should be paid out by the end of each month, added up from January; months left empty say nothing."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for month in range(1, 13):
            label = _("Đến hết tháng %(month)s") % {"month": month}
            self.fields[f"thang_{month}"] = MoneyField(label=label, required=False, help_text="")

    def result(self) -> dict[int, int]:
        """Đồng by month."""
        given = {month: self.cleaned_data[f"thang_{month}"] for month in range(1, 13)}
        return {month: amount for month, amount in given.items() if amount is not None}


class ThresholdForm(forms.ModelForm):
    """From where on the watch page warns."""

    class Meta:
        model = WorksSettings
        fields = ("paid_ahead_points", "paid_behind_points", "idle_months", "year_end_percent")


class SharesForm(forms.Form):
    """How a work's money counts for its villages."""

    def __init__(self, *args: Any, villages: list[tuple[Village, int]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pks = [village.pk for village, _share in villages]
        for village, share in villages:
            self.fields[f"thon_{village.pk}"] = forms.IntegerField(
                label=village.name, min_value=0, max_value=10_000, initial=share
            )  # fmt: skip

    def result(self) -> dict[int, int]:
        """Shares by village."""
        return {pk: self.cleaned_data[f"thon_{pk}"] for pk in self.pks}


class UploadForm(forms.Form):
    """An edited file of the capital plan, with the decision it follows."""

    file = forms.FileField(label=gettext_lazy("Tệp Excel (.xlsx)"))
    document = forms.CharField(label=gettext_lazy("Số quyết định, chứng từ"), max_length=200)
    decided_on = day_field(label=gettext_lazy("Ngày quyết định, chứng từ"))
    note = forms.CharField(label=gettext_lazy("Ghi chú, lý do"), max_length=500, required=False)
