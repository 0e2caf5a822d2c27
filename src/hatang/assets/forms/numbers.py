"""Numbers typed the Vietnamese way in any form of the inventory."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms

from hatang.core.numbers import EITHER, NotANumber, read_number


def typed(value: Decimal) -> str:
    """A number as it would be typed, so that reading it again gives the same: 1.234 is 1,2340, which nobody takes for 1234."""
    text = f"{value.normalize():f}".replace(".", ",")
    return f"{text}0" if EITHER.fullmatch(text) else text


class NumberField(forms.DecimalField):
    """A decimal that people type as they write it: 1.234,5. The browser's own number box would refuse that."""

    widget = forms.TextInput(attrs={"inputmode": "decimal"})

    def to_python(self, value: Any) -> Any:
        """The number typed; says why where it is none."""
        if isinstance(value, str) and value.strip():
            try:
                return read_number(value)
            except NotANumber as error:
                raise forms.ValidationError(str(error)) from error
        return super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        """A kept number as it would be typed; what was typed stays as it was."""
        return typed(value) if isinstance(value, Decimal) else value

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """No steps or limits: they belong to the browser's number box."""
        del widget
        return {}
