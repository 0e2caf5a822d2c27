"""Writing of imports. Every write is one transaction and leaves an event."""

from __future__ import annotations

from hatang.assets.importing.services.confirming import NotReady, confirm
from hatang.assets.importing.services.judging import answer, match
from hatang.assets.importing.services.reading import abandon, start

__all__ = ["NotReady", "abandon", "answer", "confirm", "match", "start"]
