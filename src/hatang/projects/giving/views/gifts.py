"""The gifts to one work: writing them, receipts, names."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from hatang.commune.access import permission_required
from hatang.commune.models import Village
from hatang.commune.roles import Permission
from hatang.commune.selectors import villages
from hatang.core import files
from hatang.projects.giving import selectors, services
from hatang.projects.giving.forms import AgreeForm, ConsentForm, GiftForm, PlaceForm, VoidForm, kept_paper
from hatang.projects.giving.selectors import Reader
from hatang.projects.giving.views.maps import parcels_map
from hatang.projects.models import Contribution, GiftKind, Project
from hatang.projects.views.finding import may, may_write, member_of, require_reach, work_or_404
from hatang.projects.views.forming import FormPage, answer, do
from hatang.projects.views.maps import drawing_map
from hatang.ui.templatetags.ui import vn_number

LAND = ("Polygon", "Point")


@require_GET
@permission_required(Permission.SEE_WORKS)
def gifts(request: HttpRequest, pk: int) -> HttpResponse:
    """What was given to a work; names only of those who agreed."""
    project = work_or_404(pk)
    lines, whole = selectors.by_village(project)
    given, reader = selectors.gifts_of(project), Reader.of(member_of(request))
    context = {
        "work": project,
        "gifts": given,
        "readable": {gift.pk for gift in given if reader.may_read(gift.village_id)},
        "map": parcels_map(request, project) if any(gift.is_drawn and not gift.is_void for gift in given) else None,
        "lines": lines,
        "whole": whole,
        "may_add": may_write(request, project, Permission.PROPOSE_WORKS),
        "may_name": may(request, Permission.SEE_GIVERS),
        "tab": "giving",
    }
    return render(request, "projects/giving/gifts.html", context)


@require_GET
@permission_required(Permission.SEE_GIVERS)
def givers(request: HttpRequest, pk: int) -> HttpResponse:
    """Names, parcels and notes of the givers this person may read of; the trail keeps that they were read."""
    project = work_or_404(pk)
    rows = selectors.names_of(project, Reader.of(member_of(request)))
    services.note_reading(project, len(rows))
    may_write_ = may_write(request, project, Permission.PROPOSE_WORKS)
    return render(
        request, "projects/giving/givers.html", {"work": project, "rows": rows, "may_edit": may_write_, "tab": "giving"}
    )


@require_http_methods(["GET", "POST"])
@permission_required(Permission.PROPOSE_WORKS)
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a gift down."""
    project, today = work_or_404(pk), timezone.localdate()
    require_reach(request, project)
    reader = Reader.of(member_of(request))
    gift = Contribution(project=project)
    form = GiftForm(
        request.POST or None, request.FILES or None, instance=gift, villages=_villages(reader), whole=not reader.is_head,
        prices=selectors.prices(), today=today,
    )  # fmt: skip
    lead = _(
        "Tên người đóng góp được giữ riêng; chỉ nêu tên khi người đó đồng ý và rút lại được. Hiện vật, ngày công quy đổi theo "
        "đơn giá của xã và hạch toán vào giá trị công trình (NĐ 254/2025/NĐ-CP, Điều 1 khoản 3)."
    )
    page = FormPage(_("Ghi đóng góp"), _of(project), project.name, lead, map=drawing_map(request, _("Phần đất hiến"), LAND))
    return answer(request, form, page, lambda: services.give(form.result()), _("Đã ghi đóng góp. Có thể in phiếu nhận."))


def _villages(reader: Reader) -> list[Village]:
    return [village for village in villages() if not reader.is_head or village.pk == reader.village]


def _of(project: Project) -> str:
    return reverse("work-giving", args=[project.pk])


def _gift_or_404(pk: int) -> Contribution:
    gift = selectors.gift_of(pk)
    if gift is None:
        raise Http404
    return gift


def _writable(request: HttpRequest, pk: int) -> Contribution:
    """A gift this person may change: of a work within reach, for a village head of the own village."""
    gift = _gift_or_404(pk)
    require_reach(request, gift.project)
    reader = Reader.of(member_of(request))
    if reader.is_head and gift.village_id != reader.village:
        raise PermissionDenied(_("Đóng góp này thuộc thôn khác."))
    return gift


def _writable_land(request: HttpRequest, pk: int) -> Contribution:
    """Given land this person may change."""
    gift = _writable(request, pk)
    if gift.kind != GiftKind.LAND or gift.is_void:
        raise Http404
    return gift


