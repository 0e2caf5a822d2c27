"""Proposing and weighing needs."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hatang.core.sectors import Sector
from hatang.projects.forms.fields import NumberField, RowField, day_field, lines, village_choices
from hatang.projects.models import Criterion, Need
from hatang.projects.selectors import NeedFilter
from hatang.projects.selectors.needs import Weighing
from hatang.ui.fields import MoneyField, PaperField, ShapeField


class NeedForm(forms.ModelForm):
    """What a village asks for; a village head proposes for the own village alone."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    village = RowField(label=_("Thôn"), required=True)
    estimated_cost = MoneyField(label=_("Ước kinh phí (đồng)"), required=False)
    proposed_on = day_field(label=_("Ngày đề xuất"))
    upload = PaperField(label=_("Biên bản họp thôn (tệp hoặc ảnh)"))
    geometry = ShapeField()

    class Meta:
        model = Need
        fields = (
            "name", "sector", "reason", "households", "poor_households", "land_ready", "contribution", "estimated_cost",
            "proposed_on",
        )  # fmt: skip
        widgets = {"reason": lines(3), "contribution": lines()}

    def __init__(self, *args: Any, own_village: int | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(pk, name) for pk, name in village_choices() if own_village in (None, pk)]
        self.fields["village"].choices = choices if own_village else [("", "–"), *choices]  # type: ignore[attr-defined]
        self.fields["sector"].choices = [("", "–"), *Sector.choices]  # type: ignore[attr-defined]
        self.initial["village"] = self.instance.village_id or own_village
        self.initial["revision"] = self.instance.revision
        self.initial["geometry"] = json.dumps(self.instance.geometry) if self.instance.geometry else ""
        self.order_fields(["village", "name", "sector", "reason"])

    def plain_fields(self) -> list[forms.BoundField]:
        """Everything but the shape and what is hidden."""
        return [field for field in self.visible_fields() if field.name != "geometry"]

    def clean(self) -> dict[str, Any]:
        """Poor households are among those that benefit."""
        values = super().clean() or {}
        all_of, poor = values.get("households"), values.get("poor_households")
        if all_of is not None and poor is not None and poor > all_of:
            self.add_error("poor_households", _("Số hộ nghèo không nhiều hơn số hộ hưởng lợi."))
        return values

    def result(self) -> Need:
        """The need, not yet written."""
        need: Need = self.instance
        need.village_id = self.cleaned_data["village"]
        need.geometry = self.cleaned_data["geometry"]
        need.revision = self.cleaned_data["revision"]
        return need


class NeedFilterForm(forms.Form):
    """Which needs to show."""

    tim = forms.CharField(label=_("Tìm"), required=False, max_length=100)
    linh_vuc = forms.ChoiceField(label=_("Lĩnh vực"), required=False)
    thon = RowField(label=_("Thôn"))
    trang_thai = forms.ChoiceField(label=_("Trạng thái"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        every = ("", _("Tất cả"))
        self.fields["linh_vuc"].choices = [every, *Sector.choices]  # type: ignore[attr-defined]
        self.fields["thon"].choices = [every, *village_choices()]  # type: ignore[attr-defined]
        self.fields["trang_thai"].choices = [("", _("Chờ quyết định")), *Need.State.choices]  # type: ignore[attr-defined]

    def wanted(self) -> NeedFilter:
        """The filter as asked; what cannot be understood is left out."""
        self.full_clean()
        given = getattr(self, "cleaned_data", {})
        return NeedFilter(given.get("linh_vuc", ""), given.get("thon"), given.get("trang_thai", ""), given.get("tim", ""))


class ScoreForm(forms.Form):
    """Points on every criterion in use; what the facts speak for stands there first."""

    def __init__(self, *args: Any, weighing: list[Weighing], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.weighing = weighing
        for entry in weighing:
            row = entry.criterion
            start = entry.points if entry.points is not None else entry.proposed
            self.fields[f"points-{row.pk}"] = NumberField(
                label=str(row), required=False, most=row.max_points, decimals=2, initial=start, help_text=row.said_guide
            )
            self.fields[f"note-{row.pk}"] = forms.CharField(
                label=_("Ghi chú"), required=False, max_length=500, initial=entry.note
            )

    def rows(self) -> list[tuple[Weighing, forms.BoundField, forms.BoundField]]:
        """Each criterion with its two fields."""
        return [(entry, self[f"points-{entry.criterion.pk}"], self[f"note-{entry.criterion.pk}"]) for entry in self.weighing]

    def points(self) -> dict[int, Decimal]:
        """The points given, by criterion."""
        pairs = ((entry.criterion.pk, self.cleaned_data[f"points-{entry.criterion.pk}"]) for entry in self.weighing)
        return {pk: points for pk, points in pairs if points is not None}

    def notes(self) -> dict[int, str]:
        """The notes given, by criterion."""
        return {entry.criterion.pk: self.cleaned_data[f"note-{entry.criterion.pk}"] for entry in self.weighing}


class CloseNeedForm(forms.Form):
    """Why a need is declined or withdrawn."""

    reason = forms.CharField(label=_("Lý do"), max_length=1000, widget=lines())


class CriterionForm(forms.ModelForm):
    """A criterion as the commune decided it."""

    class Meta:
        model = Criterion
        fields = ("name", "guide", "max_points", "weight", "order", "is_active")
        widgets = {"guide": lines(3)}
