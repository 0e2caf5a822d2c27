"""Files given out: empty ones to fill in, and the inventory as it is."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_GET

from hatang.assets.importing import giving
from hatang.assets.kinds import KINDS
from hatang.commune.access import permission_required
from hatang.commune.roles import Permission
from hatang.core import files


@require_GET
@permission_required(Permission.EDIT_ASSETS)
def template(request: HttpRequest, kind: str) -> HttpResponse:
    """An empty Excel file of a kind, with drop-downs."""
    del request
    return _excel(giving.template(_known(kind)), f"mau-{kind.replace('_', '-')}.xlsx")


@require_GET
@permission_required(Permission.SEE_FIGURES)
def excel(request: HttpRequest, kind: str) -> HttpResponse:
    """The assets of a kind as Excel."""
    del request
    return _excel(giving.excel(_known(kind)), giving.file_name(kind, "xlsx"))


@require_GET
@permission_required(Permission.SEE_FIGURES)
def geojson(request: HttpRequest, kind: str) -> HttpResponse:
    """The assets of a kind as GeoJSON."""
    del request
    found = JsonResponse(giving.geojson(_known(kind)), json_dumps_params={"ensure_ascii": False})
    return files.hand_out(found.content, giving.file_name(kind, "geojson"), "application/geo+json")


def _known(kind: str) -> str:
    if kind not in KINDS:
        raise Http404
    return kind


def _excel(content: bytes, name: str) -> HttpResponse:
    return files.hand_out(content, name, files.EXCEL)
