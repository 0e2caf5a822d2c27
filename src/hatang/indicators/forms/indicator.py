"""The definition of an indicator."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hatang.commune.models import Unit
from hatang.indicators.models import Indicator

ROWS = {"rows": 2}


class IndicatorForm(forms.ModelForm):
    """Adding an indicator of the commune's own, or wording a definition anew."""

    collected_by: forms.ModelChoiceField[Unit] = forms.ModelChoiceField(
        label=_("Đơn vị báo cáo"), queryset=None, required=False, empty_label=_("Theo lĩnh vực và thôn phụ trách"),
        help_text=_("Chỉ chọn khi một đơn vị báo cho cả xã hoặc thay các thôn."),
    )  # fmt: skip
    reason = forms.CharField(label=_("Lý do sửa"), required=False, max_length=500)

    class Meta:
        model = Indicator
        fields = (
            "name", "sector", "kind", "level", "frequency", "unit", "numerator", "denominator", "how_to_collect",
            "definition_source", "collected_by", "is_active",
        )  # fmt: skip
        widgets = {
            "name": forms.Textarea(ROWS),
            "numerator": forms.Textarea(ROWS),
            "denominator": forms.Textarea(ROWS),
            "how_to_collect": forms.Textarea(ROWS),
            "definition_source": forms.Textarea(ROWS),
        }
        help_texts = {
            "kind": _("Tỷ lệ: tử số trên mẫu số. Có hay chưa: mỗi nơi trả lời một câu, tỷ lệ là số nơi trả lời có."),
            "unit": _("Đơn vị của tử số và mẫu số: km, hộ, thôn."),
            "denominator": _("Chỉ cần cho chỉ tiêu tỷ lệ."),
            "definition_source": _("Văn bản quy định cách tính. Chưa có văn bản thì ghi “cần kiểm chứng”."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["collected_by"].queryset = Unit.objects.filter(is_active=True).order_by("folded_name")  # type: ignore[attr-defined]
        if self.instance.pk is None:
            del self.fields["reason"], self.fields["is_active"]

    def clean(self) -> dict[str, Any]:
        """A share says what of what."""
        data = super().clean() or {}
        if data.get("kind") == Indicator.Kind.RATIO:
            for name in ("numerator", "denominator"):
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, _("Chỉ tiêu tỷ lệ cần nói rõ tử số và mẫu số đếm gì."))
        return data
