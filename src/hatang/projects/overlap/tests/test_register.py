"""The commune's register of overlaps that were looked at: who, when, which pair, why."""

from __future__ import annotations

import pytest

from hatang.commune.roles import Role
from hatang.projects.models import OverlapOverride
from hatang.projects.tests.examples import make_project
from hatang.tests.factories import inside, make_commune, make_member, signed_in

pytestmark = pytest.mark.django_db
PAGE = "/cong-trinh/trung-lap/"


def decided(name, other="project:7", reason="Hai đoạn nối nhau"):
    return OverlapOverride.objects.create(
        project=make_project(name), other=other, other_name=f"Đối tượng của {name}", found={"score": 0.82}, reason=reason,
        by_name="Chủ Tịch Mẫu",
    )  # fmt: skip


def test_it_says_who_decided_when_about_which_pair_and_why(browser, coordinator):
    with inside(coordinator):
        row = decided("Đường ví dụ Lũng")
    html = browser.get(PAGE).content.decode()
    for words in ("Đường ví dụ Lũng", "Đối tượng của", "giống 82%", "Hai đoạn nối nhau", "Chủ Tịch Mẫu"):
        assert words in html
    assert f"/cong-trinh/{row.project_id}/trung-lap/project:7/" in html
    assert PAGE in browser.get("/cong-trinh/").content.decode()


def test_it_is_filtered_by_name_without_diacritics_and_by_kind(browser, coordinator):
    with inside(coordinator):
        decided("Đường ví dụ Lũng")
        decided("Kênh ví dụ Nà", other="asset:3")
    for asked, there, gone in (("tim=duong+lung", "Lũng", "Kênh ví dụ"), ("loai=asset", "Kênh ví dụ", "Lũng")):
        html = browser.get(f"{PAGE}?{asked}").content.decode()
        assert there in html
        assert gone not in html
    assert "Không có lý do nào khớp" in browser.get(f"{PAGE}?tim=khong+co").content.decode()


def test_without_any_it_says_what_to_do(browser):
    assert "Chưa có cặp nào được ghi lý do" in browser.get(PAGE).content.decode()


def test_only_members_of_the_commune_read_it(commune, coordinator):
    with inside(coordinator):
        decided("Đường ví dụ Lũng")
    assert signed_in(make_member(commune, Role.ADMINISTRATOR)).get(PAGE).status_code == 403
    assert "Lũng" not in signed_in(make_member(make_commune(), Role.COORDINATOR)).get(PAGE).content.decode()


def test_it_needs_few_queries_with_many(browser, coordinator, django_assert_max_num_queries):
    with inside(coordinator):
        for number in range(60):
            decided(f"Đường ví dụ {number}")
    with django_assert_max_num_queries(12):
        assert "trang=2" in browser.get(PAGE).content.decode()
