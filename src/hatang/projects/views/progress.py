"""How far a work is: milestones, reports, pictures, obstacles."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from hatang.commune.access import permission_required
from hatang.commune.roles import Permission
from hatang.projects import selectors, services
from hatang.projects.forms import MilestoneForm, ObstacleForm, ReachForm, RemedyForm, ReportForm, ReviseForm
from hatang.projects.models import Obstacle, ProgressReport, WorkMilestone, WorkPhoto
from hatang.projects.views.finding import may, may_write, reaches_work, require_reach, row_or_404, work_or_404
from hatang.projects.views.forming import FormPage, answer, do


@require_GET
@permission_required(Permission.SEE_WORKS)
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """The dates, the reports, the pictures and what holds the work up."""
    project, today = work_or_404(pk), timezone.localdate()
    milestones, reports, lines = selectors.milestones_of(project), selectors.reports_of(project), selectors.settings()
    context = {
        "work": project,
        "milestones": milestones,
        "pace": selectors.lateness_of(project, milestones, today, lines),
        "silent": selectors.silent_for(project, today, lines),
        "revisions": list(selectors.revisions_of(project)[:20]),
        "reports": reports,
        "curve": selectors.curve_of(project, milestones, reports, today),
        "chart": selectors.milestones_chart(project, milestones, today),
        "photos": selectors.photos_of(project, 24),
        "obstacles": selectors.obstacles_of(project),
        "reach_form": ReachForm(initial={"on": today}),
        "today": today,
        "may_edit": may_write(request, project, Permission.EDIT_WORKS),
        "may_report": may_write(request, project, Permission.PROPOSE_WORKS),
        "may_check": may(request, Permission.CHECK_FIXES),
        "tab": "progress",
    }
    return render(request, "projects/progress.html", context)


@require_http_methods(["GET", "POST"])
@permission_required(Permission.EDIT_WORKS)
def add_milestone(request: HttpRequest, pk: int) -> HttpResponse:
    """Set a date on the way."""
    project = work_or_404(pk)
    require_reach(request, project)
    milestone = WorkMilestone(project=project)
    form = MilestoneForm(request.POST or None, instance=milestone)
    lead = _("Ngày này là kế hoạch đầu và được giữ mãi; sau này dời mốc phải ghi lý do.")
    page = FormPage(_("Thêm mốc tiến độ"), reverse("work-progress", args=[pk]), project.name, lead)
    return answer(request, form, page, lambda: _set_milestone(form, milestone), _("Đã thêm mốc."))


def _set_milestone(form: MilestoneForm, milestone: WorkMilestone) -> None:
    milestone.planned_on = form.cleaned_data["baseline_on"]
    services.add_milestone(milestone)


@require_http_methods(["GET", "POST"])
@permission_required(Permission.EDIT_WORKS)
def revise_milestone(request: HttpRequest, pk: int) -> HttpResponse:
    """Move a date, with the reason."""
    milestone = row_or_404(WorkMilestone, pk, "project")
    require_reach(request, milestone.project)
    form = ReviseForm(request.POST or None, initial={"to": milestone.planned_on})
    page = FormPage(_("Dời mốc “%(name)s”") % {"name": milestone.name}, _progress_of(milestone), milestone.project.name)

    def write() -> None:
        given = form.cleaned_data
        services.revise(milestone, given["to"], reason=given["reason"], document=given["document"])

    return answer(request, form, page, write, _("Đã dời mốc; lý do được giữ lại."))


def _progress_of(row: WorkMilestone | Obstacle) -> str:
    return reverse("work-progress", args=[row.project_id])


@require_POST
@permission_required(Permission.EDIT_WORKS)
def reach_milestone(request: HttpRequest, pk: int) -> HttpResponse:
    """Say when a milestone was reached; without a day, that it was not."""
    milestone = row_or_404(WorkMilestone, pk, "project")
    require_reach(request, milestone.project)
    form = ReachForm(request.POST)
    on = form.cleaned_data["on"] if form.is_valid() else None
    return do(request, lambda: services.reach(milestone, on), _("Đã ghi mốc."), _progress_of(milestone))


@require_http_methods(["GET", "POST"])
@permission_required(Permission.PROPOSE_WORKS)
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """Report how far the work is, with pictures."""
    project = work_or_404(pk)
    require_reach(request, project)
    entry = ProgressReport(project=project)
    given = (request.POST or None, request.FILES or None)
    form = ReportForm(*given, instance=entry, today=timezone.localdate(), unit=project.unit)
    lead = _("Lần báo cáo trước: %(percent)s%%. Đạt 100%% không thay cho nghiệm thu, bàn giao, thanh toán, quyết toán.")
    before = lead % {"percent": f"{project.percent.normalize():f}"}
    back = reverse("work-progress", args=[pk])
    page = FormPage(_("Báo cáo tiến độ"), back, project.name, before, button=_("Gửi báo cáo"))
    return answer(
        request,
        form,
        page,
        lambda: _report(form, entry),
        _("Đã lưu báo cáo. Vị trí ghi trong ảnh đã được gỡ khỏi tệp và chỉ cán bộ xem được."),
    )


@transaction.atomic
def _report(form: ReportForm, entry: ProgressReport) -> None:
    """Keep the report and its pictures, or nothing."""
    services.report(entry)
    given = form.cleaned_data
    about = {
        "report": entry, "when": given["when"] or WorkPhoto.When.DURING, "place": given["place"],
        "taken_at": services.noon(given["taken_on"]) if given["taken_on"] else None,
    }  # fmt: skip
    for upload in given["photos"]:
        services.add_photo(entry.project, upload, upload.name, on=entry.on, **about)


@require_http_methods(["GET", "POST"])
@permission_required(Permission.PROPOSE_WORKS)
def add_obstacle(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down what holds the work up."""
    project = work_or_404(pk)
    require_reach(request, project)
    form = ObstacleForm(request.POST or None, instance=Obstacle(project=project), initial={"found_on": timezone.localdate()})
    page = FormPage(_("Ghi vướng mắc"), reverse("work-progress", args=[pk]), project.name)
    return answer(request, form, page, lambda: services.open_obstacle(form.result()), _("Đã ghi vướng mắc."))


