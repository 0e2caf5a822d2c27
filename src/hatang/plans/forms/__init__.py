"""What a person types about a plan."""

from __future__ import annotations

from hatang.plans.forms.importing import HeadForm, ReplacesForm, UploadForm
from hatang.plans.forms.items import FORMS, Quantities, quantities_of
from hatang.plans.forms.place import PlaceForm

__all__ = ["FORMS", "HeadForm", "PlaceForm", "Quantities", "ReplacesForm", "UploadForm", "quantities_of"]
