"""The page of thin spread: whose capital is short, what would help, and where the commune draws the lines."""

from __future__ import annotations

import pytest

from hatang.commune.roles import Role
from hatang.core.models import AuditEvent
from hatang.core.tenancy import commune_scope
from hatang.projects.models import Allocation, Project, WorksSettings
from hatang.projects.money.services import rebuild
from hatang.projects.tests.examples import DAY, make_project, make_source
from hatang.tests.factories import inside, make_member, signed_in

pytestmark = pytest.mark.django_db
PAGE = "/cong-trinh/dan-trai/?nam=2026"


def open_work(name: str, *, given: dict[int, int] | None = None, **facts) -> Project:
    facts = {"stage": "under_way", "phase": "construction", "group": "C", "total_investment": 900_000_000, **facts}
    project = make_project(name, **facts)
    source = make_source() if given else None
    for year, amount in (given or {}).items():
        Allocation.objects.create(project=project, source=source, kind="year", year=year, amount=amount, decided_on=DAY)
    rebuild()
    return project


def test_each_warning_names_its_works_and_what_would_help(coordinator, browser):
    with inside(coordinator):
        open_work("Đường mỏng vốn", given={2026: 100_000_000})
        open_work("Đường đủ vốn", given={2026: 900_000_000})
        open_work("Đường quá hạn", given={2022: 100_000_000, 2026: 1})
        open_work("Đường chưa có vốn", construction="started")
        open_work("Đường chưa biết giá", total_investment=None, given={2026: 5})
        open_work("Đường đã hủy", phase="cancelled", stage="cancelled", construction="started")
    text = browser.get(PAGE).content.decode()
    warned = text.split("Nên làm xong công trình nào trước")[0]
    for name in ("Đường mỏng vốn", "Đường quá hạn", "Đường chưa có vốn", "Đường chưa biết giá"):
        assert name in warned
    assert "Đường đủ vốn" not in warned
    assert "Đường đã hủy" not in text
    assert "2022–2024" in text
    assert "cần kiểm chứng" in text


def test_the_lines_belong_to_the_commune_and_are_moved_by_leaders_with_a_reason(coordinator, browser):
    chair, address = signed_in(make_member(coordinator.commune, Role.CHAIR)), "/cong-trinh/dan-trai/nguong/"
    lines = {"open_works_limit": 1, "thin_percent": 5, "overlap_metres": 40, "overlap_years": 4}
    assert browser.get(address).status_code == 403
    assert chair.post(address, {**lines, "reason": ""}).status_code == 200
    assert chair.post(address, {**lines, "reason": "Nghị quyết ví dụ"}).status_code == 302
    with inside(coordinator):
        assert WorksSettings.objects.get().overlap_metres == 40
        open_work("Đường mỏng vốn", given={2026: 100_000_000})
        open_work("Đường nữa", given={2026: 900_000_000})
    with commune_scope(coordinator.commune_id):
        assert AuditEvent.objects.filter(action="work.lines", reason="Nghị quyết ví dụ").count() == 1
    text = browser.get(PAGE).content.decode()
    assert "mức xã đặt là 1" in text
    assert "Vốn năm nay mỏng" not in text


def test_without_open_works_it_says_what_to_do_next(browser):
    assert "Chưa có công trình nào đang mở" in browser.get(PAGE).content.decode()


def test_it_needs_few_queries_with_2000_works(coordinator, browser, django_assert_max_num_queries):
    with inside(coordinator):
        facts = {"kind": "community", "sector": "transport", "phase": "construction", "stage": "under_way", "total_investment": 9}
        rows = [Project(name=f"Đường ví dụ {n}", folded_name=f"duong vi du {n}", **facts) for n in range(2_000)]
        works, source = Project.objects.bulk_create(rows), make_source()
        Allocation.objects.bulk_create(
            Allocation(project=work, source=source, kind="year", year=2026, amount=1, decided_on=DAY) for work in works
        )
        rebuild()
    with django_assert_max_num_queries(12):
        assert browser.get(PAGE).status_code == 200
