"""A report as a draft of `vanban.writer`. In Vietnamese whoever asks: it is an official document."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from hatang.reports.documents.annexes import appendices
from hatang.reports.documents.paper import Paper, Row
from hatang.reports.kinds import kinds
from hatang.reports.kinds.quarterly.parts import EMPTY, NAMES
from hatang.reports.models import Report, ReportSection
from hatang.reports.rules.figures import Figure
from hatang.reports.rules.recipients import USUAL, recipient_of
from hatang.reports.rules.sentences import Sentence
from hatang.reports.rules.targets import NOTHING
from hatang.reports.selectors.reports import ROMAN
from hatang.reports.words import span_label
from vanban.model import Signer
from vanban.plan.model import Sector
from vanban.text.dates import format_date
from vanban.writer import Appendix, Block, Bullet, Draft, Heading, Run, Table, Text

CHAIR = Signer(name=None, title="CHỦ TỊCH", capacity="TM. ỦY BAN NHÂN DÂN")
SOURCES = "Nguồn và minh chứng của số liệu"


def draft_of(paper: Paper) -> Draft:
    """The whole document; number, day and name of the signer are blank until it is issued."""
    report = paper.report
    commune = report.commune
    return Draft(
        issuer=f"Ủy ban nhân dân {commune.full_name}",
        type_name="Báo cáo",
        subject=report.title,
        place=report.plan.document.place or commune.name,
        symbol="BC-UBND",
        number=report.number or None,
        date=report.issued_on,
        signer=_signer(report),
        addressees=tuple(report.addressees),
        recipients=tuple(map(recipient_of, report.recipients)) or USUAL,
        body=tuple(_body(paper)),
        appendices=tuple(_appendices(paper)),
    )


def _signer(report: Report) -> Signer:
    if not report.is_final:
        return CHAIR
    return Signer(report.signer_name or None, report.signer_title or CHAIR.title, report.signer_capacity or CHAIR.capacity)


def _body(paper: Paper) -> Iterator[Block]:
    yield Text(_opening(paper.report))
    for at, one in enumerate(paper.sections):
        yield Heading(one.heading, one.section.level)
        following = paper.sections[at + 1].section if at + 1 < len(paper.sections) else None
        yield from _section(paper, one.section, heads=following is not None and following.level > one.section.level)
    yield Text(_pointer(paper))


def _opening(report: Report) -> str:
    document = report.plan.document
    day = f" ngày {format_date(document.date)}" if document.date else ""
    issuer = f" của {document.issuer}" if document.issuer else ""
    subject = f" {about(document.subject)}" if document.subject else ""
    named = f"Kế hoạch số {document.number_and_symbol}" if document.number else "Kế hoạch"
    kind = kinds().get(report.kind)
    told = f"{kind.told if kind else 'kết quả'} {span_label(report.span)}"
    start = f"Căn cứ {named}{day}{issuer}{subject}"
    return f"{start}, Ủy ban nhân dân {report.commune.full_name} báo cáo {told} như sau:"


def about(subject: str) -> str:
    """The subject of a plan after its name: "thực hiện Đề án …" as it is, anything else with "về"."""
    lower = subject[:1].lower() + subject[1:]
    return lower if lower.startswith(("thực hiện ", "triển khai ", "về ")) else f"về {lower}"


def _section(paper: Paper, section: ReportSection, *, heads: bool) -> Iterator[Block]:
    said, written = section.said, section.paragraphs
    yield from (_block(paper, sentence) for sentence in said)
    yield from (_written(line) for line in written)
    if not said and not written and not heads:
        yield Text(EMPTY.get(section.code, NOTHING))


def _block(paper: Paper, sentence: Sentence) -> Block:
    """Marks stand before the closing point: a line never begins with them."""
    marks, text = paper.marks_of(sentence), sentence.text
    words = text.rstrip(".:;") if marks else text
    parts = (Run(words), Run(marks, raised=True), Run(text[len(words) :]))
    runs = tuple(part for part in parts if part.text)
    return Bullet(runs) if sentence.bullet else Text(runs)


def _written(line: str) -> Block:
    """A line that somebody began with a dash or a plus is one of a list."""
    for mark, level in (("- ", 1), ("– ", 1), ("• ", 1), ("+ ", 2)):
        if line.startswith(mark):
            return Bullet(line[2:].strip(), level)
    return Text(line)


def _appendices(paper: Paper) -> Iterator[Appendix]:
    if paper.rows:
        yield Appendix("Kết quả thực hiện từng mục tiêu", (_targets(paper),), wide=True)
    yield from appendices(tuple(paper.tables), paper.figures)
    if paper.marks:
        yield Appendix(SOURCES, (_sources(paper),), wide=True)


def _pointer(paper: Paper) -> str:
    """Which appendix holds what, in one sentence."""
    titles = [appendix.title for appendix in _appendices(paper)]
    named = [f"{title[:1].lower()}{title[1:]} tại {_numbered(at, len(titles))}" for at, title in enumerate(titles)]
    said = "; ".join(named)
    return f"{said[:1].upper()}{said[1:]} kèm theo Báo cáo này." if said else "Không có phụ lục kèm theo."


def _numbered(at: int, count: int) -> str:
    return f"Phụ lục {ROMAN[at]}" if count > 1 else "Phụ lục"


def _targets(paper: Paper) -> Table:
    rows: list[tuple[str, ...]] = []
    strong: set[int] = set()
    numbers = iter(range(1, len(paper.rows) + 1))
    for sector, members in groupby(sorted(paper.rows, key=_place), key=lambda row: row.sector):
        strong.add(len(rows))
        rows.append((chr(ord("A") + len(strong) - 1), sector_name(sector), *("",) * 6))
        rows += [(str(next(numbers)), *cells_of(row)) for row in members]
    header = ("TT", "Mục tiêu", "Yêu cầu", "Đến năm", "Kỳ trước", "Kỳ này", "Thay đổi", "Tình trạng")
    widths = (0.05, 0.31, 0.13, 0.07, 0.09, 0.14, 0.08, 0.13)
    return Table(header, tuple(rows), widths, centre=frozenset({0, 3}), right=frozenset({4, 5, 6}), strong=frozenset(strong))


def _place(row: Row) -> int:
    order = list(Sector)
    return order.index(Sector(row.sector)) if row.sector else len(order)


def sector_name(sector: str) -> str:
    """The name of a sector; of none."""
    return NAMES[Sector(sector)] if sector else "Mục tiêu khác"


def cells_of(row: Row) -> tuple[str, ...]:
    """A target as the annex prints it: its name, what is asked, by when, before, now, the change, where it stands."""
    subject = row.subject[:1].upper() + row.subject[1:]
    before, now = (figure.said if figure else "–" for figure in (row.before, row.now))
    parts = f"\n({row.now.parts})" if row.now and row.now.parts else ""
    return subject, row.asked, row.year, before, f"{now}{parts}", _moved(row), row.status[:1].upper() + row.status[1:]


def _moved(row: Row) -> str:
    """The change with its sign, in points or in the unit of the target."""
    if not (row.change and row.now and row.before):
        return "–"
    number = row.change.said.split(" ")[0]
    sign = "" if not row.change.printed else "+" if row.now.printed > row.before.printed else "−"
    return f"{sign}{number}"


def _sources(paper: Paper) -> Table:
    rows = tuple(
        (str(number), figure.label[:1].upper() + figure.label[1:],
         f"{figure.said}\n({figure.parts})" if figure.parts else figure.said, figure.period, _source(figure))
        for number, figure in paper.cited
    )  # fmt: skip
    header = ("Số", "Số liệu", "Giá trị", "Kỳ", "Nguồn, minh chứng")
    return Table(header, rows, (0.05, 0.36, 0.16, 0.12, 0.31), centre=frozenset({0}), right=frozenset({2}))


def _source(figure: Figure) -> str:
    return f"{figure.source} {figure.evidence}.".strip() if figure.evidence else figure.source
