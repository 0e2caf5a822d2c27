"""Coordinates of files as longitude and latitude in WGS84: the systems there are, which one a file means, and the way across.

VN-2000 lies about 200 m from WGS84: its datum shift (seven parameters, EPSG "VN-2000 to WGS 84 (2)") is always applied. In
surveyors' papers X points north; which column is which is told by the size of the numbers.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any

import numpy as np
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError
from shapely import from_geojson, transform
from shapely.geometry import mapping

WGS84 = "4326"
MERIDIANS: dict[str, float] = {
    "9213": 106.5,
    "9205": 103.0,
    "9206": 104.0,
    "9207": 104.5,
    "9208": 104.75,
    "5897": 105.0,
    "9209": 105.5,
    "9210": 105.75,
    "9211": 106.0,
    "9212": 106.25,
    "9214": 107.0,
    "9215": 107.25,
    "9216": 107.5,
    "5899": 107.75,
    "5898": 108.0,
    "9217": 108.25,
    "9218": 108.5,
}
ZONES = {"3405": 105.0, "3406": 111.0}  # VN-2000, 6 degrees
UTM = {"32648": 105.0, "32649": 111.0}  # WGS84, 6 degrees
DEGREES = {"4756"}  # VN-2000 longitude and latitude
SYSTEMS = (WGS84, *MERIDIANS, *ZONES, *UTM, *DEGREES)
Point = tuple[float, float]
Fence = Callable[[Point], bool]
GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})*(?:[.,]\d+)?", re.ASCII)
DMS = re.compile(r"(\d{1,3})\s*[°dđ]\s*(\d{1,2})\s*['’′p]\s*([\d.,]+)?\s*(?:[\"”″s]|'')?\s*([NSEWBĐ])?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Guess:
    """The system a file most likely means, and why.

    `why`: said (by the file), said_as_wgs84 (a projection of VN-2000 named WGS84), degrees, inside (only so it lies in the
    commune), province (nothing better), none.
    """

    system: str
    why: str


def in_degrees(system: str) -> bool:
    """Whether a system counts in degrees rather than metres."""
    return system == WGS84 or system in DEGREES


def ordered(first: float, second: float) -> Point:
    """Two numbers as east and north, whichever came first: here norths exceed 850 km and easts do not; longitudes exceed 100."""
    swapped = (8 <= first <= 24 and 100 <= second <= 112) or (first > 850_000 >= second)
    return (second, first) if swapped else (first, second)


def is_degrees(point: Point) -> bool:
    """Whether two numbers can be longitude and latitude at all."""
    return abs(point[0]) <= 180 and abs(point[1]) <= 90


@lru_cache(maxsize=32)
def _way(system: str) -> Transformer:
    return Transformer.from_crs(f"EPSG:{system}", "EPSG:4326", always_xy=True)


def to_wgs84(point: Point, system: str) -> Point:
    """A point of a system (east, north) as longitude and latitude; raises ValueError where it lies outside the system's world."""
    if system == WGS84:
        return point
    longitude, latitude = _way(system).transform(*point)
    if not (np.isfinite(longitude) and np.isfinite(latitude)):
        raise ValueError("outside the system")
    return float(longitude), float(latitude)


def shape_to_wgs84(shape: dict[str, Any], system: str, *, swapped: bool = False) -> dict[str, Any]:
    """A shape of a system as longitude and latitude; raises as shapely does for no shape, ValueError for what leads nowhere."""
    if system == WGS84 and not swapped:
        return shape
    found = from_geojson(json.dumps(shape))
    moved = transform(found, lambda points: _moved(points, system, swapped))
    flat = mapping(moved)
    return {"type": flat["type"], "coordinates": flat["coordinates"]}


def _moved(points: Any, system: str, swapped: bool) -> Any:
    east, north = (points[:, 1], points[:, 0]) if swapped else (points[:, 0], points[:, 1])
    if system != WGS84:
        east, north = _way(system).transform(east, north)
    moved = np.column_stack([east, north])
    if not np.isfinite(moved).all():
        raise ValueError("outside the system")
    return moved


