"""Writing places, units, people and their roles. Every write is one transaction and leaves an event."""

from __future__ import annotations

import csv
import datetime as dt
import secrets
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.utils.translation import gettext as _

from hatang.commune.models import Commune, Membership, Province, Unit, User, Village
from hatang.commune.roles import Role
from hatang.core.audit import record
from hatang.core.tenancy import commune_scope
from vanban.text.folding import fold_for_search

DATA = Path(__file__).parent / "data"
IN_FORCE = dt.date(2025, 7, 1)  # Quyết định 19/2025/QĐ-TTg: the codes of communes since the arrangement of 2025
EASY_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


class ChangedMeanwhile(ValueError):
    """Somebody else changed the thing since it was opened; the message says so in the reader's language."""


class Refused(ValueError):
    """What was asked cannot be done; the message says why in the reader's language."""


def known_unit(code: str) -> dict[str, str]:
    """The line of the national list for a commune's official code.

    Raises:
        Refused: no commune or ward has this code today.
    """
    for line in _national_list():
        if line["code"] == code and line["province_code"]:
            return line
    raise Refused(_("Không có xã, phường nào mang mã %(code)s trong danh mục hiện hành.") % {"code": code})


def _national_list() -> list[dict[str, str]]:
    with (DATA / "vietnam_units_2026.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@transaction.atomic
def create_commune(code: str, *, demonstration: bool = False) -> Commune:
    """The commune with this official code, made from the national list unless it is already here.

    Raises:
        Refused: no commune or ward has this code today.
    """
    known = Commune.objects.filter(code=code, valid_from=IN_FORCE).first()
    if known:
        return known
    line = known_unit(code)
    commune = Commune.objects.create(
        code=code,
        valid_from=IN_FORCE,
        province=_province(line["province_code"]),
        name=line["name"],
        full_name=_sentence_case(line["full_name"]),
        is_demonstration=demonstration,
    )
    with commune_scope(commune.pk):
        record("commune.create", commune, after={"code": code, "name": commune.full_name})
    return commune


def _province(code: str) -> Province:
    line = next(line for line in _national_list() if line["code"] == code and not line["province_code"])
    names = {"name": line["name"], "full_name": _sentence_case(line["full_name"])}
    return Province.objects.get_or_create(code=code, defaults=names)[0]


def _sentence_case(name: str) -> str:
    return name[:1].lower() + name[1:]


@transaction.atomic
def create_unit(name: str, kind: Unit.Kind) -> Unit:
    """A unit of the commune in scope; the one already there when the name is known."""
    unit: Unit
    unit, made = Unit.objects.get_or_create(name=name.strip(), defaults={"kind": kind, "folded_name": fold_for_search(name)})
    if made:
        record("unit.create", unit, after={"name": unit.name, "kind": unit.kind})
    return unit


@transaction.atomic
def put_in_charge(unit: Unit, sectors: Iterable[str]) -> Unit:
    """Say which sectors a unit of the commune in scope is in charge of; none means all."""
    before, unit.sectors = unit.sectors, [str(sector) for sector in sectors]
    unit.save(update_fields=["sectors"])
    record("unit.sectors", unit, before={"sectors": before}, after={"sectors": unit.sectors})
    return unit


@transaction.atomic
def create_village(name: str, households: int | None = None) -> Village:
    """A village of the commune in scope, with the unit that lets it be given work."""
    village: Village = Village.objects.create(name=name.strip(), folded_name=fold_for_search(name), households=households)
    record("village.create", village, after={"name": village.name, "households": households})
    unit = create_unit(village.name, Unit.Kind.VILLAGE)
    unit.village = village
    unit.save(update_fields=["village"])
    return village


@transaction.atomic
def change_village(village: Village, *, households: int | None, geometry: dict[str, Any] | None, reason: str = "") -> Village:
    """Set how many households a village has and where it lies (checked GeoJSON); nothing is written where nothing changes.

    Raises:
        ChangedMeanwhile: somebody else changed it since `village` was read.
    """
    now: Village = Village.objects.select_for_update().get(pk=village.pk)
    if now.revision != village.revision:
        raise ChangedMeanwhile(
            _("Người khác vừa sửa mục này. Nội dung bạn nhập vẫn còn bên dưới; hãy so với bản mới rồi lưu lại.")
        )
    new = {"households": households, "geometry": geometry}
    old = {name: getattr(now, name) for name in new}
    differing = [name for name in new if new[name] != old[name]]
    if differing:
        now.households, now.geometry, now.revision = households, geometry, now.revision + 1
        now.save(update_fields=[*differing, "revision"])
        before, after = ({name: values[name] for name in differing} for values in (old, new))
        record("village.change", now, before=before, after=after, reason=reason)
    return now


def one_time_password() -> str:
    """A first password of three groups that is easy to read aloud and to type on a phone (about 58 bits)."""
    return "-".join("".join(secrets.choice(EASY_LETTERS) for _ in range(4)) for _ in range(3))


@transaction.atomic
def create_user(username: str, full_name: str, *, password: str | None = None) -> tuple[User, str]:
    """An account and its password; one made here must be changed at the first sign-in.

    Raises:
        Refused: the account's name is taken.
        ValidationError: the password stated is too weak.
    """
    _free(username)
    user = User(username=username, full_name=full_name, must_change_password=password is None)
    if password is not None:
        validate_password(password, user)
    first = password or one_time_password()
    user.set_password(first)
    user.save()
    return user, first


@transaction.atomic
def register_user(username: str, full_name: str) -> User:
    """An account nobody can sign in to until `reset_password` gives it a first password; raises as `create_user` does."""
    _free(username)
    user = User(username=username, full_name=full_name, must_change_password=True)
    user.set_unusable_password()
    user.save()
    return user


def _free(username: str) -> None:
    if User.objects.filter(username__iexact=username).exists():
        raise Refused(_("Đã có tài khoản tên “%(name)s”.") % {"name": username})


@transaction.atomic
def add_member(user: User, unit: Unit, role: Role) -> Membership:
    """Give a person a role in a unit of the commune in scope."""
    member: Membership
    member, made = Membership.objects.get_or_create(user=user, unit=unit, defaults={"role": role})
    before = {} if made else {"role": member.role, "is_active": member.is_active}
    if not made:
        member.role, member.is_active = role, True
        member.save(update_fields=["role", "is_active"])
    record("member.add", member, before=before, after={"user": user.username, "unit": unit.name, "role": str(role)})
    return member


@transaction.atomic
def reset_password(user: User, member: Membership) -> str:
    """A new one-time password for a person of the commune in scope."""
    first = one_time_password()
    user.set_password(first)
    user.must_change_password = True
    user.save(update_fields=["password", "must_change_password"])
    record("member.reset_password", member)
    return first


@transaction.atomic
def end_membership(member: Membership) -> None:
    """Take a person's role away; what they did stays under their name."""
    member.is_active = False
    member.save(update_fields=["is_active"])
    record("member.end", member, before={"is_active": True}, after={"is_active": False})
