"""How far the illustrative works are: milestones, reports, pictures, obstacles."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from hatang.cli.demonstration.people import OFFICE, Cast
from hatang.cli.demonstration.works.pictures import Pictures, fill_pictures
from hatang.cli.demonstration.works.table import Row
from hatang.commune.models import Unit
from hatang.core.audit import record
from hatang.projects import services
from hatang.projects.models import Obstacle, ProgressReport, Project, WorkMilestone

COMPANIES = ("Công ty Minh Họa Một", "Công ty Minh Họa Hai", "Hợp tác xã Minh Họa")
STARTED, FINISHED = "construction:started", "construction:finished"
OVERDUE = {"axis7", "bridge9"}
LATE = {  # milestones moved, and why
    "axis7": ("Hộ dân chưa bàn giao mặt bằng đoạn đầu tuyến (minh họa).", "land"),
    "market": ("Điều chỉnh thiết kế mái chợ (minh họa).", "design"),
    "bridge9": ("Mưa lũ kéo dài, chưa thi công được móng (minh họa).", "weather"),
    "rooms7": ("Giá vật liệu tăng, nhà thầu chậm tập kết (minh họa).", "material"),
}


def fill_progress(row: Row, work: Project, days: dict[str, dt.date], people: Cast, today: dt.date, pictures: Pictures) -> None:
    """What happened once building started; milestones where it is prepared."""
    officer = people.officer(work.sector)
    with people.acting(officer):
        if "stage:preparation" in days:
            _milestones(row, work, days, today)
        if STARTED in days:
            _reports(row, work, days, people, today)
            fill_pictures(row, work, _times(days, today), pictures)
            if row.key in LATE:
                _obstacle(row, work, today)


def _times(days: dict[str, dt.date], today: dt.date) -> list[dt.date]:
    """When pictures were taken: before the first day, while building, at its end."""
    start, end = days[STARTED], days.get(FINISHED) or today - dt.timedelta(days=4)
    return [start - dt.timedelta(days=3), start + (end - start) / 2, end]


def _milestones(row: Row, work: Project, days: dict[str, dt.date], today: dt.date) -> None:
    start = days.get(STARTED, today + dt.timedelta(days=45))
    done = days.get(FINISHED) or _due(row, start, today)
    moved = dt.timedelta(days=45 if row.key in LATE else 0)
    plan = (
        ("Khởi công", start, 0, STARTED),
        ("Hoàn thành thi công", done - moved, 100, FINISHED),
        ("Bàn giao đưa vào sử dụng", days.get("handover:done", done + dt.timedelta(days=30)), None, "handover:done"),
    )
    marks = [
        WorkMilestone(
            project=work, name=name, order=order, baseline_on=day, planned_on=day, percent=percent, actual_on=days.get(move)
        )
        for order, (name, day, percent, move) in enumerate(plan, start=1)
    ]  # fmt: skip
    WorkMilestone.objects.bulk_create(marks)
    work.next_due = min((mark.planned_on for mark in marks if not mark.actual_on), default=None)
    work.save(update_fields=["next_due"])
    if row.key in LATE:
        services.revise(marks[1], done, reason=LATE[row.key][0], document="Văn bản minh họa")
        work.refresh_from_db()


def _due(row: Row, start: dt.date, today: dt.date) -> dt.date:
    """When it is to be finished: some days ago where it is late, else some weeks ahead."""
    return (
        today - dt.timedelta(days=9) if row.key in OVERDUE else max(start + dt.timedelta(days=120), today + dt.timedelta(days=30))
    )


def _reports(row: Row, work: Project, days: dict[str, dt.date], people: Cast, today: dt.date) -> None:
    start, count = days[STARTED], 3 if row.percent >= 40 else 2
    last = days.get(FINISHED) or today - dt.timedelta(days=LATE_SILENCE if row.key == "bridge9" else 4)
    who = people.officer(work.sector)
    told = [
        ProgressReport(
            project=work, on=start + (last - start) * at // count, percent=Decimal(row.percent * at // count),
            note="Số liệu tiến độ minh họa.", by=who, by_name=who.get_full_name(),
        )
        for at in range(1, count + 1)
    ]  # fmt: skip
    ProgressReport.objects.bulk_create(told)
    work.percent, work.reported_on = told[-1].percent, told[-1].on
    work.save(update_fields=["percent", "reported_on"])
    record("demonstration.progress", work, after={"reports": len(told), "percent": work.percent}, reason="Số liệu minh họa")


LATE_SILENCE = 20  # days since the last report


def _obstacle(row: Row, work: Project, today: dt.date) -> None:
    what, cause = LATE[row.key]
    owner = Unit.objects.get(name=OFFICE)
    obstacle = services.open_obstacle(
        Obstacle(
            project=work, cause=cause, what=what, remedy="UBND xã làm việc với các bên tại hiện trường (minh họa).", owner=owner,
            found_on=today - dt.timedelta(days=35), due_on=today + dt.timedelta(days=-6 if row.key == "axis7" else 20),
        )
    )  # fmt: skip
    if row.key == "rooms7":
        services.remedy(obstacle, result="Nhà thầu đã tập kết đủ vật liệu (minh họa).")
