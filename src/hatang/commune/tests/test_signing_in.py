"""Signing in, the first password, the language, and who may open what."""

from __future__ import annotations

import pytest
from django.test import Client, override_settings
from django.urls import reverse

from hatang.commune.models import Membership, User
from hatang.commune.roles import Role
from hatang.core.models import AuditEvent
from hatang.tests.factories import PASSWORD, inside, make_commune, make_member, signed_in

pytestmark = pytest.mark.django_db


def test_wrong_words_say_so_and_keep_the_name(client, coordinator):
    answer = client.post("/dang-nhap/", {"username": coordinator.user.username, "password": "sai"})
    assert "Tên đăng nhập hoặc mật khẩu không đúng" in answer.content.decode()
    assert f'value="{coordinator.user.username}"' in answer.content.decode()


def test_signing_in_leads_to_the_dashboard(client, coordinator):
    answer = client.post("/dang-nhap/", {"username": coordinator.user.username, "password": PASSWORD}, follow=True)
    assert answer.redirect_chain == [("/", 302)]
    assert "Chưa có kế hoạch để theo dõi" in answer.content.decode()


@override_settings(AXES_ENABLED=True, AXES_FAILURE_LIMIT=3)
def test_guessing_is_stopped(client, coordinator):
    for _ in range(3):
        answer = client.post("/dang-nhap/", {"username": coordinator.user.username, "password": "sai"})
    assert answer.status_code == 429
    assert "15 phút" in answer.content.decode()


def test_a_one_time_password_must_be_changed_first(coordinator):
    User.objects.filter(pk=coordinator.user_id).update(must_change_password=True)
    browser = signed_in(coordinator)
    assert browser.get("/ke-hoach/").url == "/mat-khau/"
    wrong = browser.post("/mat-khau/", {"new_password1": "ngan", "new_password2": "khac"})
    assert "không giống nhau" in wrong.content.decode()
    browser.post("/mat-khau/", {"new_password1": "con-suoi-trong-2026", "new_password2": "con-suoi-trong-2026"})
    assert browser.get("/ke-hoach/").status_code == 200


def test_pages_are_vietnamese_whatever_the_browser_was_installed_in_and_english_when_chosen(client):
    page = client.get("/", headers={"accept-language": "en-US,en"})
    assert '<html lang="vi">' in page.content.decode()
    client.post("/ngon-ngu/", {"language": "en", "next": "/"})
    assert '<html lang="en">' in client.get("/").content.decode()


def test_signing_out(browser):
    browser.post("/dang-xuat/")
    assert browser.get("/ke-hoach/").url.startswith("/dang-nhap/")


def test_a_person_without_a_place_is_told_so(db):
    user = User.objects.create(username="mau.khong.noi", full_name="Người Mẫu")
    browser = Client()
    browser.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    assert "chưa được giao vào đơn vị nào" in browser.get("/").content.decode()
    assert browser.get("/ke-hoach/").status_code == 403


def test_an_administrator_manages_accounts_and_sees_no_plan(commune):
    admin = make_member(commune, Role.ADMINISTRATOR)
    browser = signed_in(admin)
    assert browser.get("/").url == "/tai-khoan/"
    assert browser.get("/ke-hoach/").status_code == 403
    unit = admin.unit_id
    page = browser.post("/tai-khoan/", {"full_name": "Người Mới", "username": "nguoi.moi", "unit": unit, "role": "officer"})
    assert "Mật khẩu chỉ hiện một lần" in page.content.decode()
    again = browser.post("/tai-khoan/", {"full_name": "Người Mới", "username": "nguoi.moi", "unit": unit, "role": "officer"})
    assert "Đã có tài khoản" in again.content.decode()
    with inside(admin):
        member = Membership.objects.get(user__username="nguoi.moi")
    assert "Mật khẩu chỉ hiện một lần" in browser.post(f"/tai-khoan/{member.pk}/mat-khau/").content.decode()
    browser.post(f"/tai-khoan/{member.pk}/thu-hoi/")
    browser.post(f"/tai-khoan/{admin.pk}/thu-hoi/")
    with inside(admin):
        assert not Membership.objects.get(pk=member.pk).is_active
        assert Membership.objects.get(pk=admin.pk).is_active


def test_accounts_of_another_commune_do_not_exist_here(commune):
    admin, stranger = make_member(commune, Role.ADMINISTRATOR), make_member(make_commune())
    browser = signed_in(admin)
    assert browser.post(f"/tai-khoan/{stranger.pk}/mat-khau/").status_code == 404
    assert browser.post(f"/tai-khoan/{stranger.pk}/thu-hoi/").status_code == 404


def test_the_trail_is_for_those_who_may_see_it(commune, coordinator, browser):
    page = browser.get(reverse("trail"))
    assert "Giao vai trò" in page.content.decode()
    officer = signed_in(make_member(commune, Role.OFFICER))
    assert officer.get(reverse("trail")).status_code == 403
    with inside(coordinator):
        assert AuditEvent.objects.count() >= 2


def test_the_shape_of_a_known_commune_is_drawn_and_an_unknown_one_left_out():
    from hatang.commune.geometry import silhouette

    assert silhouette("01981").startswith("M")
    assert silhouette("99999") == ""
