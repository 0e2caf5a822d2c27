"""What was agreed with those who build: contracts, what changed of them, what was accepted, and faults they answer for."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import NamedTuple

from hatang.cli.demonstration.people import MARK, Cast
from hatang.cli.demonstration.works.table import COMMUNITY, EQUIPMENT, MILLION, Row
from hatang.projects import services
from hatang.projects.models import AcceptanceRecord, BoqLine, Contract, Defect, Project, Variation

STARTED, FINISHED, ACCEPTED = "construction:started", "construction:finished", "acceptance:accepted"
MONTHS, PERCENT = 12, Decimal(5)  # of the warranty
BUILDERS = f"Tổ thi công cộng đồng các thôn {MARK}"


class Change(NamedTuple):
    """A variation: million đồng more or less, days more, and why."""

    value: int
    days: int
    why: str


class Fault(NamedTuple):
    """A fault found after the acceptance, and how far its repair came: open, fixed, closed."""

    what: str
    state: str


CHANGES = {
    "market": Change(140, 45, "Điều chỉnh kết cấu mái chợ theo kết quả thẩm tra (minh họa)."),
    "bridge9": Change(0, 45, "Kéo dài thời gian do mưa lũ (minh họa)."),
    "rooms7": Change(-35, 0, "Giảm khối lượng san nền thực tế (minh họa)."),
}
FAULTS = {
    "canal2": Fault("Thấm nước ở khớp nối gần cửa lấy nước (minh họa).", "open"),
    "speakers8": Fault("Một loa bị rè khi phát lâu (minh họa).", "fixed"),
    "alley1": Fault("Nứt mặt bê tông một tấm ở đầu ngõ (minh họa).", "closed"),
}


def fill_agreed(row: Row, work: Project, days: dict[str, dt.date], people: Cast, today: dt.date) -> None:
    """The contract and the minutes: before the work is handed over, for the warranty counts from them."""
    if STARTED not in days:
        return
    with people.acting(people.officer(work.sector)):
        contract, line = _contract(row, work, days)
        if row.key in CHANGES:
            _vary(contract, CHANGES[row.key], today)
        if ACCEPTED in days:
            _accept(contract, line, "whole", days[ACCEPTED], 100)
        elif row.percent >= 45:
            _accept(contract, line, "part", today - dt.timedelta(days=6), row.percent)
    if row.key in FAULTS:
        _fault(FAULTS[row.key], contract, people, today)


def _contract(row: Row, work: Project, days: dict[str, dt.date]) -> tuple[Contract, BoqLine]:
    day = days[STARTED]
    kind = "community" if row.kind == COMMUNITY else "goods" if row.kind == EQUIPMENT else "building"
    contract = services.write_contract(
        Contract(
            project=work, company=work.contractor or services.company_named(BUILDERS, kind="community"), kind=kind,
            number=f"{work.pk:02}/{day.year}/HĐ-MH", package=f"{row.name} {MARK}"[:200],
            signed_on=day - dt.timedelta(days=5), starts_on=day, ends_on=day + dt.timedelta(days=120),
            value=row.cost * MILLION * 92 // 100, warranty_months=MONTHS, warranty_percent=PERCENT,
        )
    )  # fmt: skip
    price = int(contract.value / Decimal(row.size[0]))
    line = BoqLine(contract=contract, order=1, name=row.name, unit=row.size[1], quantity=Decimal(row.size[0]), unit_price=price)
    return contract, services.add_line(line)


def _vary(contract: Contract, change: Change, today: dt.date) -> None:
    day = max(today - dt.timedelta(days=20), contract.starts_on or today)
    services.vary(
        Variation(
            contract=contract, number=f"Phụ lục 01 {MARK}", signed_on=day,
            value_change=change.value * MILLION, days_change=change.days, reason=change.why,
        )
    )  # fmt: skip


def _accept(contract: Contract, line: BoqLine, kind: str, day: dt.date, percent: int) -> None:
    findings = "Đạt yêu cầu, đồng ý nghiệm thu (minh họa)." if percent == 100 else "Đạt yêu cầu phần việc đã làm (minh họa)."
    amount = (line.quantity * percent / 100).quantize(Decimal("0.001"))
    services.record_acceptance(
        AcceptanceRecord(
            project=contract.project, contract=contract, kind=kind, number=f"{contract.project_id:02}/BB-MH", on=day,
            value=int(amount * line.unit_price), findings=findings,
        ),
        {line.pk: amount},
    )  # fmt: skip


def _fault(fault: Fault, contract: Contract, people: Cast, today: dt.date) -> None:
    found_on = today - dt.timedelta(days=5)
    with people.acting(people.officer(contract.project.sector)):
        defect = services.open_defect(
            Defect(project=contract.project, contract=contract, what=fault.what, found_on=found_on,
                   due_on=today + dt.timedelta(days=20))
        )  # fmt: skip
        if fault.state != "open":
            services.fix_defect(defect, on=today - dt.timedelta(days=2))
    if fault.state == "closed":
        with people.acting("kiemtra"):
            services.close_defect(defect)
