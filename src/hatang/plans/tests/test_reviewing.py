"""What a person may do with what was read, through the services and through the pages."""

from __future__ import annotations

import pytest

from hatang.core.models import AuditEvent
from hatang.plans import services
from hatang.plans.models import PlanImport, ReviewItem
from hatang.plans.rules.reviewing import cuts_in
from hatang.tests.factories import inside, make_import, short_plan

pytestmark = pytest.mark.django_db
State = ReviewItem.State


@pytest.fixture
def plan_import(as_coordinator, tmp_path):
    return make_import(tmp_path, short_plan())


def first(kind):
    return ReviewItem.objects.select_related("plan_import").filter(kind=kind).order_by("start").first()


def fresh(item):
    return ReviewItem.objects.get(pk=item.pk)


def test_a_correction_keeps_what_was_read(plan_import):
    item = first("target")
    services.edit(item, {"value": 85})
    assert (fresh(item).data["value"], fresh(item).as_read["value"], fresh(item).state) == (85, 80, State.EDITED)
    event = AuditEvent.objects.order_by("-sequence").first()
    assert (event.action, event.before, event.after) == ("review.edit", {"value": 80}, {"value": 85})


def test_dropping_and_taking_back(plan_import):
    item = first("target")
    services.drop(item)
    assert fresh(item).state == State.DROPPED
    services.restore(item)
    assert fresh(item).state == State.ACCEPTED
    services.edit(item, {"year": 2028})
    services.drop(item)
    services.restore(item)
    assert fresh(item).state == State.EDITED


def test_accepting_does_not_take_back_a_dropped_item(plan_import):
    item = first("target")
    services.drop(item)
    services.accept(item)
    assert fresh(item).state == State.DROPPED


def test_accepting_the_rest_leaves_decisions_alone(plan_import):
    item = first("target")
    services.drop(item)
    assert services.accept_rest(plan_import) == ReviewItem.objects.count() - 1
    assert fresh(item).state == State.DROPPED


def test_splitting_gives_two_items_that_cover_the_words_of_one(plan_import):
    item = first("assignment")
    quote = plan_import.text[item.start : item.end]
    at = cuts_in(quote)[0]
    end = item.end
    second = services.split(item, at)
    assert (fresh(item).end <= item.start + at, second.start, second.end) == (True, item.start + at, end)
    assert second.data == item.data


def test_a_sentence_is_not_cut_in_the_middle_of_a_word(plan_import):
    with pytest.raises(ValueError):
        services.split(first("assignment"), 3)


def test_merging_joins_words_and_quantities(plan_import):
    one, two = ReviewItem.objects.select_related("plan_import").filter(kind="task").order_by("start")[:2]
    services.merge(one, two)
    assert len(fresh(one).data["quantities"]) == len(one.as_read["quantities"]) + len(two.as_read["quantities"])
    assert (fresh(one).end, fresh(two).state) == (two.end, State.DROPPED)


def test_unlike_items_are_not_merged(plan_import):
    with pytest.raises(ValueError):
        services.merge(first("task"), first("target"))
    with pytest.raises(ValueError):
        services.merge(first("task"), first("task"))


def test_nothing_changes_after_confirmation(plan_import):
    item = first("target")
    services.confirm(plan_import)
    for attempt in (
        lambda: services.edit(item, {"value": 1}),
        lambda: services.drop(item),
        lambda: services.accept_rest(plan_import),
        lambda: services.change_head(plan_import, {}),
        lambda: services.split(item, 1),
    ):
        with pytest.raises(services.NotInReview):
            attempt()


@pytest.fixture
def page(coordinator, browser, tmp_path):
    with inside(coordinator):
        plan_import = make_import(tmp_path, short_plan())
    return browser, plan_import


def items_of(coordinator, kind):
    with inside(coordinator):
        return list(ReviewItem.objects.filter(kind=kind).order_by("start"))


def test_each_mark_leads_to_its_item_and_back(page, coordinator):
    browser, plan_import = page
    html = browser.get(f"/ke-hoach/nhap/{plan_import.pk}/kiem-tra/").content.decode()
    for kind in ("target", "task", "assignment", "schedule"):
        for item in items_of(coordinator, kind):
            assert f'id="item-{item.pk}"' in html
            assert f'id="src-{item.pk}"' in html
            assert f'href="#src-{item.pk}"' in html


def test_the_form_writes_vietnamese_numbers(page, coordinator):
    browser, _ = page
    item = items_of(coordinator, "target")[0]
    fields = {**item.data, "value": "1.234,5", "value_max": "", "year": 2029, "sector": "transport"}
    answer = browser.post(f"/ke-hoach/muc/{item.pk}/sua/", fields)
    assert answer.status_code == 302, answer.content.decode()
    assert items_of(coordinator, "target")[0].data["value"] == 1234.5


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"value": ""}, "cần một giá trị"),
        ({"comparator": "between", "value": "10", "value_max": "5"}, "từ giá trị trước trở lên"),
        ({"value": "tám mươi"}, "Nhập một số"),
        ({"subject": ""}, "bắt buộc"),
    ],
)
def test_a_wrong_form_says_why_and_keeps_what_was_typed(page, coordinator, changed, said):
    browser, _ = page
    item = items_of(coordinator, "target")[0]
    plain = {name: "" if value is None else value for name, value in item.data.items()}
    answer = browser.post(f"/ke-hoach/muc/{item.pk}/sua/", {**plain, "value": "80", **changed})
    html = answer.content.decode()
    assert said in html
    assert "vẫn còn bên dưới" in html
    assert items_of(coordinator, "target")[0].state == State.AS_READ


