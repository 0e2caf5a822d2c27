"""The only thing templates are filled with: names of plain values. No calls, no attributes of objects, no globals, no sums."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from vanban.templating import problems as say
from vanban.templating.problems import BadTemplate, Problem
from vanban.writer.xml import clean

STEPS = 500_000

# Letters no document has: a brace anywhere in the XML is only a brace.
OPEN, CLOSE, BEGIN, END, NOTE, NOTE_END = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3", "\ufdd4", "\ufdd5"
MARKS = str.maketrans(dict.fromkeys((OPEN, CLOSE, BEGIN, END, NOTE, NOTE_END)))
FILTERS = {"hoa": lambda words: str(words).upper(), "dau_hoa": lambda words: str(words)[:1].upper() + str(words)[1:]}

Plain = str | bool | Sequence["Plain"] | Mapping[str, "Plain"]


class Sandbox(ImmutableSandboxedEnvironment):
    """Denies whatever is not a name in a dictionary it was given."""

    intercepted_binops = frozenset({"//", "%", "+", "*", "-", "/", "**"})
    intercepted_unops = frozenset({"+", "-"})

    def __init__(self) -> None:
        super().__init__(
            variable_start_string=OPEN, variable_end_string=CLOSE, block_start_string=BEGIN, block_end_string=END,
            comment_start_string=NOTE, comment_end_string=NOTE_END, autoescape=True, undefined=StrictUndefined,
            keep_trailing_newline=True, cache_size=0,
        )  # fmt: skip
        self.globals.clear()
        self.tests.clear()
        self.filters = dict(FILTERS)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A name in a dictionary; of anything else there is nothing to see."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return self.undefined(name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """The same as `getattr`: there is one way to name a value."""
        return self.getattr(obj, argument) if isinstance(argument, str) else self.undefined(name=str(argument))

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """No attribute is."""
        return False

    def is_safe_callable(self, obj: Any) -> bool:
        """Nothing is."""
        return False

    def call(self, *args: Any, **more: Any) -> Any:
        """Refuse."""
        raise SecurityError("a template calls nothing")

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Refuse."""
        raise SecurityError("a template reckons nothing")

    def call_unop(self, context: Any, operator: str, arg: Any) -> Any:
        """Refuse."""
        raise SecurityError("a template reckons nothing")


class Meter:
    """How many steps loops may take, and until when."""

    def __init__(self, seconds: float, steps: int = STEPS) -> None:
        self.ends, self.left = time.monotonic() + seconds, steps

    def step(self) -> None:
        """One step; raises `BadTemplate` when there are no more."""
        self.left -= 1
        if self.left < 0 or time.monotonic() > self.ends:
            raise BadTemplate([Problem(say.TOO_LONG)])


class Rows(tuple[Any, ...]):
    """A list whose steps are counted, whether or not they print anything."""

    meter: Meter

    def __iter__(self) -> Iterator[Any]:
        for one in super().__iter__():
            self.meter.step()
            yield one


def frozen(value: Plain, meter: Meter) -> Any:
    """A copy made of words, yes and no, lists and dictionaries alone, its words fit for XML; `meter` counts the steps of loops.

    Raises:
        TypeError: there is anything else in it.
    """
    if type(value) is bool:
        return value
    if isinstance(value, str):
        return clean(str(value)).translate(MARKS)
    if isinstance(value, Mapping):
        return {str(name): frozen(one, meter) for name, one in value.items()}
    if isinstance(value, Sequence):
        rows = Rows(frozen(one, meter) for one in value)
        rows.meter = meter
        return rows
    raise TypeError(f"a template is given plain values, not {type(value).__name__}")
