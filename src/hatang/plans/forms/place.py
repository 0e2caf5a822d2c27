"""The words an added item stands for."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class PlaceForm(forms.Form):
    """The sentence an added item stands for; it must be in the document."""

    quote = forms.CharField(
        label=_("Câu trong văn bản"),
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Chép đúng câu từ văn bản gốc, để mục này luôn dẫn về được câu ấy."),
    )

    def __init__(self, *args: Any, text: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.text = text
        self.span = (0, 0)

    def clean_quote(self) -> str:
        """Find the words, however their spaces and lines are broken."""
        quote: str = self.cleaned_data["quote"]
        span = find_words(self.text, quote)
        if span is None:
            raise forms.ValidationError(_("Không tìm thấy câu này trong văn bản. Hãy chép nguyên văn, không sửa chữ nào."))
        self.span = span
        return self.text[slice(*span)]


def find_words(text: str, quote: str) -> tuple[int, int] | None:
    """Where the words of `quote` stand in `text`, spaces and line ends aside; None when they do not."""

    words = unicodedata.normalize("NFC", quote).split()
    if not words:
        return None
    found = re.search(r"\s+".join(map(re.escape, words)), text)
    return found.span() if found else None
