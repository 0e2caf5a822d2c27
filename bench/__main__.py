"""Run every benchmark, or those named: `./run bench reading dashboard`."""

from __future__ import annotations

import importlib
import pkgutil
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
    for name in wanted or names():
        print(f"\n== {name}")
        importlib.import_module(f"bench.{name}").main()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
