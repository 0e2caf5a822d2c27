"""What I owe this period: who sees what, what is kept when something is wrong, and what is handed in."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO

import pytest
from PIL import Image

from hatang.commune.models import Unit
from hatang.commune.roles import Role
from hatang.indicators.models import Measurement
from hatang.indicators.services import approve, lock_period, open_period, return_, submit
from hatang.indicators.tests.examples import (
    COUNT,
    RATIO,
    YES_NO,
    approved,
    draft,
    make_head,
    make_indicator,
    make_person,
    make_unit,
    make_village,
)
from hatang.tests.factories import inside, make_commune, make_member, signed_in

OWED = "/chi-tieu/so-lieu/"


class Place:
    """A commune with two villages and one indicator of each kind, its second quarter open."""

    def __init__(self, coordinator):
        self.coordinator = coordinator
        with inside(coordinator):
            self.villages = [make_village(), make_village()]
            self.road, self.loud = make_indicator(RATIO), make_indicator(COUNT, unit="cụm")
            self.house = make_indicator(YES_NO, sector="culture")
            self.first, self.period = open_period("2026-Q1"), open_period("2026-Q2")
            self.head = make_head(coordinator.commune, self.villages[0])
        self.browser = signed_in(self.head)

    def key(self, indicator, village=0):
        return f"{indicator.pk}-{self.villages[village].pk if village is not None else 0}"

    def send(self, deed="luu", browser=None, address=f"{OWED}?ky=2026-Q2", **rows):
        """Post rows as `r_road=("4,1", "12,35")`, with what else is typed under the form's own names in `more`."""
        return (browser or self.browser).post(address, {"lam": deed, **rows.pop("more", {}), **self.typed(rows)})

    def typed(self, rows):
        sent = {}
        for name, value in rows.items():
            key = self.key(getattr(self, name))
            sent |= {f"ban-{key}": "0"}
            sent |= dict(zip((f"tu-{key}", f"mau-{key}"), value, strict=True)) if isinstance(value, tuple) else {}
            sent |= {f"gia-tri-{key}": value, f"tra-loi-{key}": value} if isinstance(value, str) else {}
        return sent


@pytest.fixture
def place(coordinator):
    return Place(coordinator)


def html_of(answer):
    return answer.content.decode()


def test_a_village_head_sees_the_figures_of_the_own_village_and_no_others(place):
    html = html_of(place.browser.get(f"{OWED}?ky=2026-Q2"))
    assert f'id="r-{place.key(place.road)}"' in html
    assert f'id="r-{place.key(place.road, 1)}"' not in html
    assert "0/3 đã nộp" in html


def test_an_officer_sees_what_the_unit_is_in_charge_of(place):
    with inside(place.coordinator):
        culture = make_unit("Phòng Văn hóa Mẫu", sectors=("culture",))
        school = make_unit("Trường Ví Dụ", Unit.Kind.PUBLIC_SERVICE, ("education",))
        whole = make_indicator(COUNT, level="commune", sector="culture")
        named = make_indicator(COUNT, sector="water", collected_by=school)
        officer = make_person(place.coordinator.commune, culture, Role.OFFICER)
        teacher = make_person(place.coordinator.commune, school, Role.OFFICER)
    html = html_of(signed_in(officer).get(OWED))
    assert f'id="r-{whole.pk}-0"' in html
    assert html.count('data-row="') == 1
    assert html_of(signed_in(teacher).get(OWED)).count(f'data-row="{named.pk}-') == 2
    assert f'data-row="{named.pk}-' not in html_of(place.browser.get(OWED))


def test_the_period_due_first_comes_first_and_the_next_one_when_nothing_is_left(place):
    assert "quý I/2026" in html_of(place.browser.get(OWED)).split("<h1>")[1][:40]
    with inside(place.head):
        rows = [draft(one, place.villages[0], place.first, 0, 1 if one != place.loud else None)
                for one in (place.road, place.loud, place.house)]  # fmt: skip
        submit(rows)
    assert "quý II/2026" in html_of(place.browser.get(OWED)).split("<h1>")[1][:40]


def test_numbers_are_typed_as_vietnamese_do_and_the_page_comes_back_to_the_row(place):
    key = place.key(place.road)
    answer = place.send(road=("1.204,5", "2 000"), loud="3", house="khong", more={"o": key})
    assert answer.url.endswith(f"#r-{key}")
    with inside(place.head):
        rows = {row.indicator_id: row for row in Measurement.objects.all()}
    assert (rows[place.road.pk].numerator, rows[place.road.pk].denominator) == (Decimal("1204.5"), 2000)
    assert (rows[place.loud.pk].numerator, rows[place.house.pk].numerator) == (3, 0)
    html = html_of(place.browser.get(answer.url))
    assert 'value="1.204,5"' in html
    assert "Đã lưu nháp 3 dòng." in html


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("1,234.5", "2000"), "viết theo lối tiếng Anh"),
        (("một", "2"), "không phải là số"),
        (("-1", "2"), "không được âm"),
        (("3", ""), "cả tử số và mẫu số"),
        (("3", "0"), "Mẫu số bằng 0"),
        (("1,23456", "2"), "bốn chữ số"),
    ],
)
def test_what_is_wrong_is_kept_and_explained_and_the_other_rows_are_saved(place, typed, said):
    answer = place.send(road=typed, loud="3")
    html = html_of(answer)
    assert answer.status_code == 200
    assert said in html
    assert all(f'value="{text}"' in html for text in typed if text)
    assert f'href="#r-{place.key(place.road)}"' in html
    with inside(place.head):
        assert [row.indicator_id for row in Measurement.objects.all()] == [place.loud.pk]


