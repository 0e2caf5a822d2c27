"""The form of one asset: what every asset has, and the attributes of its kind."""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hatang.assets.forms.numbers import NumberField, typed
from hatang.assets.kinds import KINDS, Attribute, Kind
from hatang.assets.models import Asset
from hatang.assets.selectors import Filter
from hatang.commune.models import Unit, Village
from hatang.commune.selectors import units, villages
from hatang.core.sectors import Sector
from hatang.ui.fields import ShapeField

PREFIX = "a-"
TAKEN = _("Mã này đã dùng cho một công trình khác của xã.")
YES_NO = (("", "–"), ("co", _("Có")), ("khong", _("Không")))
DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class AssetForm(forms.ModelForm):
    """Adding or changing an asset of a known kind."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    village: forms.ModelChoiceField[Village] = forms.ModelChoiceField(
        label=_("Thôn"), queryset=None, required=False, empty_label=_("Không thuộc riêng thôn nào")
    )
    operator: forms.ModelChoiceField[Unit] = forms.ModelChoiceField(
        label=_("Đơn vị quản lý, vận hành"), queryset=None, required=False, empty_label=_("Chưa rõ")
    )
    stated_length_m = NumberField(
        label=_("Chiều dài theo hồ sơ (m)"), required=False, min_value=0, max_digits=12, decimal_places=2
    )
    geometry = ShapeField(
        help_text=_("Vẽ trên bản đồ phía trên, hoặc dán GeoJSON (WGS84). Để trống nếu chưa có."),
    )

    class Meta:
        model = Asset
        fields = (
            "name", "code", "village", "stated_length_m", "condition", "working", "operator", "owner", "built_year",
            "warranty_until", "note",
        )  # fmt: skip
        widgets = {"warranty_until": DAY, "note": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind: Kind = self.instance.spec
        _offer(self.fields["village"], Village, villages())
        _offer(self.fields["operator"], Unit, units())
        if not self.kind.has_length:
            del self.fields["stated_length_m"]
        for attribute in self.kind.attributes:
            field = _field(attribute)
            field.initial = _shown(attribute, self.instance.attributes.get(attribute.code))
            self.fields[PREFIX + attribute.code] = field
        self.initial["revision"] = self.instance.revision
        self.initial["geometry"] = json.dumps(self.instance.geometry) if self.instance.geometry else ""

    def attribute_fields(self) -> list[forms.BoundField]:
        """The fields of the kind's own attributes."""
        return [self[PREFIX + attribute.code] for attribute in self.kind.attributes]

    def common_fields(self) -> list[forms.BoundField]:
        """The fields every asset has, without its shape."""
        return [self[name] for name in self.Meta.fields if name in self.fields]

    def clean_geometry(self) -> dict[str, Any] | None:
        """The shape as checked GeoJSON."""
        shape: dict[str, Any] | None = self.cleaned_data["geometry"]
        if shape and _shape_of(shape["type"]) not in self.kind.shapes:
            raise forms.ValidationError(_("Loại công trình này không dùng kiểu hình vừa vẽ."))
        return shape

    def clean_code(self) -> str:
        """A code nobody else in the commune has."""
        code = str(self.cleaned_data["code"]).strip()
        if code and Asset.objects.filter(code=code).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(TAKEN)
        return code

    def clean(self) -> dict[str, Any]:
        """Read the attributes as their kind asks."""
        values = super().clean() or {}
        given = {attribute.code: self.data.get(self.add_prefix(PREFIX + attribute.code)) for attribute in self.kind.attributes}
        self.attributes, wrong = self.kind.read(given)
        for code, why in wrong.items():
            self.add_error(PREFIX + code, why)
        return values

    def set_against(self, newer: Asset) -> list[tuple[str, str]]:
        """Set what was typed against the version somebody else saved: the differences, label by label, as that version has them.

        Saving once more then writes over it, knowingly.
        """
        data: Any = self.data.copy()  # type: ignore[attr-defined]
        data[self.add_prefix("revision")] = str(newer.revision)
        self.data = data
        fresh = AssetForm(instance=newer)
        shown = [(self[field.name], field.value()) for field in fresh if field.name not in {"revision", "geometry"}]
        differing = [
            (str(mine.label), _choice(mine.field, value)) for mine, value in shown if _text(mine.value()) != _text(value)
        ]
        moved = newer.geometry != self.cleaned_data.get("geometry")
        return [*differing, (str(self["geometry"].label), str(_("hình khác")))] if moved else differing

    def result(self) -> Asset:
        """The asset as filled in, not yet written. `revision` is the one the person had before them."""
        asset: Asset = self.instance
        asset.attributes = self.attributes
        asset.geometry = self.cleaned_data["geometry"]
        asset.revision = self.cleaned_data["revision"]
        return asset


