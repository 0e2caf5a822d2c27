"""Overlap of works: how well the rules tell labelled pairs apart, and how fast they are."""

from __future__ import annotations

from bench._timing import row, timed


def main() -> None:
    """Print precision and recall of both halves of the labelled pairs, and the time of a comparison."""
    from hatang.projects.overlap.evaluation import held_out, measure, pairs, tuned_on

    rows = pairs()
    for name, half in (("tuned on (odd ids)", tuned_on(rows)), ("held out (even ids)", held_out(rows))):
        tally, same = measure(half), sum(pair.same for pair in half)
        row(f"{name}: pairs, of which one work", f"{len(half):8d} {same:8d}")
        row(f"{name}: precision", f"{tally.precision:8.3f}  (wrongly asked: {len(tally.wrong)})")
        row(f"{name}: recall", f"{tally.recall:8.3f}  (missed: {len(tally.missed)})")
    row(f"compare {len(rows)} pairs", timed(lambda: measure(rows)))


if __name__ == "__main__":
    main()
