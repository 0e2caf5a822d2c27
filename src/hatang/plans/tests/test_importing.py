"""From an uploaded file to items waiting for review, or to one sentence saying why not."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hatang.core.models import AuditEvent, StoredFile
from hatang.plans.models import Plan, PlanImport, ReviewItem
from hatang.plans.services import abandon, read_again, start_import
from hatang.tests.factories import inside, make_import, make_plan, short_plan, upload_of

pytestmark = pytest.mark.django_db
State = PlanImport.State


@pytest.fixture
def started(as_coordinator, django_capture_on_commit_callbacks):
    def start(text):
        with django_capture_on_commit_callbacks(execute=True):
            plan_import = start_import(upload_of(text), "ke-hoach.txt")
        plan_import.refresh_from_db()
        return plan_import

    return start


def test_a_plan_is_read_in_the_background_as_the_person_who_sent_it(started, coordinator):
    plan_import = started(short_plan())
    assert (plan_import.state, plan_import.progress) == (State.REVIEW, 100)
    assert plan_import.head["number"] == "12"
    kinds = set(ReviewItem.objects.values_list("kind", flat=True))
    assert kinds == {"target", "task", "assignment", "schedule"}
    read = AuditEvent.objects.get(action="import.read")
    assert read.user_id == coordinator.user_id


def test_every_item_keeps_the_words_it_came_from(as_coordinator, tmp_path):
    plan_import = make_import(tmp_path, short_plan())
    for item in ReviewItem.objects.all():
        assert plan_import.text[item.start : item.end].strip()
        assert item.as_read == item.data


def test_nothing_reaches_the_live_plan(started):
    started(short_plan())
    assert not Plan.objects.exists()


def test_a_file_that_cannot_be_read_ends_in_one_sentence_and_is_kept(started):
    plan_import = started("%PDF-1.4 hỏng")
    assert plan_import.state == State.FAILED
    assert plan_import.error.endswith(".")
    assert StoredFile.objects.count() == 1


def test_an_unexpected_fault_is_told_and_can_be_tried_again(started, monkeypatch, django_capture_on_commit_callbacks):
    from hatang.plans.services import importing

    def fails(*args):
        raise RuntimeError("không ai ngờ")

    with monkeypatch.context() as patch:
        patch.setattr(importing, "read_plan", fails)
        plan_import = started(short_plan())
    assert plan_import.state == State.FAILED
    assert "ngoài dự kiến" in plan_import.error
    with django_capture_on_commit_callbacks(execute=True):
        read_again(plan_import)
    plan_import.refresh_from_db()
    assert plan_import.state == State.REVIEW


def test_reading_twice_does_not_double_the_items(started, django_capture_on_commit_callbacks):
    plan_import = started(short_plan())
    before = ReviewItem.objects.count()
    with django_capture_on_commit_callbacks(execute=True):
        read_again(plan_import)
    assert ReviewItem.objects.count() == before


def test_two_readings_at_once_and_one_put_aside_leave_one_outcome(as_coordinator, tmp_path):
    from hatang.plans.services.importing import _keep
    from vanban.plan import read_plan

    plan_import = make_import(tmp_path, short_plan())
    count = ReviewItem.objects.count()
    path = tmp_path / "lai.txt"
    path.write_text(short_plan(), encoding="utf-8")
    _keep(plan_import, read_plan(path))
    assert ReviewItem.objects.count() == count
    abandon(plan_import)
    _keep(plan_import, read_plan(path))
    assert PlanImport.objects.get().state == State.ABANDONED


def test_abandoning_leaves_the_plan_in_force_alone(as_coordinator, tmp_path):
    plan = make_plan(tmp_path, short_plan())
    plan_import = make_import(tmp_path, short_plan(road=90))
    abandon(plan_import)
    abandon(plan.came_from)
    assert plan_import.state == State.ABANDONED
    assert PlanImport.objects.get(plan=plan).state == State.CONFIRMED


def test_a_second_version_knows_what_it_would_replace(as_coordinator, tmp_path):
    plan = make_plan(tmp_path, short_plan())
    assert make_import(tmp_path, short_plan(road=90)).replaces == plan


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("trong.txt", b"", "rỗng"),
        ("virus.docx", b"MZ\x90\x00\x03", "không đọc loại tệp này"),
        ("hong.docx", b"PK\x03\x04" + b"x" * 50, "bị hỏng"),
    ],
)
def test_a_refused_upload_says_why_beside_the_field(browser, coordinator, name, content, said):
    answer = browser.post("/ke-hoach/tai-len/", {"file": SimpleUploadedFile(name, content)})
    assert answer.status_code == 400
    assert said in answer.content.decode()
    with inside(coordinator):
        assert not PlanImport.objects.exists()


def test_the_page_of_an_import_shows_how_far_it_is_and_moves_on(browser, coordinator, tmp_path):
    with inside(coordinator):
        waiting = make_import(tmp_path, short_plan())
        PlanImport.objects.filter(pk=waiting.pk).update(state=State.READING, progress=40)
    page = browser.get(f"/ke-hoach/nhap/{waiting.pk}/").content.decode()
    assert 'value="40"' in page
    assert "HX-Refresh" not in browser.get(f"/ke-hoach/nhap/{waiting.pk}/tien-do/")
    with inside(coordinator):
        PlanImport.objects.filter(pk=waiting.pk).update(state=State.REVIEW)
    assert browser.get(f"/ke-hoach/nhap/{waiting.pk}/tien-do/")["HX-Refresh"] == "true"
    assert browser.get(f"/ke-hoach/nhap/{waiting.pk}/").url.endswith("/kiem-tra/")
