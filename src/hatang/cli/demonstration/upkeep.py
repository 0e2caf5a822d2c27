"""Faults in every state, what was decided of a work that does not function, and the maintenance plan of the year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from hatang.assets.models import Asset, MaintenanceLine, Ticket
from hatang.assets.upkeep import services
from hatang.assets.upkeep.rules.tickets import Verb
from hatang.cli.demonstration.people import OFFICE, SOCIETY_OFFICE, Cast
from hatang.commune.models import Unit

A, F, C, X, R = Verb.ASSIGN, Verb.FIX, Verb.CHECK, Verb.CLOSE, Verb.REOPEN


class Fault(NamedTuple):
    """A fault: of which work, what and how bad, who reported it how many days ago, and the steps since."""

    asset: str
    fault: str
    effect: str
    by: str
    days: int
    steps: Sequence[Verb] = ()


FAULTS = (
    Fault("Cụm loa thôn Minh Họa 4 (minh họa)", "Loa rè rồi mất tiếng", "not_working", "canbovanhoa", 9),
    Fault("Cụm loa thôn Minh Họa 8 (minh họa)", "Hỏng bộ thu FM", "not_working", "canbovanhoa", 30, (A,)),
    Fault("Công trình cấp nước thôn Minh Họa 8 (minh họa)", "Rò đường ống chính", "partly", "canbokinhte", 24, (A, F)),
    Fault(
        "Đường trục thôn đoạn 1, thôn Minh Họa 2 (minh họa)", "Sạt ta-luy lấn mặt đường", "partly", "truongthon2", 40, (A, F, C)
    ),
    Fault("Nhà văn hóa thôn Minh Họa 1 (minh họa)", "Dột mái hội trường", "working", "truongthon1", 75, (A, F, C, X)),
    Fault("Công trình cấp nước thôn Minh Họa 3 (minh họa)", "Bể lọc tắc", "working", "truongthon3", 50, (A, F, R)),
    Fault("Cầu dân sinh trên đường", "Ván mặt cầu mục", "partly", "giamsat", 16, (A,)),
)
LINES = (
    ("road_segment", "service", "Phát quang, khơi rãnh đường xã", "Q1", "community", OFFICE, 18_000_000, 17_200_000),
    ("canal", "service", "Nạo vét mương tưới trước vụ", "Q2", "community", OFFICE, 24_000_000, 26_500_000),
    ("water_scheme", "periodic_check", "Kiểm tra bể lọc, đường ống cấp nước", "Q3", "self", OFFICE, 9_000_000, None),
    ("loudspeakers", "unplanned_repair", "Thay bộ thu cụm loa FM hỏng", "Q4", "hire", SOCIETY_OFFICE, 36_000_000, None),
    ("house_of_culture", "periodic_repair", "Sửa mái, sơn lại nhà văn hóa thôn", "Q4", "hire", SOCIETY_OFFICE, 52_000_000, None),
)
SCHEME, SPEAKERS = "Công trình cấp nước thôn Minh Họa 9 (minh họa)", "Cụm loa thôn Minh Họa 9 (minh họa)"


def fill_upkeep(people: Cast, today: dt.date) -> None:
    """All of it, each step by the person whose step it is."""
    for fault in FAULTS:
        _follow(fault, people, today)
    _decide(people, today)
    _plan(people, today.year)


def _follow(fault: Fault, people: Cast, today: dt.date) -> None:
    asset = Asset.objects.filter(name__startswith=fault.asset).order_by("pk")[0]
    day = today - dt.timedelta(days=fault.days)
    with people.acting(fault.by):
        ticket = services.report(asset, fault=f"{fault.fault} (minh họa)", effect=fault.effect, on=day)
    for number, verb in enumerate(fault.steps, start=1):
        _step(ticket, verb, day + dt.timedelta(days=5 * number), people)


def _step(ticket: Ticket, verb: Verb, day: dt.date, people: Cast) -> None:
    officer = people.officer(ticket.asset.sector)
    unit = ticket.asset.operator or Unit.objects.get(name=OFFICE)
    mender = people.heads[unit.village_id] if unit.village_id else officer
    who = {A: officer, F: mender, C: people.users["kiemtra"], X: people.users["dieuphoi"], R: people.users["kiemtra"]}[verb]
    note = {F: "Đã sửa xong, nghiệm thu tại chỗ (minh họa).", R: "Nước vẫn đục sau khi sửa (minh họa)."}.get(verb, "")
    due = day + dt.timedelta(days=14)
    with people.acting(who):
        services.advance(ticket, verb, on=day, note=note, unit=unit if verb == A else None, due_on=due if verb == A else None)


def _decide(people: Cast, today: dt.date) -> None:
    """Two works that do not function: one is to be mended, for one nobody decided yet anything else than to wait."""
    decided_by = "Chủ tịch UBND xã (minh họa)"
    with people.acting("phochutich"):
        services.decide(
            Asset.objects.get(name=SCHEME),
            "repair",
            reason="Nguồn nước còn, chỉ hỏng máy bơm (minh họa).",
            decided_by=decided_by,
            on=today - dt.timedelta(days=35),
            document="Văn bản minh họa",
            due_on=today + dt.timedelta(days=60),
        )
        services.decide(
            Asset.objects.get(name=SPEAKERS), "wait", reason="Chờ thay bằng cụm thu phát ứng dụng viễn thông (minh họa).",
            decided_by=decided_by, on=today - dt.timedelta(days=20),
        )  # fmt: skip


def _plan(people: Cast, year: int) -> None:
    with people.acting("dieuphoi"):
        plan = services.draft_plan(year)
        for kind, work, job, quarter, way, unit, cost, _spent in LINES:
            asset = Asset.objects.filter(kind=kind).order_by("pk")[0]
            services.put_line(
                plan,
                MaintenanceLine(
                    asset=asset, work=work, job=f"{job} (minh họa)", period=f"{year}-{quarter}", way=way,
                    unit=Unit.objects.get(name=unit), cost=cost, source="Ngân sách xã",
                ),
            )  # fmt: skip
    with people.acting("chutich"):
        services.approve(plan, document="Quyết định minh họa")
    with people.acting("dieuphoi"):
        spent = [line[-1] for line in LINES]
        for line, actual in zip(plan.lines.order_by("pk"), spent, strict=True):
            if actual is not None:
                services.finish(line, on=line.when.last, actual_cost=actual, note="Đã nghiệm thu (minh họa).")
