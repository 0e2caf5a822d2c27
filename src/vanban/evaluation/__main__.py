"""Print precision, recall and F1 per kind of item: `./run evaluate [--heldout | --all] [--cases]`."""

from __future__ import annotations

import argparse
import sys

from vanban.evaluation.cases import SETS, cases
from vanban.evaluation.measure import measure, score_case
from vanban.evaluation.scoring import Score

HEADINGS = ("", "expected", "read", "P found", "R found", "F1 found", "P exact", "R exact", "F1 exact")


def main(arguments: list[str]) -> int:
    """Print the table of each set asked for."""
    options = _parser().parse_args(arguments)
    for name in SETS if options.all else ("heldout",) if options.heldout else ("development",):
        print(f"\n== {name} ({sum(1 for _ in cases(name))} plans)")
        _table(measure(name))
        for case in cases(name) if options.cases else ():
            print(f"\n-- {case.name}")
            _table(score_case(case))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./run evaluate", description="How well plans are read, per kind of item.")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--heldout", action="store_true", help="the plans no rule was written with")
    which.add_argument("--all", action="store_true", help="both sets, one after the other")
    parser.add_argument("--cases", action="store_true", help="also a table for each plan")
    return parser


def _table(scores: dict[str, Score]) -> None:
    print(f"{HEADINGS[0]:<12}" + "".join(f"{heading:>10}" for heading in HEADINGS[1:]))
    for kind, one in scores.items():
        shares = [f(hits) for hits in (one.found, one.exact) for f in (one.precision, one.recall, one.f1)]
        print(f"{kind:<12}{one.expected:>10}{one.read:>10}" + "".join(f"{share:>10.3f}" for share in shares))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
