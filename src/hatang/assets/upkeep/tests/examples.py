"""Rows for tests of upkeep: works of a commune that does not exist."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image

from hatang.assets.models import Asset
from hatang.assets.services import add
from hatang.commune.models import Commune, Membership, Unit, User, Village
from hatang.commune.roles import Role
from hatang.commune.services import add_member, create_unit, create_village
from hatang.core.tenancy import commune_scope
from hatang.tests.factories import PASSWORD


def a_village(name: str = "thôn Ví Dụ") -> Village:
    """A village of the commune in scope."""
    return Village.objects.filter(name=name).first() or create_village(name, 50)


def an_asset(name: str = "Cụm loa Ví Dụ", **values: Any) -> Asset:
    """A cluster of loudspeakers in thôn Ví Dụ, unless told otherwise."""
    given = {
        "kind": "loudspeakers", "village": a_village(), "attributes": {"type": "fm"}, "working": "working", "condition": "good",
        **values,
    }  # fmt: skip
    return add(Asset(name=name, **given))


def a_unit(name: str = "Tổ sửa chữa mẫu") -> Unit:
    """A unit that mends things."""
    return create_unit(name, Unit.Kind.PUBLIC_SERVICE)


def somebody(
    commune: Commune, role: Role, name: str, *, unit: str = "", village: str = "", sectors: tuple[str, ...] = ()
) -> Membership:
    """A person with a role: of a village where one is named, else of a unit in charge of the sectors."""
    user = User(username=name.replace(" ", "").lower() + f"-{commune.pk}", full_name=name)
    user.set_password(PASSWORD)
    user.save()
    with commune_scope(commune.pk):
        home = a_village(village).unit if village else create_unit(unit or f"Đơn vị của {name}", Unit.Kind.DIVISION)
        if sectors:
            home.sectors = list(sectors)
            home.save()
        return add_member(user, home, role)


def a_picture(colour: str = "red") -> io.BytesIO:
    """A small photograph as a browser sends it."""
    file = io.BytesIO()
    Image.new("RGB", (8, 8), colour).save(file, "JPEG")
    file.seek(0)
    file.name = "anh.jpg"
    return file
