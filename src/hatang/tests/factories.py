"""Rows for tests. Everything is visibly made up: xã Thí Dụ, thôn Ví Dụ, người mẫu."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import count
from pathlib import Path

from django.test import Client

from hatang.commune.models import Commune, Membership, Province, Unit, User
from hatang.commune.roles import Role
from hatang.commune.services import add_member, create_unit
from hatang.core.audit import Actor, acting
from hatang.core.tenancy import commune_scope
from hatang.plans.models import Plan, PlanImport
from hatang.plans.services import confirm, import_file

PLAN = Path(__file__).resolve().parents[1] / "examples" / "ke-hoach-vinh-thong-2026.txt"
PASSWORD = "mat-khau-thu-nghiem"
_numbers = count(1)

SHORT = """ỦY BAN NHÂN DÂN
XÃ THÍ DỤ
Số: 12/KH-UBND
Thí Dụ, ngày 05 tháng 3 năm 2026
KẾ HOẠCH
Phát triển hạ tầng xã Thí Dụ giai đoạn 2026 - 2030
Căn cứ Nghị quyết số 05/NQ-HĐND ngày 20/12/2025 của Hội đồng nhân dân xã Thí Dụ;
I. MỤC TIÊU
1. Giao thông: Tỷ lệ đường trục thôn được cứng hóa đạt {road}% trở lên.
2. Nước sinh hoạt: Phấn đấu {water}% hộ dân được sử dụng nước sạch.
II. NHIỆM VỤ
1. Giao thông
Đầu tư xây dựng mới {length} km đường trục thôn; sửa chữa 02 cầu dân sinh.
III. TỔ CHỨC THỰC HIỆN
1. Phòng Kinh tế: Chủ trì, phối hợp với các đơn vị liên quan triển khai Kế hoạch; báo cáo định kỳ hằng quý.
Nơi nhận:
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn Mẫu
"""


def short_plan(*, road: int = 80, water: int = 60, length: int = 3) -> str:
    """A one-page plan of a commune that does not exist."""
    return SHORT.format(road=road, water=water, length=length)


def make_commune(name: str = "") -> Commune:
    """A commune that does not exist, with a code no commune has."""
    number = next(_numbers)
    name = name or f"Thí Dụ {number}"
    province, _ = Province.objects.get_or_create(code="00", defaults={"name": "Minh Họa", "full_name": "tỉnh Minh Họa"})
    code = f"9{number:04d}"
    return Commune.objects.create(code=code, valid_from=dt.date(2025, 7, 1), province=province, name=name, full_name=f"xã {name}")


def make_member(commune: Commune, role: Role = Role.COORDINATOR, name: str = "Người Mẫu") -> Membership:
    """A person with a role in the commune's Phòng Kinh tế."""
    user = User(username=f"mau{next(_numbers)}", full_name=name)
    user.set_password(PASSWORD)
    user.save()
    with commune_scope(commune.pk):
        return add_member(user, create_unit("Phòng Kinh tế", Unit.Kind.DIVISION), role)


def signed_in(member: Membership) -> Client:
    """A browser in which this person is signed in."""
    client = Client()
    client.force_login(member.user, backend="django.contrib.auth.backends.ModelBackend")
    return client


@contextmanager
def inside(member: Membership) -> Iterator[None]:
    """Run as this person, inside their commune."""
    actor = Actor(user_id=member.user_id, name=member.user.get_full_name())
    with commune_scope(member.commune_id), acting(actor):
        yield


def upload_of(text: str, name: str = "ke-hoach.txt") -> BytesIO:
    """A text file as a browser sends it."""
    file = BytesIO(text.encode())
    file.name = name
    return file


def make_import(folder: Path, text: str) -> PlanImport:
    """A plan that was read and waits for review, in the commune in scope."""
    path = folder / f"ke-hoach-{next(_numbers)}.txt"
    path.write_text(text, encoding="utf-8")
    return import_file(path)


def make_plan(folder: Path, text: str | None = None) -> Plan:
    """A plan in force in the commune in scope; the bundled one unless a text is given."""
    return confirm(import_file(PLAN) if text is None else make_import(folder, text))
