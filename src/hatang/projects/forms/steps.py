"""Moving a work, its papers, what it moves and what it leaves behind."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hatang.assets.kinds import KINDS, Kind
from hatang.core.sectors import Sector
from hatang.projects import words
from hatang.projects.forms.fields import NumberField, RowField, day_field, lines, village_choices
from hatang.projects.models import Effect, Gate, Output, Project, WorkDocument
from hatang.projects.rules.gates import Paper
from hatang.projects.selectors import asset_choices
from hatang.ui.fields import PaperField, ShapeField

PREFIX = "a-"


class StepForm(forms.Form):
    """One move: the day, the papers it asks for, and the reason where one is needed."""

    on = day_field(label=_("Ngày"))
    reason = forms.CharField(label=_("Lý do"), max_length=1000, required=False, widget=lines())

    def __init__(
        self, *args: Any, papers: list[Paper], needs_reason: bool, may_waive: bool, outputs: list[Output], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.papers = papers
        self.fields["reason"].required = needs_reason
        for paper in papers:
            self._add_paper(paper)
        if papers and may_waive:
            self.fields["waive"] = forms.BooleanField(
                label=_("Vẫn chuyển khi chưa đủ văn bản; lý do được lưu lại"), required=False
            )
        if outputs:
            self.fields["outputs"] = forms.TypedMultipleChoiceField(
                label=_("Sản phẩm ghi vào sổ công trình lần này"), coerce=int, required=False,
                widget=forms.CheckboxSelectMultiple, choices=[(output.pk, output.name) for output in outputs],
                initial=[output.pk for output in outputs],
            )  # fmt: skip

    def _add_paper(self, paper: Paper) -> None:
        key = str(paper.gate)
        self.fields[f"number-{key}"] = forms.CharField(label=_("Số, ký hiệu"), max_length=80, required=False)
        self.fields[f"day-{key}"] = day_field(label=_("Ngày ban hành"), required=False)
        self.fields[f"file-{key}"] = PaperField()
        self.fields[f"where-{key}"] = forms.CharField(label=_("Nơi lưu bản gốc"), max_length=300, required=False)

    def paper_fields(self) -> list[tuple[Paper, list[forms.BoundField]]]:
        """Each paper with its fields."""
        return [(paper, [self[f"{part}-{paper.gate}"] for part in ("number", "day", "file", "where")]) for paper in self.papers]

    def other_fields(self) -> list[forms.BoundField]:
        """Everything but the papers."""
        return [self[name] for name in ("on", "outputs", "reason", "waive") if name in self.fields]

    def given_papers(self) -> list[dict[str, Any]]:
        """The papers filled in, by gate."""
        found = []
        for paper in self.papers:
            number, day, file, where = (self.cleaned_data[f"{part}-{paper.gate}"] for part in ("number", "day", "file", "where"))
            if number or day or file or where:
                found.append(
                    {"gate": paper.gate, "title": paper.document, "number": number, "day": day, "file": file, "where": where}
                )
        return found


class DocumentForm(forms.ModelForm):
    """A paper of a work."""

    issued_on = day_field(label=_("Ngày ban hành"), required=False)
    gate = RowField(label=_("Dùng cho bước"))
    upload = PaperField()

    class Meta:
        model = WorkDocument
        fields = ("title", "number", "issuer", "reference")

    def __init__(self, *args: Any, gates: list[Gate], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gate"].choices = [("", _("Văn bản khác")), *((gate.pk, str(gate)) for gate in gates)]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A paper must be findable."""
        values = super().clean() or {}
        if not (values.get("upload") or values.get("reference") or (values.get("number") and values.get("issued_on"))):
            raise forms.ValidationError(_("Cần ít nhất một cách tìm lại văn bản: số và ngày, tệp, hoặc nơi lưu bản gốc."))
        return values


class EffectForm(forms.Form):
    """Which indicator the work moves, and by how much."""

    indicator = forms.ChoiceField(label=_("Chỉ tiêu"))
    village = RowField(label=_("Thôn"))
    amount = NumberField(label=_("Tăng thêm"), least=None, decimals=4)
    unit = forms.CharField(label=_("Đơn vị tính"), max_length=40, required=False)
    year = forms.IntegerField(label=_("Từ năm"), required=False, min_value=2000, max_value=2100)

    def __init__(self, *args: Any, names: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["indicator"].choices = [("", "–"), *names.items()]  # type: ignore[attr-defined]
        self.fields["village"].choices = [("", _("Cả xã")), *village_choices()]  # type: ignore[attr-defined]

    def result(self, project: Project) -> Effect:
        """The effect, not yet written."""
        given = self.cleaned_data
        return Effect(
            project=project, indicator_code=given["indicator"], village_id=given["village"], amount=given["amount"],
            unit=given["unit"], year=given["year"],
        )  # fmt: skip


class OutputForm(forms.ModelForm):
    """What the work leaves behind, of a known kind of asset."""

    village = RowField(label=_("Thôn"))
    asset = RowField(label=_("Công trình đã có được cải tạo"))
    length_m = NumberField(label=_("Chiều dài (m)"), required=False, decimals=2)
    geometry = ShapeField()

    class Meta:
        model = Output
        fields = ("name",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind: Kind = KINDS[self.instance.asset_kind]
        self.fields["village"].choices = [("", _("Không thuộc riêng thôn nào")), *village_choices()]  # type: ignore[attr-defined]
        options = [("", _("Công trình mới")), *asset_choices(self.kind.sector)]
        self.fields["asset"].choices = options  # type: ignore[attr-defined]
        if not self.kind.has_length:
            del self.fields["length_m"]
        for attribute in self.kind.attributes:
            self.fields[PREFIX + attribute.code] = _attribute_field(attribute)

    def clean(self) -> dict[str, Any]:
        """Read the attributes as their kind asks; an asset that is improved keeps what is left out here."""
        values = super().clean() or {}
        given = {attribute.code: self.data.get(PREFIX + attribute.code) for attribute in self.kind.attributes}
        self.attributes, wrong = self.kind.read(given)
        for code, why in wrong.items():
            if not (values.get("asset") and not given.get(code)):
                self.add_error(PREFIX + code, why)
        return values

    def result(self) -> Output:
        """The output, not yet written."""
        output: Output = self.instance
        output.attributes = self.attributes
        for name in ("village", "asset"):
            setattr(output, f"{name}_id", self.cleaned_data[name])
        output.length_m = self.cleaned_data.get("length_m")
        output.geometry = self.cleaned_data["geometry"]
        return output


def _attribute_field(attribute: Any) -> forms.Field:
    label = f"{attribute.label} ({attribute.unit})" if attribute.unit else attribute.label
    if attribute.type == "choice":
        return forms.ChoiceField(label=label, required=False, choices=[("", "–"), *attribute.choices])
    if attribute.type == "yes_no":
        return forms.ChoiceField(label=label, required=False, choices=[("", "–"), ("co", _("Có")), ("khong", _("Không"))])
    return forms.CharField(label=label, required=False)


class GateForm(forms.ModelForm):
    """A gate as the commune wants it."""

    class Meta:
        model = Gate
        fields = ("document", "legal_source", "is_checked", "is_required", "is_active")


def asset_kinds() -> list[tuple[str, list[tuple[str, Any]]]]:
    """Kinds of assets by sector, for the menu."""
    return [
        (str(label), [(kind.code, kind.label) for kind in KINDS.values() if kind.sector == code])
        for code, label in Sector.choices
    ]


def state_name(track: Any, state: str) -> Any:
    """What a state of a track is called."""
    return words.label(words.STATES[track], state)
