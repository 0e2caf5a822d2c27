"""Rows that were read, kept as plain data until they are confirmed: the file is not read again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hatang.core.spreadsheets.cells import Problem
from hatang.projects.workbook.layout import Column
from hatang.projects.workbook.model import Filled, Reading, Texts


def plain_of(reading: Reading) -> dict[str, Any]:
    """A reading as JSON."""
    return {"missing": reading.missing, "rows": [_plain(row) for row in reading.rows]}


def reading_from(plain: Mapping[str, Any]) -> Reading:
    """The reading that `plain_of` wrote."""
    return Reading(tuple(_row(row) for row in plain["rows"]), plain["missing"])


def _plain(row: Filled) -> list[Any]:
    told = [[[one.code, dict(one.fields)] for one in some] for some in (row.problems, row.remarks)]
    return [row.row, row.pk, _named(row.texts), _named(row.was), *told]


def _row(plain: list[Any]) -> Filled:
    number, pk, texts, was, problems, remarks = plain
    return Filled(number, pk, _texts(texts), _texts(was), _problems(problems), _problems(remarks))


def _named(texts: Texts) -> dict[str, str]:
    return {str(int(column)): text for column, text in texts.items()}


def _texts(plain: Mapping[str, str]) -> Texts:
    return {Column(int(column)): text for column, text in plain.items()}


def _problems(plain: list[Any]) -> tuple[Problem, ...]:
    return tuple(Problem(code, fields) for code, fields in plain)
