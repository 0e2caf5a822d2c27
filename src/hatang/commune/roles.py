"""What each role may do, in one table. Views declare the permission they need; `docs/permissions.md` is generated from here."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """The role of one membership (DESIGN: roles)."""

    VILLAGE_HEAD = "village_head", _("Trưởng thôn")
    OFFICER = "officer", _("Cán bộ phòng, đơn vị")
    SUPERVISOR = "supervisor", _("Thành viên Ban giám sát đầu tư của cộng đồng")
    INSPECTOR = "inspector", _("Cán bộ kiểm tra")
    COORDINATOR = "coordinator", _("Điều phối kế hoạch")
    VICE_CHAIR = "vice_chair", _("Phó Chủ tịch")
    CHAIR = "chair", _("Chủ tịch")
    PROVINCE_VIEWER = "province_viewer", _("Theo dõi cấp tỉnh")
    ADMINISTRATOR = "administrator", _("Quản trị hệ thống")


class Permission(models.TextChoices):
    """One thing a person may do in a commune."""

    SEE_PLAN = "see_plan", _("Xem kế hoạch")
    IMPORT_PLAN = "import_plan", _("Nhập và kiểm tra kế hoạch")
    CONFIRM_PLAN = "confirm_plan", _("Xác nhận kế hoạch")
    SEE_AUDIT = "see_audit", _("Xem nhật ký")
    MANAGE_ACCOUNTS = "manage_accounts", _("Quản lý tài khoản")


LEADERS = {Role.CHAIR, Role.VICE_CHAIR}
COMMUNE_STAFF = LEADERS | {Role.COORDINATOR, Role.OFFICER, Role.INSPECTOR, Role.SUPERVISOR, Role.VILLAGE_HEAD}

ALLOWED: dict[Permission, set[Role]] = {
    Permission.SEE_PLAN: COMMUNE_STAFF | {Role.PROVINCE_VIEWER},
    Permission.IMPORT_PLAN: LEADERS | {Role.COORDINATOR},
    Permission.CONFIRM_PLAN: LEADERS | {Role.COORDINATOR},
    Permission.SEE_AUDIT: LEADERS | {Role.COORDINATOR, Role.INSPECTOR},
    Permission.MANAGE_ACCOUNTS: {Role.ADMINISTRATOR},
}


def table() -> str:
    """The table of roles and permissions as Markdown, for `docs/permissions.md`."""
    head = "| quyền | " + " | ".join(str(role.label) for role in Role) + " |"
    lines = [head, "| --- " * (len(Role) + 1) + "|"]
    for permission in Permission:
        marks = ("✓" if role in ALLOWED[permission] else "–" for role in Role)
        lines.append(f"| {permission.label} (`{permission.value}`) | " + " | ".join(marks) + " |")
    return "\n".join(lines)


def allows(role: str, permission: Permission) -> bool:
    """Whether a membership with `role` carries `permission`."""
    return Role(role) in ALLOWED[permission]
