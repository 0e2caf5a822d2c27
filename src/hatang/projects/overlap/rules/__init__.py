"""When two works look like one: values in, values out. Shapes are in metres on a flat ground around the work asked about."""

from __future__ import annotations

from hatang.projects.overlap.rules.likeness import compare
from hatang.projects.overlap.rules.values import Fact, Likeness, Reason, Thing, Thresholds

__all__ = ["Fact", "Likeness", "Reason", "Thing", "Thresholds", "compare"]
