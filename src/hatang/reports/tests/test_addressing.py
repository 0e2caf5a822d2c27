"""Whom a report is addressed to: proposed from the plan, changed while it is a draft, frozen with it, checked by the decree."""

from __future__ import annotations

import pytest

from hatang.commune.roles import Role
from hatang.reports.documents import draft_of, paper_of
from hatang.reports.models import Report
from hatang.reports.rules.recipients import USUAL, lines, proposed_recipients, recipient_of
from hatang.reports.selectors import report_of
from hatang.reports.tests.examples import make_ground, make_report
from hatang.reports.tests.test_pages import member, words
from hatang.tests.factories import inside, signed_in
from vanban.model import Channel
from vanban.writer import lacking

pytestmark = pytest.mark.django_db
FILLED = {"addressees": "Ủy ban nhân dân tỉnh Ví Dụ\n- Sở Ví Dụ;", "plainly": "Đảng ủy xã", "electronic": "", "paper": "Các thôn",
          "archive": "VT, KT."}  # fmt: skip


@pytest.fixture
def ground(coordinator, tmp_path):
    with inside(coordinator):
        return make_ground(tmp_path)


def draft(report):
    return draft_of(paper_of(report_of(report.pk)))


def test_a_quarter_stays_in_the_commune_and_goes_to_those_the_plan_went_to(ground, coordinator):
    with inside(coordinator):
        made = draft(make_report(ground[0]))
        assert made.addressees == ()
        assert [one.name for one in made.recipients] == [one["name"] for one in ground[0].document.recipients]
        assert lacking(made) == ()


def test_half_a_year_goes_up_and_says_as_above(ground, coordinator, commune):
    with inside(coordinator):
        made = draft(make_report(ground[0], "2026-H1", "half_year"))
        assert made.addressees == (f"Ủy ban nhân dân {commune.province.full_name[:1].lower()}{commune.province.full_name[1:]}",)
        assert made.recipients[0].name == "Như trên"


def test_the_coordinator_changes_them_and_the_word_file_has_them(browser, ground, coordinator):
    with inside(coordinator):
        report = make_report(ground[0])
    said = words(browser.post(f"/bao-cao/{report.pk}/noi-nhan/", FILLED, follow=True))
    assert "Đã lưu nơi nhận" in said
    assert "Kính gửi : Ủy ban nhân dân tỉnh Ví Dụ; Sở Ví Dụ" in said.replace("gửi:", "gửi :")
    with inside(coordinator):
        made = draft(report)
        assert made.addressees == ("Ủy ban nhân dân tỉnh Ví Dụ", "Sở Ví Dụ")
        told = [(one.name, one.channel) for one in made.recipients]
        assert told == [("Như trên", Channel.UNSTATED), ("Đảng ủy xã", Channel.UNSTATED), ("Các thôn", Channel.PAPER),
                        ("VT, KT", Channel.ARCHIVE)]  # fmt: skip


def test_what_the_decree_asks_for_is_asked_for_and_what_was_typed_stays(browser, ground, coordinator):
    with inside(coordinator):
        report = make_report(ground[0])
    said = words(browser.post(f"/bao-cao/{report.pk}/noi-nhan/", {**FILLED, "archive": ""}))
    assert "chưa có dòng “Lưu”" in said
    assert "Sở Ví Dụ" in said
    with inside(coordinator):
        assert Report.objects.get(pk=report.pk).addressees == []


def test_an_issued_report_keeps_its_recipients(browser, ground, coordinator):
    with inside(coordinator):
        report = make_report(ground[0])
        Report.objects.filter(pk=report.pk).update(state="issued", number="12", issued_on="2026-10-10")
    assert "không còn là bản thảo" in words(browser.post(f"/bao-cao/{report.pk}/noi-nhan/", FILLED))
    assert "Sửa nơi nhận" not in words(browser.get(f"/bao-cao/{report.pk}/"))


def test_only_the_coordinator_changes_them(ground, coordinator, commune):
    with inside(coordinator):
        report = make_report(ground[0])
    assert signed_in(member(commune, Role.OFFICER, "Phòng Ví Dụ")).post(f"/bao-cao/{report.pk}/noi-nhan/").status_code == 403


def test_a_plan_without_recipients_proposes_the_usual_ones():
    assert [recipient_of(one) for one in proposed_recipients([], addressed=False)] == list(USUAL)


@pytest.mark.parametrize("addressed", [False, True])
@pytest.mark.parametrize("channel", [*Channel, "lạ", ""])
@pytest.mark.parametrize("name", ["", "Như trên", "Các thôn"])
def test_whatever_the_plan_says_there_is_an_archive_and_as_above_stands_first_where_it_should(name, channel, addressed):
    of_plan = [{"name": name, "channel": str(channel)}]
    found = [recipient_of(one) for one in proposed_recipients(of_plan, addressed=addressed)]
    assert any(one.channel is Channel.ARCHIVE for one in found)
    assert (found[0].name == "Như trên") is addressed


@pytest.mark.parametrize(("typed", "read"), [("- Một;\n\n+ Hai.\n  Ba  ", ["Một", "Hai", "Ba"]), (" \n- ;", []), ("", [])])
def test_marks_typed_around_names_are_left_out(typed, read):
    assert lines(typed) == read
