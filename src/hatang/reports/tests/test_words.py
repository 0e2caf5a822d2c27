"""How sentences sound where there is one, all, few, many, or nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from hatang.indicators.rules.status import Reason, Status
from hatang.reports.documents.word import about
from hatang.reports.kinds.quarterly.parts import NAMES
from hatang.reports.rules import targets, works
from hatang.reports.rules.facts import Facts, Owing, TargetFact
from hatang.reports.rules.figures import Figure, Form
from vanban.plan.model import Sector


def figure(value, form=Form.AMOUNT, key="f"):
    return Figure(key, "Ví dụ", form, Decimal(value))


def target(number=1, *, status=Status.BEHIND, comparator=">=", sector=Sector.WATER, answer=None, aspirational=False, asked=80):
    figures = {} if comparator in targets.KEPT else {"asked": figure(asked, Form.SHARE)}
    figures |= {} if answer is None else {"now": figure(answer, Form.ANSWER)}
    subject = f"Mục tiêu {number}"
    return TargetFact(subject, str(sector), status, Reason.NO_FIGURE, comparator, 2030, aspirational, None, figures, number)


def facts(*found, **counts):
    number = {f"{scope}.total": figure(len(found)) for scope in ("all", str(Sector.WATER))}
    tally = {status: sum(one.status == status for one in found) for status in Status}
    number |= {f"{scope}.{status}": figure(tally[status]) for scope in ("all", str(Sector.WATER)) for status in Status}
    return Facts("quý III/2026", "quý II/2026", found, counts=number)


def said(sentences):
    return [one.text for one in sentences]


def test_a_lone_target_is_not_counted_and_is_no_list():
    (one,) = targets.of_sector(facts(target()), str(Sector.WATER))
    assert not one.bullet
    assert one.text.startswith("Mục tiêu 1: chưa có số liệu được duyệt")


def test_targets_that_stand_alike_are_said_together():
    first = said(targets.of_sector(facts(target(1), target(2)), str(Sector.WATER)))[0]
    assert first == "Lĩnh vực có 2 mục tiêu; đến hết quý III/2026 cả 2 mục tiêu chậm so với yêu cầu."


@pytest.mark.parametrize(
    ("made", "wanted"),
    [
        (target(comparator="maintain", answer=100, status=Status.REACHED), "đang duy trì, mục tiêu duy trì đến năm 2030."),
        (target(comparator="maintain", answer=0), "chưa duy trì được, mục tiêu duy trì đến năm 2030; chậm so với yêu cầu."),
        (target(comparator="exists", answer=100, status=Status.REACHED), "đã có, mục tiêu đến năm 2030 phải có."),
        (target(comparator="exists", answer=100, aspirational=True),
         "đã có, mục tiêu phấn đấu đến năm 2030 có; chậm so với yêu cầu."),
        (target(status=Status.NO_DATA), "chưa có số liệu được duyệt, mục tiêu đến năm 2030 từ 80% trở lên."),
    ],
)  # fmt: skip
def test_a_target_is_said_as_people_say_it(made, wanted):
    assert said(targets.of_sector(facts(made), str(Sector.WATER))) == [f"Mục tiêu 1: {wanted}"]


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        ([], "Tiếp tục thực hiện các nhiệm vụ, giải pháp của Kế hoạch."),
        ([target()], "Tập trung chỉ đạo, bố trí nguồn lực cho 1 mục tiêu chậm so với yêu cầu: mục tiêu 1."),
        (
            [target(at, sector=sector) for at, sector in enumerate((Sector.WATER, Sector.WATER, Sector.TRANSPORT, ""))],
            "Tập trung chỉ đạo, bố trí nguồn lực cho 4 mục tiêu chậm so với yêu cầu, thuộc các lĩnh vực: nước sinh hoạt, "
            "giao thông, mục tiêu khác.",
        ),
    ],
)
def test_what_is_ahead_names_few_targets_and_the_sectors_of_many(found, wanted):
    assert said(works.ahead(facts(*found), NAMES)) == [wanted]


@pytest.mark.parametrize(
    ("subject", "wanted"),
    [
        ("Thực hiện Đề án Ví Dụ", "thực hiện Đề án Ví Dụ"),
        ("Phát triển hạ tầng", "về phát triển hạ tầng"),
        ("Về phát triển hạ tầng", "về phát triển hạ tầng"),
    ],
)
def test_the_subject_of_a_plan_is_not_said_twice_over(subject, wanted):
    assert about(subject) == wanted


@pytest.mark.parametrize(
    ("owing", "wanted"),
    [
        ([], "Trong kỳ chưa phát sinh."),
        (["thôn Ví Dụ 1"], "Yêu cầu thôn Ví Dụ 1 nộp 3 số liệu còn thiếu của quý III/2026."),
        (
            ["thôn Ví Dụ 1", "thôn Ví Dụ 2"],
            "Yêu cầu nộp số liệu còn thiếu của quý III/2026: thôn Ví Dụ 1 (3 số liệu), thôn Ví Dụ 2 (3 số liệu).",
        ),
    ],
)
def test_units_that_owe_figures_are_asked_in_one_sentence(owing, wanted):
    found = Facts("quý III/2026", "quý II/2026", owing=[Owing(unit, figure(3)) for unit in owing])
    assert said(works.proposals(found)) == [wanted]
