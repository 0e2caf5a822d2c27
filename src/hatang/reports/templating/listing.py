"""The placeholders as a page lists them: by group, each as it is written in Word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from vanban.templating import Sort, Word
from vanban.templating.problems import shortened

EXAMPLE = 120


@dataclass(frozen=True, slots=True)
class Row:
    """A placeholder: how it is written, what it means, an example; `over` the list whose loop it stands in."""

    written: str
    meaning: str
    example: str
    over: str = ""
    closing: str = ""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Placeholders that belong together."""

    code: str
    title: str
    rows: list[Row]


def rows_of(vocabulary: Word) -> list[Shelf]:
    """All of them: those that stand alone first, then a shelf for each group of groups."""
    alone = {name: word for name, word in vocabulary.fields.items() if not _holds_groups(word)}
    shelves = [Shelf("chung", "", [row for name, word in alone.items() for row in _rows(name, word)])]
    for name, word in vocabulary.fields.items():
        if _holds_groups(word):
            rows = [row for inner, one in word.fields.items() for row in _rows(f"{name}.{inner}", one, one.meaning)]
            shelves.append(Shelf(name, _(word.meaning), rows))
    return shelves


def _holds_groups(word: Word) -> bool:
    return word.sort is Sort.GROUP and any(one.sort is Sort.GROUP for one in word.fields.values())


def _rows(path: str, word: Word, of: str = "") -> Iterator[Row]:
    if word.sort is Sort.GROUP:
        for name, one in word.fields.items():
            yield from _rows(f"{path}.{name}", one, of or _(word.meaning))
        return
    told = _(word.meaning) if word.meaning else ""
    meaning = f"{of}: {told[:1].lower()}{told[1:]}" if of else told
    if word.sort is Sort.TEXT:
        yield Row(f"{{{{ {path} }}}}", meaning, shortened(word.example, EXAMPLE))
    elif word.sort is Sort.FLAG:
        yield Row(f"{{% if {path} %}}", meaning, "", closing="{% endif %}")
    else:
        yield from _list(path, word, meaning)


def _list(path: str, word: Word, meaning: str) -> Iterator[Row]:
    variable = path.rsplit(".", 1)[-1][0]
    rows = "phu_luc." in path and not path.endswith("ghi_chu")
    level = "tr" if rows else "p"
    yield Row(f"{{%{level} for {variable} in {path} %}}", meaning, "", closing=f"{{%{level} endfor %}}")
    for name, one in word.fields.items():
        flag = one.sort is Sort.FLAG
        written = f"{{% if {variable}.{name} %}}" if flag else f"{{{{ {variable}.{name} }}}}"
        yield Row(written, _(one.meaning), shortened(one.example, EXAMPLE), over=path, closing="{% endif %}" if flag else "")


def uses_of(words: Mapping[str, str], vocabulary: Word) -> list[tuple[str, str]]:
    """The placeholders a version uses and what they mean: lists as one, without what each of their items holds."""
    known = dict(vocabulary.walk())
    lists = tuple(f"{path}." for path, sort in words.items() if sort == Sort.LIST)
    shown = [path for path, sort in words.items() if sort != Sort.GROUP and not path.startswith(lists)]
    return [(path, _(known[path].meaning) if path in known and known[path].meaning else "") for path in shown]
