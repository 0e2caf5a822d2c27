"""The pages of plans: what they show, how many queries they need, and who may open them."""

from __future__ import annotations

import gzip
import io

import pytest
from docx import Document

from hatang.commune.roles import Role
from hatang.plans.models import Target
from hatang.tests.factories import inside, make_commune, make_import, make_member, make_plan, short_plan, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(coordinator, tmp_path):
    with inside(coordinator):
        return make_plan(tmp_path)


@pytest.fixture
def reviewed(coordinator, tmp_path):
    with inside(coordinator):
        return make_import(tmp_path, short_plan())


def test_the_plan_page_has_the_original_wording_with_items_in_place(browser, plan):
    html = browser.get(f"/ke-hoach/{plan.pk}/").content.decode()
    assert "Nguyễn Quốc Hội" in html
    ladder = html[html.index("Từ trên xuống") :]
    assert ladder.index("21-ĐA/TU") < ladder.index("37-KH/TU") < ladder.index("60-KH/ĐU") < ladder.index("Kế hoạch này")
    part = html[html.index('id="phan-II.1"') : html.index('id="phan-II.2"')]
    assert "Tỷ lệ đường trục thôn, liên thôn được cứng hóa" in part
    assert "từ 80% trở lên" in part
    assert "khoảng 5 km" in html[html.index('id="phan-III.2"') : html.index('id="phan-III.3"')]


def test_every_word_of_the_plan_is_on_its_page(browser, plan):
    import re

    html = browser.get(f"/ke-hoach/{plan.pk}/").content.decode()
    shown = re.sub(r"<[^>]+>", "", html.replace("&#x27;", "'").replace("&quot;", '"').replace("&amp;", "&"))
    for line in plan.document.text.split("\n"):
        assert line.strip() in shown, line


ADDRESSES = ["/", "/ke-hoach/", "/ke-hoach/{plan}/", "/ke-hoach/nhap/{imported}/kiem-tra/", "/ke-hoach/nhap/{imported}/xac-nhan/",
             "/ke-hoach/{plan}/tinh-hinh.docx", "/nhat-ky/"]  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_pages_need_few_queries_whatever_their_length(browser, plan, reviewed, address, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        assert browser.get(address.format(plan=plan.pk, imported=reviewed.pk)).status_code == 200


@pytest.mark.parametrize("address", [address for address in ADDRESSES if "docx" not in address])
def test_pages_are_light_and_carry_no_inline_script_or_style(browser, plan, reviewed, address):
    import re

    page = browser.get(address.format(plan=plan.pk, imported=reviewed.pk), headers={"accept-encoding": ""})
    html = page.content.decode()
    assert len(gzip.compress(page.content)) < 40_000
    assert not re.search(r"<script(?![^>]*\bsrc=)|\sstyle=|\son\w+=", html)
    assert "unsafe" not in page["Content-Security-Policy"]


def test_the_file_comes_back_as_it_was_sent(browser, plan):
    answer = browser.get(f"/ke-hoach/{plan.pk}/van-ban/")
    assert "KẾ HOẠCH" in b"".join(answer.streaming_content).decode()
    assert answer["Content-Disposition"].startswith("attachment")


def test_the_status_is_an_official_document(browser, plan, coordinator):
    answer = browser.get(f"/ke-hoach/{plan.pk}/tinh-hinh.docx")
    document = Document(io.BytesIO(answer.content))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert "BÁO CÁO" in text
    assert "Thực hiện Đề án số 21-ĐA/TU".lower() in text.lower()
    with inside(coordinator):
        assert all(target.subject[:1].upper() + target.subject[1:] in cells for target in Target.objects.all())
    assert cells.count("Chưa có số liệu") == 19  # nothing was measured yet; hatang/desk/tests/test_status.py measures
    assert "khoảng 5 km" in cells


def test_the_status_is_in_vietnamese_even_for_an_english_reader(browser, plan):
    browser.post("/ngon-ngu/", {"language": "en"})
    document = Document(io.BytesIO(browser.get(f"/ke-hoach/{plan.pk}/tinh-hinh.docx").content))
    cells = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    assert "từ 80% trở lên" in cells
    assert "Giao thông" in cells


def test_another_commune_sees_nothing_of_it(plan, reviewed, coordinator):
    stranger = signed_in(make_member(make_commune()))
    with inside(coordinator):
        item = reviewed.items.first()
    for address in (f"/ke-hoach/{plan.pk}/", f"/ke-hoach/{plan.pk}/van-ban/", f"/ke-hoach/{plan.pk}/tinh-hinh.docx",
                    f"/ke-hoach/nhap/{reviewed.pk}/", f"/ke-hoach/nhap/{reviewed.pk}/kiem-tra/",
                    f"/ke-hoach/muc/{item.pk}/sua/", f"/ke-hoach/nhap/{reviewed.pk}/xac-nhan/"):  # fmt: skip
        assert stranger.get(address).status_code == 404, address
    for address in (
        f"/ke-hoach/muc/{item.pk}/bo/",
        f"/ke-hoach/nhap/{reviewed.pk}/xac-nhan/",
        f"/ke-hoach/nhap/{reviewed.pk}/bo/",
    ):
        assert stranger.post(address).status_code == 404, address
    assert "chưa có kế hoạch" in stranger.get("/").content.decode().lower()


@pytest.mark.parametrize("role", [Role.OFFICER, Role.VILLAGE_HEAD, Role.SUPERVISOR, Role.INSPECTOR, Role.PROVINCE_VIEWER])
def test_those_who_only_see_the_plan_cannot_import_one(commune, plan, reviewed, role):
    browser = signed_in(make_member(commune, role))
    assert browser.get(f"/ke-hoach/{plan.pk}/").status_code == 200
    for address in ("/ke-hoach/tai-len/", f"/ke-hoach/nhap/{reviewed.pk}/kiem-tra/"):
        assert browser.get(address).status_code == 403
    assert "Tải kế hoạch lên" not in browser.get("/ke-hoach/").content.decode()


def test_the_dashboard_shows_ten_sectors_with_what_is_asked_and_where_it_stands(browser, plan):
    html = browser.get("/").content.decode()
    for name in ("Giao thông", "Thủy lợi", "Điện", "Trường học", "Y tế", "Văn hóa", "Thương mại nông thôn",
                 "Thông tin và truyền thông", "Nước sinh hoạt", "Môi trường"):  # fmt: skip
        assert f">{name}</a></h3>" in html
    assert html.count('class="where"') == 19
    assert "Phòng kinh tế" in html
    assert "31/12/2030" in html
    assert "quý" in html
    assert "Đột xuất" in html


def test_of_several_plans_one_is_chosen(browser, plan, coordinator, tmp_path):
    with inside(coordinator):
        make_plan(tmp_path, short_plan())
    newest, chosen = (browser.get(address).content.decode() for address in ("/", f"/?ke-hoach={plan.pk}"))
    assert newest.count('class="where"') == 2
    assert chosen.count('class="where"') == 19
    assert 'aria-current="page"' in chosen[chosen.index("Các kế hoạch đang theo dõi") :]


def test_the_dashboard_of_a_village_head_without_a_plan_says_what_comes(commune):
    html = signed_in(make_member(commune, Role.VILLAGE_HEAD)).get("/").content.decode()
    assert "Khi người điều phối của xã xác nhận" in html
    assert "tai-len" not in html
