"""The fields of an asset as a file may have them: what every asset has, what its kind adds, and where it lies.

Files go from hand to hand, so their headings and choices are Vietnamese whoever asks.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from hatang.assets.importing.rules.header import COMMON, SPECIFIC, factor, fold
from hatang.assets.kinds import KINDS, Attribute, Wrong
from hatang.assets.models import Asset
from vanban.text.folding import fold_for_search

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{4})-(\d{1,2})-(\d{1,2})")
PLACES = ("shape", "x", "y")
Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One field: `code` in mappings ("name", "a:surface"), `label` on pages, `heading` in files, Vietnamese."""

    code: str
    label: StrOrPromise
    heading: str
    required: bool = False
    unit: str = ""
    choices: Choices = ()
    read: Callable[[Any], Any] = field(default=lambda value: value)
    words: Callable[[Any], Any] = field(default=lambda value: value)

    @property
    def attribute(self) -> str:
        """The code of the kind's attribute, empty for what every asset has."""
        return self.code.removeprefix("a:") if self.code.startswith("a:") else ""


@lru_cache(maxsize=64)
def fields_of(kind: str) -> dict[str, Field]:
    """The fields of a kind, in the order of a file's columns."""
    spec = KINDS[kind]
    own = [_of_attribute(attribute) for attribute in spec.attributes]
    length = [_length()] if spec.has_length else []
    every = [*_before(), *own, *length, *_after()]
    return {entry.code: entry for entry in every}


def aliases_of(kind: str) -> dict[str, set[str]]:
    """The headings that name each field of a kind, folded; the file's own heading first among them."""
    specific = SPECIFIC.get(kind, {})
    return {
        code: {fold(entry.heading), *COMMON.get(code, ()), *specific.get(entry.attribute, ())}
        for code, entry in fields_of(kind).items()
    }


def scaled(entry: Field, heading: str, value: Any) -> Any:
    """A number in the unit of its field, where the heading names another: km for m."""
    by = factor(heading, entry.unit) if entry.unit else Decimal(1)
    if by == 1 or value is None or isinstance(value, bool):
        return value
    return Decimal(Attribute(entry.code, entry.label, "number").read(value)) * by  # the field's own reader may round


def _before() -> list[Field]:
    return [
        _text("code", gettext_lazy("Mã"), "Mã", 40),
        _text("name", gettext_lazy("Tên"), "Tên", 200, required=True),
        Field("village", gettext_lazy("Thôn"), "Thôn"),
    ]


def _after() -> list[Field]:
    return [
        _choice("condition", gettext_lazy("Tình trạng"), "Tình trạng", Asset.Condition),
        _choice("working", gettext_lazy("Hoạt động"), "Hoạt động", Asset.Working),
        Field("operator", gettext_lazy("Đơn vị quản lý, vận hành"), "Đơn vị quản lý, vận hành"),
        _text("owner", gettext_lazy("Chủ sở hữu"), "Chủ sở hữu", 200),
        Field("built_year", gettext_lazy("Năm xây dựng"), "Năm xây dựng", read=_year),
        Field("warranty_until", gettext_lazy("Hết hạn bảo hành"), "Hết hạn bảo hành", read=_day, words=_day_words),
        _text("note", gettext_lazy("Ghi chú"), "Ghi chú", 2_000),
        Field("shape", gettext_lazy("Hình (WKT hoặc GeoJSON)"), "Hình (WKT)"),
        Field("x", gettext_lazy("Tọa độ thứ nhất (X, kinh độ)"), "X"),
        Field("y", gettext_lazy("Tọa độ thứ hai (Y, vĩ độ)"), "Y"),
        Field("id", gettext_lazy("Số hệ thống"), "Số hệ thống", read=_whole),
    ]


def _text(code: str, label: Any, heading: str, longest: int, *, required: bool = False) -> Field:
    def read(value: Any) -> str:
        text = str(value).strip()
        if len(text) > longest:
            raise Wrong(_("Dài quá %(longest)d ký tự.") % {"longest": longest})
        return text

    return Field(code, label, heading, required, read=read)


def _choice(code: str, label: Any, heading: str, options: Any) -> Field:
    with override("vi"):
        choices = tuple((option.value, str(option.label)) for option in options)
    return Field(code, label, heading, choices=choices, read=_chooser(label, choices), words=dict(choices).get)


def _chooser(label: Any, choices: Choices) -> Callable[[Any], str]:
    known = {fold_for_search(words): code for code, words in choices}

    def read(value: Any) -> str:
        given = fold_for_search(str(value))
        if given in known or given in known.values():
            return known.get(given, given)
        told = {"label": label, "value": str(value)[:40], "known": ", ".join(words for _code, words in choices)}
        raise Wrong(_("%(label)s không có lựa chọn “%(value)s”. Các lựa chọn: %(known)s.") % told)

    return read


def _of_attribute(attribute: Attribute) -> Field:
    with override("vi"):
        heading = f"{attribute.label} ({attribute.unit})" if attribute.unit else str(attribute.label)
        choices = tuple((code, str(words)) for code, words in attribute.choices)
    if attribute.type == "yes_no":
        choices = (("co", "Có"), ("khong", "Không"))
    read = _chooser(attribute.label, choices) if attribute.type == "choice" else attribute.read
    say: dict[str, Callable[[Any], Any]] = {"choice": dict(choices).get, "yes_no": _yes_no, "number": _decimal}
    words = say.get(attribute.type, _as_is)
    return Field(f"a:{attribute.code}", attribute.label, heading, attribute.required, attribute.unit, choices, read, words)


def _length() -> Field:
    number = Attribute("length", gettext_lazy("Chiều dài"), "number", unit="m")

    def read(value: Any) -> str:
        found = round(Decimal(number.read(value)), 2)
        if found >= 10**10:
            raise Wrong(_("Chiều dài quá lớn. Hãy xem lại đơn vị tính."))
        return f"{found.normalize():f}"

    return Field(
        "length", gettext_lazy("Chiều dài theo hồ sơ"), "Chiều dài theo hồ sơ (m)", unit="m", read=read, words=_decimal
    )  # fmt: skip


def _as_is(value: Any) -> Any:
    return value


def _decimal(value: Any) -> Any:
    return None if value is None else Decimal(str(value))


def _yes_no(value: Any) -> str | None:
    return None if value is None else "Có" if value else "Không"


def _whole(value: Any) -> int:
    try:
        return int(Decimal(str(value).strip()))
    except (ArithmeticError, ValueError) as error:
        raise Wrong(_("Cần một con số.")) from error


def _year(value: Any) -> int:
    year = _whole(value)
    if not 1900 <= year <= 2100:
        raise Wrong(_("Năm phải từ 1900 đến 2100."))
    return year


def _day(value: Any) -> str:
    found = DATE.fullmatch(str(value).strip())
    try:
        if found is None:
            raise ValueError("no date")
        parts = (found[4], found[5], found[6]) if found[4] else (found[3], found[2], found[1])
        return dt.date(*map(int, parts)).isoformat()
    except ValueError as error:
        raise Wrong(_("Ngày ghi theo dạng 07/04/2026.")) from error


def _day_words(value: Any) -> Any:
    return dt.date.fromisoformat(str(value)) if value else None
