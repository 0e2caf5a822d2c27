"""Writing the books of one work."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from hatang.commune.access import permission_required
from hatang.commune.roles import Permission
from hatang.projects import selectors as works
from hatang.projects.models import Allocation, Disbursement, Project, ProjectVillage, SettledAmount, Transfer
from hatang.projects.money import forms, selectors, services
from hatang.projects.money.views.plan import asked_year
from hatang.projects.views.finding import paper_of, require_reach, row_or_404, work_or_404
from hatang.projects.views.forming import FormPage, answer, with_paper


class Kind(NamedTuple):
    """One kind of entry: how its form is made, what writes it, and its words."""

    form: Callable[..., Any]
    blank: Callable[[Project], Any]
    write: Callable[[Any], Any]
    title: str
    lead: str
    more: Callable[[Project], dict[str, Any]] = lambda project: {}


def _kinds() -> dict[str, Kind]:
    return {"von": _allocation(), "dieu-chuyen": _transfer(), "giai-ngan": _disbursement(), "quyet-toan": _settlement()}


def _allocation() -> Kind:
    lead = _("Mức vốn trung hạn không thuộc năm nào; kế hoạch vốn năm là số được chi trong năm đó.")
    return Kind(
        forms.AllocationForm, lambda project: Allocation(project=project), services.allocate, _("Ghi kế hoạch vốn"), lead
    )  # fmt: skip


def _transfer() -> Kind:
    lead = _("Chuyển phần vốn chưa giải ngân sang công trình khác hoặc năm khác, cùng nguồn, theo quyết định.")

    def others(project: Project) -> dict[str, Any]:
        return {"works": list(Project.objects.exclude(kind="request").only("pk", "name").order_by("folded_name"))}

    return Kind(
        forms.TransferForm, lambda project: Transfer(from_project=project), services.transfer, _("Điều chuyển vốn"), lead, others
    )  # fmt: skip


def _disbursement() -> Kind:
    lead = _(
        "Giải ngân gồm tạm ứng và thanh toán khối lượng hoàn thành, kể cả thanh toán để thu hồi tạm ứng "
        "(NĐ 254/2025/NĐ-CP, Điều 3 khoản 3). Không chi vượt kế hoạch vốn năm của nguồn."
    )

    def contracts(project: Project) -> dict[str, Any]:
        return {"contracts": works.contracts_of(project)}

    return Kind(
        forms.DisbursementForm, lambda project: Disbursement(project=project), services.disburse, _("Ghi giải ngân"), lead,
        contracts,
    )  # fmt: skip


def _settlement() -> Kind:
    lead = _(
        "Quyết toán theo năm ngân sách và quyết toán công trình hoàn thành là hai cột riêng, không cộng vào nhau "
        "(NĐ 254/2025/NĐ-CP, Điều 1 khoản 2, 3)."
    )
    return Kind(
        forms.SettlementForm, lambda project: SettledAmount(project=project), services.settle, _("Ghi quyết toán"), lead
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@permission_required(Permission.EDIT_MONEY)
def add_entry(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """Write an entry of one of the books."""
    wanted = _kinds().get(kind)
    if wanted is None:
        raise Http404
    project = work_or_404(pk)
    require_reach(request, project)
    given = {"sources": selectors.sources(), "today": timezone.localdate(), **wanted.more(project)}
    form = wanted.form(request.POST or None, request.FILES or None, instance=wanted.blank(project), **given)
    page = _page(wanted.title, project, wanted.lead)

    def write() -> None:
        with_paper(form, form.instance, lambda: wanted.write(form.result()))

    return answer(request, form, page, write, _("Đã ghi vào sổ vốn."))


@require_GET
@permission_required(Permission.SEE_WORKS)
def paper(request: HttpRequest, pk: int, kind: str) -> HttpResponseBase:
    """The decision or voucher of an entry, to keep."""
    del request
    model: Any = selectors.BOOKS.get(kind)
    if model is None:
        raise Http404
    return paper_of(row_or_404(model, pk, "file"))


def _page(title: str, project: Project, lead: str) -> FormPage:
    return FormPage(title, reverse("work-money", args=[project.pk]), project.name, lead)


@require_http_methods(["GET", "POST"])
@permission_required(Permission.EDIT_MONEY)
def reverse_entry(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """Take an entry back by its opposite."""
    model: Any = selectors.BOOKS.get(kind)
    if model is None:
        raise Http404
    entry: Any = row_or_404(model, pk, "source")
    project = work_or_404(entry.from_project_id if isinstance(entry, Transfer) else entry.project_id)
    require_reach(request, project)
    form = forms.ReverseForm(request.POST or None, initial={"decided_on": timezone.localdate()})
    lead = _("Bút toán cũ được giữ lại; sổ ghi thêm một bút toán ngược dấu kèm lý do. Sau đó ghi lại bút toán đúng.")
    page = _page(_("Hủy bút toán"), project, lead)
    done = _("Đã hủy bằng bút toán ngược.")
    return answer(request, form, page, lambda: services.reverse(entry, **form.cleaned_data), done)


@require_http_methods(["GET", "POST"])
@permission_required(Permission.EDIT_MONEY)
def plan_months(request: HttpRequest, pk: int) -> HttpResponse:
    """Set when the year's capital of a work should be paid out."""
    project, year = work_or_404(pk), asked_year(request)
    require_reach(request, project)
    initial = {f"thang_{month}": amount for month, amount in selectors.planned(year, [pk]).items()}
    form = forms.MonthsForm(request.POST or None, initial=initial)
    lead = _("Số lũy kế từ đầu năm; để trống tháng không đặt mức.")
    page = _page(_("Kế hoạch giải ngân năm %(year)s") % {"year": year}, project, lead)
    return answer(request, form, page, lambda: services.plan_year(project, year, form.result()), _("Đã lưu kế hoạch giải ngân."))


@require_http_methods(["GET", "POST"])
@permission_required(Permission.EDIT_MONEY)
def share(request: HttpRequest, pk: int) -> HttpResponse:
    """Declare how the work's money counts for its villages."""
    project = work_or_404(pk)
    require_reach(request, project)
    rows = ProjectVillage.objects.filter(project=project).select_related("village").order_by("pk")
    form = forms.SharesForm(request.POST or None, villages=[(row.village, row.share) for row in rows])
    lead = _("Ví dụ 3 và 1: thôn đầu ba phần tư, thôn sau một phần tư. Phần lẻ không chia hết tính cho thôn đầu.")
    page = _page(_("Chia vốn theo thôn"), project, lead)
    return answer(request, form, page, lambda: services.set_shares(project, form.result()), _("Đã lưu cách chia."))
