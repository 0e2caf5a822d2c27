"""Reading the books."""

from __future__ import annotations

from hatang.projects.money.selectors.books import Wanted, around, book_of, cells, planned, shares, sources

__all__ = ["Wanted", "around", "book_of", "cells", "planned", "shares", "sources"]
