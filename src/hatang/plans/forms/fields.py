"""What fields of several forms have in common."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from hatang.core.sectors import Sector

NO_SECTOR = [("", _("Không thuộc lĩnh vực nào")), *Sector.choices]
YEARS: dict[str, Any] = {"min_value": 1990, "max_value": 2100, "required": False}
AMOUNT: dict[str, Any] = {"max_digits": 20, "decimal_places": 4, "localize": True, "required": False}
