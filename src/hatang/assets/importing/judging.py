"""What each row of a file would do to the inventory, and what is wrong with it. Reads nothing and writes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from shapely.geometry import shape

from hatang.assets.importing.fields import Field, fields_of, scaled
from hatang.assets.importing.ground import Ground, Known
from hatang.assets.importing.rules.villages import match
from hatang.assets.importing.shaping import NoShape, hold_to_kind, placed, raw_of
from hatang.assets.kinds import KINDS, Wrong
from hatang.core.places.geometry import Geometry, length_m
from vanban.text.folding import fold_for_search

PLACES = ("shape", "x", "y")
OFF = Decimal("0.1")  # a tenth between the stated and the measured length is told
SAME_PLACE = 2e-7  # degrees: two centimetres
NOWHERE = "-"  # the answer that a name is no village of the commune
Source = dict[str, str]  # {"column": …} or {"constant": …}


@dataclass(frozen=True, slots=True)
class Asked:
    """How a file is meant: its kind, the source of each field, its system, and the villages its names were said to mean."""

    kind: str
    mapping: Mapping[str, Source]
    system: str
    swapped: bool = False
    answers: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Verdict:
    """What a row would do. `given` holds what the file says, `before` what it differs from, both by the codes of fields."""

    outcome: str = ""
    asset: int | None = None
    revision: int = 0
    given: dict[str, Any] = field(default_factory=dict)
    before: dict[str, Any] = field(default_factory=dict)
    problems: list[tuple[str, str]] = field(default_factory=list)
    warnings: list[tuple[str, str]] = field(default_factory=list)
    ask: str = ""
    maybe: tuple[int, ...] = ()
    stated: str | None = None
    measured: str | None = None
    geometry: Geometry | None = None

    def wrong(self, field: str, why: str) -> None:
        """Tell what is wrong with the row, and where."""
        self.problems.append((field, why))


class Judge:
    """Judges the rows of one file, one after the other: each is held against the inventory and the rows before it."""

    def __init__(self, ground: Ground, asked: Asked) -> None:
        self.ground, self.asked = ground, asked
        self.kind, self.fields = KINDS[asked.kind], fields_of(asked.kind)
        self._by_pk = {known.pk: known for known in ground.known}
        self._by_code = {known.code: known for known in ground.known if known.code}
        self._by_name: dict[tuple[str, int | None], list[Known]] = {}
        for known in ground.known:
            if known.kind == asked.kind and not known.retired:
                self._by_name.setdefault((known.folded_name, known.village), []).append(known)
        self._seen: dict[Any, int] = {}
        self._villages: dict[str, Any] = {}

    def judge(self, number: int, values: Mapping[str, Any], own: Geometry | None, wrong: Mapping[str, str]) -> Verdict:
        """What the row `number` would do."""
        verdict = Verdict()
        raw = self._read(values, wrong, verdict)
        if "" in wrong:
            verdict.wrong("shape", wrong[""])
        self._place(own, raw, verdict)
        known = self._find(verdict)
        if known is None:
            self._require(verdict)
        else:
            self._compare(known, verdict)
        self._once(number, known, verdict)
        self._measure(known, verdict)
        verdict.outcome = self._outcome(known, verdict)
        return verdict

    def _read(self, values: Mapping[str, Any], wrong: Mapping[str, str], verdict: Verdict) -> dict[str, Any]:
        """Fill what is given of the asset; the texts of its place are answered."""
        places: dict[str, Any] = {}
        for code, source in self.asked.mapping.items():
            entry = self.fields[code]
            column = source.get("column", "")
            value = source["constant"] if "constant" in source else values.get(column)
            if column in wrong:
                verdict.wrong(code, wrong[column])
            elif value is None or (isinstance(value, str) and not value.strip()):
                continue
            elif code in PLACES:
                places[code] = value
            else:
                self._give(entry, column, value, verdict)
        return places

    def _give(self, entry: Field, column: str, value: Any, verdict: Verdict) -> None:
        try:
            if entry.code == "village":
                verdict.given["village"] = self._village(value, constant=not column, verdict=verdict)
            elif entry.code == "operator":
                verdict.given["operator"] = self._unit(value)
            else:
                verdict.given[entry.code] = entry.read(scaled(entry, column, value))
        except Wrong as error:
            verdict.wrong(entry.code, str(error))

    def _village(self, value: Any, *, constant: bool, verdict: Verdict) -> int | None:
        text = str(value).strip()
        if constant:
            return int(text)
        if text in self.asked.answers:
            answer = self.asked.answers[text]
            return None if answer == NOWHERE else int(answer)
        if text not in self._villages:
            self._villages[text] = match(text, self.ground.villages)
        found = self._villages[text]
        if found.village is not None:
            return int(found.village)
        verdict.ask, verdict.maybe = text, found.maybe
        near = ", ".join(self.ground.villages[pk] for pk in found.maybe)
        if near:
            raise Wrong(_("Xã không có thôn “%(text)s”. Gần giống: %(near)s.") % {"text": text[:60], "near": near})
        raise Wrong(_("Xã không có thôn “%(text)s”.") % {"text": text[:60]})

    def _unit(self, value: Any) -> int:
        found = self.ground.units.get(fold_for_search(str(value)))
        if found is None:
            raise Wrong(_("Xã không có đơn vị “%(text)s”.") % {"text": str(value)[:60]})
        return found

    def _place(self, own: Geometry | None, texts: Mapping[str, Any], verdict: Verdict) -> None:
        try:
            raw = raw_of(own, texts)
            if raw is None:
                return
            point = "x" in texts and own is None and "shape" not in texts
            verdict.geometry = placed(raw, self.asked.system, swapped=self.asked.swapped and not point)
            hold_to_kind(verdict.geometry, self.kind)
        except NoShape as error:
            verdict.geometry = None
            verdict.wrong(error.field, str(error))

    def _find(self, verdict: Verdict) -> Known | None:
        """The asset of the inventory a row means: by its number, else its code, else its name in its village."""
        given = verdict.given
        if "id" in given:
            return self._numbered(given["id"], verdict)
        if known := self._by_code.get(given.get("code", "")):
            return self._coded(known, verdict)
        if "village" not in given and "village" in {field for field, _why in verdict.problems}:
            return None
        if "name" not in given:
            return None
        alike = self._by_name.get((fold_for_search(given["name"])[:200], given.get("village")), [])
        exact = [known for known in alike if known.values["name"] == given["name"]] or alike
        free = [known for known in exact if not ("code" in given and known.code)]  # another code: another asset
        if len(free) > 1:
            verdict.wrong("name", _("Trong sổ có %(count)d công trình cùng tên ở thôn này. Hãy ghi mã.") % {"count": len(free)})
        return free[0] if len(free) == 1 else None

    def _numbered(self, pk: int, verdict: Verdict) -> Known | None:
        known = self._by_pk.get(pk)
        if known is None:
            verdict.wrong("id", _("Sổ công trình của xã không có số này. Hãy xóa ô nếu là công trình mới."))
            return None
        return self._coded(known, verdict, "id")

    def _coded(self, known: Known, verdict: Verdict, field: str = "code") -> Known | None:
        if known.kind != self.asked.kind:
            verdict.wrong(field, _("Mã này là của “%(name)s”, thuộc loại khác.") % {"name": known.values["name"]})
            return None
        if known.retired:
            verdict.wrong(field, _("Mã này là của “%(name)s”, đã đưa ra khỏi sổ.") % {"name": known.values["name"]})
            return None
        return known

    def _require(self, verdict: Verdict) -> None:
        """A new asset needs its name and what its kind must know."""
        told = {field for field, _why in verdict.problems}
        for code, entry in self.fields.items():
            if entry.required and code not in verdict.given and code not in told:
                verdict.wrong(code, _("Cần điền %(label)s.") % {"label": entry.label})

    def _compare(self, known: Known, verdict: Verdict) -> None:
        """Keep of what is given only what differs: an empty cell changes nothing."""
        verdict.asset, verdict.revision = known.pk, known.revision
        owner = self._by_code.get(verdict.given.get("code", ""))
        if owner is not None and owner.pk != known.pk:
            verdict.wrong("code", _("Mã này đã dùng cho “%(name)s”.") % {"name": owner.values["name"]})
        verdict.given.pop("id", None)
        for code, value in list(verdict.given.items()):
            before = known.values.get(code)
            if _alike(self.fields[code], before, value):
                del verdict.given[code]
            else:
                verdict.before[code] = before
        if verdict.geometry is not None and _same_place(known.geometry, verdict.geometry):
            verdict.geometry = None

    def _once(self, number: int, known: Known | None, verdict: Verdict) -> None:
        """No two rows mean the same asset."""
        given = verdict.given
        key: tuple[Any, ...] = ("name", fold_for_search(given.get("name", "")), given.get("village"))
        if known or given.get("code"):
            key = ("pk", known.pk) if known else ("code", given["code"])
        if not key[1]:
            return
        first = self._seen.setdefault(key, number)
        if first != number:
            where = "code" if key[0] == "code" else "name"
            verdict.wrong(where, _("Trùng với dòng %(number)d của tệp.") % {"number": first})

    def _measure(self, known: Known | None, verdict: Verdict) -> None:
        """Set the stated length beside the measured one, and tell what lies outside the commune."""
        geometry = verdict.geometry
        if geometry is not None and self.ground.inside is not None and not self.ground.inside(geometry):
            verdict.warnings.append(("shape", _("Nằm ngoài ranh giới xã (ranh giới tham khảo).")))
        if not self.kind.has_length:
            return
        line = geometry or (known.geometry if known else None)
        stated = verdict.given.get("length") or (known.values.get("length") if known else None)
        measured = Decimal(f"{length_m(line):.2f}") if line else None
        verdict.stated, verdict.measured = stated, str(measured) if measured else None
        if geometry is None and "length" not in verdict.given:
            return
        if stated and measured and abs(Decimal(stated) - measured) > OFF * max(Decimal(stated), measured):
            ratio = measured / Decimal(stated)
            hint = _(" Có thể cột chiều dài ghi bằng km.") if 500 < ratio < 2000 else ""
            verdict.warnings.append(("length", _("Chiều dài theo hồ sơ khác chiều dài đo trên bản đồ.") + hint))

    def _outcome(self, known: Known | None, verdict: Verdict) -> str:
        if verdict.problems:
            return "wrong"
        if known is None:
            return "new"
        return "change" if verdict.given or verdict.geometry is not None else "same"


def _alike(entry: Field, before: Any, value: Any) -> bool:
    """Whether two values are the same: numbers by what they are worth, texts but for white space."""
    if entry.code in {"village", "operator"}:
        return bool(before == value)
    old, new = (entry.words(given) for given in (before, value))
    if isinstance(old, str) and isinstance(new, str):
        return old.split() == new.split()
    return bool(old == new)


def _same_place(before: Geometry | None, geometry: Geometry) -> bool:
    if before == geometry:
        return True
    return before is not None and bool(shape(before).equals_exact(shape(geometry), SAME_PLACE))
