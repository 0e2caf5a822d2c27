"""Write the data file."""

from __future__ import annotations

import json
from pathlib import Path

from shapely.geometry import Point

from tools.demonstration.ground import cells, ground, villages
from tools.demonstration.roads import roads
from tools.demonstration.services import services
from tools.demonstration.works import HOUSEHOLDS, works

CODE, SEED = "01981", 20260407
TO = Path(__file__).resolve().parents[2] / "src" / "hatang" / "examples" / "vinh-thong-minh-hoa.json"
NOTE = "Dữ liệu minh họa: thôn, đường, kênh, trường và số liệu ở đây không có thật; chỉ ranh giới xã là ranh giới tham khảo."


def main() -> None:
    """Draw the commune and write it down."""
    place = ground(CODE, SEED)
    spots = villages(place, len(HOUSEHOLDS))
    outlines = [place.frame.degrees(cell) for cell in cells(place, spots)]
    places = [
        {
            "name": f"thôn Minh Họa {at + 1}",
            "households": HOUSEHOLDS[at],
            "centre": place.frame.degrees(Point(spot)),
            "outline": outline,
        }
        for at, (spot, outline) in enumerate(zip(spots, outlines, strict=True))
    ]
    rows = works(place, spots, roads(place, spots)) + services(place, spots)
    lines = [json.dumps(entry, ensure_ascii=False, separators=(",", ":")) for entry in (*places, *rows)]
    parts = {"villages": lines[: len(places)], "assets": lines[len(places) :]}
    body = ",\n".join(f'"{name}": [\n' + ",\n".join(entries) + "\n]" for name, entries in parts.items())
    TO.write_text(f'{{"note": "{NOTE}",\n{body}}}\n', encoding="utf-8")


if __name__ == "__main__":
    main()
