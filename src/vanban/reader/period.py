"""The years a document speaks for."""

from __future__ import annotations

import re

_RANGE = re.compile(r"(?<!\d)(20\d{2})\s*(?:[-–—−]|đến(?:\s+(?:hết\s+)?năm)?)\s*(20\d{2})(?!\d)")
_YEAR = re.compile(r"(?:\bnăm|\bNăm|\bNĂM)\s+(20\d{2})(?!\d)")
_UNTIL = re.compile(r"(?:đến|ĐẾN|Đến)\s+(?:hết\s+)?(?:năm|NĂM)\s+(20\d{2})(?!\d)")


def find_period(*texts: str, issued: int | None = None) -> tuple[int, int] | None:
    """The first and last year named by the first of `texts` that names any; `issued` starts an open "đến năm 2030"."""
    for text in texts:
        match = _RANGE.search(text)
        if match and int(match[1]) <= int(match[2]):
            return int(match[1]), int(match[2])
        until, year = _UNTIL.search(text), _YEAR.search(text)
        if until and (year is None or year[1] == until[1]):
            end = int(until[1])
            return min(issued or end, end), end
        if year:
            return int(year[1]), int(until[1]) if until else int(year[1])
    return None