@require_GET
@permission_required(Permission.SEE_WORKS)
def receipt(request: HttpRequest, pk: int) -> HttpResponse:
    """A receipt to print and sign; the name stands on it for those who may read it, and a line to write on for others."""
    gift = _gift_or_404(pk)
    named = bool(gift.giver_name) and (gift.name_is_public or Reader.of(member_of(request)).may_read(gift.village_id))
    if named and not gift.name_is_public:
        services.note_reading(gift.project, 1, what="receipt")
    context = {
        "gift": _bare(gift, named=named),
        "work": gift.project,
        "name": gift.giver_name if named else "",
        "parcel": gift.parcel if named else "",
    }
    return render(request, "projects/giving/receipt.html", context)


def _bare(gift: Contribution, *, named: bool) -> Contribution:
    """The gift without what could name its giver, unless it may be named."""
    if not named:
        gift.giver_name = gift.parcel = gift.note = gift.consent_reference = ""
    return gift


@require_GET
@permission_required(Permission.SEE_GIVERS)
def paper(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The paper by which land was given; reading it is kept in the trail."""
    gift = _gift_or_404(pk)
    if gift.consent_paper is None or not Reader.of(member_of(request)).may_read(gift.village_id):
        raise Http404
    services.note_reading(gift.project, 1, what="paper")
    return files.download(gift.consent_paper)


@require_http_methods(["GET", "POST"])
@permission_required(Permission.PROPOSE_WORKS)
def draw(request: HttpRequest, pk: int) -> HttpResponse:
    """Say where given land lies."""
    gift = _writable_land(request, pk)
    form = PlaceForm(request.POST or None, gift=gift)
    lead = _("Hồ sơ ghi %(area)s m². Diện tích đo trên bản đồ được so với số này; chênh quá 10%% thì nên xem lại.")
    title = _("Vị trí đất hiến, phiếu %(number)s") % {"number": gift.receipt_number}
    drawing = drawing_map(request, _("Phần đất hiến"), LAND)
    page = FormPage(title, _of(gift.project), gift.project.name, lead % {"area": vn_number(gift.quantity)}, map=drawing)
    return answer(request, form, page, lambda: services.place(gift, form.cleaned_data["geometry"]), _("Đã lưu vị trí đất hiến."))


@require_http_methods(["GET", "POST"])
@permission_required(Permission.PROPOSE_WORKS)
def add_paper(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the paper by which land was given, when it comes after the gift."""
    gift = _writable_land(request, pk)
    form = ConsentForm(request.POST or None, request.FILES or None)
    title = _("Văn bản đồng ý hiến đất, phiếu %(number)s") % {"number": gift.receipt_number}
    lead = _("Tệp được giữ riêng: chỉ người được xem tên người đóng góp mới mở được, và lần mở nào cũng ghi nhật ký.")
    page = FormPage(title, _of(gift.project), gift.project.name, lead)

    def write() -> None:
        services.attach_consent(gift, kept_paper(form.cleaned_data["paper"]))

    return answer(request, form, page, write, _("Đã kèm văn bản."))


@require_http_methods(["GET", "POST"])
@permission_required(Permission.PROPOSE_WORKS)
def agree(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep that the giver agreed to be named."""
    gift = _writable(request, pk)
    form = AgreeForm(request.POST or None, initial={"on": timezone.localdate()})
    title = _("Đồng ý nêu tên, phiếu %(number)s") % {"number": gift.receipt_number}
    lead = _("Ghi đúng ngày và cách người đóng góp đồng ý. Người đóng góp rút lại lúc nào cũng được.")
    page = FormPage(title, _of(gift.project), gift.project.name, lead)
    return answer(request, form, page, lambda: services.agree_to_name(gift, **form.cleaned_data), _("Đã ghi sự đồng ý."))


@require_POST
@permission_required(Permission.PROPOSE_WORKS)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep that the giver took it back."""
    gift, today = _writable(request, pk), timezone.localdate()
    done = _("Đã rút lại; tên không còn được nêu.")
    return do(request, lambda: services.withdraw_name(gift, on=today), done, _of(gift.project))


@require_http_methods(["GET", "POST"])
@permission_required(Permission.PROPOSE_WORKS)
def void(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a gift that was written down wrong out of the totals."""
    gift = _writable(request, pk)
    form = VoidForm(request.POST or None)
    title = _("Hủy ghi phiếu %(number)s") % {"number": gift.receipt_number}
    lead = _("Phiếu được giữ lại kèm lý do và không còn tính vào tổng nào. Sau đó ghi lại cho đúng.")
    page = FormPage(title, _of(gift.project), gift.project.name, lead)
    return answer(request, form, page, lambda: services.void(gift, **form.cleaned_data), _("Đã hủy ghi đóng góp."))
