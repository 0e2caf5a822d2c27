"""The reference boundaries as GeoJSON: public facts, the same for everybody, kept by browsers for a day."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from hatang.commune import boundaries, outlines

DAY = 24 * 60 * 60


def _body(read: Callable[[str], dict[str, Any]], code: str) -> bytes:
    return _written(read, code, outlines.version(code))


@lru_cache(maxsize=128)
def _written(read: Callable[[str], dict[str, Any]], code: str, version: int) -> bytes:
    del version  # of the commune's own file: a new one is written anew
    return json.dumps(read(code), ensure_ascii=False, separators=(",", ":")).encode()


def _mark(read: Callable[[str], dict[str, Any]]) -> Callable[[HttpRequest, str], str]:
    """The ETag of what `read` gives for a commune."""
    return lambda request, code: f'"{hashlib.sha256(_body(read, code)).hexdigest()[:16]}"'


def _geojson(read: Callable[[str], dict[str, Any]], code: str) -> HttpResponse:
    return HttpResponse(_body(read, code), content_type="application/geo+json")


@require_safe
@cache_control(public=True, max_age=DAY)
@condition(etag_func=_mark(boundaries.boundary))
def boundary(request: HttpRequest, code: str) -> HttpResponse:
    """The outline of one commune."""
    return _geojson(boundaries.boundary, code)


@require_safe
@cache_control(public=True, max_age=DAY)
@condition(etag_func=_mark(boundaries.neighbours))
def neighbours(request: HttpRequest, code: str) -> HttpResponse:
    """The communes around one commune."""
    return _geojson(boundaries.neighbours, code)
