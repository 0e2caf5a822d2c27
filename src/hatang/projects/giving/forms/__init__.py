"""What people fill in about gifts."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hatang.commune.models import Village
from hatang.core import files
from hatang.core.models import StoredFile
from hatang.projects.forms.fields import NumberField, RowField, day_field, lines
from hatang.projects.giving.rules import valuing
from hatang.projects.models import Contribution, GiftKind, UnitPrice
from hatang.ui.fields import MoneyField, PaperField, ShapeField

UNITS = {GiftKind.LAND: "m²", GiftKind.LABOUR: "công", GiftKind.CASH: "đồng"}
PRIVATE = _("Chỉ người có quyền mới xem được, trừ khi người đóng góp đồng ý nêu tên.")
CHOOSE_PRICE = _("Chọn đơn giá theo quyết định của xã để quy đổi giá trị; tiền mặt thì để trống.")


class GiftForm(forms.ModelForm):
    """One gift."""

    village = RowField(label=_("Thôn"))
    giver_name = forms.CharField(label=_("Tên người đóng góp"), max_length=200, required=False, help_text=PRIVATE)
    given_on = day_field(label=_("Ngày đóng góp"))
    quantity = NumberField(label=_("Số lượng (m², công, số vật liệu, số đồng)"))
    unit = forms.CharField(label=_("Đơn vị tính (với vật liệu)"), max_length=40, required=False)
    unit_price = RowField(label=_("Đơn giá áp dụng"), help_text=CHOOSE_PRICE)
    value = MoneyField(label=_("Giá trị, nếu chưa có đơn giá (đồng)"), required=False)
    paper = PaperField(label=_("Văn bản đồng ý hiến đất (tệp)"))
    name_agreed_on = day_field(label=_("Ngày đồng ý nêu tên"), required=False, help_text=_("Để trống nếu chưa đồng ý."))
    geometry = ShapeField()

    class Meta:
        model = Contribution
        fields = (
            "kind", "village", "giver", "giver_name", "given_on", "quantity", "unit", "unit_price", "value", "parcel",
            "consent_reference", "paper", "name_agreed_on", "name_agreement", "note", "geometry",
        )  # fmt: skip
        widgets = {"note": lines()}

    def __init__(
        self, *args: Any, villages: list[Village], whole: bool, prices: list[UnitPrice], today: dt.date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.villages = {village.pk: village for village in villages}
        self.prices = {price.pk: price for price in prices}
        named = [(village.pk, village.name) for village in villages]
        self.fields["village"].choices = [("", _("Không theo thôn")), *named] if whole else named  # type: ignore[attr-defined]
        priced = ((price.pk, f"{price.get_kind_display()}: {price.item} – {price.price} đồng/{price.unit}") for price in prices)
        self.fields["unit_price"].choices = [("", "–"), *priced]  # type: ignore[attr-defined]
        self.initial.setdefault("given_on", today)

    def clean_given_on(self) -> dt.date:
        """A day that has come."""
        day: dt.date = self.cleaned_data["given_on"]
        if day > self.today:
            raise forms.ValidationError(_("Ngày này chưa đến."))
        return day

    def clean(self) -> dict[str, Any]:
        """The unit follows the kind or the price; a price is of the kind and of the day."""
        values = super().clean() or {}
        price = self.prices.get(values.get("unit_price") or 0)
        values["unit"] = price.unit if price else UNITS.get(values.get("kind", ""), values.get("unit", ""))
        if not values["unit"]:
            self.add_error("unit", _("Ghi đơn vị tính của vật liệu, ví dụ m³, tấn."))
        day = values.get("given_on")
        if price and day and (price.kind != values.get("kind") or not valuing.in_force([price], day)):
            self.add_error("unit_price", _("Đơn giá này không dùng cho loại đóng góp hoặc ngày đóng góp đó."))
        return values

    def _post_clean(self) -> None:
        """Rows are looked up here; the service judges the gift as a whole."""
        given, gift = self.cleaned_data, self.instance
        plain = ("kind", "giver", "giver_name", "given_on", "unit", "parcel", "consent_reference", "name_agreed_on",
                 "name_agreement", "note", "geometry")  # fmt: skip
        for name in plain:
            if name in given:
                setattr(gift, name, given[name])
        gift.quantity, gift.value = given.get("quantity") or Decimal(0), given.get("value") or 0
        gift.village = self.villages.get(given.get("village") or 0)
        gift.unit_price = self.prices.get(given.get("unit_price") or 0)

    def result(self) -> Contribution:
        """The gift, not yet written; its paper is kept under a name that says nothing of anybody. Raises `RefusedFile`."""
        gift: Contribution = self.instance
        upload = self.cleaned_data.get("paper")
        if upload:
            gift.consent_paper = kept_paper(upload)
        return gift


def kept_paper(upload: Any) -> StoredFile:
    """A consent paper in the store, under a name that says nothing of anybody. Raises `RefusedFile`."""
    return files.store(upload, f"van-ban-dong-y{Path(upload.name).suffix.lower()[:6]}")


class PlaceForm(forms.Form):
    """Where given land lies."""

    geometry = ShapeField(help_text=_("Vẽ một vùng quanh phần đất hiến, hoặc một điểm. Để trống để bỏ hình đã vẽ."))

    def __init__(self, *args: Any, gift: Contribution, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["geometry"] = json.dumps(gift.geometry) if gift.geometry else ""


class ConsentForm(forms.Form):
    """The paper by which land was given, when it comes after the gift was written down."""

    paper = PaperField(label=_("Văn bản đồng ý hiến đất (tệp)"), required=True)


class PriceForm(forms.ModelForm):
    """One unit price by the commune's decision."""

    price = MoneyField(label=_("Đơn giá (đồng)"))
    decided_on = day_field(label=_("Ngày quyết định"))
    valid_from = day_field(label=_("Áp dụng từ"))
    valid_to = day_field(label=_("Áp dụng đến"), required=False)

    class Meta:
        model = UnitPrice
        fields = ("kind", "item", "unit", "price", "document", "decided_on", "valid_from", "valid_to")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(code, label) for code, label in GiftKind.choices if code != GiftKind.CASH]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """It begins before it ends, and is new for its day."""
        values = super().clean() or {}
        start, end = values.get("valid_from"), values.get("valid_to")
        if start and end and end < start:
            self.add_error("valid_to", _("Ngày kết thúc không trước ngày bắt đầu."))
        same = UnitPrice.objects.filter(kind=values.get("kind", ""), item=values.get("item", ""), valid_from=start)
        if start and same.exclude(pk=self.instance.pk).exists():
            self.add_error("valid_from", _("Nội dung này đã có đơn giá áp dụng từ ngày đó."))
        return values


class AgreeForm(forms.Form):
    """That a giver agreed to be named."""

    on = day_field(label=_("Ngày đồng ý nêu tên"))
    how = forms.CharField(label=_("Đồng ý bằng cách nào"), max_length=200)


class VoidForm(forms.Form):
    """Why a gift is taken out."""

    reason = forms.CharField(label=_("Lý do"), widget=lines())


__all__ = ["AgreeForm", "ConsentForm", "GiftForm", "PlaceForm", "PriceForm", "VoidForm", "kept_paper"]