def _offer(field: Any, model: Any, rows: Sequence[Any]) -> None:
    """Let a field take these rows, shown in the order of the Vietnamese alphabet."""
    field.queryset = model.objects.filter(is_active=True)
    field.choices = [("", field.empty_label), *((row.pk, row.name) for row in rows)]


def _shape_of(kind: str) -> str:
    return "point" if "Point" in kind else "line" if "Line" in kind else "area"


def _text(value: Any) -> str:
    return "" if value is None else str(value).strip()


def _choice(field: forms.Field, value: Any) -> str:
    """A value as the person sees it in the field."""
    text = _text(value)
    choices = {_text(code): str(label) for code, label in getattr(field, "choices", ())}
    return choices.get(text, text) or "–"


def _field(attribute: Attribute) -> forms.Field:
    label = f"{attribute.label} ({attribute.unit})" if attribute.unit else attribute.label
    if attribute.type == "choice":
        return forms.ChoiceField(label=label, required=False, choices=[("", "–"), *attribute.choices])
    if attribute.type == "yes_no":
        return forms.ChoiceField(label=label, required=False, choices=YES_NO)
    mode = {"number": "decimal", "count": "numeric"}.get(attribute.type)
    return forms.CharField(label=label, required=False, widget=forms.TextInput(attrs={"inputmode": mode} if mode else {}))


def _shown(attribute: Attribute, value: Any) -> Any:
    if attribute.type == "yes_no":
        return "" if value is None else "co" if value else "khong"
    return typed(Decimal(value)) if attribute.type == "number" and value is not None else value


class FilterForm(forms.Form):
    """What of the inventory to show."""

    linh_vuc = forms.ChoiceField(label=_("Lĩnh vực"), required=False)
    loai = forms.ChoiceField(label=_("Loại"), required=False)
    thon = forms.TypedChoiceField(label=_("Thôn"), required=False, coerce=int, empty_value=None)
    tinh_trang = forms.ChoiceField(label=_("Tình trạng"), required=False)
    hoat_dong = forms.ChoiceField(label=_("Hoạt động"), required=False)
    tim = forms.CharField(label=_("Tên hoặc mã"), required=False, max_length=100)
    da_dua_ra = forms.BooleanField(label=_("Đã đưa ra khỏi sổ"), required=False)

    def __init__(self, villages: list[Village], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        every = ("", _("Tất cả"))
        choices: dict[str, list[tuple[Any, Any]]] = {
            "linh_vuc": list(Sector.choices),
            "loai": [(code, kind.label) for code, kind in KINDS.items()],
            "thon": [(village.pk, village.name) for village in villages],
            "tinh_trang": list(Asset.Condition.choices),
            "hoat_dong": list(Asset.Working.choices),
        }
        for name, options in choices.items():
            self.fields[name].choices = [every, *options]  # type: ignore[attr-defined]

    def wanted(self) -> Filter:
        """The filter as asked; what cannot be understood is left out."""
        self.full_clean()
        given = getattr(self, "cleaned_data", {})
        return Filter(
            sector=given.get("linh_vuc", ""),
            kind=given.get("loai", ""),
            village=given.get("thon"),
            condition=given.get("tinh_trang", ""),
            working=given.get("hoat_dong", ""),
            words=given.get("tim", ""),
            retired=given.get("da_dua_ra", False),
        )


class RetireForm(forms.Form):
    """Why an asset leaves the inventory."""

    reason = forms.CharField(label=_("Lý do"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))


class PhotoForm(forms.Form):
    """A picture of an asset."""

    photo = forms.FileField(label=_("Ảnh"), widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png"}))
    caption = forms.CharField(label=_("Chú thích"), max_length=200, required=False)
    taken_on = forms.DateField(label=_("Ngày chụp"), required=False, widget=DAY)
