"""All that the files of a report are made from, read once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from hatang.reports.models import Report
from hatang.reports.rules.figures import Figure
from hatang.reports.rules.sentences import Sentence
from hatang.reports.rules.tables import Table
from hatang.reports.selectors import Numbered, figures_of, numbered, sections_of


@dataclass(frozen=True, slots=True)
class Row:
    """A target as the annex shows it, from the figures that were frozen."""

    pk: int
    sector: str
    subject: str
    asked: str
    year: str
    status: str
    unit: str
    now: Figure | None
    before: Figure | None
    change: Figure | None


@dataclass(frozen=True, slots=True)
class Paper:
    """A report with its sections, its figures, and the number under which the list of figures has each."""

    report: Report
    sections: Sequence[Numbered]
    figures: dict[str, Figure]
    marks: dict[str, int]
    rows: Sequence[Row]
    tables: Sequence[Table] = ()

    def marks_of(self, sentence: Sentence) -> str:
        """The numbers of the figures a sentence cites: "[3–7,12]"; empty for none."""
        return bracketed(self.marks[key] for key in sentence.keys if key in self.marks)

    @property
    def cited(self) -> list[tuple[int, Figure]]:
        """The figures the text cites, by their number."""
        return [(number, self.figures[key]) for key, number in self.marks.items()]


def paper_of(report: Report) -> Paper:
    """Two queries."""
    sections, figures = list(numbered(sections_of(report))), figures_of(report)
    keys = [key for one in sections for said in one.section.said for key in said.keys]
    marks = {key: number for number, key in enumerate(dict.fromkeys(key for key in keys if key in figures), 1)}
    return Paper(report, sections, figures, marks, [_row(plain, figures) for plain in report.rows], _tables(report))


def _tables(report: Report) -> list[Table]:
    return [Table.of(plain) for plain in report.tables]


def _row(plain: dict[str, str], figures: dict[str, Figure]) -> Row:
    pk = int(plain["target"])
    now, before, change = (figures.get(f"t{pk}.{role}") for role in ("now", "before", "change"))
    unit = now.unit if now else plain["unit"]
    return Row(pk, plain["sector"], plain["subject"], plain["asked"], plain["year"], plain["status"], unit, now, before, change)


def bracketed(numbers: Iterable[int]) -> str:
    """Numbers in square brackets, runs of three and more as one."""
    wanted = sorted(set(numbers))
    runs: list[list[int]] = [wanted[:1]] if wanted else []
    for last, number in pairwise(wanted):
        if number == last + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    said = [f"{run[0]}–{run[-1]}" if len(run) > 2 else ",".join(map(str, run)) for run in runs]
    return f"[{','.join(said)}]" if said else ""
