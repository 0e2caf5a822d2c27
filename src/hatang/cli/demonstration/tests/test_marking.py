"""Nobody takes the demonstration for real: names, accounts and every page say that it is illustrative."""

from __future__ import annotations

import pytest
from django.test import Client

from hatang.cli.demonstration import CODE
from hatang.cli.demonstration.people import MARK
from hatang.commune.models import Commune, Membership, Unit, User, Village
from hatang.commune.roles import Role
from hatang.core.audit import chain_breaks
from hatang.tests.factories import make_commune, make_member, signed_in

pytestmark = [pytest.mark.xdist_group("demonstration"), pytest.mark.django_db]
BADGE = "Dữ liệu minh họa"
REAL = ("Nguyễn Quốc Hội", "Lê Hoàng Anh")  # named in the plan


def test_every_account_is_a_title_and_says_so(demonstration):
    names = list(User.objects.values_list("full_name", flat=True))
    assert [name for name in names if not name.endswith(MARK)] == []
    assert not set(REAL) & {name.removesuffix(f" {MARK}") for name in names}
    assert all(name.split()[0] in {"Điều", "Chủ", "Phó", "Cán", "Thành", "Theo", "Quản", "Trưởng"} for name in names)


def test_there_is_an_account_for_every_role_and_a_head_for_every_village(demonstration):
    told = {account.username for account in demonstration}
    assert set(Membership.objects.filter(user__username__in=told).values_list("role", flat=True)) == set(Role.values)
    heads = Membership.objects.filter(role=Role.VILLAGE_HEAD, unit__village__isnull=False)
    assert heads.count() == Village.objects.count() == 14
    assert {"dieuphoi", "quantri", "chutich", "truongthon1"} <= told


def test_one_time_passwords_open_their_accounts_and_no_others_can_sign_in(demonstration):
    given = {account.username: account.password for account in demonstration}
    for user in User.objects.all():
        assert user.must_change_password
        assert user.check_password(given[user.username]) if user.username in given else not user.has_usable_password()


def test_villages_have_names_that_no_village_has(demonstration):
    assert set(Village.objects.values_list("name", flat=True)) == {f"thôn Minh Họa {number}" for number in range(1, 15)}
    assert Unit.objects.filter(village__isnull=False).count() == 14


def test_the_trail_holds(demonstration):
    assert chain_breaks() == []


@pytest.mark.parametrize("username", ["dieuphoi", "chutich", "truongthon1", "giamsat", "tinh"])
@pytest.mark.parametrize("address", ["/", "/ke-hoach/", "/mat-khau/"])
def test_every_page_says_that_figures_are_illustrative(demonstration, username, address):
    user = User.objects.get(username=username)
    browser = Client()
    User.objects.filter(pk=user.pk).update(must_change_password=False)
    browser.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    answer = browser.get(address)
    User.objects.filter(pk=user.pk).update(must_change_password=True)
    assert answer.status_code == 200
    html = answer.content.decode()
    assert html.index(BADGE) < html.index("<h1")


@pytest.mark.django_db
def test_a_commune_of_its_own_is_not_called_illustrative():
    assert BADGE not in signed_in(make_member(make_commune())).get("/ke-hoach/").content.decode()


def test_it_is_set_up_once(demonstration):
    from hatang.cli.commands.demo import run

    assert Commune.objects.get().code == CODE
    with pytest.raises(ValueError, match="bản trình diễn"):
        run(None)
