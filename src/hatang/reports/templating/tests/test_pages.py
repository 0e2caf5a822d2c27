"""The commune's own templates on their pages: taken home, sent back, refused with reasons, used, withdrawn, kept."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from hatang.commune.roles import Role
from hatang.core.models import AuditEvent
from hatang.core.tenancy import commune_scope
from hatang.reports.documents import as_word, paper_of
from hatang.reports.models import Report, ReportTemplate
from hatang.reports.selectors import report_of
from hatang.reports.templating import services
from hatang.reports.tests.examples import TODAY, make_ground, make_report
from hatang.reports.tests.test_pages import member, step, words
from hatang.tests.factories import inside, make_commune, make_member, signed_in

pytestmark = pytest.mark.django_db
KIND = "/bao-cao/mau/quarterly/"


@pytest.fixture
def report(coordinator, tmp_path):
    with inside(coordinator):
        return make_report(make_ground(tmp_path)[0], unit=coordinator.unit)


def rewritten(content: bytes, old: str, new: str) -> bytes:
    """A template with some words of its text changed."""
    archive, out = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as written:
        for name in archive.namelist():
            one = archive.read(name)
            if name == "word/document.xml":
                assert old.encode() in one
                one = one.replace(old.encode(), new.encode(), 1)
            written.writestr(name, one)
    return out.getvalue()


def own(browser, mark="MẪU RIÊNG ") -> bytes:
    return rewritten(browser.get(f"{KIND}goc.docx").content, "{{ mo_dau }}", f"{mark}{{{{ mo_dau }}}}")


def send(browser, content: bytes, note="", name="mau.docx"):
    file = io.BytesIO(content)
    file.name = name
    return browser.post(KIND, {"upload": file, "note": note}, follow=True)


def text(content: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()


def only(report) -> ReportTemplate:
    with commune_scope(report.commune_id):
        return ReportTemplate.objects.get()


def test_a_template_goes_home_comes_back_is_used_and_withdrawn(browser, report):
    said = words(send(browser, own(browser), note="thêm dòng đầu"))
    assert "Mẫu đã qua kiểm tra" in said
    assert "đủ các thành phần thể thức" in said
    template = only(report)
    address = f"/bao-cao/mau/ban/{template.pk}/"
    assert "MẪU RIÊNG" in text(browser.get(f"{address}lap-thu.docx").content)
    word = f"/bao-cao/{report.pk}/bao-cao.docx"
    assert "MẪU RIÊNG" not in text(browser.get(word).content)
    assert "Từ nay báo cáo loại này" in words(browser.post(f"{address}dung/", follow=True))
    assert "MẪU RIÊNG" in text(browser.get(word).content)
    assert "MẪU RIÊNG" not in text(browser.get(f"{word}?mau=goc").content)
    assert "Theo mẫu của xã, bản 1" in words(browser.get(f"/bao-cao/{report.pk}/"))
    assert "Mẫu này đang được dùng." in words(browser.post(f"{address}dung/", follow=True))
    assert "Đã thôi dùng mẫu" in words(browser.post(f"{address}thoi/", follow=True))
    assert "MẪU RIÊNG" not in text(browser.get(word).content)
    with commune_scope(report.commune_id):
        events = list(AuditEvent.objects.filter(action__startswith="template.").order_by("sequence"))
        assert [event.action for event in events] == ["template.upload", "template.use", "template.withdraw"]
        assert {event.after["sha256"] for event in events} == {template.file.sha256}


def test_a_new_version_takes_the_place_of_the_one_before_which_stays(browser, report):
    for at, mark in enumerate(("MỘT ", "HAI "), 1):
        send(browser, own(browser, mark))
        with commune_scope(report.commune_id):
            services_pk = ReportTemplate.objects.get(version=at).pk
        browser.post(f"/bao-cao/mau/ban/{services_pk}/dung/")
    with commune_scope(report.commune_id):
        rows = list(ReportTemplate.objects.order_by("version").values_list("version", "state"))
    assert rows == [(1, "withdrawn"), (2, "in_use")]
    assert "HAI " in text(browser.get(f"/bao-cao/{report.pk}/bao-cao.docx").content)
    said = words(browser.get(KIND))
    assert said.index("Bản 2") < said.index("Bản 1")


BAD = [
    ("{{ mo_dao }}", "Không có chỗ điền “mo_dao”. Có phải là “mo_dau”?"),
    ("{{ settings.SECRET_KEY }}", "Không có chỗ điền “settings.SECRET_KEY”"),
    ("{{ cycler.__init__.__globals__ }}", "gạch dưới"),
    ("{% include x %}", "Lệnh “include” không được dùng"),
    ("{% for x in mo_dau %}a{% endfor %}", "“mo_dau” không phải danh sách"),
    ("{{ mo_dau", "mà chưa đóng trong cùng đoạn"),
]


@pytest.mark.parametrize(("tag", "why"), BAD)
def test_a_bad_template_is_refused_with_reasons_and_nothing_is_kept(browser, report, tag, why):
    said = words(send(browser, rewritten(browser.get(f"{KIND}goc.docx").content, "{{ mo_dau }}", f"Kính báo {tag}")))
    assert why in said.replace("&#x27;", "'")
    assert "Mẫu chưa được lưu. Mẫu đang dùng và các bản cũ giữ nguyên." in said
    assert "Ở đoạn: “Kính báo" in said
    with commune_scope(report.commune_id):
        assert not ReportTemplate.objects.exists()
        assert not AuditEvent.objects.filter(action="template.upload").exists()


def test_every_reason_is_told_in_one_go(browser, report):
    bad = "{{ mo_dao }} {% include x %} {{ settings.SECRET_KEY }}"
    said = words(send(browser, rewritten(browser.get(f"{KIND}goc.docx").content, "{{ mo_dau }}", bad)))
    assert all(why in said for why in ("“mo_dao”", "“include”", "“settings.SECRET_KEY”"))


def test_what_is_no_word_file_is_refused(browser, report):
    assert "không phải văn bản Word .docx" in words(send(browser, b"%PDF-1.7", name="a.pdf"))


def test_what_the_decree_asks_and_a_template_lacks_is_said(browser, report):
    content = rewritten(browser.get(f"{KIND}goc.docx").content, "{{ nguoi_ky.chuc_vu }}", "")
    content = rewritten(content, "{{ ngay_thang }}", "")
    said = words(send(browser, content))
    assert "Chưa ghi chức vụ người ký" in said
    assert "Mẫu dùng được. Nên xem lại" in said


def test_a_part_or_an_annex_that_is_not_printed_is_said(browser, report):
    bare = browser.get(f"{KIND}goc.docx").content
    archive = zipfile.ZipFile(io.BytesIO(bare))
    xml = archive.read("word/document.xml").decode()
    xml = xml.replace("phan.giao_thong.", "phan.dien.").replace(
        "phu_luc.nguon_va_minh_chung_cua_so_lieu.ghi_chu", "phan.dien.doan"
    )
    rows = re.compile("phu_luc.nguon_va_minh_chung_cua_so_lieu.dong")
    assert rows.search(xml)
    xml = re.sub(r"<w:tbl>(?:(?!</w:tbl>).)*nguon_va_minh_chung(?:(?!</w:tbl>).)*</w:tbl>", "", xml, flags=re.DOTALL)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as written:
        for name in archive.namelist():
            written.writestr(name, xml if name == "word/document.xml" else archive.read(name))
    said = words(send(browser, out.getvalue()))
    assert "Mẫu không in phần “Giao thông” của báo cáo." in said
    assert "Mẫu không in phụ lục “Nguồn và minh chứng của số liệu” của báo cáo." in said


def test_without_a_report_the_page_says_what_the_template_lacks(browser, report):
    assert "mẫu gốc chưa có bảng phụ lục" in words(browser.get("/bao-cao/mau/yearly/"))
    assert "mẫu gốc chưa có bảng phụ lục" not in words(browser.get(KIND))


def test_an_issued_report_keeps_its_template_whatever_comes_later(browser, report, commune, coordinator):
    with inside(coordinator):
        template = services.upload(kind(), own(browser, "BẢN CŨ "), "mau.docx")
        services.use(template)
        Report.objects.filter(pk=report.pk).update(state="submitted")
    chair = signed_in(member(commune, Role.CHAIR))
    step(chair, report, "issue", number="12", date="01/10/2026", signer="Nguyễn Văn Mẫu", role="chair")
    with inside(coordinator):
        assert report_of(report.pk).template == template
        first = as_word(paper_of(report_of(report.pk)))
        services.use(services.upload(kind(), own(browser, "BẢN MỚI "), "mau.docx"))
        assert as_word(paper_of(report_of(report.pk))) == first
        assert "BẢN CŨ " in text(first)
        services.withdraw(ReportTemplate.objects.get(version=2))
        assert as_word(paper_of(report_of(report.pk))) == first


def kind():
    from hatang.reports.kinds import kinds

    return kinds()["quarterly"]


def test_a_report_without_the_figure_a_template_names_says_so(browser, report, coordinator):
    with inside(coordinator):
        key = report.figures.filter(key="works.total").get().key
        assert key
        content = rewritten(
            browser.get(f"{KIND}goc.docx").content, "{{ mo_dau }}", "Có {{ so_lieu.cong_trinh_tong_so.gia_tri }}!"
        )
        services.use(services.upload(kind(), content, "mau.docx"))
        report.figures.filter(key="works.total").delete()
    assert "Có chưa có số liệu!" in text(browser.get(f"/bao-cao/{report.pk}/bao-cao.docx").content)


def test_a_report_that_cannot_be_printed_is_not_issued(browser, report, commune, coordinator):
    with inside(coordinator):
        services.use(services.upload(kind(), own(browser), "mau.docx"))
        Report.objects.filter(pk=report.pk).update(state="submitted", rows=[])
        row = ReportTemplate.objects.get()
        row.words = {}
        row.save()
    chair = signed_in(member(commune, Role.CHAIR))
    said = words(step(chair, report, "issue", number="12", date="01/10/2026", signer="Nguyễn Văn Mẫu", role="chair"))
    assert "không in được báo cáo theo mẫu đang dùng" in said
    assert "Không in được báo cáo theo mẫu của xã" in words(browser.get(f"/bao-cao/{report.pk}/bao-cao.docx", follow=True))
    assert "Không in được báo cáo theo mẫu của xã" in words(browser.post(f"/bao-cao/{report.pk}/ban-pdf/", follow=True))
    assert browser.get(f"/bao-cao/{report.pk}/bao-cao.docx?mau=goc").content[:2] == b"PK"


def test_an_officer_looks_and_does_not_change_the_province_does_not_look(browser, report, commune, coordinator):
    with inside(coordinator):
        template = services.upload(kind(), own(browser), "mau.docx")
    officer, province = (
        signed_in(member(commune, Role.OFFICER, "Phòng Ví Dụ")),
        signed_in(member(commune, Role.PROVINCE_VIEWER, "Sở")),
    )
    assert officer.get(KIND).status_code == 200
    assert send(officer, own(browser)).status_code == 403
    assert officer.post(f"/bao-cao/mau/ban/{template.pk}/dung/").status_code == 403
    assert province.get(KIND).status_code == 403


def test_another_communes_template_is_not_there(browser, report, coordinator):
    with inside(coordinator):
        template = services.upload(kind(), own(browser), "mau.docx")
    stranger = signed_in(make_member(make_commune()))
    for ending in ("", "tep/", "lap-thu.docx"):
        assert stranger.get(f"/bao-cao/mau/ban/{template.pk}/{ending}").status_code == 404
    assert stranger.post(f"/bao-cao/mau/ban/{template.pk}/dung/").status_code == 404
    assert stranger.get("/bao-cao/mau/khong-co/").status_code == 404


def test_the_list_of_placeholders_shows_the_communes_own_figures(browser, report):
    said = words(browser.get(f"{KIND}cho-dien/"))
    assert "{{ phan.giao_thong.so }}" in said
    assert "{{ so_lieu.toan_xa_tong_so.gia_tri }}" in said
    assert "quý III/2026" in said
    assert "Xã chưa có báo cáo loại này" in words(browser.get("/bao-cao/mau/yearly/cho-dien/"))


@pytest.mark.parametrize("ending", ["", "quarterly/", "quarterly/cho-dien/", "ban/{}/"])
def test_pages_need_few_queries_whatever_there_is(browser, report, coordinator, ending, django_assert_max_num_queries):
    content = own(browser)
    with inside(coordinator):
        pk = services.upload(kind(), content, "mau.docx").pk
    address = f"/bao-cao/mau/{ending.format(pk)}"
    browser.get(address)
    with inside(coordinator):
        for number in range(4):
            services.use(services.upload(kind(), own(browser, f"{number} "), "mau.docx"))
        make_report(report.plan, "2026-Q2", today=TODAY)
    with django_assert_max_num_queries(12):
        answer = browser.get(address)
    assert answer.status_code == 200
    assert not re.search(r"<script(?![^>]*\bsrc=)|\sstyle=|\son\w+=", answer.content.decode())
