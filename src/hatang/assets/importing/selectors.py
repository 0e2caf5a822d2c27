"""Reading imports of the commune in scope."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator

from hatang.assets.importing.fields import Field, fields_of
from hatang.assets.models import AssetImport, AssetImportRow
from hatang.commune.models import Unit, Village
from hatang.ui import maps

ON_A_PAGE = 50
RECENT = 10
SAMPLE = 3
TONES = {"new": "good", "change": "warn", "wrong": "bad", "same": "none"}
State = AssetImport.State


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the preview as a page shows it. `changes` are field, before, after; `told` and `warned` field and sentence."""

    row: AssetImportRow
    name: str
    code: str
    village: str
    changes: list[tuple[str, Any, Any]]
    told: list[tuple[str, str]]
    warned: list[tuple[str, str]]
    moved: bool


def import_of(pk: int) -> AssetImport | None:
    """One import of the commune in scope; None for any other's."""
    found: AssetImport | None = AssetImport.objects.select_related("file", "created_by").filter(pk=pk).first()
    return found


def recent() -> list[AssetImport]:
    """The newest imports that were not put aside."""
    rows = AssetImport.objects.exclude(state=State.ABANDONED).select_related("created_by").order_by("-created_at")
    return list(rows.defer("table", "mapping", "answers")[:RECENT])


def sample(waiting: AssetImport) -> list[AssetImportRow]:
    """The first rows of a file, as read."""
    return list(AssetImportRow.objects.filter(asset_import=waiting).defer("shape", "geometry").order_by("number")[:SAMPLE])


def page_of(waiting: AssetImport, outcome: str, number: Any) -> Page[Any]:
    """One page of the preview: all rows, those of one outcome, or those with a warning ("warned")."""
    rows = (
        AssetImportRow.objects.filter(asset_import=waiting).select_related("asset").defer("shape", "geometry", "asset__geometry")
    )
    if outcome == "warned":
        rows = rows.filter(warned=True)
    elif outcome:
        rows = rows.filter(outcome=outcome)
    page: Page[Any] = Paginator(rows.order_by("number"), ON_A_PAGE).get_page(number)
    page.object_list = lines(waiting, list(page.object_list))
    return page


def lines(waiting: AssetImport, rows: list[AssetImportRow]) -> list[Line]:
    """Rows with their values in words."""
    fields, names = fields_of(waiting.kind), _names()
    return [_line(row, fields, names, waiting.mapping) for row in rows]


def _names() -> dict[str, dict[int, str]]:
    return {
        "village": dict(Village.objects.values_list("pk", "name")),
        "operator": dict(Unit.objects.values_list("pk", "name")),
    }


def _line(row: AssetImportRow, fields: dict[str, Field], names: dict[str, dict[int, str]], mapping: dict[str, Any]) -> Line:
    given, before = row.result.get("given", {}), row.result.get("before", {})

    def words(code: str, value: Any) -> Any:
        return names[code].get(value, "") if code in names else fields[code].words(value)

    def as_read(code: str) -> str:
        value = row.values.get(mapping.get(code, {}).get("column", ""))
        return "" if value is None else str(value)

    asset = row.asset
    village = given.get("village") or (asset.village_id if asset else None)
    return Line(
        row,
        str(given.get("name") or (asset.name if asset else "") or as_read("name")),
        str(given.get("code") or (asset.code if asset else "") or as_read("code")),
        names["village"].get(village, "") if village else as_read("village"),
        [(str(fields[code].label), words(code, before.get(code)), words(code, value)) for code, value in given.items()],
        [(str(fields[code].label), why) for code, why in row.result.get("problems", [])],
        [(str(fields[code].label), why) for code, why in row.result.get("warnings", [])],
        bool(row.result.get("moved")),
    )


def features(waiting: AssetImport) -> Iterator[dict[str, Any]]:
    """The shapes of a preview for a map, each with the tone of what its row would do."""
    rows = AssetImportRow.objects.filter(asset_import=waiting, geometry__isnull=False).select_related("asset")
    for row in rows.defer("shape", "values", "asset__geometry").order_by("number").iterator(chunk_size=500):
        name = str(row.result["given"].get("name") or (row.asset.name if row.asset else "") or f"#{row.number}")
        pairs = [("", why) for _field, why in (*row.result["problems"], *row.result["warnings"])]
        outcome = str(row.get_outcome_display())
        tone = "bad" if row.warned else TONES[row.outcome]
        yield maps.feature(row.geometry, name=name, pairs=[(outcome, f"#{row.number}"), *pairs], tone=tone, key=row.number)
