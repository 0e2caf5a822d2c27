"""Writing of imports. Every write is one transaction and leaves an event."""

from __future__ import annotations

from hatang.assets.importing.services.confirming import NotReady, confirm
from hatang.assets.importing.services.judging import answer, judge_again, match
from hatang.assets.importing.services.reading import abandon, read_again, start

__all__ = ["NotReady", "abandon", "answer", "confirm", "judge_again", "match", "read_again", "start"]
