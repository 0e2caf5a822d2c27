"""The form of what a unit owes: one row per figure, each read by itself, each kept as typed when something is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils.translation import gettext as _

from hatang.indicators import telling
from hatang.indicators.rules.typed import FIELDS, Read, Typed, read
from hatang.indicators.selectors.owed import Row
from hatang.indicators.workbook.model import Entry, Kind

NAMES = {"numerator": "tu", "denominator": "mau", "value": "gia-tri", "answer": "tra-loi", "reason": "ly-do", "note": "ghi-chu"}


@dataclass(frozen=True, slots=True)
class Field:
    """One field as the template draws it."""

    name: str
    label: str
    value: str
    error: str

    @property
    def id(self) -> str:
        """Its id on the page."""
        return f"o-{self.name}"


@dataclass(slots=True)
class RowForm:
    """One figure in the form. `texts` are what was typed, or what stands there; `wrong` says what is wrong by field."""

    row: Row
    editable: bool
    texts: Mapping[str, str]
    revision: int
    wrong: dict[str, str] = field(default_factory=dict)
    upload: UploadedFile | None = None
    saved: bool = False

    @property
    def key(self) -> str:
        """How the row is named in the form and in its address."""
        return self.row.part.key

    @property
    def kind(self) -> Kind:
        """What it asks for."""
        return self.row.part.kind

    def numbers(self) -> list[Field]:
        """The fields of its figure."""
        indicator = self.row.part.indicator
        unit = f" ({indicator.unit})" if indicator.unit else ""
        labels = {"numerator": _("Tử số"), "denominator": _("Mẫu số"), "value": _("Giá trị")}
        return [self._field(name, labels[name] + unit) for name in FIELDS.get(self.kind, ())]

    def answer(self) -> Field | None:
        """The field of its answer, where it asks for yes or no."""
        return self._field("answer", _("Trả lời")) if self.kind.asks_answer else None

    def reason(self) -> Field:
        """Why it jumped."""
        return self._field("reason", _("Lý do (khi khác thường)"))

    def note(self) -> Field:
        """Whatever else is to be said."""
        return self._field("note", _("Ghi chú"))

    def _field(self, name: str, label: str) -> Field:
        return Field(f"{NAMES[name]}-{self.key}", label, self.texts.get(name, ""), self.wrong.get(name, ""))

    @property
    def is_open(self) -> bool:
        """Whether the words and the file are shown without being asked for."""
        said = self.row.doubts or self.wrong or self.texts.get("reason") or self.texts.get("note")
        return bool(said or (self.row.current and self.row.current.evidence_id))

    @property
    def message(self) -> str:
        """What is wrong with the row as a whole."""
        return self.wrong.get("row", "")

    def read(self) -> Read:
        """What was typed, read; `wrong` then says what is wrong with it in the reader's language."""
        found = read(self.kind, Typed(self.texts))
        self.wrong = {name: telling.wrong(code) for name, code in found.wrong.items()} or self._missing(found.entry)
        return found

    def _missing(self, entry: Entry) -> dict[str, str]:
        first = "answer" if self.kind.asks_answer else FIELDS[self.kind][0]
        if not entry.has_figure and self.row.entry.has_figure:
            return {first: _("Trước có số, nay để trống. Hãy ghi 0 nếu bằng không, hoặc ghi lại số cũ.")}
        if not entry.has_figure and (entry.reason or entry.note or self.upload):
            return {first: _("Có lý do, ghi chú hoặc tệp nhưng chưa có số, nên dòng này chưa được ghi.")}
        return {}


def shown(row: Row, *, editable: bool) -> RowForm:
    """A row as it stands."""
    entry = row.entry
    texts = {name: telling.typed_number(getattr(entry, name)) for name in ("numerator", "denominator", "value")}
    answer = {True: "co", False: "khong", None: ""}[entry.answer]
    revision = row.current.revision if row.current else 0
    return RowForm(row, editable, {**texts, "answer": answer, "reason": entry.reason, "note": entry.note}, revision)


def typed(row: Row, request: HttpRequest, *, editable: bool) -> RowForm:
    """A row as it was sent; as it stands where it was not on the page sent or may not be written."""
    sent, key = request.POST, row.part.key
    if not editable or f"ban-{key}" not in sent:
        return shown(row, editable=editable)
    texts: dict[str, Any] = {name: sent.get(f"{prefix}-{key}", "") for name, prefix in NAMES.items()}
    revision = sent.get(f"ban-{key}", "")
    files = request.FILES.get(f"tep-{key}")
    return RowForm(row, editable, texts, int(revision) if revision.isdecimal() else 0, upload=files)


def grouped(forms: list[RowForm]) -> Iterator[list[RowForm]]:
    """Rows of one indicator together, in the order given."""
    group: list[RowForm] = []
    for form in forms:
        if group and group[0].row.part.indicator.pk != form.row.part.indicator.pk:
            yield group
            group = []
        group.append(form)
    if group:
        yield group
