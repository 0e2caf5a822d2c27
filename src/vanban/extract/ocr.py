"""Pictures of pages, through Tesseract with Vietnamese where it is installed. What it reads is marked uncertain."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps

from vanban.extract import tools
from vanban.extract.limits import DAMAGED, EMPTY, SCANNED_PAGES, TOO_LARGE, Deadline
from vanban.extract.ocr_lines import lines_of_words
from vanban.extract.pdf_paragraphs import paragraphs_of
from vanban.extract.pieces import Piece, assemble
from vanban.model import Extraction, ReadingError
from vanban.text.messages import message
from vanban.text.normal import squeeze

MISSING = message(
    "Tệp là ảnh chụp hoặc bản quét, cần Tesseract có tiếng Việt (gói tesseract-ocr-vie) để nhận dạng, nhưng máy chủ chưa cài. "
    "Hãy gửi bản Word hoặc PDF có chữ."
)
TOO_MANY = message("Bản quét quá nhiều trang. Hãy gửi bản Word, hoặc tách bản quét thành nhiều tệp.")
UNCERTAIN = message("Văn bản được nhận dạng từ ảnh: cần đối chiếu kỹ với bản gốc.")
DOTS_PER_INCH = 300
PIXELS = 60_000_000
SECONDS_A_PAGE = 60
SECONDS = 600

Progress = Callable[[float, str], None]


def extract_image(path: Path, progress: Progress) -> Extraction:
    """The text of one picture."""
    _need_tesseract()
    progress(0.1, message("nhận dạng ảnh"))
    with _open(path) as picture:
        pieces = list(_recognise(_prepared(picture), 1))
    return _result(pieces)


def recognise_pages(document: Any, progress: Progress) -> Extraction:
    """The text of a PDF whose pages are pictures."""
    _need_tesseract()
    if len(document) > SCANNED_PAGES:
        raise ReadingError(TOO_MANY)
    deadline = Deadline(SECONDS)
    pieces: list[Piece] = []
    for number in range(len(document)):
        deadline.check()
        progress(number / len(document), f"{number + 1}/{len(document)}")
        pieces.extend(_recognise(_rendered(document[number]), number + 1))
    return _result(pieces)


def _need_tesseract() -> None:
    program = tools.find("tesseract")
    if program is None or b"vie" not in tools.run([program, "--list-langs"], seconds=20, folder=Path.cwd()).split():
        raise ReadingError(MISSING)


def _result(pieces: list[Piece]) -> Extraction:
    extraction = assemble(pieces, "ocr", (UNCERTAIN,))
    if not extraction.text:
        raise ReadingError(EMPTY)
    return extraction


def _open(path: Path) -> Image.Image:
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            picture = Image.open(path)
            if picture.width * picture.height > PIXELS:
                raise ReadingError(TOO_LARGE)
            picture.load()
        except ReadingError:
            raise
        except Exception as error:
            raise ReadingError(DAMAGED) from error
    return picture


def _prepared(picture: Image.Image) -> Image.Image:
    upright = ImageOps.exif_transpose(picture).convert("L")
    small = upright.width < 1400
    return upright.resize((upright.width * 2, upright.height * 2)) if small else upright


def _rendered(page: Any) -> Image.Image:
    width, height = page.get_size()
    scale = min(DOTS_PER_INCH / 72, (PIXELS / max(1.0, width * height)) ** 0.5)
    picture: Image.Image = page.render(scale=scale, grayscale=True).to_pil()
    return picture


def _recognise(picture: Image.Image, page: int) -> Iterator[Piece]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        picture.save(folder / "page.png")
        command = [tools.find("tesseract") or "", "page.png", "stdout", "-l", "vie", "--psm", "4", "--dpi", "300", "tsv"]
        output = tools.run(command, seconds=SECONDS_A_PAGE, folder=folder)
    lines = lines_of_words(output.decode("utf-8", errors="replace"), page)
    for piece in paragraphs_of(lines, [], squeeze):
        yield replace(piece, certain=False)
