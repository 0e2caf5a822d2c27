"""Fields that several forms of upkeep have: a day, pictures from the camera and from the phone's own store."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

PICTURES = "image/jpeg,image/png"
MOST = 5


def day_field(label: Any, **kwargs: Any) -> forms.DateField:
    """A day picked from a calendar."""
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **kwargs)


def words_field(label: Any, *, rows: int = 2, **kwargs: Any) -> forms.CharField:
    """A few lines of words."""
    return forms.CharField(label=label, max_length=2000, widget=forms.Textarea(attrs={"rows": rows}), **kwargs)


def not_ahead(day: dt.date) -> dt.date:
    """The day, which is not still to come."""
    if day > timezone.localdate():
        raise ValidationError(_("Ngày này chưa tới."))
    return day


class SeveralFiles(forms.FileInput):
    """A field for several files at once."""

    allow_multiple_selected = True


class PicturesField(forms.FileField):
    """Several pictures; the clean value is a list, empty for none."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The files as they were sent."""
        given = data if isinstance(data, list | tuple) else [data] if data else []
        if len(given) > MOST:
            raise ValidationError(_("Chọn tối đa %(most)d ảnh.") % {"most": MOST})
        return [super(PicturesField, self).clean(one, initial) for one in given]


class PicturesMixin(forms.Form):
    """One picture from the camera, several that are already on the device."""

    photo = forms.FileField(
        label=gettext_lazy("Chụp ảnh"),
        required=False,
        widget=forms.FileInput(attrs={"accept": PICTURES, "capture": "environment"}),
    )
    more = PicturesField(
        label=gettext_lazy("Hoặc chọn ảnh có sẵn"),
        required=False,
        widget=SeveralFiles(attrs={"accept": PICTURES, "multiple": True}),
        help_text=gettext_lazy("Ảnh .jpg hoặc .png. Vị trí ghi trong ảnh được gỡ bỏ."),
    )

    def uploads(self) -> list[tuple[Any, str]]:
        """Every picture sent, with its name."""
        one: UploadedFile | None = self.cleaned_data.get("photo")
        every = [*([one] if one else []), *self.cleaned_data.get("more", [])]
        return [(file, file.name or "anh.jpg") for file in every]
