"""Importing 5,000 road segments from GeoJSON and from Excel: reading, the preview, the confirmation, on a database of its own."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any

from bench._product import awake
from bench._timing import row

ROADS = 5_000
POINTS = 20


def main() -> None:
    """Make the files, and take each through its steps once: a first import and the same again, where nothing changes."""
    with awake():
        _measure()


def _measure() -> None:
    from hatang.assets.importing import giving
    from hatang.commune.services import create_commune, create_village
    from hatang.core.tenancy import commune_scope

    with commune_scope(create_commune("01981").pk):
        names = [create_village(f"Thôn Ví Dụ {number}").name for number in range(1, 41)]
        _through("GeoJSON", _geojson(names), "duong.geojson")
        content = giving.excel("road_segment")
        row("Excel: given out", _seconds(lambda: giving.excel("road_segment")))
        _through("Excel again", content, "duong.xlsx")
        _empty()
        _through("Excel", content, "duong.xlsx", without="id")


def _through(label: str, content: bytes, name: str, without: str = "") -> None:
    """One file: read, judge, write."""
    from hatang.assets.importing import readers
    from hatang.assets.importing.services import confirming, judging, reading
    from hatang.assets.models import AssetImport
    from hatang.core import files

    row(f"{label}: file", f"{len(content) / 1e6:8.1f} MB")
    table: list[Any] = []
    row(f"{label}: read", _seconds(lambda: table.append(readers.read(content, name))))
    stored = files.keep(content, name, files.EXCEL if name.endswith("xlsx") else files.TEXT)
    waiting = AssetImport.objects.create(file=stored, name=name, kind="road_segment")
    row(f"{label}: rows kept", _seconds(lambda: reading._keep(waiting, table[0], ["road_segment"])))
    waiting.refresh_from_db()
    waiting.mapping = {code: source for code, source in waiting.mapping.items() if code != without}
    waiting.state = AssetImport.State.JUDGING
    waiting.save()
    row(f"{label}: preview of every row", _seconds(lambda: judging.judge(waiting)))
    row(f"{label}: outcomes", {name: waiting.counts.get(name, 0) for name in ("new", "change", "same", "wrong")})
    if waiting.counts.get("new"):
        AssetImport.objects.filter(pk=waiting.pk).update(state=AssetImport.State.WRITING)
        waiting.refresh_from_db()
        row(f"{label}: confirmed", _seconds(lambda: confirming.write(waiting)))


def _seconds(work: Callable[[], object]) -> str:
    start = time.perf_counter()
    work()
    return f"{time.perf_counter() - start:8.2f} s"


def _empty() -> None:
    """Take the roads out, as if they had never been imported."""
    from hatang.assets.models import Asset

    Asset.objects.all().delete()


def _geojson(villages: list[str]) -> bytes:
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "LineString", "coordinates": _line(number)},
            "properties": {
                "Mã": f"Đ{number:04d}", "Tên": f"Đường ví dụ {number}", "Thôn": villages[number % len(villages)],
                "Loại đường": "Đường trục thôn, liên thôn", "Mặt đường": "Bê tông" if number % 3 else "Đất", "Bề rộng": 3.5,
            },
        }
        for number in range(ROADS)
    ]  # fmt: skip
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False).encode()


def _line(number: int) -> list[list[float]]:
    west, south = 105.94 + number % 80 / 1000, 22.16 + number // 80 / 1000
    return [[round(west + step / 20_000, 7), round(south + step % 3 / 20_000, 7)] for step in range(POINTS)]
