"""What each role may do, in one table. Views declare the permission they need; `docs/permissions.md` is generated from here."""

from __future__ import annotations

from collections.abc import Collection

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
    SEE_FIGURES = "see_figures", _("Xem số liệu và sổ công trình")
    ENTER_FIGURES = "enter_figures", _("Nhập số liệu của đơn vị mình")
    ENTER_FOR_OTHERS = "enter_for_others", _("Nhập số liệu thay đơn vị khác")
    REVIEW_FIGURES = "review_figures", _("Duyệt, trả lại số liệu")
    MANAGE_PERIODS = "manage_periods", _("Mở, khóa kỳ báo cáo; đặt chỉ tiêu và mốc")
    REOPEN_PERIODS = "reopen_periods", _("Mở lại kỳ đã khóa")
    EDIT_ASSETS = "edit_assets", _("Ghi sổ công trình thuộc lĩnh vực của mình")
    REPORT_FAULTS = "report_faults", _("Báo hỏng, ghi đánh giá tình trạng công trình")
    CHECK_FIXES = "check_fixes", _("Kiểm tra việc sửa chữa của người khác")
    SEE_WORKS = "see_works", _("Xem công trình, dự án, vốn và đóng góp")
    PROPOSE_WORKS = "propose_works", _("Đề xuất nhu cầu, báo tiến độ, ghi đóng góp")
    EDIT_WORKS = "edit_works", _("Lập và cập nhật công trình, dự án")
    APPROVE_WORKS = "approve_works", _("Quyết định đưa vào kế hoạch, tạm dừng, hủy; bỏ qua cảnh báo trùng lặp")
    MANAGE_WORKS = "manage_works", _("Đặt ngưỡng nhắc, cảnh báo của công trình")
    EDIT_MONEY = "edit_money", _("Ghi kế hoạch vốn, giải ngân, quyết toán")
    SEE_GIVERS = "see_givers", _("Xem tên người đóng góp")
    SEE_REPORTS = "see_reports", _("Xem báo cáo")
    PREPARE_REPORTS = "prepare_reports", _("Lập báo cáo, viết mục của đơn vị mình")
    REVIEW_REPORTS = "review_reports", _("Rà soát, trình ký báo cáo")
    SIGN_REPORTS = "sign_reports", _("Ký ban hành, công bố báo cáo")
    SEE_AUDIT = "see_audit", _("Xem nhật ký")
    MANAGE_ACCOUNTS = "manage_accounts", _("Quản lý tài khoản")


LEADERS = {Role.CHAIR, Role.VICE_CHAIR}
COMMUNE_STAFF = LEADERS | {Role.COORDINATOR, Role.OFFICER, Role.INSPECTOR, Role.SUPERVISOR, Role.VILLAGE_HEAD}

ALLOWED: dict[Permission, set[Role]] = {
    Permission.SEE_PLAN: COMMUNE_STAFF | {Role.PROVINCE_VIEWER},
    Permission.IMPORT_PLAN: LEADERS | {Role.COORDINATOR},
    Permission.CONFIRM_PLAN: LEADERS | {Role.COORDINATOR},
    Permission.SEE_FIGURES: COMMUNE_STAFF | {Role.PROVINCE_VIEWER},
    Permission.ENTER_FIGURES: {Role.COORDINATOR, Role.OFFICER, Role.VILLAGE_HEAD},
    Permission.ENTER_FOR_OTHERS: {Role.COORDINATOR},
    Permission.REVIEW_FIGURES: LEADERS | {Role.COORDINATOR},
    Permission.MANAGE_PERIODS: {Role.COORDINATOR},
    Permission.REOPEN_PERIODS: LEADERS,
    Permission.EDIT_ASSETS: {Role.COORDINATOR, Role.OFFICER},
    Permission.REPORT_FAULTS: {Role.COORDINATOR, Role.OFFICER, Role.VILLAGE_HEAD, Role.SUPERVISOR, Role.INSPECTOR},
    Permission.CHECK_FIXES: LEADERS | {Role.COORDINATOR, Role.INSPECTOR},
    Permission.SEE_WORKS: COMMUNE_STAFF | {Role.PROVINCE_VIEWER},
    Permission.PROPOSE_WORKS: {Role.COORDINATOR, Role.OFFICER, Role.VILLAGE_HEAD},
    Permission.EDIT_WORKS: {Role.COORDINATOR, Role.OFFICER},
    Permission.APPROVE_WORKS: LEADERS,
    Permission.MANAGE_WORKS: {Role.COORDINATOR},
    Permission.EDIT_MONEY: {Role.COORDINATOR, Role.OFFICER},
    Permission.SEE_GIVERS: LEADERS | {Role.COORDINATOR, Role.VILLAGE_HEAD},
    Permission.SEE_REPORTS: COMMUNE_STAFF | {Role.PROVINCE_VIEWER},
    Permission.PREPARE_REPORTS: {Role.COORDINATOR, Role.OFFICER},
    Permission.REVIEW_REPORTS: {Role.COORDINATOR},
    Permission.SIGN_REPORTS: LEADERS,
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


def reaches(role: str, unit_sectors: Collection[str], unit_village: int | None, *, sector: str, village: int | None) -> bool:
    """Whether a role in a unit may write about a `sector` in a `village` (None: the commune as a whole).

    A village head writes of the own village; an officer of the sectors the unit is in charge of (all where none are named); a
    coordinator of everything. Whether the role may write at all is `allows`.
    """
    if role == Role.VILLAGE_HEAD:
        return unit_village is not None and unit_village == village
    if role == Role.OFFICER:
        return not unit_sectors or sector in unit_sectors
    return role == Role.COORDINATOR
