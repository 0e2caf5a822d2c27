"""Fields of forms that several rooms use."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hatang.core.files import RefusedFile, check
from hatang.core.money import Money, NotMoney, read_money
from hatang.core.places.geometry import BadGeometry, read


class MoneyField(forms.CharField):
    """An amount typed as people type it ("1.200.000", "1,2 triệu"); the clean value is whole đồng, None for nothing typed."""

    def __init__(self, *, negative: bool = False, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", gettext_lazy("Ghi 1.200.000 hoặc 1,2 triệu."))
        super().__init__(max_length=60, **kwargs)
        self.negative = negative

    def clean(self, value: Any) -> Any:
        """Whole đồng."""
        text = super().clean(value)
        if not text:
            return None
        try:
            money = read_money(text)
        except NotMoney as error:
            raise ValidationError(str(error)) from error
        if money < Money() and not self.negative:
            raise ValidationError(_("Ghi số tiền từ 0 đồng trở lên."))
        return money.dong

    def prepare_value(self, value: Any) -> Any:
        """The amount grouped by thousands; what was typed stays as it was typed."""
        return number_format(str(value), force_grouping=True) if isinstance(value, int) else value


class ShapeField(forms.CharField):
    """A shape as GeoJSON text; the clean value is the checked geometry, None for nothing."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", gettext_lazy("Hình trên bản đồ (GeoJSON)"))
        kwargs.setdefault("help_text", gettext_lazy("Vẽ trên bản đồ bên trên, hoặc dán GeoJSON (WGS84). Để trống nếu chưa có."))
        super().__init__(required=False, widget=forms.Textarea(attrs={"rows": 3, "spellcheck": "false"}), **kwargs)

    def clean(self, value: Any) -> Any:
        """The checked geometry."""
        text = super().clean(value).strip()
        if not text:
            return None
        try:
            return read(text)
        except BadGeometry as error:
            raise ValidationError(str(error)) from error


class PaperField(forms.FileField):
    """A paper to keep with a row: PDF, Word, text or a picture, told by its bytes before anything is written.

    The clean value is the upload at its start, None for none; `hatang.core.files.store` keeps it.
    """

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", gettext_lazy("Tệp (PDF, Word hoặc ảnh)"))
        kwargs.setdefault("help_text", gettext_lazy("Tối đa 30 MB."))
        kwargs.setdefault("widget", forms.FileInput(attrs={"accept": ".pdf,.doc,.docx,.odt,.txt,.jpg,.jpeg,.png,.tif,.tiff"}))
        super().__init__(**{"required": False, **kwargs})

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The upload, of a kind that is read here."""
        upload = super().clean(data, initial)
        if upload:
            try:
                check(upload)
            except RefusedFile as error:
                raise ValidationError(str(error)) from error
        return upload or None
