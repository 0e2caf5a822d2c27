"""Fields that several forms of works use."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

from hatang.commune.models import Unit, Village
from hatang.commune.selectors import units, villages
from hatang.core.numbers import NotANumber, read_number


class NumberField(forms.CharField):
    """A number typed the Vietnamese way ("1.234,5"); the clean value is a Decimal, None for nothing typed."""

    def __init__(self, *, least: int | None = 0, most: int | None = None, decimals: int = 3, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal"}))
        super().__init__(max_length=30, **kwargs)
        self.least, self.most, self.decimals = least, most, decimals

    def clean(self, value: Any) -> Any:
        """The number."""
        text = super().clean(value)
        if not text:
            return None
        try:
            number = read_number(text)
        except NotANumber as error:
            raise ValidationError(str(error)) from error
        return self._within(number)

    def _within(self, number: Decimal) -> Decimal:
        if self.least is not None and number < self.least:
            raise ValidationError(_("Ghi số từ %(least)s trở lên.") % {"least": self.least})
        if self.most is not None and number > self.most:
            raise ValidationError(_("Ghi số không quá %(most)s.") % {"most": self.most})
        return round(number, self.decimals)

    def prepare_value(self, value: Any) -> Any:
        """The number grouped by thousands; what was typed stays as it was typed."""
        if isinstance(value, Decimal | int):
            return number_format(f"{Decimal(value).normalize():f}", force_grouping=True)
        return value


def day_field(**kwargs: Any) -> forms.DateField:
    """A day, picked or typed."""
    return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **kwargs)


def company_field(**kwargs: Any) -> forms.CharField:
    """The name of a company, with those known proposed (the page has their list `ten-don-vi`)."""
    return forms.CharField(max_length=200, widget=forms.TextInput(attrs={"list": "ten-don-vi", "autocomplete": "off"}), **kwargs)


def lines(rows: int = 2) -> forms.Textarea:
    """A text of a few lines."""
    return forms.Textarea(attrs={"rows": rows})


def village_choices() -> list[tuple[int, str]]:
    """The villages in use, by the Vietnamese alphabet."""
    return [(village.pk, village.name) for village in villages()]


def unit_choices() -> list[tuple[int | str, str]]:
    """No unit, and the units in use."""
    return [("", "–"), *((unit.pk, unit.name) for unit in units())]


class RowField(forms.TypedChoiceField):
    """One row of the commune out of a list already read; the clean value is its pk, None for none."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        super().__init__(coerce=int, empty_value=None, **kwargs)


def village_named(pk: int | None) -> Village | None:
    """The village of a clean choice."""
    return None if pk is None else Village.objects.filter(pk=pk).first()


def unit_named(pk: int | None) -> Unit | None:
    """The unit of a clean choice."""
    return None if pk is None else Unit.objects.filter(pk=pk).first()


class PhotosInput(forms.ClearableFileInput):
    """Several pictures at once."""

    allow_multiple_selected = True


class PhotosField(forms.FileField):
    """Several pictures; the clean value is a list of uploads."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", PhotosInput(attrs={"accept": "image/jpeg,image/png", "multiple": True}))
        super().__init__(required=False, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """The uploads, in the order chosen."""
        chosen = data if isinstance(data, list | tuple) else [data]
        return [super(PhotosField, self).clean(one, initial) for one in chosen if one]
