"""What of the capital plan is asked for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hatang.core.sectors import Sector
from hatang.projects.forms.fields import RowField
from hatang.projects.models import FundingSource
from hatang.projects.money.selectors import HEADINGS, Asked

UNITS = (("trieu", _("triệu đồng")), ("dong", _("đồng")), ("nghin", _("nghìn đồng")), ("ty", _("tỷ đồng")))


class AskForm(forms.Form):
    """The filter above the capital plan."""

    nhom = forms.ChoiceField(label=_("Xem theo"), choices=HEADINGS, required=False)
    nam = RowField(label=_("Năm"))
    nguon = RowField(label=_("Nguồn vốn"))
    linh_vuc = forms.ChoiceField(label=_("Lĩnh vực"), choices=[("", _("Tất cả")), *Sector.choices], required=False)
    don_vi = forms.ChoiceField(label=_("Đơn vị tính"), choices=UNITS, required=False)

    def __init__(self, *args: Any, years: list[int], sources: list[FundingSource], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["nam"].choices = [("", _("Cả giai đoạn")), *((year, str(year)) for year in years)]  # type: ignore[attr-defined]
        named = ((source.pk, f"{source.name} ({source.first_year}–{source.last_year or ''})") for source in sources)
        self.fields["nguon"].choices = [("", _("Tất cả")), *named]  # type: ignore[attr-defined]

    def asked(self) -> Asked:
        """What is asked for; whatever makes no sense is left out."""
        self.is_valid()
        given = self.cleaned_data
        return Asked(given.get("nhom") or "nguon", given.get("nam"), given.get("nguon"), given.get("linh_vuc") or "")

    def unit(self) -> str:
        """The unit amounts are shown in."""
        self.is_valid()
        return self.cleaned_data.get("don_vi") or "trieu"
