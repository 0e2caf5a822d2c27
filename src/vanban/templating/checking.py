"""The names of a template held against the vocabulary: unknown ones named, with the nearest known one proposed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from vanban.templating import problems as say
from vanban.templating.problems import BadTemplate, Problem
from vanban.templating.reading import Placed, Template, read_template
from vanban.templating.tags import Tag
from vanban.templating.vocabulary import Sort, Word


@dataclass(frozen=True, slots=True)
class Use:
    """A name a template uses, as the vocabulary has it ("muc.tieu_de" for what a loop calls "m.tieu_de"), and how often."""

    path: str
    meaning: str
    times: int


@dataclass(frozen=True, slots=True)
class Findings:
    """What a template holds."""

    uses: tuple[Use, ...]

    @property
    def paths(self) -> tuple[str, ...]:
        """The names used."""
        return tuple(one.path for one in self.uses)


@dataclass(frozen=True, slots=True)
class Scope:
    """A name of a loop and what it stands for."""

    word: Word
    path: str


def check(template: Template, vocabulary: Word) -> Findings:
    """Every name the template uses.

    Raises:
        BadTemplate: names that are unknown or used for what they are not, all at once.
    """
    seen: dict[str, list[Word]] = {}
    wrong: list[Problem] = []
    for part in template.parts:
        scopes: list[tuple[str, Scope]] = []
        for placed in part.tags:
            if placed.tag is not None:
                wrong += _problems(placed, placed.tag, vocabulary, dict(scopes), seen)
                _step(placed.tag, vocabulary, scopes)
    if wrong:
        raise BadTemplate(dict.fromkeys(wrong))
    return Findings(tuple(Use(path, words[0].meaning, len(words)) for path, words in seen.items()))


def looked_through(content: bytes, vocabulary: Word) -> Findings:
    """What a file holds as a template.

    Raises:
        BadTemplate: every reason at once: those of the file, of its tags, and of their names.
    """
    try:
        template = read_template(content)
    except BadTemplate as refused:
        if refused.found is None:
            raise
        try:
            check(refused.found, vocabulary)
        except BadTemplate as more:
            raise BadTemplate(dict.fromkeys((*refused.problems, *more.problems))) from refused
        raise
    return check(template, vocabulary)


def _problems(
    placed: Placed, tag: Tag, vocabulary: Word, inner: Mapping[str, Scope], seen: dict[str, list[Word]]
) -> Iterator[Problem]:
    near = placed.paragraph.near
    for path in tag.paths:
        found = _resolved(path, vocabulary, inner)
        if found is None:
            yield _unknown(path, vocabulary, inner, near)
            continue
        seen.setdefault(found.path, []).append(found.word)
        yield from _misused(path, tag, found.word, near)
    if tag.variable in vocabulary.fields:
        yield Problem(say.RESERVED, {"name": tag.variable}, near)


def _step(tag: Tag, vocabulary: Word, scopes: list[tuple[str, Scope]]) -> None:
    """Into a loop and out of it."""
    if tag.verb == "for":
        scopes.append((tag.variable, _resolved(tag.paths[0], vocabulary, dict(scopes)) or Scope(Word(Sort.GROUP), "")))
    elif tag.verb == "endfor" and scopes:
        scopes.pop()


def _resolved(path: str, vocabulary: Word, inner: Mapping[str, Scope]) -> Scope | None:
    first, *rest = path.split(".")
    at = inner.get(first)
    if at is None:
        if first not in vocabulary.fields:
            return None
        at = Scope(vocabulary.fields[first], first)
        is_item = False
    else:
        is_item = True
    for name in rest:
        enters = at.word.sort is Sort.GROUP or (is_item and at.word.sort is Sort.LIST)
        if not enters or name not in at.word.fields:
            return None
        at, is_item = Scope(at.word.fields[name], f"{at.path}.{name}"), False
    return Scope(Word(Sort.GROUP, at.word.meaning, fields=at.word.fields), at.path) if is_item else at


def _misused(path: str, tag: Tag, word: Word, near: str) -> Iterator[Problem]:
    name = {"name": path}
    if tag.verb == "for" and word.sort is not Sort.LIST:
        yield Problem(say.NOT_A_LIST, name, near)
    elif tag.verb == "print" and word.sort is Sort.LIST:
        yield Problem(say.PRINTED_LIST, name, near)
    elif tag.verb == "print" and word.sort is Sort.GROUP:
        yield Problem(say.PRINTED_GROUP, {**name, "near": f"{path}.{next(iter(word.fields), '')}"}, near)
    elif tag.verb == "print" and word.sort is Sort.FLAG:
        yield Problem(say.PRINTED_FLAG, name, near)
    elif tag.verb in ("if", "elif") and word.sort is Sort.GROUP:
        yield Problem(say.TESTED, name, near)


def _unknown(path: str, vocabulary: Word, inner: Mapping[str, Scope], near: str) -> Problem:
    lists = {known for known, word in vocabulary.walk() if word.sort is Sort.LIST}
    open_ones = [known for known, _word in vocabulary.walk() if not any(known.startswith(f"{one}.") for one in lists)]
    named = [f"{variable}.{name}" for variable, scope in inner.items() for name in scope.word.fields]
    close = get_close_matches(path, [*named, *open_ones], 1, 0.6) or _by_its_end(path, [*named, *open_ones])
    if not close:
        return Problem(say.UNKNOWN, {"name": path}, near)
    return Problem(say.UNKNOWN_NEAR, {"name": path, "near": close[0]}, near)


def _by_its_end(path: str, known: list[str]) -> list[str]:
    """A name whose last part is the one asked for: "tieu_de" for "m.tieu_de"."""
    last = path.rsplit(".", 1)[-1]
    return [one for one in known if one.rsplit(".", 1)[-1] == last][:1]
