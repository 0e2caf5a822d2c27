"""What a person says about a file: which one, what its columns mean, which villages its names mean."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hatang.assets.importing import systems
from hatang.assets.importing.fields import PLACES, Field, fields_of
from hatang.assets.importing.judging import NOWHERE
from hatang.assets.importing.readers import SUFFIXES
from hatang.assets.kinds import KINDS
from hatang.assets.models import AssetImport
from hatang.commune.models import Village

PREFIX = "f-"
COLUMN, CONSTANT = "c:", "="


class UploadForm(forms.Form):
    """A file of assets."""

    file = forms.FileField(
        label=_("Tệp danh sách công trình"),
        help_text=_("Excel (.xlsx), CSV, GeoJSON, KML, KMZ, GPX hoặc Shapefile nén .zip; tối đa 20 MB và 5.000 dòng."),
        error_messages={"required": _("Hãy chọn một tệp."), "empty": _("Tệp rỗng. Hãy chọn lại tệp có nội dung.")},
        widget=forms.FileInput(attrs={"accept": ",".join(SUFFIXES)}),
    )
    kind = forms.ChoiceField(label=_("Loại công trình trong tệp"), required=False)

    def __init__(self, kinds: Collection[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: list[tuple[Any, Any]] = [("", _("Để hệ thống nhận ra")), *((code, KINDS[code].label) for code in kinds)]
        self.fields["kind"].choices = choices  # type: ignore[attr-defined]


class MatchForm(forms.Form):
    """Which column, or which one value for the whole file, each field of the kind has; and the system of its coordinates."""

    def __init__(self, waiting: AssetImport, kind: str, villages: list[Village], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.waiting, self.kind, self.villages = waiting, kind, villages
        self.columns: list[str] = waiting.table["columns"]
        for code, entry in fields_of(kind).items():
            if not (code in PLACES and waiting.table["has_shapes"]):
                self.fields[PREFIX + code] = self._field(entry)
        self.fields["system"] = forms.ChoiceField(
            label=_("Hệ tọa độ của tệp"), required=False, choices=[("", _("Tệp không có tọa độ")), *systems.choices()]
        )

    def _field(self, entry: Field) -> forms.ChoiceField:
        label = f"{entry.label} ({entry.unit})" if entry.unit else str(entry.label)
        label = f"{label} *" if entry.required else label
        columns = [(f"{COLUMN}{place}", column) for place, column in enumerate(self.columns)]
        groups: list[Any] = [("", _("Không có trong tệp")), (_("Cột trong tệp"), columns)]
        if constants := self._constants(entry):
            groups.append((_("Chung cho cả tệp"), constants))
        return forms.ChoiceField(label=label, required=False, choices=groups)

    def _constants(self, entry: Field) -> list[tuple[str, Any]]:
        if entry.code == "village":
            return [(f"{CONSTANT}{village.pk}", village.name) for village in self.villages]
        return [(f"{CONSTANT}{code}", words) for code, words in entry.choices]

    def required_fields(self) -> list[forms.BoundField]:
        """The fields a new asset cannot do without, and its place."""
        wanted = [code for code, entry in fields_of(self.kind).items() if entry.required or code in {"village", "code", "length"}]
        return [self[PREFIX + code] for code in wanted if PREFIX + code in self.fields]

    def other_fields(self) -> list[forms.BoundField]:
        """All other fields but the system."""
        known = {bound.name for bound in self.required_fields()} | {"system"}
        return [bound for bound in self if bound.name not in known]

    def clean(self) -> dict[str, Any]:
        """No column twice; a system where there are coordinates."""
        values = super().clean() or {}
        seen: dict[str, str] = {}
        for name in self.fields:
            chosen = values.get(name) or ""
            if chosen.startswith(COLUMN) and seen.setdefault(chosen, name) != name:
                self.add_error(name, _("Cột này đã dùng cho mục khác."))
        filled = {f"{COLUMN}{place}" for place, column in enumerate(self.columns) if column in self.waiting.table["filled"]}
        placed = self.waiting.table["has_shapes"] or any(values.get(PREFIX + code) in filled for code in PLACES)
        if placed and not values.get("system"):
            self.add_error("system", _("Tệp có tọa độ. Hãy chọn hệ tọa độ của tệp."))
        if not (values.get(f"{PREFIX}name") or values.get(f"{PREFIX}code") or values.get(f"{PREFIX}id")):
            self.add_error(None, _("Hãy chọn cột tên hoặc cột mã: không có thì không biết dòng nào là công trình nào."))
        return values

    def mapping(self) -> dict[str, dict[str, str]]:
        """The source of each field that has one."""
        chosen = {name.removeprefix(PREFIX): self.cleaned_data[name] for name in self.fields if name.startswith(PREFIX)}
        return {code: self._source(value) for code, value in chosen.items() if value}

    def _source(self, value: str) -> dict[str, str]:
        if value.startswith(COLUMN):
            return {"column": self.columns[int(value.removeprefix(COLUMN))]}
        return {"constant": value.removeprefix(CONSTANT)}

    @staticmethod
    def initial_of(waiting: AssetImport, mapping: dict[str, dict[str, str]]) -> dict[str, str]:
        """What the form shows first: what is guessed or was chosen before."""
        places = {column: place for place, column in enumerate(waiting.table["columns"])}
        shown = {"system": waiting.system}
        for code, source in mapping.items():
            if "constant" in source:
                shown[PREFIX + code] = f"{CONSTANT}{source['constant']}"
            elif source.get("column") in places:
                shown[PREFIX + code] = f"{COLUMN}{places[source['column']]}"
        return shown


class VillagesForm(forms.Form):
    """Which village each name of the file means, where that is not sure."""

    def __init__(self, asked: dict[str, list[int]], villages: list[Village], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = list(asked)
        for place, (name, maybe) in enumerate(asked.items()):
            near = [(str(village.pk), village.name) for village in villages if village.pk in maybe]
            rest = [(str(village.pk), village.name) for village in villages if village.pk not in maybe]
            choices: list[Any] = [("", _("Chưa chọn")), (NOWHERE, _("Không thuộc riêng thôn nào"))]
            choices += [(_("Gần giống"), near)] if near else []
            choices += [(_("Các thôn"), rest)] if rest else []
            self.fields[f"v-{place}"] = forms.ChoiceField(label=f"“{name}”", required=False, choices=choices)

    def answers(self) -> dict[str, str]:
        """The answers given, by the name in the file."""
        given = {name: self.cleaned_data[f"v-{place}"] for place, name in enumerate(self.asked)}
        return {name: answer for name, answer in given.items() if answer}