def said(text: str) -> Guess | None:
    """The system a file names, as WKT or as EPSG:code; None where it names none that is known here."""
    if not text:
        return None
    try:
        crs = CRS.from_user_input(text)
    except (CRSError, ValueError, UnicodeError):
        return None
    code = str(crs.to_epsg(min_confidence=70) or "")
    if code in SYSTEMS:
        return Guess(code, "said")
    if crs.is_geographic:
        return Guess("4756" if _is_vn2000(crs, text) else WGS84, "said")
    return _by_meridian(crs, text)


def _is_vn2000(crs: CRS, text: str) -> bool:
    named = re.sub(r"[^a-z0-9]", "", f"{crs.name} {crs.datum.name if crs.datum else ''} {text}".lower())
    return "vn2000" in named or "vietnam2000" in named


def _by_meridian(crs: CRS, text: str) -> Guess | None:
    """The system with the same central meridian and scale; a scale of 0.9999 is VN-2000's alone, whatever the name says."""
    operation = crs.coordinate_operation
    found = {parameter.name.lower(): float(parameter.value) for parameter in operation.params} if operation else {}
    meridian, scale = found.get("longitude of natural origin"), found.get("scale factor at natural origin")
    if meridian is None or scale is None:
        return None
    vn2000 = _is_vn2000(crs, text)
    tables = MERIDIANS if abs(scale - 0.9999) < 1e-6 else ZONES if vn2000 else UTM if abs(scale - 0.9996) < 1e-6 else {}
    code = next((code for code, at in tables.items() if abs(at - meridian) < 1e-3), None)
    if code is None:
        return None
    return Guess(code, "said" if vn2000 or code in UTM else "said_as_wgs84")


def guess(points: Sequence[Point], fence: Fence | None, *, home: str = "") -> Guess:
    """The system in which points most likely are. `fence` tells whether a place is in the commune, `home` is the province's."""
    sample = [ordered(*point) for point in islice(points, 0, None, max(1, len(points) // 50))]
    if not sample:
        return Guess("", "none")
    if all(map(is_degrees, sample)):
        return Guess(WGS84, "degrees")
    if fence is not None:
        shares = {system: _share(sample, system, fence) for system in SYSTEMS if not in_degrees(system)}
        best = max(shares, key=lambda system: shares[system])
        if shares[best] > 0.5:
            return Guess(best, "inside")
    return Guess(home, "province" if home else "none")


def _share(sample: Sequence[Point], system: str, fence: Fence) -> float:
    hits = 0
    for point in sample:
        try:
            hits += fence(to_wgs84(point, system))
        except ValueError:
            continue
    return hits / len(sample)


def number(value: Any) -> float:
    """A coordinate as people write it: 106.4512, 106,4512, 2451234,5, 2.451.234,5 or 22°11'12"; raises ValueError for none."""
    if isinstance(value, bool) or value is None:
        raise ValueError("no number")
    if isinstance(value, int | float):
        return float(value)
    text = str(value).strip()
    if found := DMS.match(text):
        degrees, minutes, seconds = float(found[1]), float(found[2]), float((found[3] or "0").replace(",", "."))
        return degrees + minutes / 60 + seconds / 3600
    bare = re.sub(r"[\s\u00a0°]|m$", "", text)
    if bare.count(".") + bare.count(",") > 1:
        if not GROUPED.fullmatch(bare):
            raise ValueError("no number")
        mark = max(bare.rfind("."), bare.rfind(","))
        one = bare.count(bare[mark]) == 1
        whole = re.sub(r"[.,]", "", bare[:mark] if one else bare)
        return float(f"{whole}.{bare[mark + 1 :]}" if one else whole)
    plain = float(bare.replace(",", "."))
    grouped = re.fullmatch(r"\d{3}[.,]\d{3}", bare)
    return plain * 1000 if grouped and not 100 <= plain <= 112 else plain
