"""Reading what is measured."""

from __future__ import annotations

from hatang.indicators.selectors.notices import climbed, reminders_of
from hatang.indicators.selectors.story import Story, measurement_of, story_of

__all__ = ["Story", "climbed", "measurement_of", "reminders_of", "story_of"]
