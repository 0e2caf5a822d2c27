"""What people fill in for a report."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from hatang.reports.kinds import kinds
from hatang.reports.models import ReportSection
from hatang.reports.rules.states import Asked
from hatang.reports.rules.subjects import About
from hatang.reports.selectors import subjects
from hatang.reports.services.writing import LONGEST

SUBJECTS = {About.SECTOR: _("Lĩnh vực"), About.VILLAGE: _("Thôn"), About.WORK: _("Công trình, dự án")}
CAPACITIES = {
    "chair": ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    "vice_chair": ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
}


def _kinds() -> list[tuple[str, Any]]:
    return [(kind.code, kind.name) for kind in kinds().values()]


def _subjects() -> list[tuple[Any, Any]]:
    groups = [(SUBJECTS[about], [(one.code, one.name) for one in found]) for about, found in subjects().items() if found]
    return [("", _("Cả kế hoạch")), *groups]


class PrepareForm(forms.Form):
    """Which report is wanted."""

    kind = forms.ChoiceField(label=_("Loại báo cáo"), choices=_kinds)
    period = forms.CharField(
        label=_("Kỳ"), max_length=12, help_text=_("Ví dụ: 2026-Q3 (quý III), 2026-H1 (6 tháng đầu năm), 2026-9M, 2026.")
    )
    subject = forms.ChoiceField(
        label=_("Nội dung chuyên đề"),
        choices=_subjects,
        required=False,
        help_text=_("Chỉ chọn với báo cáo chuyên đề: một lĩnh vực, một thôn hoặc một công trình."),
    )

    def clean_subject(self) -> str:
        """A subject where the kind asks for one, none where it does not."""
        code: str = self.cleaned_data["subject"]
        kind = kinds().get(self.cleaned_data.get("kind", ""))
        if kind and kind.titles and not code:
            raise forms.ValidationError(_("Hãy chọn lĩnh vực, thôn hoặc công trình của báo cáo chuyên đề."))
        if kind and code and not kind.titles:
            raise forms.ValidationError(
                _("Loại báo cáo này nói về cả kế hoạch. Hãy chọn “Cả kế hoạch”, hoặc chọn loại chuyên đề.")
            )
        return code


class SectionForm(forms.Form):
    """What a person writes into a section, over which revision."""

    text = forms.CharField(
        label=_("Phần viết thêm"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("Mỗi dòng một đoạn; dòng bắt đầu bằng “- ” thành gạch đầu dòng."),
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, section: ReportSection, **more: Any) -> None:
        more.setdefault("initial", {"text": section.text, "revision": section.revision})
        super().__init__(*args, **more)
        self.other = ""

    def show_other(self, section: ReportSection) -> None:
        """Keep what was typed, show what somebody else saved, and let the next saving be over that."""
        section.refresh_from_db(fields=["text", "revision"])
        self.other = section.text
        self.data = {**self.data.dict(), "revision": str(section.revision)} if isinstance(self.data, QueryDict) else self.data


class IssueForm(forms.Form):
    """The number, the day and the signer of an issued report."""

    number = forms.CharField(label=_("Số văn bản"), max_length=20, help_text=_("Chỉ ghi số, ví dụ 125; ký hiệu /BC-UBND có sẵn."))
    date = forms.DateField(label=_("Ngày ban hành"), localize=True)
    role = forms.ChoiceField(
        label=_("Thẩm quyền ký"),
        choices=(("chair", _("Chủ tịch (TM. Ủy ban nhân dân)")), ("vice_chair", _("Phó Chủ tịch (KT. Chủ tịch)"))),
    )
    signer = forms.CharField(label=_("Họ và tên người ký"), max_length=100)

    def asked(self, today: dt.date) -> Asked:
        """As the rules take it."""
        filled = self.cleaned_data
        return Asked(number=filled["number"], date=filled["date"], signer=filled["signer"], today=today)

    def signing(self) -> dict[str, str]:
        """The title and the line above it."""
        capacity, title = CAPACITIES[self.cleaned_data["role"]]
        return {"title": title, "capacity": capacity}


class ReturnForm(forms.Form):
    """Why a report is returned."""

    reason = forms.CharField(label=_("Lý do trả lại"), max_length=1000, widget=forms.Textarea(attrs={"rows": 4}))

    def asked(self, today: dt.date) -> Asked:
        """As the rules take it."""
        return Asked(reason=self.cleaned_data["reason"], today=today)

    def signing(self) -> dict[str, str]:
        """Nothing is signed."""
        return {}


class AttachForm(forms.Form):
    """The signed copy."""

    upload = forms.FileField(
        label=_("Bản quét có chữ ký, hoặc PDF ký số"),
        widget=forms.ClearableFileInput(attrs={"accept": ".pdf,.png,.jpg,.jpeg,.tif"}),
    )