def test_words_without_a_figure_are_not_lost_silently(place):
    html = html_of(place.send(loud="", more={f"ghi-chu-{place.key(place.loud)}": "chưa đếm được"}))
    assert "chưa có số, nên dòng này chưa được ghi" in html
    assert 'value="chưa đếm được"' in html


def test_handing_in_all_says_what_is_still_missing(place):
    answer = place.send("nop", road=("1", "2"), loud="3")
    assert "Đã nộp 2 dòng. Còn 1 dòng chưa có số." in html_of(place.browser.get(answer.url))
    with inside(place.head):
        assert set(Measurement.objects.values_list("state", flat=True)) == {"submitted"}


def test_nothing_is_handed_in_while_a_row_is_wrong_or_wants_a_reason(place):
    assert "Tử số 3 lớn hơn mẫu số 2" in html_of(place.send("nop", road=("3", "2"), loud="3"))
    with inside(place.head):
        assert set(Measurement.objects.values_list("state", flat=True)) == {"draft"}
        revision = Measurement.objects.get(indicator=place.road).revision
    key = place.key(place.road)
    explained = {f"ban-{key}": revision, f"tu-{key}": "3", f"mau-{key}": "2", f"ly-do-{key}": "đường chung hai thôn"}
    place.browser.post(f"{OWED}?ky=2026-Q2", {"lam": "nop", **explained})
    with inside(place.head):
        assert set(Measurement.objects.values_list("state", flat=True)) == {"submitted"}
        assert Measurement.objects.get(indicator=place.road).reason == "đường chung hai thôn"


def test_the_last_value_is_shown_and_a_jump_is_marked(place):
    with inside(place.coordinator):
        approved(place.road, place.villages[0], place.first, 1, 10)
    place.send(road=("9", "10"))
    html = html_of(place.browser.get(f"{OWED}?ky=2026-Q2"))
    assert "1 / 10 km (10%)" in html
    assert "từ 10% thành 90%" in html


def test_a_change_made_meanwhile_by_somebody_else_is_told_and_what_was_typed_is_kept(place):
    place.send(loud="3")
    html = html_of(place.send(loud="5"))
    assert "Người khác vừa ghi số liệu này" in html
    assert 'value="5"' in html
    assert "số hiện có: 3 cụm" in html
    with inside(place.head):
        assert Measurement.objects.get().numerator == 3


def revision_in(html, key):
    return html.split(f'name="ban-{key}" value="')[1].split('"')[0]


def test_after_such_a_change_saving_again_writes_what_was_typed(place):
    key = place.key(place.loud)
    place.send(loud="3")
    html = html_of(place.send(loud="5"))
    place.send(more={f"ban-{key}": revision_in(html, key), f"gia-tri-{key}": "5"})
    with inside(place.head):
        assert Measurement.objects.get().numerator == 5


def test_a_row_saved_beside_a_wrong_one_may_be_changed_at_once(place):
    key = place.key(place.loud)
    html = html_of(place.send(road=("một", "2"), loud="3"))
    place.send(more={f"ban-{key}": revision_in(html, key), f"gia-tri-{key}": "4"})
    with inside(place.head):
        assert Measurement.objects.get().numerator == 4


def test_what_waits_for_review_is_shown_but_not_a_field(place):
    place.send("nop", loud="3")
    html = html_of(place.browser.get(f"{OWED}?ky=2026-Q2"))
    assert f'name="gia-tri-{place.key(place.loud)}"' not in html
    place.send(loud="7")
    with inside(place.head):
        assert Measurement.objects.get().numerator == 3


def test_a_returned_figure_shows_the_comment(place):
    with inside(place.coordinator):
        return_(submit([draft(place.loud, place.villages[0], place.period, 3)])[0], comment="Đếm cả cụm ở nhà văn hóa")
    html = html_of(place.browser.get(f"{OWED}?ky=2026-Q2"))
    assert "Đếm cả cụm ở nhà văn hóa" in html
    assert f'name="gia-tri-{place.key(place.loud)}"' in html


def test_a_locked_period_says_why_and_keeps_nothing(place):
    with inside(place.coordinator):
        lock_period(place.period, reason="Đã chốt báo cáo quý")
    assert "Đã chốt báo cáo quý" in html_of(place.browser.get(f"{OWED}?ky=2026-Q2"))
    place.send(loud="3")
    with inside(place.head):
        assert not Measurement.objects.exists()


