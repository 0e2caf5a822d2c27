"""Fields of forms that several rooms use."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hatang.core.money import Money, NotMoney, read_money


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
