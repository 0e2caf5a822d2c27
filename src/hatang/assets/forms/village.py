"""What is kept of a village."""

from __future__ import annotations

import json
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hatang.commune.models import Village
from hatang.ui.fields import ShapeField


class VillageForm(forms.Form):
    """The households and the place of a village."""

    households = forms.IntegerField(
        label=_("Số hộ"), required=False, min_value=0, max_value=20_000,
        help_text=_("Số hộ là mẫu số của nhiều chỉ tiêu. Để trống nếu chưa biết."),
        error_messages={"invalid": _("Số hộ phải là số nguyên."), "min_value": _("Số hộ không thể là số âm.")},
    )  # fmt: skip
    geometry = ShapeField(
        help_text=_("Một điểm ở giữa thôn, hoặc phạm vi của thôn. Vẽ trên bản đồ phía trên, hoặc dán GeoJSON (WGS84)."),
    )
    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Căn cứ, lý do"), required=False, max_length=500, help_text=_("Ví dụ: rà soát hộ quý II/2026.")
    )

    @classmethod
    def of(cls, village: Village) -> VillageForm:
        """The form as the village stands."""
        shape = json.dumps(village.geometry) if village.geometry else ""
        return cls(initial={"households": village.households, "geometry": shape, "revision": village.revision})

    def values(self) -> dict[str, Any]:
        """What the service asks for."""
        return {name: value for name, value in self.cleaned_data.items() if name != "revision"}

    def set_against(self, newer: Village) -> list[tuple[str, str]]:
        """Set what was typed against the version somebody else saved: what differs, label by label, as that version has it.

        Saving once more then writes over it, knowingly.
        """
        data: Any = self.data.copy()  # type: ignore[attr-defined]
        data[self.add_prefix("revision")] = str(newer.revision)
        self.data = data
        differing = []
        if newer.households != self.cleaned_data.get("households"):
            differing.append((str(self["households"].label), "–" if newer.households is None else str(newer.households)))
        if newer.geometry != self.cleaned_data.get("geometry"):
            differing.append((str(self["geometry"].label), str(_("hình khác"))))
        return differing

    def clean_geometry(self) -> dict[str, Any] | None:
        """A point or an area, checked."""
        shape: dict[str, Any] | None = self.cleaned_data["geometry"]
        if shape and "Line" in shape["type"]:
            raise forms.ValidationError(_("Thôn là một điểm hoặc một vùng, không phải một đường."))
        return shape


class NewVillageForm(VillageForm):
    """A village that is not in the list yet."""

    name = forms.CharField(label=_("Tên thôn"), max_length=100)
    field_order = ["name", "households"]

    def clean_name(self) -> str:
        """A name no other village or unit of the commune has."""
        name = " ".join(str(self.cleaned_data["name"]).split())
        if Village.objects.filter(name__iexact=name).exists():
            raise forms.ValidationError(_("Xã đã có thôn mang tên này."))
        return name