def test_a_coordinator_writes_for_a_village_and_both_names_are_kept(place):
    browser = signed_in(place.coordinator)
    address = f"{OWED}?ky=2026-Q2&don-vi={place.head.unit_id}"
    assert "Hãy ghi tên người cung cấp" in html_of(place.send(browser=browser, address=address, loud="3"))
    place.send(browser=browser, address=address, loud="3", more={"thay-mat": "Ông Mẫu, trưởng thôn"})
    with inside(place.head):
        row = Measurement.objects.get()
    assert (row.entered_by, row.on_behalf_of) == (place.coordinator.user, "Ông Mẫu, trưởng thôn")


def test_nobody_else_writes_for_a_village(place):
    other = make_head(place.coordinator.commune, place.villages[1])
    assert signed_in(other).get(f"{OWED}?don-vi={place.head.unit_id}").status_code == 403
    stranger = make_member(make_commune(), Role.COORDINATOR)
    assert signed_in(stranger).get(f"{OWED}?don-vi={place.head.unit_id}").status_code == 404
    place.send(browser=signed_in(other), loud="3")
    with inside(place.head):
        assert not Measurement.objects.exists()


def picture():
    out = BytesIO()
    Image.new("RGB", (20, 20), "green").save(out, "PNG")
    out.seek(0)
    out.name = "bien-ban.png"
    return out


def test_a_document_is_kept_beside_the_figure_and_a_wrong_one_keeps_the_row_back(place):
    key = place.key(place.house)
    bad = BytesIO(b"\x00\x01\x02")
    bad.name = "la.bin"
    html = html_of(place.send(house="co", more={f"tep-{key}": bad}))
    assert "không đọc loại tệp này" in html
    with inside(place.head):
        assert not Measurement.objects.exists()
    place.send("nop", house="co", more={f"tep-{key}": picture()})
    with inside(place.head):
        row = Measurement.objects.select_related("evidence").get()
    assert (row.state, row.evidence.name) == ("submitted", "bien-ban.png")
    answer = place.browser.get(f"{OWED}{row.pk}/minh-chung/")
    assert answer["Content-Disposition"].startswith("attachment")


def test_an_approved_figure_is_corrected_on_its_own_page_and_tells_its_story(place):
    with inside(place.coordinator):
        old = approved(place.loud, place.villages[0], place.period, 3)
    page = html_of(place.browser.get(f"{OWED}{old.pk}/"))
    assert "Đính chính" in page
    address = f"{OWED}{old.pk}/dinh-chinh/"
    assert "phải là số" in html_of(place.browser.post(address, {"value": "năm", "correction_reason": "x"}))
    assert "giống hệt" in html_of(place.browser.post(address, {"value": "3", "correction_reason": "Đếm sót"}))
    answer = place.browser.post(address, {"value": "4", "correction_reason": "Đếm sót"})
    assert answer.url.endswith(f"#r-{place.key(place.loud)}")
    with inside(place.coordinator):
        fresh = Measurement.objects.get(supersedes=old)
        approve(submit([fresh]))
    story = html_of(place.browser.get(f"{OWED}{fresh.pk}/"))
    assert story.index("4 cụm") < story.index("3 cụm")
    assert "Đếm sót" in story
    assert "Thay số liệu đã duyệt" in story
    assert place.browser.get(address).status_code == 403


@pytest.mark.parametrize("villages", [2, 30])
def test_the_form_needs_few_queries_whatever_is_owed(coordinator, django_assert_max_num_queries, villages):
    with inside(coordinator):
        unit = coordinator.unit
        places = [make_village() for _ in range(villages)]
        indicators = [make_indicator(RATIO, collected_by=unit) for _ in range(villages)]
        first, second = open_period("2026-Q1"), open_period("2026-Q2")
        for indicator in indicators[:2]:
            for village in places:
                approved(indicator, village, first, 1, 2)
                draft(indicator, village, second, 1, 2)
    browser = signed_in(coordinator)
    with django_assert_max_num_queries(12):
        answer = browser.get(f"{OWED}?ky=2026-Q2")
    assert answer.status_code == 200
    assert html_of(answer).count('data-row="') == (villages * villages if villages < 8 else villages)


def test_the_province_sees_no_figure_that_is_still_under_way(place):
    province = signed_in(make_member(place.coordinator.commune, Role.PROVINCE_VIEWER))
    place.send(house="co", more={f"tep-{place.key(place.house)}": picture()})
    with inside(place.coordinator):
        under_way = Measurement.objects.get()
        told = approved(place.loud, place.villages[0], place.period, 3)
    for ending in ("", "minh-chung/"):
        assert province.get(f"{OWED}{under_way.pk}/{ending}").status_code == 404
    assert province.get(f"{OWED}{told.pk}/").status_code == 200
