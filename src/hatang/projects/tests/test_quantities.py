"""Accepting quantities of a contract, line by line: so far, this time, left; above the contract only with a reason."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hatang.commune.roles import Role
from hatang.core.models import AuditEvent
from hatang.projects import selectors, services
from hatang.projects.models import AcceptanceRecord, BoqLine, Contract, Variation
from hatang.projects.rules.quantities import Measured, worth
from hatang.projects.services import NotAllowed
from hatang.projects.tests.examples import DAY, make_company, make_project
from hatang.tests.factories import inside, make_commune, make_member, signed_in

pytestmark = pytest.mark.django_db
ROOM = "/cong-trinh/hop-dong/"
AMOUNTS = st.decimals(min_value=0, max_value=10_000, places=3)


@pytest.mark.parametrize(
    ("signed", "varied", "accepted", "more", "left", "above"),
    [(100, 0, 0, 60, 100, 0), (100, 0, 60, 40, 40, 0), (100, 0, 60, 41, 40, 1), (100, 20, 60, 60, 60, 0),
     (100, -50, 60, 0, 0, 10), (0, 5, 0, 5, 5, 0)],
)  # fmt: skip
def test_what_is_left_and_above(signed, varied, accepted, more, left, above):
    line = Measured(Decimal(signed), Decimal(varied), Decimal(accepted))
    assert (line.left, line.above_with(Decimal(more))) == (left, above)


@given(signed=AMOUNTS, parts=st.lists(AMOUNTS, max_size=6))
def test_accepted_and_left_make_up_the_contract_until_it_is_passed(signed, parts):
    line = Measured(signed)
    for part in parts:
        line = line.then(part)
    assert line.accepted == sum(parts)
    assert line.accepted + line.left - line.above == signed


def test_each_line_is_rounded_to_the_dong():
    assert worth([(Decimal("0.5"), 1), (Decimal("1.5"), 3)]) == 1 + 5


@pytest.fixture
def contract(coordinator):
    with inside(coordinator):
        work = make_project("Đường ví dụ nghiệm thu")
        made = services.write_contract(Contract(project=work, company=make_company(), kind="building", number="01/HĐ", value=9))
        for name, unit, amount, price in (("Bê tông", "m³", 100, 1_500_000), ("Đào đất", "m³", 40, 90_000)):
            services.add_line(BoqLine(contract=made, name=name, unit=unit, quantity=Decimal(amount), unit_price=price))
        return made


def lines(contract):
    return list(BoqLine.objects.filter(contract=contract).order_by("pk"))


def accepted(contract, **amounts):
    concrete, earth = lines(contract)
    entry = AcceptanceRecord(project=contract.project, contract=contract, kind="part", on=DAY)
    given = {concrete.pk: amounts.get("concrete"), earth.pk: amounts.get("earth")}
    return services.record_acceptance(entry, {pk: Decimal(amount) for pk, amount in given.items() if amount})


def minutes(**more):
    return {"kind": "part", "number": "NT-01", "on": DAY.isoformat(), **more}


def test_minutes_are_written_line_by_line_and_are_worth_their_prices(browser, coordinator, contract):
    with inside(coordinator):
        concrete, earth = lines(contract)
    given = {f"dong-{concrete.pk}": "60,5", f"dong-{earth.pk}": ""}
    assert browser.post(f"{ROOM}{contract.pk}/nghiem-thu/", minutes(**given)).status_code == 302
    with inside(coordinator):
        entry = AcceptanceRecord.objects.get()
        assert (entry.contract_id, entry.value) == (contract.pk, 90_750_000)
        stood = selectors.lines_of(contract)
        assert [(row.measured.accepted, row.measured.left) for row in stood] == [(Decimal("60.5"), Decimal("39.5")), (0, 40)]
        told = AuditEvent.objects.get(action="work.accept").after
        assert told["quantities"] == {str(concrete.pk): "60.500"} or told["quantities"] == {str(concrete.pk): "60.5"}
    page = browser.get(f"{ROOM}{contract.pk}/").content.decode()
    assert "90.750.000" in page
    assert "39,5" in page


def test_minutes_above_the_contract_are_kept_only_with_a_reason(browser, coordinator, contract):
    with inside(coordinator):
        accepted(contract, concrete=90)
        concrete, _earth = lines(contract)
    address, given = f"{ROOM}{contract.pk}/nghiem-thu/", {f"dong-{concrete.pk}": "15"}
    warned = browser.post(address, minutes(**given)).content.decode()
    assert "vượt 5 m³ so với hợp đồng và điều chỉnh (100 m³)" in warned
    assert 'value="15"' in warned
    with inside(coordinator):
        assert AcceptanceRecord.objects.count() == 1
    assert browser.post(address, minutes(**given, above_reason="Đất yếu, chờ phụ lục")).status_code == 302
    page = browser.get(f"{ROOM}{contract.pk}/").content.decode()
    assert "vượt 5" in page
    assert "Đất yếu, chờ phụ lục" in page


def test_a_variation_changes_what_may_be_accepted(browser, coordinator, contract):
    with inside(coordinator):
        accepted(contract, concrete=90)
        concrete, earth = lines(contract)
    paper = {"number": "PL-01", "signed_on": DAY.isoformat(), "days_change": "0", "reason": "Bổ sung đoạn cuối"}
    changes = {f"doi-{concrete.pk}": "20", f"doi-{earth.pk}": "-10,5"}
    assert browser.post(f"{ROOM}{contract.pk}/dieu-chinh/", {**paper, **changes}).status_code == 302
    with inside(coordinator):
        assert [(row.measured.agreed, row.measured.left) for row in selectors.lines_of(contract)] == [
            (120, 30), (Decimal("29.5"), Decimal("29.5")),
        ]  # fmt: skip
    assert "PL-01" in browser.post(f"{ROOM}{contract.pk}/dieu-chinh/", {**paper, **changes}).content.decode()


def test_no_line_shrinks_below_nothing(coordinator, contract):
    with inside(coordinator):
        _concrete, earth = lines(contract)
        change = Variation(contract=contract, number="PL", signed_on=DAY, reason="Bớt")
        with pytest.raises(NotAllowed, match="Đào đất"):
            services.vary(change, {earth.pk: Decimal(-41)})
        assert not Variation.objects.exists()


def test_minutes_add_up_in_the_order_of_their_days(coordinator, contract):
    with inside(coordinator):
        accepted(contract, concrete=30)
        accepted(contract, concrete=25, earth=10)
        found = selectors.measured_of(contract)
        newest, oldest = found.records
        assert [row.measured for row in found.lines] == [row.measured for row in selectors.lines_of(contract)]
    told = [(row.line.name, row.before.accepted, row.amount, row.after.accepted, row.after.left) for row in newest.rows]
    assert told == [("Bê tông", 30, 25, 55, 45), ("Đào đất", 0, 10, 10, 30)]
    assert [row.after.left for row in oldest.rows] == [70]


def test_amounts_of_another_contract_are_left_out(coordinator, contract):
    with inside(coordinator):
        other = services.write_contract(
            Contract(project=contract.project, company=make_company(), kind="building", number="02/HĐ", value=9)
        )
        entry = AcceptanceRecord(project=contract.project, contract=other, kind="part", on=DAY)
        services.record_acceptance(entry, {lines(contract)[0].pk: Decimal(5)})
        assert not entry.quantities.exists()


def test_a_line_with_minutes_or_variations_stays(coordinator, contract):
    with inside(coordinator):
        accepted(contract, concrete=1)
        concrete, earth = lines(contract)
        services.vary(Variation(contract=contract, number="PL", signed_on=DAY, reason="Thêm"), {earth.pk: Decimal(1)})
        for line in (concrete, earth):
            with pytest.raises(NotAllowed):
                services.remove_line(line)


@pytest.mark.parametrize("page", ["", "nghiem-thu/", "dieu-chinh/"])
def test_pages_need_few_queries_however_long_the_contract(browser, coordinator, contract, page, django_assert_max_num_queries):
    for more in (0, 40):
        with inside(coordinator):
            for number in range(more):
                services.add_line(BoqLine(contract=contract, name=f"Việc {number}", unit="m", quantity=5, unit_price=9))
            for number in range(more // 4):
                everything = {line.pk: Decimal(1) for line in BoqLine.objects.filter(contract=contract)[2:]}
                services.record_acceptance(
                    AcceptanceRecord(project=contract.project, contract=contract, kind="part", on=DAY, above_reason="Ví dụ"),
                    everything,
                )
                change = Variation(contract=contract, number=f"PL {number}", signed_on=DAY, reason="Ví dụ")
                services.vary(change, everything)
        with django_assert_max_num_queries(12):
            assert browser.get(f"{ROOM}{contract.pk}/{page}").status_code == 200


@pytest.mark.parametrize("page", ["", "nghiem-thu/"])
def test_a_contract_of_another_commune_is_not_there(contract, page):
    other = signed_in(make_member(make_commune(), Role.COORDINATOR))
    assert other.get(f"{ROOM}{contract.pk}/{page}").status_code == 404


def test_who_may_write_minutes(commune, contract):
    address = f"{ROOM}{contract.pk}/nghiem-thu/"
    assert signed_in(make_member(commune, Role.INSPECTOR)).get(address).status_code == 403
    assert signed_in(make_member(commune, Role.INSPECTOR)).get(f"{ROOM}{contract.pk}/").status_code == 200
    assert signed_in(make_member(commune, Role.ADMINISTRATOR)).get(f"{ROOM}{contract.pk}/").status_code == 403
