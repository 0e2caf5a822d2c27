"""Run every benchmark, or those named: `./run bench reading dashboard`."""

from __future__ import annotations

import importlib
import pkgutil
import subprocess
import sys

import bench


def names() -> list[str]:
    """Every benchmark there is, by the name of its module."""
    return sorted(module.name for module in pkgutil.iter_modules(bench.__path__) if not module.name.startswith("_"))


def main(wanted: list[str]) -> int:
    """Print the figures of the wanted benchmarks; 2 when one does not exist."""
    unknown = set(wanted) - set(names())
    if unknown:
        print(f"Không có phép đo / no such benchmark: {', '.join(sorted(unknown))}. Có / there are: {', '.join(names())}")
        return 2
    chosen = wanted or names()
    if len(chosen) > 1:
        return next(filter(None, map(_apart, chosen)), 0)
    print(f"\n== {chosen[0]}", flush=True)
    importlib.import_module(f"bench.{chosen[0]}").main()
    return 0


def _apart(name: str) -> int:
    """One benchmark in a process of its own, since each wakes the product on another data folder; its exit code."""
    return subprocess.call([sys.executable, "-m", "bench", name])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
