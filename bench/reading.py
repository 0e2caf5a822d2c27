"""How long reading a plan takes, per page, and how it grows with length."""

from __future__ import annotations

from pathlib import Path

from bench._timing import row, timed
from vanban.extract import extract
from vanban.model import Extraction, Paragraph
from vanban.plan import read_extraction

PLAN = Path(__file__).resolve().parent.parent / "src/hatang/examples/ke-hoach-vinh-thong-2026.txt"
LETTERS_ON_A_PAGE = 2600  # A4, Times New Roman 14, the decree's margins


def main() -> None:
    """Print reading times of the bundled plan and of the same text made 10, 50 and 100 pages long."""
    plan = extract(PLAN)
    pages = len(plan.text) / LETTERS_ON_A_PAGE
    row("bundled plan: pages of A4", f"{pages:8.1f}")
    row("bundled plan: file to text", timed(lambda: extract(PLAN)))
    whole = timed(lambda: read_extraction(plan))
    row("bundled plan: text to reading", whole)
    row("bundled plan: per page", f"{whole.median * 1000 / pages:8.1f} ms")
    for wanted in (10, 50, 100):
        long_plan = repeated(plan, round(wanted / pages))
        long = timed(lambda document=long_plan: read_extraction(document), runs=3)  # type: ignore[misc]
        row(f"{wanted} pages: text to reading", long)
        row(
            f"{wanted} pages: per page against the bundled plan",
            f"{long.median / wanted / (whole.median / pages):8.2f} ×",
        )


def repeated(plan: Extraction, times: int) -> Extraction:
    """The paragraphs of `plan` again and again, as one long document."""
    texts = [paragraph.text for _ in range(max(1, times)) for paragraph in plan.paragraphs]
    paragraphs, position = [], 0
    for text in texts:
        paragraphs.append(Paragraph(text, (position, position + len(text))))
        position += len(text) + 1
    return Extraction("\n".join(texts), tuple(paragraphs), plan.format)
