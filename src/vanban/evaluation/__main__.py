"""Print precision, recall and F1 per kind of item: `./run evaluate [development|heldout] [--cases]`."""

from __future__ import annotations

import sys

from vanban.evaluation.cases import SETS, cases
from vanban.evaluation.measure import measure, score_case
from vanban.evaluation.scoring import Score

HEADINGS = ("", "expected", "read", "P found", "R found", "F1 found", "P exact", "R exact", "F1 exact")


def main(arguments: list[str]) -> int:
    """Print the table of each set asked for; 2 when one does not exist."""
    wanted = [name for name in arguments if not name.startswith("-")] or list(SETS)
    if set(wanted) - set(SETS):
        print(f"Chỉ có / there are only: {', '.join(SETS)}")
        return 2
    for name in wanted:
        print(f"\n== {name} ({sum(1 for _ in cases(name))} plans)")
        _table(measure(name))
        if "--cases" in arguments:
            for case in cases(name):
                print(f"\n-- {case.name}")
                _table(score_case(case))
    return 0


def _table(scores: dict[str, Score]) -> None:
    print(f"{HEADINGS[0]:<12}" + "".join(f"{heading:>10}" for heading in HEADINGS[1:]))
    for kind, one in scores.items():
        shares = [f(hits) for hits in (one.found, one.exact) for f in (one.precision, one.recall, one.f1)]
        print(f"{kind:<12}{one.expected:>10}{one.read:>10}" + "".join(f"{share:>10.3f}" for share in shares))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
