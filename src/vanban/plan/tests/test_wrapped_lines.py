"""A text broken by hand at some width reads like the same text whose lines are whole paragraphs."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from vanban.plan import read_plan

PLANS = sorted((Path(__file__).resolve().parents[2] / "tests/fixtures/development").glob("*.txt"))
LONG = [path for path in PLANS if sum(len(line) > 92 for line in path.read_text(encoding="utf-8").splitlines()) > 5]


def facts(path):
    reading = read_plan(path)
    return (
        [(target.path, " ".join(target.subject.split()), target.value, target.year) for target in reading.targets],
        [(assignment.path, " ".join(assignment.actor.split()), assignment.role) for assignment in reading.assignments],
        reading.document.subject,
        reading.document.signer,
    )


@pytest.mark.parametrize("path", LONG, ids=[path.stem for path in LONG])
def test_the_same_plan_broken_at_a_width(tmp_path, path):
    lines = path.read_text(encoding="utf-8").splitlines()
    wrapped = tmp_path / "xuong-dong.txt"
    wrapped.write_text("\n".join(part for line in lines for part in textwrap.wrap(line, 92) or [""]), encoding="utf-8")
    assert facts(wrapped) == facts(path)
