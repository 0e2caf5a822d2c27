"""The pages of bringing an inventory in and giving it out."""

from __future__ import annotations

from hatang.assets.importing.views.giving import excel, geojson, template
from hatang.assets.importing.views.matching import match
from hatang.assets.importing.views.previewing import answer, confirm, preview, shapes
from hatang.assets.importing.views.uploading import abandon, again, progress, show, start

__all__ = [
    "abandon", "again", "answer", "confirm", "excel", "geojson", "match", "preview", "progress", "shapes", "show", "start",
    "template",
]  # fmt: skip
