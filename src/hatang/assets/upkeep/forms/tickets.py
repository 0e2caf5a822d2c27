"""Reporting a fault and moving it on."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hatang.assets.models import Ticket
from hatang.assets.upkeep.forms.common import PicturesMixin, day_field, not_ahead, words_field
from hatang.assets.upkeep.selectors import Wanted
from hatang.commune.models import Unit, Village

DAYS_TO_MEND = 7
STATES = [
    ("", _("Chưa đóng")),
    ("unfixed", _("Đang hỏng")),
    ("late", _("Quá hạn sửa")),
    *Ticket.State.choices,
    ("all", _("Tất cả")),
]


class FaultForm(PicturesMixin):
    """What is broken. Three questions and a picture: two minutes on a phone."""

    fault = forms.CharField(label=_("Hỏng gì"), max_length=200, help_text=_("Ví dụ: cầu gãy lan can, loa mất tiếng."))
    effect = forms.ChoiceField(label=_("Còn dùng được không"), choices=[("", _("Chọn…")), *Ticket.Effect.choices])
    is_dangerous = forms.BooleanField(label=_("Có nguy hiểm cho người qua lại, sử dụng"), required=False)
    details = words_field(_("Mô tả thêm"), required=False)

    field_order = ("fault", "effect", "is_dangerous", "photo", "more", "details")

    def values(self) -> dict[str, Any]:
        """What the service asks for."""
        given = self.cleaned_data
        names = ("fault", "effect", "is_dangerous", "details")
        return {**{name: given[name] for name in names}, "photos": self.uploads()}


class StepForm(forms.Form):
    """What every step takes; each of its own kind adds to it."""

    note = words_field(_("Ghi chú"), required=False)

    def values(self) -> dict[str, Any]:
        """What the service asks for."""
        return {"note": self.cleaned_data["note"]}


class AssignForm(StepForm):
    """Who mends it, until when."""

    unit: forms.ModelChoiceField[Unit] = forms.ModelChoiceField(label=_("Đơn vị sửa"), queryset=None)
    due_on = day_field(_("Hạn sửa"))

    field_order = ("unit", "due_on", "note")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = Unit.objects.filter(is_active=True).order_by("folded_name")  # type: ignore[attr-defined]
        self.fields["due_on"].initial = timezone.localdate() + dt.timedelta(DAYS_TO_MEND)

    def values(self) -> dict[str, Any]:
        """What the service asks for."""
        return {**super().values(), "unit": self.cleaned_data["unit"], "due_on": self.cleaned_data["due_on"]}


class FixForm(PicturesMixin, StepForm):
    """What was done, with a picture or words."""

    on = day_field(_("Ngày sửa xong"))
    note = words_field(_("Đã sửa những gì"), required=False)

    field_order = ("on", "photo", "more", "note")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = timezone.localdate()

    def clean_on(self) -> dt.date:
        """A day that is not still to come."""
        return not_ahead(self.cleaned_data["on"])

    def values(self) -> dict[str, Any]:
        """What the service asks for."""
        return {**super().values(), "on": self.cleaned_data["on"], "photos": self.uploads()}


class CheckForm(StepForm):
    """That it is mended, as seen on the spot."""

    note = words_field(_("Nhận xét khi kiểm tra"), required=False)


class CloseForm(StepForm):
    """Nothing more to do."""


class ReopenForm(StepForm):
    """Why it is not done after all."""

    note = words_field(_("Vì sao mở lại"))


class TicketFilter(forms.Form):
    """Which tickets to show."""

    buoc = forms.ChoiceField(label=_("Bước"), required=False, choices=STATES)
    don_vi = forms.TypedChoiceField(label=_("Đơn vị sửa"), required=False, coerce=int, empty_value=None)
    thon = forms.TypedChoiceField(label=_("Thôn"), required=False, coerce=int, empty_value=None)
    tim = forms.CharField(label=_("Tìm tên công trình"), required=False, max_length=100)

    def __init__(self, units: list[Unit], villages: list[Village], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        every = ("", _("Tất cả"))
        self.fields["don_vi"].choices = [every, *((unit.pk, unit.name) for unit in units)]  # type: ignore[attr-defined]
        self.fields["thon"].choices = [every, *((village.pk, village.name) for village in villages)]  # type: ignore[attr-defined]

    def wanted(self) -> Wanted:
        """The filter as asked; what cannot be understood is left out."""
        self.full_clean()
        given = getattr(self, "cleaned_data", {})
        return Wanted(given.get("buoc", ""), given.get("don_vi"), given.get("thon"), given.get("tim", ""))
