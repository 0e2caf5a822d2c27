"""Word templates of a person's own: read, checked against a vocabulary, filled with plain values.

How to: docs/reports.md, “Mẫu riêng của xã”. Nothing of a template is run: a tag names a value, repeats something over a list, or
leaves something out. Syntax as in docxtpl.
"""

from __future__ import annotations

from vanban.templating.checking import Findings, Use, check, looked_through
from vanban.templating.filling import fill
from vanban.templating.problems import BadTemplate, Problem
from vanban.templating.reading import Template, read_template
from vanban.templating.vocabulary import Sort, Word, flag, group, many, text

__all__ = [
    "BadTemplate", "Findings", "Problem", "Sort", "Template", "Use", "Word", "check", "fill", "flag", "group", "looked_through",
    "many", "read_template", "text",
]  # fmt: skip
