"""What a kind of asset is: its sector, the shapes it may have, and its attributes with how each is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from django.utils.translation import gettext as _

from hatang.core.numbers import NotANumber, read_number
from hatang.core.sectors import Sector
from vanban.text.folding import fold_for_search

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

Shape = Literal["point", "line", "area"]
POINT: tuple[Shape, ...] = ("point",)
LINE: tuple[Shape, ...] = ("line",)
AREA: tuple[Shape, ...] = ("area",)
YES = {"co", "x", "1", "true", "yes", "dat", "roi", "v"}
NO = {"khong", "0", "false", "no", "chua", "khong dat", "chua dat"}


class Wrong(ValueError):
    """A value does not fit its attribute; the message says why in the reader's language."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """One thing written down of an asset. Numbers are kept as decimal text, so that nothing is rounded on the way."""

    code: str
    label: StrOrPromise
    type: Literal["number", "count", "choice", "yes_no", "text"]
    unit: str = ""
    choices: tuple[tuple[str, StrOrPromise], ...] = ()
    required: bool = False

    def read(self, value: Any) -> Any:
        """The value to keep for what somebody gave; None for nothing.

        Raises:
            Wrong: it does not fit.
        """
        if value is None or (isinstance(value, str) and not value.strip()):
            return None
        return {"number": self._number, "count": self._count, "choice": self._choice, "yes_no": self._yes_no}.get(
            self.type, lambda given: str(given).strip()[:500]
        )(value)

    def _number(self, value: Any) -> str:
        number = _decimal(value)
        if number < 0:
            raise Wrong(_("%(label)s không thể là số âm.") % {"label": self.label})
        return f"{number.normalize():f}"

    def _count(self, value: Any) -> int:
        number = _decimal(value)
        if number < 0 or number != number.to_integral_value():
            raise Wrong(_("%(label)s phải là số đếm, không có phần lẻ.") % {"label": self.label})
        return int(number)

    def _choice(self, value: Any) -> str:
        wanted = fold_for_search(str(value))
        for code, label in self.choices:
            if wanted in {code, fold_for_search(str(label))}:
                return code
        known = ", ".join(str(label) for _code, label in self.choices)
        given = {"label": self.label, "value": str(value)[:40], "known": known}
        raise Wrong(_("%(label)s không có lựa chọn “%(value)s”. Các lựa chọn: %(known)s.") % given)

    def _yes_no(self, value: Any) -> bool:
        given = fold_for_search(str(value))
        if isinstance(value, bool) or given in YES | NO:
            return value if isinstance(value, bool) else given in YES
        raise Wrong(_("%(label)s chỉ nhận Có hoặc Không.") % {"label": self.label})

    def words(self, value: Any) -> Any:
        """A kept value as people read it; numbers stay numbers."""
        if value is None:
            return None
        if self.type == "choice":
            return next((str(label) for code, label in self.choices if code == value), value)
        if self.type == "yes_no":
            return _("Có") if value else _("Không")
        return Decimal(value) if self.type == "number" else value


def _decimal(value: Any) -> Decimal:
    if isinstance(value, bool):
        raise Wrong(_("Cần một con số."))
    if isinstance(value, int | float | Decimal):
        number = Decimal(str(value))
        if not number.is_finite():
            raise Wrong(_("Cần một con số."))
        return number
    try:
        return read_number(str(value))
    except NotANumber as error:
        raise Wrong(str(error)) from error


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of asset."""

    code: str
    sector: Sector
    label: StrOrPromise
    shapes: tuple[Shape, ...]
    attributes: tuple[Attribute, ...]
    has_length: bool = False

    def read(self, values: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
        """What to keep, and what is wrong by attribute. Names that are no attribute of this kind are left out."""
        kept: dict[str, Any] = {}
        wrong: dict[str, str] = {}
        for attribute in self.attributes:
            try:
                value = attribute.read(values.get(attribute.code))
            except Wrong as error:
                wrong[attribute.code] = str(error)
                continue
            if value is not None:
                kept[attribute.code] = value
            elif attribute.required:
                wrong[attribute.code] = _("Cần điền %(label)s.") % {"label": attribute.label}
        return kept, wrong

    def words(self, values: Mapping[str, Any]) -> list[tuple[Attribute, Any]]:
        """What is known of an asset, in the order of the attributes."""
        return [(attribute, attribute.words(values[attribute.code])) for attribute in self.attributes if attribute.code in values]
