"""Accounts, roles and the places they give access to."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from hatang.commune import services
from hatang.commune.models import Commune, Unit
from hatang.commune.roles import ALLOWED, Permission, Role, allows
from hatang.commune.selectors import membership_of
from hatang.core.models import AuditEvent
from hatang.core.tenancy import commune_scope
from hatang.tests.factories import inside, make_commune, make_member, signed_in

pytestmark = pytest.mark.django_db


def test_a_commune_comes_from_the_national_list():
    commune = services.create_commune("01981")
    assert (commune.full_name, commune.province.full_name, commune.province.code) == ("xã Vĩnh Thông", "tỉnh Thái Nguyên", "19")
    assert services.create_commune("01981") == commune
    assert Commune.objects.count() == 1


@pytest.mark.parametrize("code", ["99999", "19", "", "1981"])
def test_an_unknown_code_is_refused(code):
    with pytest.raises(services.Refused):
        services.create_commune(code)


def test_a_first_password_is_used_once(commune):
    user, password = services.create_user("can.bo", "Người Mẫu")
    assert user.check_password(password)
    assert user.must_change_password
    assert len(password) == 14


def test_a_taken_name_and_a_weak_password_are_refused(commune):
    services.create_user("can.bo", "Người Mẫu")
    with pytest.raises(services.Refused):
        services.create_user("CAN.BO", "Người Khác")
    with pytest.raises(ValidationError):
        services.create_user("khac", "Người Khác", password="12345678")


def test_one_person_one_unit_one_role(as_coordinator):
    unit = Unit.objects.get()
    services.add_member(as_coordinator.user, unit, Role.CHAIR)
    assert unit.memberships.count() == 1
    assert membership_of(as_coordinator.user).role == Role.CHAIR


def test_a_person_chooses_only_among_their_own_places(coordinator):
    stranger = make_member(make_commune())
    assert membership_of(coordinator.user, stranger.pk) == coordinator


def test_a_person_of_two_communes_moves_between_them(coordinator):
    other = make_commune()
    with commune_scope(other.pk):
        second = services.add_member(coordinator.user, services.create_unit("Trạm Y tế", Unit.Kind.PUBLIC_SERVICE), Role.OFFICER)
    browser = signed_in(coordinator)
    assert other.full_name in browser.get("/mat-khau/").content.decode()
    browser.post(f"/noi-lam-viec/{second.pk}/")
    assert other.full_name in browser.get("/").content.decode()
    browser.post(f"/noi-lam-viec/{make_member(make_commune()).pk}/")
    assert other.full_name in browser.get("/").content.decode()


def test_an_ended_membership_gives_no_access(as_coordinator):
    services.end_membership(as_coordinator)
    assert membership_of(as_coordinator.user) is None


def test_every_write_about_people_is_in_the_trail(commune):
    with commune_scope(commune.pk):
        unit = services.create_unit("Trạm Y tế", Unit.Kind.PUBLIC_SERVICE)
        services.create_unit("Trạm Y tế", Unit.Kind.PUBLIC_SERVICE)
        services.create_village("thôn Ví Dụ 1", households=40)
        user, _ = services.create_user("can.bo", "Người Mẫu")
        member = services.add_member(user, unit, Role.OFFICER)
        services.reset_password(user, member)
        services.end_membership(member)
        actions = list(AuditEvent.objects.order_by("sequence").values_list("action", flat=True))
    assert actions == [
        "unit.create", "village.create", "unit.create", "member.add", "member.reset_password", "member.end",
    ]  # fmt: skip


def test_passwords_never_enter_the_trail(commune):
    admin = make_member(commune, Role.ADMINISTRATOR)
    with inside(admin):
        user, password = services.create_user("can.bo", "Người Mẫu")
        member = services.add_member(user, Unit.objects.get(), Role.OFFICER)
        again = services.reset_password(user, member)
        written = str(list(AuditEvent.objects.values("before", "after", "reason")))
    assert password not in written
    assert again not in written


def test_every_permission_is_given_to_somebody_and_administrators_see_no_plans():
    assert set(ALLOWED) == set(Permission)
    assert all(ALLOWED.values())
    assert [permission for permission in Permission if allows(Role.ADMINISTRATOR, permission)] == [Permission.MANAGE_ACCOUNTS]
