"""The markers Word prints by itself before numbered paragraphs: "I.", "1.", "a)", "-"."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from vanban.extract.word_styles import numbering_of
from vanban.extract.xml import parse_xml
from vanban.text.numbers import format_roman

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LEVELS = 9


class Numbering:
    """Counts every list of a Word file as Word does and says the marker of each paragraph in turn."""

    def __init__(self, content: bytes | None) -> None:
        root = parse_xml(content) if content else None
        self.abstract_of: dict[str, str] = {}
        self.levels: dict[tuple[str, int], Any] = {}
        self.starts: dict[tuple[str, int], int] = {}
        self.counters: dict[str, list[int]] = defaultdict(lambda: [0] * LEVELS)
        self.seen: set[str] = set()
        if root is not None:
            self._learn(root)

    def _learn(self, root: Any) -> None:
        for abstract in root.iter(f"{W}abstractNum"):
            for level in abstract.iterchildren(f"{W}lvl"):
                self.levels[abstract.get(f"{W}abstractNumId"), _number(level.get(f"{W}ilvl"))] = level
        for num in root.iter(f"{W}num"):
            target = num.find(f"{W}abstractNumId")
            if target is not None:
                self.abstract_of[num.get(f"{W}numId")] = target.get(f"{W}val")
            for override in num.iter(f"{W}startOverride"):
                key = num.get(f"{W}numId"), _number(override.getparent().get(f"{W}ilvl"))
                self.starts[key] = _number(override.get(f"{W}val"))

    def marker(self, paragraph: Any, of_style: tuple[str, int] | None) -> str:
        """The marker printed before a paragraph, "" where it has none. Asking counts it."""
        stated = numbering_of(paragraph.find(f"{W}pPr/{W}numPr")) or of_style
        if stated is None or stated[0] not in self.abstract_of:
            return ""
        number, level = stated[0], min(max(stated[1], 0), LEVELS - 1)
        abstract = self.abstract_of[number]
        self._count(number, abstract, level)
        return self._print(abstract, level)

    def _count(self, number: str, abstract: str, level: int) -> None:
        counters = self.counters[abstract]
        if (number, level) in self.starts and number not in self.seen:
            counters[level] = self.starts[number, level] - 1
        self.seen.add(number)
        if counters[level] == 0:
            counters[level] = self._start(abstract, level) - 1
        counters[level] += 1
        counters[level + 1 :] = [0] * (LEVELS - level - 1)

    def _start(self, abstract: str, level: int) -> int:
        node = self.levels.get((abstract, level))
        start = node.find(f"{W}start") if node is not None else None
        return _number(start.get(f"{W}val")) if start is not None else 1

    def _print(self, abstract: str, level: int) -> str:
        node = self.levels.get((abstract, level))
        text = node.find(f"{W}lvlText") if node is not None else None
        if text is None or self._format(abstract, level) in {"bullet", "none"}:
            return "-" if text is not None and self._format(abstract, level) == "bullet" else ""
        return re.sub(r"%(\d)", lambda match: self._counted(abstract, int(match[1]) - 1), text.get(f"{W}val") or "")

    def _counted(self, abstract: str, level: int) -> str:
        value = max(1, self.counters[abstract][level]) if 0 <= level < LEVELS else 1
        return _written(value, self._format(abstract, level))

    def _format(self, abstract: str, level: int) -> str:
        node = self.levels.get((abstract, level))
        kind = node.find(f"{W}numFmt") if node is not None else None
        return (kind.get(f"{W}val") or "decimal") if kind is not None else "decimal"


def _written(value: int, kind: str) -> str:
    if kind in {"upperRoman", "lowerRoman"} and value < 4000:
        return format_roman(value) if kind == "upperRoman" else format_roman(value).lower()
    if kind in {"upperLetter", "lowerLetter"}:
        letter = "abcdefghijklmnopqrstuvwxyz"[(value - 1) % 26]
        return letter.upper() if kind == "upperLetter" else letter
    return f"{value:02d}" if kind == "decimalZero" else str(value)


def _number(text: str | None) -> int:
    return int(text) if text and text.isdigit() and len(text) < 6 else 0
