"""Pictures of the illustrative works: drawn, never photographed, and each says so on itself."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

from django.utils import timezone
from PIL import Image, ImageDraw, ImageFont

import hatang.ui
from hatang.cli.demonstration.works.table import Row
from hatang.core import files
from hatang.core.audit import record
from hatang.core.models import StoredFile
from hatang.projects.models import Project, WorkPhoto

SIZE = (480, 320)
TIMES = (("before", "Trước khi làm", 0), ("during", "Đang làm", 30), ("after", "Sau khi làm", 100))  # shown from what percent on
SCENES = {"transport": "road", "irrigation": "canal", "water": "canal"}
OTHER = "house"
SKY, FAR, NEAR = "#cfe3ea", "#8fb09a", "#6d9a72"
GROUND = {"before": "#9a7a55", "during": "#b39b7c", "after": "#c9cdd0"}
WATER = {"before": "#7c6a4a", "during": "#8fa3a8", "after": "#6fa8c4"}
WALLS = {"before": "#a58f72", "during": "#c9b48f", "after": "#f2e3b8"}
FONTS = Path(hatang.ui.__file__).parent / "static" / "ui" / "fonts"
OWN = frozenset("ăĂđĐĩĨũŨơƠưƯ") | {chr(code) for code in range(0x1EA0, 0x1EFA)}


Pictures = dict[tuple[str, str], StoredFile]  # by scene and time


def draw_pictures() -> Pictures:
    """Every scene at every time, each kept once."""
    scenes = sorted({*SCENES.values(), OTHER})
    drawn = {(scene, when): _drawn(scene, when, words) for scene in scenes for when, words, _least in TIMES}
    return {at: files.store_picture(io.BytesIO(content), f"minh-hoa-{'-'.join(at)}.png") for at, content in drawn.items()}


def fill_pictures(row: Row, work: Project, days: list[dt.date], pictures: Pictures) -> None:
    """The pictures a work would have by now: as it was, while it is made, as it became. One event says how many."""
    scene = SCENES.get(work.sector, OTHER)
    shown = [(when, words) for when, words, least in TIMES if row.percent >= least]
    photos = [
        WorkPhoto(
            project=work, file=pictures[scene, when], when=when, caption=f"{words} (ảnh vẽ minh họa)",
            taken_at=timezone.make_aware(dt.datetime.combine(day, dt.time(9))),
        )
        for (when, words), day in zip(shown, days, strict=False)
    ]  # fmt: skip
    WorkPhoto.objects.bulk_create(photos)
    record("demonstration.pictures", work, after={"count": len(photos)}, reason="Ảnh vẽ minh họa")


def _drawn(scene: str, when: str, words: str) -> bytes:
    picture = Image.new("RGB", SIZE, SKY)
    pen = ImageDraw.Draw(picture)
    pen.polygon([(0, 170), (110, 70), (220, 160), (330, 50), (480, 165), (480, 320), (0, 320)], fill=FAR)
    pen.rectangle((0, 185, 480, 320), fill=NEAR)
    {"road": _road, "canal": _canal, "house": _house}[scene](pen, when)
    if when == "during":
        _diggers(pen)
    pen.rectangle((0, 276, 480, 320), fill="#173f31")
    _write(pen, f"{words} – ảnh vẽ minh họa")
    out = io.BytesIO()
    picture.quantize(32).save(out, "PNG")
    return out.getvalue()


def _write(pen: ImageDraw.ImageDraw, text: str) -> None:
    """The letters come in two files: those of Vietnamese alone are in one of their own."""
    latin, own = (ImageFont.truetype(str(FONTS / f"be-vietnam-pro-{part}-600.woff2"), 22) for part in ("latin", "vietnamese"))
    x = 44.0  # pages show the middle of a picture, four to three
    for letter in text:
        font = own if letter in OWN else latin
        pen.text((x, 310), letter, font=font, fill="white", anchor="ls")
        x += font.getlength(letter)


def _road(pen: ImageDraw.ImageDraw, when: str) -> None:
    pen.polygon([(225, 185), (255, 185), (380, 280), (90, 280)], fill=GROUND[when])
    if when == "before":
        for x, y in ((230, 205), (190, 240), (265, 255), (300, 230)):
            pen.ellipse((x, y, x + 26, y + 8), fill="#6f563a")


def _canal(pen: ImageDraw.ImageDraw, when: str) -> None:
    pen.polygon([(215, 185), (265, 185), (420, 280), (60, 280)], fill=GROUND[when])
    pen.polygon([(230, 185), (250, 185), (340, 280), (140, 280)], fill=WATER[when])


def _house(pen: ImageDraw.ImageDraw, when: str) -> None:
    pen.rectangle((130, 165, 350, 260), fill=WALLS[when])
    for x in (155, 225, 295):
        pen.rectangle((x, 190, x + 30, 230), fill="#5b6b73")
    if when != "during":
        pen.polygon([(115, 165), (240, 105), (365, 165)], fill="#7a4b3a" if when == "before" else "#b5462f")


def _diggers(pen: ImageDraw.ImageDraw) -> None:
    pen.rectangle((385, 215, 440, 245), fill="#e0a21b")
    pen.line((400, 215, 360, 180, 345, 225), fill="#e0a21b", width=7)
    pen.ellipse((388, 240, 408, 260), fill="#333333")
    pen.ellipse((420, 240, 440, 260), fill="#333333")
