"""Reading every case of a set and adding up the scores."""

from __future__ import annotations

from typing import Any

from vanban.evaluation.cases import Case, cases
from vanban.evaluation.scoring import Score, same, score
from vanban.plan import read_plan

LISTS = ("references", "targets", "tasks", "quantities", "assignments", "schedules")
HEAD = ("type", "number", "symbol", "issuer", "place", "date", "subject")


def measure(which: str) -> dict[str, Score]:
    """The scores of a set, per kind of item."""
    totals = {kind: Score() for kind in ("document", *LISTS)}
    for case in cases(which):
        for kind, one in score_case(case).items():
            totals[kind].add(one)
    return totals


def score_case(case: Case) -> dict[str, Score]:
    """The scores of one plan."""
    reading = with_quantities(read_plan(case.path).to_json())
    expected = with_quantities(case.expected)
    scores = {kind: score(kind, expected[kind], reading[kind]) for kind in LISTS if kind in expected}
    return {"document": _document(case.expected, reading), **scores}


def with_quantities(reading: dict[str, Any]) -> dict[str, Any]:
    """The reading with the quantities of its tasks as a list of their own."""
    if "tasks" not in reading:
        return reading
    return {**reading, "quantities": [entry for task in reading["tasks"] for entry in task["quantities"]]}


def _document(expected: dict[str, Any], reading: dict[str, Any]) -> Score:
    """Fields of the head, the period, the signer and the recipients: each stated one counts once."""
    wanted, got = _facts(expected), _facts(reading)
    hits = sum(same(value, got.get(name)) for name, value in wanted.items())
    stated = sum(value is not None for value in wanted.values())
    read = sum(got.get(name) is not None for name in wanted)
    right = hits - sum(value is None and got.get(name) is None for name, value in wanted.items())
    return Score(stated, read, right, right)


def _facts(reading: dict[str, Any]) -> dict[str, Any]:
    document = reading.get("document", {})
    facts = {name: document[name] for name in HEAD if name in document}
    facts |= {f"signer.{name}": value for name, value in (document.get("signer") or {}).items()}
    facts |= {f"recipient.{n}": f"{one['name']} {one['channel']}" for n, one in enumerate(document.get("recipients", []))}
    if reading.get("period"):
        facts["period"] = f"{reading['period']['start']}-{reading['period']['end']}"
    return facts