def test_quantities_are_lines_and_an_empty_line_goes(page, coordinator):
    browser, _ = page
    item = items_of(coordinator, "task")[0]
    lines = {"q-TOTAL_FORMS": 2, "q-INITIAL_FORMS": 1, "q-0-value": "", "q-0-unit": "km", "q-1-value": "2,5", "q-1-unit": "km"}
    answer = browser.post(f"/ke-hoach/muc/{item.pk}/sua/", {"action": "Xây", "object": "đường", "sector": "", **lines})
    assert answer.status_code == 302
    quantities = items_of(coordinator, "task")[0].data["quantities"]
    assert quantities == [{"value": 2.5, "unit": "km", "of": None, "approximate": False}]


def test_without_script_every_step_comes_back_to_the_item(page, coordinator):
    browser, plan_import = page
    item = items_of(coordinator, "target")[0]
    for verb in ("dung", "bo", "lay-lai"):
        answer = browser.post(f"/ke-hoach/muc/{item.pk}/{verb}/")
        assert answer.url == f"/ke-hoach/nhap/{plan_import.pk}/kiem-tra/#item-{item.pk}"


def test_with_script_only_the_card_and_the_counts_come_back(page, coordinator):
    browser, _ = page
    item = items_of(coordinator, "target")[0]
    html = browser.post(f"/ke-hoach/muc/{item.pk}/bo/", headers={"hx-request": "true"}).content.decode()
    assert "<html" not in html
    assert 'data-state="dropped"' in html
    assert 'hx-swap-oob="true"' in html


def test_splitting_and_merging_from_the_form(page, coordinator):
    browser, plan_import = page
    item = items_of(coordinator, "assignment")[0]
    form = browser.get(f"/ke-hoach/muc/{item.pk}/sua/").content.decode()
    at = cuts_in(plan_import.text[item.start : item.end])[0]
    assert f'name="at" value="{at}"' in form
    browser.post(f"/ke-hoach/muc/{item.pk}/tach/", {"at": at})
    added = max(items_of(coordinator, "assignment"), key=lambda entry: entry.pk)
    assert (added.start, added.end) == (item.start + at, item.end)
    refused = browser.post(f"/ke-hoach/muc/{item.pk}/tach/", {"at": "3"}, follow=True)
    assert "Không tách được ở chỗ này" in refused.content.decode()
    merged = browser.post(f"/ke-hoach/muc/{item.pk}/gop/", follow=True)
    assert "Đã gộp với mục sau" in merged.content.decode()
    assert sum(entry.state == State.DROPPED for entry in items_of(coordinator, "assignment")) == 1
    none_left = browser.post(f"/ke-hoach/muc/{added.pk}/gop/", follow=True)
    assert "Không còn mục cùng loại" in none_left.content.decode()
    swapped = browser.post(f"/ke-hoach/muc/{item.pk}/tach/", {"at": at}, headers={"hx-request": "true"})
    assert swapped["HX-Refresh"] == "true"


def test_an_added_item_must_stand_in_the_document(page, coordinator):
    browser, plan_import = page
    fields = {"actor": "Trạm Y tế", "role": "cooperates", "duty": "phối hợp"}
    address = f"/ke-hoach/nhap/{plan_import.pk}/them/assignment/"
    wrong = browser.post(address, {**fields, "quote": "câu không có trong văn bản"})
    assert "Không tìm thấy câu này" in wrong.content.decode()
    right = browser.post(address, {**fields, "quote": "phối hợp với\ncác đơn vị  liên quan"})
    assert right.status_code == 302
    added = [item for item in items_of(coordinator, "assignment") if item.state == State.ADDED]
    assert plan_import.text[added[0].start : added[0].end] == "phối hợp với các đơn vị liên quan"
    assert added[0].path == "III.1"


def test_the_head_can_be_corrected(page, coordinator):
    browser, plan_import = page
    address = f"/ke-hoach/nhap/{plan_import.pk}/phan-dau/"
    head = {
        "issuer": "UBND xã Thí Dụ",
        "subject": "Kế hoạch mẫu",
        "date": "06/03/2026",
        "start": 2026,
        "end": 2025,
        "number": "13",
    }
    assert "Năm cuối phải từ năm đầu" in browser.post(address, head).content.decode()
    browser.post(address, {**head, "end": 2030, "signer_name": "Nguyễn Văn Mẫu"})
    with inside(coordinator):
        kept = PlanImport.objects.get().head
    assert (kept["number"], kept["date"], kept["period"]) == ("13", "2026-03-06", {"start": 2026, "end": 2030})


def test_unknown_steps_and_kinds_are_not_there(page, coordinator):
    browser, plan_import = page
    item = items_of(coordinator, "target")[0]
    assert browser.post(f"/ke-hoach/muc/{item.pk}/xoa-het/").status_code == 404
    assert browser.get(f"/ke-hoach/nhap/{plan_import.pk}/them/plan/").status_code == 404
    assert browser.get(f"/ke-hoach/muc/{item.pk}/bo/").status_code == 405
