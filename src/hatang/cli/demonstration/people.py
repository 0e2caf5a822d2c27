"""Units and accounts, one at least for each role. No name is a person's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NamedTuple

from hatang.cli.demonstration.places import villages
from hatang.commune.models import Membership, Unit, User
from hatang.commune.roles import Role
from hatang.commune.services import add_member, create_unit, create_user, put_in_charge, register_user
from hatang.core.audit import Actor, acting
from hatang.core.sectors import Sector

ECONOMY = (Sector.TRANSPORT, Sector.IRRIGATION, Sector.ELECTRICITY, Sector.COMMERCE, Sector.WATER, Sector.ENVIRONMENT)
SOCIETY = (Sector.EDUCATION, Sector.HEALTH, Sector.CULTURE, Sector.INFORMATION)
MARK = "(minh họa)"
TOLD = 3  # heads who get a first password; the others wait for the administrator to give them one
OFFICE, SOCIETY_OFFICE, ADMINISTRATION = "Phòng Kinh tế", "Phòng Văn hóa – Xã hội", "Bộ phận quản trị hệ thống"
UNITS: dict[str, tuple[Unit.Kind, tuple[Sector, ...]]] = {
    "Lãnh đạo UBND xã": (Unit.Kind.LEADERSHIP, ()),
    OFFICE: (Unit.Kind.DIVISION, ECONOMY),
    SOCIETY_OFFICE: (Unit.Kind.DIVISION, SOCIETY),
    "Trạm Y tế xã (minh họa)": (Unit.Kind.PUBLIC_SERVICE, (Sector.HEALTH,)),
    "Trường Mầm non (minh họa)": (Unit.Kind.PUBLIC_SERVICE, (Sector.EDUCATION,)),
    "Trường Tiểu học (minh họa)": (Unit.Kind.PUBLIC_SERVICE, (Sector.EDUCATION,)),
    "Trường Trung học cơ sở (minh họa)": (Unit.Kind.PUBLIC_SERVICE, (Sector.EDUCATION,)),
    "Ủy ban MTTQ Việt Nam xã": (Unit.Kind.MASS_ORGANISATION, ()),
    "Ban giám sát đầu tư của cộng đồng (minh họa)": (Unit.Kind.SUPERVISION_BOARD, ()),
    "Tổ kiểm tra kế hoạch (minh họa)": (Unit.Kind.DIVISION, ()),
    "Cơ quan theo dõi của tỉnh (minh họa)": (Unit.Kind.OUTSIDE, ()),
    ADMINISTRATION: (Unit.Kind.DIVISION, ()),
}
PEOPLE = (
    ("dieuphoi", "Điều phối", OFFICE, Role.COORDINATOR),
    ("chutich", "Chủ tịch", "Lãnh đạo UBND xã", Role.CHAIR),
    ("phochutich", "Phó Chủ tịch", "Lãnh đạo UBND xã", Role.VICE_CHAIR),
    ("canbokinhte", "Cán bộ kinh tế", OFFICE, Role.OFFICER),
    ("canbovanhoa", "Cán bộ văn hóa", SOCIETY_OFFICE, Role.OFFICER),
    ("canboyte", "Cán bộ y tế", "Trạm Y tế xã (minh họa)", Role.OFFICER),
    ("truonghoc", "Cán bộ trường học", "Trường Tiểu học (minh họa)", Role.OFFICER),
    ("kiemtra", "Cán bộ kiểm tra", "Tổ kiểm tra kế hoạch (minh họa)", Role.INSPECTOR),
    ("giamsat", "Thành viên giám sát", "Ban giám sát đầu tư của cộng đồng (minh họa)", Role.SUPERVISOR),
    ("tinh", "Theo dõi cấp tỉnh", "Cơ quan theo dõi của tỉnh (minh họa)", Role.PROVINCE_VIEWER),
    ("quantri", "Quản trị", ADMINISTRATION, Role.ADMINISTRATOR),
)


class Account(NamedTuple):
    """An account with its one-time password."""

    username: str
    password: str
    title: str


def make_people() -> list[Account]:
    """The units and everybody who signs in: one account or more of each role, and the heads of the villages."""
    units = {name: _unit(name, kind, sectors) for name, (kind, sectors) in UNITS.items()}
    found = [_account(username, title, units[unit], role) for username, title, unit, role in PEOPLE]
    numbered = enumerate(villages(), start=1)
    heads = [(f"truongthon{number}", f"Trưởng {village.name}", village.unit) for number, village in numbered]
    found += [_account(username, title, unit, Role.VILLAGE_HEAD) for username, title, unit in heads[:TOLD]]
    for username, title, unit in heads[TOLD:]:
        add_member(register_user(username, f"{title} {MARK}"), unit, Role.VILLAGE_HEAD)
    return found


def _unit(name: str, kind: Unit.Kind, sectors: tuple[Sector, ...]) -> Unit:
    unit = create_unit(name, kind)
    return put_in_charge(unit, sectors) if sectors else unit


def _account(username: str, title: str, unit: Unit, role: Role) -> Account:
    user, password = create_user(username, f"{title} {MARK}")
    add_member(user, unit, role)
    return Account(username, password, user.full_name)


@dataclass(frozen=True)
class Cast:
    """Everybody by account, and the heads by the number of their village."""

    users: dict[str, User]
    heads: dict[int, User]

    def officer(self, sector: str) -> User:
        """Who answers for a sector for the commune as a whole."""
        if sector == Sector.HEALTH:
            return self.users["canboyte"]
        return self.users["canbovanhoa" if sector in SOCIETY else "canbokinhte"]

    @contextmanager
    def acting(self, user: User | str) -> Iterator[User]:
        """Everything inside is the deed of this person."""
        found = self.users[user] if isinstance(user, str) else user
        with acting(Actor(user_id=found.pk, name=found.get_full_name())):
            yield found


def cast() -> Cast:
    """The people of the demonstration."""
    members = list(Membership.objects.select_related("user", "unit"))
    heads = {member.unit.village_id: member.user for member in members if member.unit.village_id}
    return Cast({member.user.username: member.user for member in members}, heads)
