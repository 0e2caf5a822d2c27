"""Describing and finding works."""

from __future__ import annotations

import json
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hatang.commune.models import Village
from hatang.core.sectors import Sector
from hatang.projects import words
from hatang.projects.forms.fields import NumberField, RowField, company_field, lines, unit_choices, village_choices
from hatang.projects.models import Project
from hatang.projects.selectors import Filter, asset_choices, task_choices
from hatang.projects.services import company_named
from hatang.ui.fields import MoneyField, ShapeField

ROWS = ("asset", "task", "lead_unit", "operator")
COMPANIES = ("contractor", "supervisor")


class WorkForm(forms.ModelForm):
    """A work of a known kind and sector."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    quantity = NumberField(label=_("Quy mô"), required=False)
    total_investment = MoneyField(label=_("Tổng mức đầu tư (đồng)"), required=False)
    villages = forms.TypedMultipleChoiceField(
        label=_("Thôn"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Các thôn có công trình đi qua hoặc được phục vụ."),
    )  # fmt: skip
    task = RowField(label=_("Nhiệm vụ trong kế hoạch"))
    asset = RowField(label=_("Cải tạo công trình đã có"))
    lead_unit = RowField(label=_("Đơn vị chủ trì"))
    operator = RowField(label=_("Đơn vị quản lý, sử dụng"))
    contractor = company_field(label=_("Đơn vị thi công, cung cấp"), required=False)
    supervisor = company_field(label=_("Tư vấn giám sát"), required=False)
    geometry = ShapeField()

    class Meta:
        model = Project
        fields = (
            "name", "code", "national_code", "group", "purpose", "place", "quantity", "unit", "investor", "total_investment",
            "start_year", "end_year", "note",
        )  # fmt: skip
        widgets = {"purpose": lines(3), "note": lines()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sector = self.instance.sector
        choices: dict[str, list[Any]] = {
            "task": [("", "–"), *task_choices(sector)],
            "asset": [("", _("Công trình mới")), *asset_choices(sector)],
            "lead_unit": unit_choices(),
        }
        choices["operator"] = choices["lead_unit"]
        for name, options in choices.items():
            self.fields[name].choices = options  # type: ignore[attr-defined]
            self.initial[name] = getattr(self.instance, f"{name}_id")
        self.fields["villages"].choices = village_choices()  # type: ignore[attr-defined]
        for name in COMPANIES:
            self.initial[name] = getattr(getattr(self.instance, name), "name", "")
        if self.instance.pk:
            self.initial["villages"] = [village.pk for village in self.instance.villages.all()]
        self.initial["revision"] = self.instance.revision
        self.initial["geometry"] = json.dumps(self.instance.geometry) if self.instance.geometry else ""

    def what_fields(self) -> list[forms.BoundField]:
        """What it is and why."""
        return [self[name] for name in ("name", "purpose", "task", "quantity", "unit", "asset")]

    def where_fields(self) -> list[forms.BoundField]:
        """Where it is, without its shape."""
        return [self[name] for name in ("villages", "place")]

    def who_fields(self) -> list[forms.BoundField]:
        """Who is in it."""
        return [self[name] for name in ("investor", "lead_unit", *COMPANIES, "operator")]

    def money_fields(self) -> list[forms.BoundField]:
        """Its codes, its money, its years."""
        return [self[name] for name in ("total_investment", "group", "start_year", "end_year", "code", "national_code", "note")]

    def clean_code(self) -> str:
        """A code no other work of the commune has."""
        return self._unique("code", _("Mã này đã dùng cho một công trình khác của xã."))

    def clean_national_code(self) -> str:
        """A national code no other work of the commune has."""
        return self._unique("national_code", _("Mã này đã ghi cho một công trình khác của xã."))

    def _unique(self, name: str, message: Any) -> str:
        value = str(self.cleaned_data[name]).strip()
        if value and Project.objects.filter(**{name: value}).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(message)
        return value

    def clean(self) -> dict[str, Any]:
        """The years run forward."""
        values = super().clean() or {}
        start, end = values.get("start_year"), values.get("end_year")
        if start and end and end < start:
            self.add_error("end_year", _("Năm hoàn thành không trước năm bắt đầu."))
        return values

    def result(self) -> tuple[Project, list[Village]]:
        """The work as filled in, not yet written, and its villages."""
        project: Project = self.instance
        for name in ROWS:
            setattr(project, f"{name}_id", self.cleaned_data[name])
        for name in COMPANIES:
            typed = self.cleaned_data[name].strip()
            setattr(project, name, company_named(typed) if typed else None)
        project.geometry = self.cleaned_data["geometry"]
        project.revision = self.cleaned_data["revision"]
        return project, list(Village.objects.filter(pk__in=self.cleaned_data["villages"]))


class FilterForm(forms.Form):
    """Which works to show."""

    tim = forms.CharField(label=_("Tìm tên, mã"), required=False, max_length=100)
    linh_vuc = forms.ChoiceField(label=_("Lĩnh vực"), required=False)
    giai_doan = forms.ChoiceField(label=_("Giai đoạn"), required=False)
    cach = forms.ChoiceField(label=_("Cách thực hiện"), required=False)
    thon = RowField(label=_("Thôn"))
    don_vi = RowField(label=_("Đơn vị chủ trì"))
    nam = forms.IntegerField(label=_("Năm"), required=False, min_value=2000, max_value=2100)
    cham = forms.BooleanField(label=_("Chỉ công trình chậm"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        every = ("", _("Tất cả"))
        choices: dict[str, list[Any]] = {
            "linh_vuc": [every, *Sector.choices],
            "giai_doan": [every, *words.PHASES],
            "cach": [every, *words.KINDS],
            "thon": [every, *village_choices()],
            "don_vi": [every, *unit_choices()[1:]],
        }
        for name, options in choices.items():
            self.fields[name].choices = options  # type: ignore[attr-defined]

    def wanted(self) -> Filter:
        """The filter as asked; what cannot be understood is left out."""
        self.full_clean()
        given = getattr(self, "cleaned_data", {})
        return Filter(
            sector=given.get("linh_vuc", ""),
            kind=given.get("cach", ""),
            phase=given.get("giai_doan", ""),
            village=given.get("thon"),
            unit=given.get("don_vi"),
            year=given.get("nam"),
            late=bool(given.get("cham")),
            words=given.get("tim", ""),
        )


class SaveViewForm(forms.Form):
    """Keeping a way of looking at the list."""

    name = forms.CharField(label=_("Đặt tên cho cách xem này"), max_length=80)
    shared = forms.BooleanField(label=_("Cả xã cùng dùng"), required=False)
    query = forms.CharField(max_length=1000, widget=forms.HiddenInput)
