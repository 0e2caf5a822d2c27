"""Sources of money that come with the product; each commune edits its own copy."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@lru_cache(maxsize=1)
def sources() -> tuple[dict[str, Any], ...]:
    """The shipped sources, in order, as columns of `FundingSource`."""
    return tuple(json.loads((HERE / "sources.json").read_text(encoding="utf-8"))["sources"])
