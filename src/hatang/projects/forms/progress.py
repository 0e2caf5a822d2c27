"""Milestones, reports and obstacles."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hatang.projects.forms.fields import NumberField, PhotosField, RowField, day_field, lines, unit_choices
from hatang.projects.models import Obstacle, ProgressReport, WorkMilestone, WorkPhoto
from hatang.ui.fields import ShapeField


class MilestoneForm(forms.ModelForm):
    """A date on the way."""

    starts_on = day_field(label=_("Bắt đầu"), required=False)
    baseline_on = day_field(label=_("Hoàn thành theo kế hoạch"))
    percent = NumberField(label=_("Khối lượng lũy kế theo kế hoạch (%)"), required=False, most=100, decimals=2)

    class Meta:
        model = WorkMilestone
        fields = ("name", "starts_on", "baseline_on", "percent")

    def clean(self) -> dict[str, Any]:
        """It begins before it ends."""
        values = super().clean() or {}
        start, end = values.get("starts_on"), values.get("baseline_on")
        if start and end and start > end:
            self.add_error("starts_on", _("Ngày bắt đầu không sau ngày hoàn thành."))
        return values


class ReviseForm(forms.Form):
    """Moving a date, with the reason."""

    to = day_field(label=_("Ngày mới"))
    reason = forms.CharField(label=_("Lý do"), max_length=1000, widget=lines())
    document = forms.CharField(label=_("Văn bản điều chỉnh"), max_length=200, required=False)


class ReachForm(forms.Form):
    """When a milestone was reached."""

    on = day_field(label=_("Ngày hoàn thành thực tế"))


class ReportForm(forms.ModelForm):
    """How far the work is, with pictures."""

    on = day_field(label=_("Ngày báo cáo"))
    percent = NumberField(label=_("Khối lượng đã làm (%)"), most=100, decimals=2)
    quantity = NumberField(label=_("Đã làm được"), required=False)
    photos = PhotosField(label=_("Ảnh (chọn được nhiều ảnh)"))
    when = forms.ChoiceField(label=_("Ảnh chụp lúc"), choices=WorkPhoto.When.choices, initial="during", required=False)
    place = forms.CharField(label=_("Nơi chụp"), max_length=200, required=False)
    taken_on = day_field(label=_("Ngày chụp"), required=False)

    class Meta:
        model = ProgressReport
        fields = ("on", "percent", "quantity", "note", "next_steps", "on_behalf_of", "reason")
        widgets = {"note": lines(3), "next_steps": lines(), "reason": lines()}

    def __init__(self, *args: Any, today: dt.date, unit: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.initial["on"] = self.initial.get("on") or today
        self.fields["taken_on"].help_text = _("Để trống thì lấy ngày, nơi chụp máy ảnh ghi trong ảnh, nếu có.")
        self.fields["reason"].help_text = _("Chỉ cần khi khối lượng giảm, hoặc khi thay báo cáo của ngày đã có.")
        if unit:
            self.fields["quantity"].label = _("Đã làm được (%(unit)s)") % {"unit": unit}

    def clean_on(self) -> dt.date:
        """A day that has come."""
        day: dt.date = self.cleaned_data["on"]
        if day > self.today:
            raise forms.ValidationError(_("Ngày báo cáo chưa đến."))
        return day

    def report_fields(self) -> list[forms.BoundField]:
        """The report itself."""
        return [self[name] for name in self.Meta.fields]

    def photo_fields(self) -> list[forms.BoundField]:
        """The pictures with place and time."""
        return [self[name] for name in ("photos", "when", "place", "taken_on")]


class PhotoPlaceForm(forms.Form):
    """Where a picture was taken."""

    geometry = ShapeField(label=_("Nơi chụp (GeoJSON)"))

    def clean_geometry(self) -> dict[str, Any] | None:
        """A point, or nothing."""
        shape: dict[str, Any] | None = self.cleaned_data["geometry"]
        if shape and shape["type"] != "Point":
            raise forms.ValidationError(_("Đặt một điểm nơi chụp ảnh."))
        return shape

    def position(self) -> tuple[float, float] | None:
        """Longitude and latitude."""
        shape = self.cleaned_data["geometry"]
        return (shape["coordinates"][0], shape["coordinates"][1]) if shape else None


class ObstacleForm(forms.ModelForm):
    """What holds the work up."""

    found_on = day_field(label=_("Ngày phát sinh"))
    due_on = day_field(label=_("Hạn tháo gỡ"), required=False)
    owner = RowField(label=_("Đơn vị tháo gỡ"))

    class Meta:
        model = Obstacle
        fields = ("cause", "what", "remedy", "found_on", "due_on")
        widgets = {"what": lines(3), "remedy": lines()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].choices = unit_choices()  # type: ignore[attr-defined]

    def result(self) -> Obstacle:
        """The obstacle, not yet written."""
        obstacle: Obstacle = self.instance
        obstacle.owner_id = self.cleaned_data["owner"]
        return obstacle


class RemedyForm(forms.Form):
    """How an obstacle was dealt with, or why it is opened again."""

    text = forms.CharField(label=_("Kết quả hoặc nhận xét"), max_length=1000, widget=lines())
