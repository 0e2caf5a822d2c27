"""What the villages asked for, how it was weighed, and what became of it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import NamedTuple

from hatang.cli.demonstration.people import Cast
from hatang.cli.demonstration.places import villages
from hatang.projects import services
from hatang.projects.models import Criterion, Need, Project


class Ask(NamedTuple):
    """A need of a village, its points by criterion (none: not weighed yet), and the work it went into or why it waits."""

    village: int
    sector: str
    name: str
    households: int
    poor: int
    cost: int
    points: tuple[int, ...] = ()
    taken: str = ""
    declined: str = ""


ASKS = (
    Ask(9, "transport", "Làm lại cầu dân sinh qua suối", 92, 31, 2_800, (10, 10, 9, 4, 6, 10, 5), "bridge9"),
    Ask(7, "culture", "Xây lại nhà văn hóa thôn", 67, 22, 950, (7, 6, 6, 4, 10, 10, 10), "hall7"),
    Ask(9, "water", "Sửa máy bơm, bể lọc nước sinh hoạt", 44, 15, 520, (10, 10, 4, 4, 5, 10, 5), "water9"),
    Ask(1, "transport", "Cứng hóa nốt các đoạn đường ngõ còn lại", 40, 9, 300, (6, 10, 4, 3, 4, 10, 10)),
    Ask(14, "transport", "Cứng hóa đường trục thôn đoạn 2", 84, 27, 1_100, (8, 10, 8, 4, 5, 0, 5)),
    Ask(12, "information", "Có sóng điện thoại ở khu đầu thôn", 34, 18, 0, (9, 10, 3, 6, 5, 10, 0), "phone12"),
    Ask(4, "irrigation", "Nạo vét, xây đập dâng nhỏ", 30, 8, 700),
    Ask(1, "culture", "Sân bóng chuyền cạnh nhà văn hóa", 118, 12, 90),
    Ask(6, "transport", "Mở đường mới lên khu sản xuất", 21, 6, 3_500, (4, 3, 2, 3, 0, 0, 0), "",
        "Chưa có trong quy hoạch chung của xã (minh họa)."),
)  # fmt: skip
MARK = "(minh họa)"


def fill_needs(works: dict[str, Project], people: Cast, today: dt.date) -> None:
    """Each asked by the head of the village, weighed by the coordinator, decided by the chair."""
    places = villages()
    for ask in ASKS:
        village = places[ask.village - 1]
        with people.acting(people.heads[village.pk]):
            need = services.propose_need(
                Need(
                    village=village, sector=ask.sector, name=f"{ask.name} {MARK}", households=ask.households,
                    poor_households=ask.poor, land_ready=ask.points[5:6] == (10,), estimated_cost=ask.cost * 1_000_000 or None,
                    reason="Ý kiến tại cuộc họp thôn (minh họa).", proposed_on=today - dt.timedelta(days=100),
                    contribution="Góp ngày công, hiến đất (minh họa)." if ask.points[6:] == (10,) else "",
                )
            )  # fmt: skip
        _decide(need, ask, works, people)


def _decide(need: Need, ask: Ask, works: dict[str, Project], people: Cast) -> None:
    if ask.points:
        with people.acting("dieuphoi"):
            criteria = Criterion.objects.filter(is_active=True).order_by("order", "pk")
            services.score(need, {row.pk: Decimal(points) for row, points in zip(criteria, ask.points, strict=True)})
    with people.acting("chutich"):
        if ask.taken:
            services.close_need(need, "taken", reason="Đưa vào công trình (minh họa).", project=works[ask.taken])
        elif ask.declined:
            services.close_need(need, "declined", reason=ask.declined)
