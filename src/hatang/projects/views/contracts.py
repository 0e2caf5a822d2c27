"""Contracts, acceptances and defects of a work."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from hatang.commune.access import permission_required
from hatang.commune.roles import Permission
from hatang.projects import selectors, services
from hatang.projects.forms import AcceptanceForm, ContractForm, DefectForm, LineForm, VariationForm
from hatang.projects.models import AcceptanceRecord, BoqLine, Contract, Defect, Variation
from hatang.projects.views.finding import may, may_write, require_reach, row_or_404, work_or_404
from hatang.projects.views.forming import FormPage, answer, do, with_paper


@require_GET
@permission_required(Permission.SEE_WORKS)
def contracts(request: HttpRequest, pk: int) -> HttpResponse:
    """The contracts of a work with their lines and changes, acceptances, and faults under warranty."""
    project = work_or_404(pk)
    context = {
        "work": project,
        "contracts": selectors.contracts_of(project),
        "acceptances": selectors.acceptances_of(project),
        "defects": selectors.defects_of(project),
        "until": services.warranty_until(project),
        "today": timezone.localdate(),
        "may_edit": may_write(request, project, Permission.EDIT_WORKS),
        "may_report": may_write(request, project, Permission.PROPOSE_WORKS),
        "may_check": may(request, Permission.CHECK_FIXES),
        "tab": "contracts",
    }
    return render(request, "projects/contracts.html", context)


@require_http_methods(["GET", "POST"])
@permission_required(Permission.EDIT_WORKS)
def add_contract(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a contract."""
    project = work_or_404(pk)
    require_reach(request, project)
    return _contract_form(request, Contract(project=project), _("Thêm hợp đồng"))


@require_http_methods(["GET", "POST"])
@permission_required(Permission.EDIT_WORKS)
def change_contract(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct how a contract was written down."""
    contract = row_or_404(Contract, pk, "project", "company")
    require_reach(request, contract.project)
    return _contract_form(request, contract, _("Sửa hợp đồng %(number)s") % {"number": contract.number})


def _contract_form(request: HttpRequest, contract: Contract, title: str) -> HttpResponse:
    form = ContractForm(request.POST or None, request.FILES or None, instance=contract)
    lead = _(
        "Bảo hành tính từ ngày nghiệm thu: không ít hơn 12 tháng với công trình cấp II trở xuống dùng vốn nhà nước "
        "(NĐ 207/2026/NĐ-CP, Điều 32 khoản 5)."
    )
    proposals = tuple(selectors.company_names())
    page = FormPage(title, _contracts_of(contract), contract.project.name, lead, proposals=proposals)

    def write() -> None:
        with_paper(form, contract, lambda: services.write_contract(form.result()))

    return answer(request, form, page, write, _("Đã lưu hợp đồng."))


def _contracts_of(row: Contract | Defect | AcceptanceRecord) -> str:
    return reverse("work-contracts", args=[row.project_id])


@require_http_methods(["GET", "POST"])
@permission_required(Permission.EDIT_WORKS)
def add_line(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a line to a contract's bill of quantities."""
    contract = row_or_404(Contract, pk, "project")
    require_reach(request, contract.project)
    line = BoqLine(contract=contract)
    form = LineForm(request.POST or None, instance=line)
    page = FormPage(_("Thêm dòng khối lượng"), reverse("contract", args=[pk]), contract.number)
    return answer(request, form, page, lambda: services.add_line(line), _("Đã thêm dòng khối lượng."))


@require_POST
@permission_required(Permission.EDIT_WORKS)
def remove_line(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a line off."""
    line = row_or_404(BoqLine, pk, "contract__project")
    require_reach(request, line.contract.project)
    back = reverse("contract", args=[line.contract_id])
    return do(request, lambda: services.remove_line(line), _("Đã bỏ dòng khối lượng."), back)


@require_http_methods(["GET", "POST"])
@permission_required(Permission.EDIT_WORKS)
def add_variation(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep a change of a contract."""
    contract = row_or_404(Contract, pk, "project")
    require_reach(request, contract.project)
    variation = Variation(contract=contract)
    boq = selectors.lines_of(contract)
    form = VariationForm(request.POST or None, request.FILES or None, instance=variation, boq=boq)
    title = _("Điều chỉnh hợp đồng %(number)s") % {"number": contract.number}
    lead = _("Công việc mới: thêm dòng khối lượng bằng 0 trước, rồi ghi phần tăng ở đây. Số âm là giảm.") if boq else ""
    page = FormPage(title, reverse("contract", args=[pk]), contract.number, lead)

    def write() -> None:
        with_paper(form, variation, lambda: services.vary(variation, form.quantities()))

    return answer(request, form, page, write, _("Đã ghi điều chỉnh."))


@require_http_methods(["GET", "POST"])
@permission_required(Permission.EDIT_WORKS)
def add_acceptance(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the minutes of an acceptance."""
    project = work_or_404(pk)
    require_reach(request, project)
    entry = AcceptanceRecord(project=project)
    initial = {"on": timezone.localdate()}
    given = (request.POST or None, request.FILES or None)
    form = AcceptanceForm(*given, instance=entry, contracts=selectors.contracts_of(project), initial=initial)
    lead = _("Ghi biên bản ở đây không tự chuyển trạng thái nghiệm thu; chuyển ở trang “Hồ sơ, các bước”.")
    page = FormPage(_("Ghi biên bản nghiệm thu"), _contracts_of(entry), project.name, lead)

    def write() -> None:
        with_paper(form, entry, lambda: services.record_acceptance(form.result()))

    return answer(request, form, page, write, _("Đã ghi biên bản."))


@require_http_methods(["GET", "POST"])
@permission_required(Permission.PROPOSE_WORKS)
def add_defect(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down a fault the builder still answers for."""
    project = work_or_404(pk)
    require_reach(request, project)
    defect = Defect(project=project)
    form = DefectForm(request.POST or None, instance=defect, today=timezone.localdate())
    page = FormPage(_("Ghi hư hỏng trong thời gian bảo hành"), _contracts_of(defect), project.name)
    return answer(request, form, page, lambda: services.open_defect(defect), _("Đã ghi hư hỏng."))


@require_POST
@permission_required(Permission.SEE_WORKS)
def move_defect(request: HttpRequest, pk: int) -> HttpResponse:
    """Say a fault was repaired (those in charge), or agree that it is (those who check)."""
    defect, deed = row_or_404(Defect, pk, "project"), request.POST.get("viec", "")
    allowed = {
        "da-sua": may_write(request, defect.project, Permission.PROPOSE_WORKS),
        "xac-nhan": may(request, Permission.CHECK_FIXES),
    }
    if not allowed.get(deed):
        raise Http404
    back = _contracts_of(defect)
    if deed == "da-sua":
        today = timezone.localdate()
        return do(request, lambda: services.fix_defect(defect, on=today), _("Đã báo sửa xong, chờ kiểm tra."), back)
    return do(request, lambda: services.close_defect(defect), _("Đã xác nhận sửa xong."), back)
