"""What a tag says: its words parsed by Jinja, and only the few shapes a template needs let through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import nodes
from jinja2.exceptions import TemplateError

from vanban.templating import problems as say
from vanban.templating.paragraphs import Span
from vanban.templating.problems import BadTemplate, Problem, shortened
from vanban.templating.sandbox import BEGIN, CLOSE, END, FILTERS, MARKS, OPEN, Sandbox

LONGEST = 200
LEVEL = re.compile(r"(p|tr)\s+(?=\S)")
OTHER_LEVEL = re.compile(r"(tc|r|p|tr)\b\s*")
WORDS = re.compile(r"\w+")
OPENERS, MIDDLES = ("for", "if"), ("elif", "else")
CLOSERS = {"endfor": "for", "endif": "if"}
NAMES = ("self", "loop", "super", "caller", "varargs", "kwargs", "true", "false", "none", "True", "False", "None")
_SANDBOX = Sandbox()


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag that was understood. `paths` are the names it reads, `variable` what a loop calls each thing.

    `level` is "" within a paragraph, "p" for whole paragraphs, "tr" for rows.
    """

    verb: str
    level: str
    text: str
    paths: tuple[str, ...] = ()
    variable: str = ""
    source: str = ""


def tag_of(span: Span, near: str) -> Tag | None:
    """The tag; None for a note to oneself {# … #}.

    Raises:
        BadTemplate: it asks for something a template may not.
    """
    if span.mark == "{#":
        return None
    inner = span.inner.translate(MARKS)
    shown = {"tag": shortened(span.text, 60)}
    if len(inner) > LONGEST:
        raise BadTemplate([Problem(say.LONG_TAG, shown, near)])
    if not inner.strip():
        raise BadTemplate([Problem(say.EMPTY_TAG, shown, near)])
    try:
        return _printed(inner, shown["tag"]) if span.mark == "{{" else _statement(inner, shown["tag"])
    except _Wrong as wrong:
        raise BadTemplate([Problem(wrong.text, {**shown, **wrong.values}, near)]) from wrong


class _Wrong(Exception):
    def __init__(self, text: str, **values: str) -> None:
        super().__init__(text)
        self.text, self.values = text, values


def _printed(inner: str, shown: str) -> Tag:
    source = f"{OPEN} {inner} {CLOSE}"
    output = _parsed(source)[0]
    if not isinstance(output, nodes.Output) or len(output.nodes) != 1:
        raise _Wrong(say.SYNTAX)
    expression = output.nodes[0]
    while isinstance(expression, nodes.Filter):
        if expression.name not in FILTERS or expression.args or expression.kwargs:
            raise _Wrong(say.FILTER, name=expression.name)
        if expression.node is None:
            raise _Wrong(say.SYNTAX)
        expression = expression.node
    return Tag("print", "", shown, (_path(expression),), source=source)


def _statement(inner: str, shown: str) -> Tag:
    level = LEVEL.match(inner)
    words = inner[level.end() :] if level else inner
    said = words.split()
    verb = said[0] if said else ""
    source = f"{BEGIN} {words.strip()} {END}"
    known = Tag(verb, level[1] if level else "", shown, source=source)
    if verb in ("endfor", "endif", "else"):
        if len(said) > 1:
            raise _Wrong(say.SYNTAX)
        return known
    if verb == "for":
        return _loop(known, words)
    if verb in ("if", "elif"):
        return _condition(known, words[words.index(verb) + len(verb) :])
    if OTHER_LEVEL.match(inner):
        raise _Wrong(say.LEVEL)
    name = WORDS.match(verb)
    raise _Wrong(say.STATEMENT if name else say.SYNTAX, name=name[0] if name else "")


def _loop(known: Tag, words: str) -> Tag:
    if not re.search(r"\bin\s+\S", words):
        raise _Wrong(say.EMPTY_FOR)
    loop = _parsed(f"{known.source}{BEGIN} endfor {END}")[0]
    if not isinstance(loop, nodes.For) or not isinstance(loop.target, nodes.Name) or loop.recursive or loop.else_:
        raise _Wrong(say.SYNTAX)
    if loop.test is not None:
        raise _Wrong(say.SYNTAX)
    variable = loop.target.name
    if variable.startswith("_"):
        raise _Wrong(say.HIDDEN, name=variable)
    if variable in NAMES:
        raise _Wrong(say.RESERVED, name=variable)
    return Tag("for", known.level, known.text, (_path(loop.iter),), variable, known.source)


def _condition(known: Tag, words: str) -> Tag:
    asked = _parsed(f"{BEGIN} if {words} {END}{BEGIN} endif {END}")[0]
    if not isinstance(asked, nodes.If) or asked.elif_ or asked.else_:
        raise _Wrong(say.SYNTAX)
    return Tag(known.verb, known.level, known.text, tuple(_tested(asked.test)), source=known.source)


def _tested(expression: nodes.Node) -> Iterator[str]:
    if isinstance(expression, nodes.Not):
        yield from _tested(expression.node)
    elif isinstance(expression, nodes.And | nodes.Or):
        yield from _tested(expression.left)
        yield from _tested(expression.right)
    else:
        yield _path(expression)


def _path(expression: nodes.Node) -> str:
    """The dotted name an expression is; nothing else is let through."""
    if isinstance(expression, nodes.Name):
        return _name(expression.name)
    if isinstance(expression, nodes.Getattr):
        return f"{_path(expression.node)}.{_name(expression.attr)}"
    if isinstance(expression, nodes.Call):
        raise _Wrong(say.CALL)
    if isinstance(expression, nodes.Getitem):
        raise _Wrong(say.SUBSCRIPT)
    if isinstance(expression, nodes.Filter):
        raise _Wrong(say.FILTER, name=expression.name)
    raise _Wrong(say.SUMS)


def _name(name: str) -> str:
    if name.startswith("_"):
        raise _Wrong(say.HIDDEN, name=shortened(name, 40))
    if name in NAMES:
        raise _Wrong(say.UNKNOWN, name=name)
    return name


def _parsed(source: str) -> list[nodes.Node]:
    try:
        body = _SANDBOX.parse(source).body
    except (TemplateError, RecursionError, ValueError, ArithmeticError) as error:
        raise _Wrong(say.SYNTAX) from error
    if len(body) != 1:
        raise _Wrong(say.SYNTAX)
    return list(body)
