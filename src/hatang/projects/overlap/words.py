"""What the rules found, as sentences."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hatang.projects.overlap.rules import Fact, Reason
from hatang.ui.templatetags.ui import vn_number, vn_percent

OTHERS = {  # by the first part of the key of what a work is compared with
    "project": gettext_lazy("Công trình của xã"),
    "asset": gettext_lazy("Sổ công trình hiện có"),
    "neighbour": gettext_lazy("Công trình của xã giáp ranh"),
}
LABELS = {
    "giai doan": lambda: _("giai đoạn"),
    "doan": lambda: _("đoạn"),
    "nhanh": lambda: _("nhánh"),
    "tuyen nhanh": lambda: _("tuyến nhánh"),
    "dot": lambda: _("đợt"),
    "class": lambda: _("cấp đường, cấp kênh"),
    "stretch": lambda: _("lý trình"),
}


def sentence(reason: Reason) -> str:
    """A reason with its figures."""
    return SENTENCES[reason.fact](reason.values)


def _stretch(values: dict[str, Any]) -> str:
    figures = {"share": vn_percent(values["share"] * 100), "metres": vn_number(values["metres"])}
    return _("cùng đoạn đường, đoạn kênh: %(share)s chiều dài nằm trong %(metres)s m") % figures


def _ground(values: dict[str, Any]) -> str:
    return _("cùng khu đất: %(share)s diện tích chồng lên nhau") % {"share": vn_percent(values["share"] * 100)}


def _near(values: dict[str, Any]) -> str:
    return _("vị trí cách nhau %(metres)s m") % {"metres": vn_number(values["metres"])}


def _apart(values: dict[str, Any]) -> str:
    return _("vẽ ở hai nơi, cách nhau %(metres)s m") % {"metres": vn_number(values["metres"])}


def _name(values: dict[str, Any]) -> str:
    return _("tên giống nhau: %(words)s") % {"words": _joined(values["words"])}


def _part(values: dict[str, Any]) -> str:
    return _("tên giống một phần: %(words)s") % {"words": _joined(values["words"])}


def _joined(words: list[str]) -> str:
    return ", ".join(words)


def _labels(values: dict[str, Any]) -> str:
    return _("tên ghi khác nhau về %(labels)s") % {"labels": ", ".join(LABELS[label]() for label in values["labels"])}


def _years(values: dict[str, Any]) -> dict[str, str]:
    return {name: "–".join(dict.fromkeys(map(str, values[name]))) for name in ("first", "second")}


def _meet(values: dict[str, Any]) -> str:
    return _("cùng thời gian: %(first)s và %(second)s") % _years(values)


def _gap(values: dict[str, Any]) -> str:
    return _("cách nhau %(gap)s năm: %(first)s và %(second)s") % {**_years(values), "gap": values["gap"]}


def _built(values: dict[str, Any]) -> str:
    return _("mới xây dựng, cách %(gap)s năm: %(second)s") % {**_years(values), "gap": values["gap"]}


def _sources(values: dict[str, Any]) -> str:
    return _("cùng nguồn vốn: %(sources)s") % {"sources": ", ".join(values["sources"])}


def _always(text: Callable[[], str]) -> Callable[[dict[str, Any]], str]:
    return lambda values: text()


SENTENCES: dict[Fact, Callable[[dict[str, Any]], str]] = {
    Fact.SAME_STRETCH: _stretch,
    Fact.SAME_GROUND: _ground,
    Fact.NEAR: _near,
    Fact.APART: _apart,
    Fact.SAME_ASSET: _always(lambda: _("cùng cải tạo một công trình trong sổ")),
    Fact.SAME_NAME: _name,
    Fact.PART_OF_NAME: _part,
    Fact.SAME_THING: _always(lambda: _("cùng loại công trình theo tên gọi")),
    Fact.OTHER_THING: _always(lambda: _("tên gọi cho thấy hai loại công trình hoặc hạng mục khác nhau")),
    Fact.OTHER_LABEL: _labels,
    Fact.OTHER_VILLAGE: _always(lambda: _("khác thôn")),
    Fact.SAME_VILLAGE: _always(lambda: _("cùng thôn")),
    Fact.YEARS_MEET: _meet,
    Fact.YEARS_NEAR: _gap,
    Fact.YEARS_FAR: _gap,
    Fact.BUILT_RECENTLY: _built,
    Fact.SAME_SOURCE: _sources,
}
