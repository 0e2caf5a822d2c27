"""Writing down how an asset was found, and what is to become of one that does not work."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hatang.assets.models import Assessment, Asset, Decision
from hatang.assets.upkeep.forms.common import PicturesMixin, day_field, not_ahead, words_field

KNOWN_CONDITIONS = [(value, label) for value, label in Asset.Condition.choices if value != Asset.Condition.UNKNOWN]
KNOWN_STATES = [(value, label) for value, label in Asset.Working.choices if value != Asset.Working.UNKNOWN]
CHOOSE = ("", _("Chọn…"))


class AssessmentForm(PicturesMixin):
    """How the asset was found."""

    on = day_field(_("Ngày kiểm tra"))
    occasion = forms.ChoiceField(label=_("Lần kiểm tra"), choices=Assessment.Occasion.choices)
    condition = forms.ChoiceField(label=_("Tình trạng"), choices=[CHOOSE, *KNOWN_CONDITIONS])
    working = forms.ChoiceField(label=_("Hoạt động"), choices=[CHOOSE, *KNOWN_STATES])
    note = words_field(_("Nhận xét"), required=False)

    field_order = ("on", "occasion", "condition", "working", "photo", "more", "note")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = timezone.localdate()

    def clean_on(self) -> dt.date:
        """A day that is not still to come."""
        return not_ahead(self.cleaned_data["on"])

    def values(self) -> dict[str, Any]:
        """What the service asks for."""
        names = ("on", "occasion", "condition", "working", "note")
        return {**{name: self.cleaned_data[name] for name in names}, "photos": self.uploads()}


class DecisionForm(forms.Form):
    """What is to become of a work that does not function."""

    choice = forms.ChoiceField(label=_("Hướng xử lý"), choices=[CHOOSE, *Decision.Choice.choices])
    reason = words_field(_("Lý do"))
    decided_by = forms.CharField(label=_("Người quyết định"), max_length=200, help_text=_("Họ tên, chức vụ."))
    on = day_field(_("Ngày quyết định"))
    document = forms.CharField(label=_("Văn bản"), max_length=200, required=False, help_text=_("Số, ký hiệu nếu có."))
    due_on = day_field(_("Hạn hoàn thành"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = timezone.localdate()

    def clean_on(self) -> dt.date:
        """A day that is not still to come."""
        return not_ahead(self.cleaned_data["on"])

    def clean(self) -> dict[str, Any]:
        """A repair and a waiting have an end: without one nobody knows when to look again."""
        given = super().clean() or {}
        choice, on, due = given.get("choice"), given.get("on"), given.get("due_on")
        if choice in {Decision.Choice.REPAIR, Decision.Choice.WAIT} and due is None and "due_on" not in self.errors:
            self.add_error("due_on", _("Cần ghi hạn: sửa xong khi nào, hoặc khi nào xem xét lại."))
        if on and due and due < on:
            self.add_error("due_on", _("Hạn phải sau ngày quyết định."))
        return given

    def values(self) -> dict[str, Any]:
        """What the service asks for."""
        return dict(self.cleaned_data)
