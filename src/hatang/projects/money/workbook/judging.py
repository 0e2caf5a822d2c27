"""What each row of a file would do to the books: nothing, more capital, or what is wrong with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from hatang.projects.models import Project
from hatang.projects.money.rules.totals import NOTHING, Cell
from hatang.projects.money.selectors import Wanted, cells, sources
from hatang.projects.money.workbook.reading import Line
from vanban.text.folding import fold_for_search


@dataclass(frozen=True, slots=True)
class Judged:
    """A row with what it would do; `wrong` empty and `add` 0: nothing."""

    line: Line
    project: int = 0
    source: int = 0
    before: int = 0
    add: int = 0
    wrong: str = ""


def judge(year: int, lines: list[Line], reaches: Callable[[Project], bool]) -> list[Judged]:
    """Every row against the books as they are. Four queries."""
    works = {work.pk: work for work in Project.objects.exclude(kind="request").prefetch_related("project_villages")}
    names = {fold_for_search(source.name): source.pk for source in sources(year)}
    book = cells(Wanted(year=year))
    wanted = [line for line in lines if line.wrong or line.new is not None]
    twice = Counter((line.work, fold_for_search(line.source)) for line in wanted)

    def one(line: Line) -> Judged:
        work, source = works.get(line.work or 0), names.get(fold_for_search(line.source), 0)
        before = book.get(Cell(work.pk, source, year), NOTHING).allocated if work else 0
        wrong = line.wrong or _wrong(line, work, source, before, year)
        wrong = wrong or (
            _("Công trình và nguồn này có ở nhiều dòng.") if twice[line.work, fold_for_search(line.source)] > 1 else ""
        )
        wrong = wrong or ("" if work and reaches(work) else _("Công trình này thuộc lĩnh vực của đơn vị khác."))
        if wrong or work is None or line.new is None:
            return Judged(line, wrong=wrong)
        return Judged(line, work.pk, source, before, line.new - before)

    return [one(line) for line in wanted]


def _wrong(line: Line, work: Project | None, source: int, before: int, year: int) -> str:
    if work is None:
        return _("Không thấy công trình mang mã này. Hãy dùng tệp tải từ hệ thống.")
    if fold_for_search(line.name) != fold_for_search(work.name):
        return _("Mã thuộc công trình “%(name)s”, khác tên trong dòng.") % {"name": work.name}
    if not source:
        return _("Nguồn vốn này chưa có trong danh mục dùng cho năm %(year)s.") % {"year": year}
    if line.there is not None and line.there != before:
        return _("Số đang có đã thay đổi sau khi tải tệp. Hãy tải tệp mới.")
    if line.new is not None and line.new < before:
        return _("Giảm vốn ghi bằng điều chuyển hoặc hủy bút toán ở trang vốn của công trình.")
    return ""