@require_POST
@permission_required(Permission.SEE_WORKS)
def move_obstacle(request: HttpRequest, pk: int) -> HttpResponse:
    """Say an obstacle was dealt with, agree that it is gone, or open it again (`viec`)."""
    obstacle = row_or_404(Obstacle, pk, "project")
    form, back = RemedyForm(request.POST), _progress_of(obstacle)
    text = form.cleaned_data["text"] if form.is_valid() else ""
    deed = request.POST.get("viec", "")
    if deed == "xac-nhan":
        _require(may(request, Permission.CHECK_FIXES))
        return do(request, lambda: services.close_obstacle(obstacle), _("Đã xác nhận tháo gỡ."), back)
    if deed not in {"da-xu-ly", "mo-lai"}:
        raise Http404
    _require(_may_deal(request, obstacle, reopening=deed == "mo-lai"))
    if not text:
        return do(request, _without_words, "", back)
    if deed == "da-xu-ly":
        return do(
            request, lambda: services.remedy(obstacle, result=text), _("Đã ghi kết quả xử lý, chờ người khác kiểm tra."), back
        )
    return do(request, lambda: services.reopen_obstacle(obstacle, reason=text), _("Đã mở lại vướng mắc."), back)


def _may_deal(request: HttpRequest, obstacle: Obstacle, *, reopening: bool) -> bool:
    """Those in charge of the work say how it was dealt with; they and those who check may open it again."""
    in_charge = may(request, Permission.PROPOSE_WORKS) and reaches_work(request, obstacle.project)
    return in_charge or (reopening and may(request, Permission.CHECK_FIXES))


def _without_words() -> None:
    """Refuse what was sent without a word of what happened."""
    raise services.NotAllowed([_("Cần ghi kết quả hoặc nhận xét.")])


def _require(allowed: bool) -> None:
    if not allowed:
        raise PermissionDenied(_("Vai trò của bạn không có quyền làm việc này."))
