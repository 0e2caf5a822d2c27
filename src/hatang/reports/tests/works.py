"""Works with money, gifts, faults and needs to report on, of a commune that does not exist."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from hatang.assets.models import Asset, Ticket
from hatang.commune.models import Unit, Village
from hatang.projects.giving import services as giving
from hatang.projects.models import (
    Allocation,
    Contribution,
    Disbursement,
    Need,
    Obstacle,
    ProgressReport,
    Project,
    SettledAmount,
    Transfer,
    UnitPrice,
    WorkMilestone,
    YearCapital,
)
from hatang.projects.money import services as money
from hatang.projects.tests.examples import make_project, make_road, make_source
from vanban.text.folding import fold_for_search

MILLION = 1_000_000
SECRET = "Nguyễn Thị Kín Đáo"
NAMED = "Trần Văn Đồng Ý"
PRICE_PAPER = "Quyết định số 08/QĐ-UBND của xã Ví Dụ"


def day(text: str) -> dt.date:
    """A day written the short way: "1/7/2026"."""
    d, m, y = (int(part) for part in text.split("/"))
    return dt.date(y, m, d)


def allocate(work: Project, source, millions: float, on: str, year: int = 2026) -> Allocation:
    entry = Allocation(
        project=work, source=source, kind="year", year=year, amount=round(millions * MILLION), decided_on=day(on),
        document="Quyết định số 01/QĐ-UBND",
    )  # fmt: skip
    return money.allocate(entry)


def pay(work: Project, source, millions: float, on: str, year: int = 2026, *, kind="payment", recovered=0.0) -> Disbursement:
    entry = Disbursement(
        project=work, source=source, kind=kind, year=year, amount=round(millions * MILLION), recovered=round(recovered * MILLION),
        paid_on=day(on), decided_on=day(on),
    )  # fmt: skip
    return money.disburse(entry)


def give(work: Project, village: Village | None, kind: str, quantity, on: str, *, price=None, name="", agreed=False, **more):
    facts = {"unit": {"land": "m²", "labour": "ngày", "material": "m³", "cash": "đồng"}[kind], "value": 0, **more}
    if kind == "land":
        facts["consent_reference"] = "Văn bản lưu tại xã"
    if agreed:
        facts |= {"name_agreed_on": day(on), "name_agreement": "Ký tên"}
    gift = Contribution(
        project=work, village=village, kind=kind, quantity=Decimal(quantity), given_on=day(on), unit_price=price, giver_name=name,
        **facts,
    )  # fmt: skip
    return giving.give(gift)


def price(kind: str, item: str, unit: str, dong: int) -> UnitPrice:
    row = UnitPrice(
        kind=kind, item=item, unit=unit, price=dong, document=PRICE_PAPER, decided_on=day("5/1/2026"), valid_from=day("1/1/2026")
    )
    return giving.write_price(row)


def milestone(work: Project, name: str, planned: str, actual: str = "") -> WorkMilestone:
    row: WorkMilestone = WorkMilestone.objects.create(
        project=work, name=name, baseline_on=day(planned), planned_on=day(planned), actual_on=day(actual) if actual else None
    )
    return row


def built(work: Project, percent, on: str) -> None:
    ProgressReport.objects.create(project=work, on=day(on), percent=Decimal(percent), by_name="Người Ví Dụ")


def make_works(villages) -> dict[str, Project]:
    """Three works with money of two sources in two years: one that is late, one paid ahead, one that never moved."""
    first, second = (make_source(f"Nguồn Ví Dụ {letter}", first_year=2025) for letter in "AB")
    road = make_project("Đường thôn Ví Dụ 1", villages=(villages[0],), total_investment=2_000 * MILLION, phase="construction",
                        stage="under_way", construction="started", purpose="Đi lại của bà con thôn Ví Dụ 1")  # fmt: skip
    canal = make_project("Mương thôn Ví Dụ 2", villages=(villages[1],), sector="irrigation", total_investment=500 * MILLION,
                         phase="construction", stage="under_way", construction="started")  # fmt: skip
    school = make_project("Phòng học Ví Dụ", villages=(villages[0], villages[1]), sector="education", stage="preparation",
                          phase="preparation")  # fmt: skip
    for source, millions in ((first, 1_500), (second, 600)):
        YearCapital.objects.create(
            source=source, year=2026, amount=millions * MILLION, document="QĐ 9", decided_on=day("5/1/2026")
        )
    allocate(road, first, 800, "10/1/2025", 2025)
    pay(road, first, 120, "20/8/2025", 2025)
    for work, source, millions in ((road, first, 1_000), (road, second, 200.55), (canal, second, 300), (school, first, 150)):
        allocate(work, source, millions, "15/1/2026")
    pay(road, first, 300, "20/2/2026", kind="advance")
    pay(road, first, 400.25, "10/5/2026", recovered=100)
    pay(canal, second, 250, "15/8/2026")
    wrong = pay(canal, second, 10, "20/8/2026")
    money.reverse(wrong, reason="Ghi nhầm")
    pay(road, first, 99, "2/10/2026")
    money.transfer(Transfer(
        source=first, from_project=school, from_year=2026, to_project=road, to_year=2026, amount=50 * MILLION,
        document="Quyết định số 77/QĐ-UBND", decided_on=day("1/9/2026"),
    ))  # fmt: skip
    money.settle(SettledAmount(project=road, source=first, year=2025, amount=120 * MILLION, decided_on=day("31/1/2026")))
    built(road, "45", "25/9/2026")
    built(road, "60", "3/10/2026")
    built(canal, "10", "25/9/2026")
    milestone(road, "Khởi công", "1/3/2026", "1/3/2026")
    milestone(road, "Xong nền đường", "10/9/2026")
    milestone(canal, "Hoàn thành", "30/12/2026")
    return {"road": road, "canal": canal, "school": school}


def make_gifts(works: dict[str, Project], villages) -> None:
    """Gifts of every kind, some before the span, one void, two with names of which one agreed."""
    labour, land = price("labour", "Ngày công phổ thông", "ngày", 250_000), price("land", "Đất vườn", "m²", 60_000)
    give(works["road"], villages[0], "land", "120.5", "5/7/2026", price=land, name=SECRET)
    give(works["road"], villages[0], "labour", "30", "10/8/2026", price=labour, name=NAMED, agreed=True)
    give(works["road"], villages[0], "labour", "12.5", "12/8/2026", price=labour, giver="village")
    give(works["canal"], villages[1], "cash", 3_500_000, "1/9/2026", giver="company", name="Công ty Kín Ví Dụ")
    give(works["canal"], villages[1], "material", "4", "2/9/2026", value=1_200_000)
    give(works["canal"], None, "cash", 1_000_000, "20/5/2026")
    gift = give(works["canal"], villages[1], "cash", 9_000_000, "3/9/2026")
    giving.void(gift, reason="Ghi nhầm")


def make_troubles(works: dict[str, Project], villages, unit: Unit | None = None) -> None:
    """An obstacle past its day, faults, an asset out of order, needs."""
    Obstacle.objects.create(
        project=works["road"], cause="land", what="Chưa bàn giao mặt bằng đoạn cuối", found_on=day("1/8/2026"),
        due_on=day("20/9/2026"), owner=unit,
    )  # fmt: skip
    road = make_road(villages[0])
    for number, due in enumerate(("1/9/2026", "1/12/2026")):
        Ticket.objects.create(
            asset=road, fault=f"Sụt nền đoạn {number}", effect="not_working", reported_on=day("1/8/2026"), due_on=day(due),
        )  # fmt: skip
    Asset.objects.filter(pk=road.pk).update(working="not_working", condition="bad")
    for name, state, village in (("Cầu qua suối", "open", 0), ("Đèn đường", "scored", 0), ("Mương nhỏ", "open", 1)):
        Need.objects.create(
            village=villages[village], sector="transport", name=name, folded_name=fold_for_search(name), reason="Bà con cần",
            state=state, proposed_on=day("1/6/2026"), households=30, estimated_cost=80 * MILLION,
        )  # fmt: skip
