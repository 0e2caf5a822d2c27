"""Writing what is measured. Every write is one transaction and leaves an event."""

from __future__ import annotations

from hatang.indicators.services.figures import inventory_changed

__all__ = ["inventory_changed"]
