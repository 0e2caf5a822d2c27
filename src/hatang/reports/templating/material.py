"""What a report is printed from, as its own Word file has it: the draft of `documents.word` taken apart.

Where the commune has no report of the kind yet, the parts of the kind stand there without a word in them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import override

from hatang.commune.models import Commune
from hatang.reports.documents.paper import Paper
from hatang.reports.documents.word import CHAIR, draft_of
from hatang.reports.kinds import Kind
from hatang.reports.kinds.kind import Part
from hatang.reports.models import Report
from hatang.reports.rules.recipients import USUAL
from hatang.reports.rules.spans import Span
from hatang.reports.words import span_label
from vanban.writer import Appendix, Block, Bullet, Draft, Heading, Text


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of a kind, and what the report has of it: its number, its blocks; `stands` whether the report has it."""

    part: Part
    number: str = ""
    blocks: Sequence[Block] = ()
    stands: bool = False


@dataclass(frozen=True, slots=True)
class Material:
    """All of it; `paper` is None without a report."""

    kind: Kind
    commune: Commune
    draft: Draft
    pieces: Sequence[Piece]
    opening: str = ""
    pointer: str = ""
    span: Span | None = None
    paper: Paper | None = None

    @property
    def annexes(self) -> Sequence[Appendix]:
        """Its annexes."""
        return self.draft.appendices


def material_of(kind: Kind, commune: Commune, paper: Paper | None) -> Material:
    """From a report, or from the kind alone."""
    with override("vi"):
        return _of_paper(kind, paper) if paper else _of_kind(kind, commune)


def _of_kind(kind: Kind, commune: Commune) -> Material:
    draft = Draft(
        issuer=f"Ủy ban nhân dân {commune.full_name}", type_name="Báo cáo", subject="", place=commune.name, symbol="BC-UBND",
        signer=CHAIR, recipients=USUAL,
    )  # fmt: skip
    return Material(kind, commune, draft, [Piece(part) for part in kind.parts()])


def _of_paper(kind: Kind, paper: Paper) -> Material:
    report, draft = paper.report, draft_of(paper)
    opening, *rest, pointer = draft.body
    found = _sections(paper, rest)
    pieces = [found.get(part.code) or Piece(part) for part in kind.parts()]
    return Material(
        kind, report.commune, draft, pieces, _words(opening), _words(pointer).rstrip(" .;,"), report.span, paper
    )  # fmt: skip


def _sections(paper: Paper, blocks: Sequence[Block]) -> dict[str, Piece]:
    """The blocks under each heading: the headings of the body are its sections, in their order."""
    under: list[list[Block]] = []
    for block in blocks:
        if isinstance(block, Heading):
            under.append([])
        elif under:
            under[-1].append(block)
    found: dict[str, Piece] = {}
    for numbered, inside in zip(paper.sections, under, strict=True):
        section = numbered.section
        part = Part(section.code, section.heading, section.level)
        found[section.code] = Piece(part, numbered.marker, inside, stands=True)
    return found


def _words(block: Block) -> str:
    return words_of(block)[0]


def words_of(block: Block) -> tuple[str, str, str]:
    """The words of a paragraph, the marks of its figures, and what closes it behind them."""
    if not isinstance(block, Text | Bullet):
        return "", "", ""
    if isinstance(block.text, str):
        return block.text, "", ""
    at = next((at for at, run in enumerate(block.text) if run.raised), len(block.text))
    marks = "".join(run.text for run in block.text if run.raised)
    closing = "".join(run.text for run in block.text[at:] if not run.raised)
    return "".join(run.text for run in block.text[:at]), marks, closing


def label_of(report: Report) -> str:
    """The span of a report in words."""
    with override("vi"):
        return span_label(report.span)
