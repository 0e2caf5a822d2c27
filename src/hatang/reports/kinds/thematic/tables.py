"""The annexes of a thematic report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hatang.reports.kinds.thematic.facts import Placed, WorkLine
from hatang.reports.kinds.thematic.one_work import Source
from hatang.reports.rules.figures import Figure
from hatang.reports.rules.sentences import capital
from hatang.reports.rules.tables import Column, Shape, Table

OF_WORK = ("total", "allocated", "paid", "percent")
NOTE = "Nguồn: hồ sơ, sổ vốn, giải ngân và báo cáo tiến độ của từng công trình, dự án; số liệu đến hết kỳ báo cáo."
SOURCE = "Nguồn: sổ vốn, giải ngân, quyết toán của công trình; số liệu đến hết kỳ báo cáo."
WIDEST = 6


def of_works(works: Sequence[WorkLine]) -> Table:
    """The works with their money; a work that lies in several villages counts with all of it."""
    columns = (
        Column("TT", 0.05), Column("Công trình, dự án", 0.33), Column("Giai đoạn", 0.16),
        Column("Tổng mức đầu tư", 0.11, Shape.MONEY, summed=False), Column("Đã phân bổ", 0.11, Shape.MONEY),
        Column("Đã giải ngân", 0.11, Shape.MONEY), Column("Khối lượng đã làm (%)", 0.13, Shape.SHARE, summed=False),
    )  # fmt: skip
    rows = tuple((str(at), one.name, one.phase, *_keys(one.figures, OF_WORK)) for at, one in enumerate(works, 1))
    return Table("Công trình", "Danh sách công trình, dự án", columns, rows, unit="triệu đồng", note=NOTE)


def by_village(subjects: Sequence[str], rows: Sequence[tuple[str, Sequence[Figure | None]]]) -> Table:
    """The figure of each village, a column for each target that has any; at most six targets have room."""
    kept = [at for at in range(len(subjects)) if any(figures[at] for _name, figures in rows)][:WIDEST]
    shown = [subjects[at] for at in kept]
    width = 0.72 / max(len(shown), 1)
    columns = (Column("TT", 0.05), Column("Thôn", 0.23), *(Column(capital(one), width, Shape.AMOUNT) for one in shown))
    cells = tuple(
        (str(place), capital(name), *(figure.key if (figure := figures[at]) else "" for at in kept))
        for place, (name, figures) in enumerate(rows, 1)
    )
    note = "Nguồn: số liệu báo cáo đã duyệt của thôn, hoặc tính từ sổ công trình."
    return Table("Theo thôn", "Số liệu theo thôn", columns, cells if shown else (), note=note)


def of_village(placed: Sequence[Placed]) -> Table:
    """Every target in the village beside the commune."""
    columns = (
        Column("TT", 0.05), Column("Mục tiêu", 0.51), Column("Của thôn", 0.16, Shape.AMOUNT),
        Column("Toàn xã", 0.16, Shape.AMOUNT), Column("Kỳ số liệu", 0.12),
    )  # fmt: skip
    rows = tuple(
        (str(at), capital(one.subject), one.now.key, one.whole.key if one.whole else "", one.now.period)
        for at, one in enumerate(placed, 1)
    )
    note = "Nguồn: số liệu báo cáo đã duyệt của thôn, hoặc tính từ sổ công trình."
    return Table("Số liệu", "Số liệu các lĩnh vực của thôn", columns, rows, note=note)


def _keys(figures: Mapping[str, Figure], names: Sequence[str]) -> list[str]:
    return [figures[name].key if name in figures else "" for name in names]


def of_sources(sources: Sequence[Source], foot: Mapping[str, Figure]) -> Table:
    """The money of one work by source."""
    columns = (
        Column("TT", 0.05), Column("Nguồn vốn", 0.35), Column("Đã phân bổ", 0.12, Shape.MONEY),
        Column("Đã giải ngân", 0.12, Shape.MONEY), Column("Tỷ lệ giải ngân (%)", 0.12, Shape.SHARE, share=(3, 2)),
        Column("Chưa giải ngân", 0.12, Shape.MONEY, less=(2, 3)), Column("Tạm ứng chưa thu hồi", 0.12, Shape.MONEY),
    )  # fmt: skip
    names = ("allocated", "paid", "share", "left", "advanced")
    rows = tuple((str(at), one.name, *_keys(one.figures, names)) for at, one in enumerate(sources, 1))
    total = ("", "Tổng cộng", *_keys(foot, names))
    return Table("Vốn theo nguồn", "Vốn của công trình theo nguồn", columns, rows, total, "triệu đồng", SOURCE)
