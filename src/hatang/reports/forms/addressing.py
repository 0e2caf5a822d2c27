"""Whom a report is addressed to and sent to, a name a line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from hatang.reports.rules.recipients import AS_ABOVE, lines, recipient_of
from vanban.model import Channel, Recipient

LONGEST, MOST = 200, 30
FIELDS = {"plainly": Channel.UNSTATED, "electronic": Channel.ELECTRONIC, "paper": Channel.PAPER, "archive": Channel.ARCHIVE}


def _names(label: Any, help_text: Any = "", rows: int = 3) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=help_text, required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": rows})
    )


class AddressForm(forms.Form):
    """As the document prints them: "Kính gửi", then "Nơi nhận" by the way each gets it; `lacking` says what the decree misses."""

    addressees = _names(_("Kính gửi"), _("Mỗi dòng một nơi. Chỉ ghi khi gửi cơ quan cấp trên; báo cáo trong xã để trống."))
    plainly = _names(_("Nơi nhận"), _("Mỗi dòng một nơi, không cần gạch đầu dòng và dấu chấm phẩy."))
    electronic = _names(_("Nơi nhận bản điện tử"))
    paper = _names(_("Nơi nhận bản giấy"))
    archive = _names(_("Lưu"), _("Ví dụ: VT, KT."), rows=1)

    def __init__(self, *args: Any, addressees: list[str], recipients: list[dict[str, str]], **more: Any) -> None:
        known = [recipient_of(one) for one in recipients]
        names = {field: [one.name for one in known if one.channel is channel] for field, channel in FIELDS.items()}
        more.setdefault("initial", {name: "\n".join(found) for name, found in {"addressees": addressees, **names}.items()})
        super().__init__(*args, **more)

    def clean(self) -> dict[str, Any]:
        """Names, short enough for their line; "Như trên" where the report is addressed to somebody."""
        filled = {name: lines(text) for name, text in (super().clean() or {}).items()}
        for name, found in filled.items():
            if len(found) > MOST or any(len(one) > LONGEST for one in found):
                self.add_error(name, _now("Tối đa 30 dòng, mỗi dòng 200 ký tự."))
        return filled

    @property
    def addressed(self) -> list[str]:
        """The names after "Kính gửi"."""
        found: list[str] = self.cleaned_data["addressees"]
        return found

    @property
    def recipients(self) -> list[Recipient]:
        """Everybody under "Nơi nhận"."""
        found = [Recipient(one, channel) for name, channel in FIELDS.items() for one in self.cleaned_data[name]]
        told = [one for one in found if one.name != AS_ABOVE]
        return [Recipient(AS_ABOVE, Channel.UNSTATED), *told] if self.addressed else told

    def refuse(self, lacking: Callable[[], tuple[str, ...]]) -> bool:
        """Whether something is lacking; it is said above the form."""
        found = lacking()
        for sentence in found:
            self.add_error(None, _now(sentence))
        return bool(found)
