"""Checking what was read beside the source, and correcting it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from hatang.commune.access import permission_required
from hatang.commune.roles import Permission
from hatang.plans import selectors, services
from hatang.plans.forms import FORMS, HeadForm, PlaceForm, Quantities, quantities_of
from hatang.plans.models import PlanImport, ReviewItem
from hatang.plans.rules.reviewing import cuts_in
from hatang.plans.selectors.imports import next_alike, walk
from hatang.plans.views.finding import import_or_404, item_or_404

MAY = permission_required(Permission.IMPORT_PLAN)


@require_GET
@MAY
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """The source on one side, what was read on the other."""
    plan_import = import_or_404(pk)
    if plan_import.state != PlanImport.State.REVIEW:
        return redirect("import", pk)
    return render(request, "plans/review.html", {"review": selectors.review_of(plan_import), "kinds": ReviewItem.Kind})


@require_GET
@MAY
def show_item(request: HttpRequest, pk: int) -> HttpResponse:
    """One card of the review, as it was: what giving up a correction leads back to."""
    return _card(request, item_or_404(pk))


def _card(request: HttpRequest, item: ReviewItem) -> HttpResponse:
    if not getattr(request, "htmx", False):
        return redirect(_back_to(item))
    return render(request, "plans/item_changed.html", {"item": item, "counts": selectors.counts_of(item.plan_import)})


def _back_to(item: ReviewItem) -> str:
    return reverse("review", args=[item.plan_import_id]) + f"#item-{item.pk}"


def _whole_page(request: HttpRequest, item: ReviewItem) -> HttpResponse:
    """Back to the review, drawn anew: the number of items changed."""
    response: HttpResponse = redirect(_back_to(item))
    if getattr(request, "htmx", False):
        response = HttpResponse(status=204, headers={"HX-Redirect": _back_to(item), "HX-Refresh": "true"})
    return response


@require_http_methods(["GET", "POST"])
@MAY
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct one item; the place of the card becomes its form."""
    item = item_or_404(pk)
    form, quantities = _forms(item.kind, request.POST or None, item.data)
    if request.method == "POST" and _valid(form, quantities):
        try:
            services.edit(item, _data(form, quantities))
        except services.NotInReview as refusal:
            messages.error(request, str(refusal))
            return redirect("import", item.plan_import_id)
        return _card(request, item)
    quote = item.plan_import.text[item.start : item.end]
    context = {"item": item, "form": form, "quantities": quantities, "quote": quote, "cuts": _cuts(quote)}
    template = "plans/item_form.html" if getattr(request, "htmx", False) else "plans/edit.html"
    return render(request, template, context)


def _forms(kind: str, posted: Any, data: dict[str, Any] | None) -> tuple[Any, Any]:
    form_class = FORMS[kind]
    form = form_class(posted, initial=form_class.initial_of(data) if data else None)
    if kind != ReviewItem.Kind.TASK:
        return form, None
    return form, Quantities(posted, initial=(data or {}).get("quantities") or None, prefix="q")


def _valid(form: Any, quantities: Any) -> bool:
    return bool(form.is_valid() & (quantities is None or quantities.is_valid()))


def _data(form: Any, quantities: Any) -> dict[str, Any]:
    data: dict[str, Any] = form.data_of()
    return data if quantities is None else {**data, "quantities": quantities_of(quantities)}


def _cuts(quote: str) -> list[tuple[int, str]]:
    """Each place where the sentence may be cut, with the words that would begin the second part."""
    return [(at, quote[at : at + 60]) for at in cuts_in(quote)]


@require_POST
@MAY
def move(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Accept, drop, take back, split or merge one item."""
    item = item_or_404(pk)
    try:
        return _moves(request, item)[verb]()
    except KeyError as error:
        raise Http404 from error
    except (services.NotInReview, ValueError) as refusal:
        messages.error(request, str(refusal))
        return _whole_page(request, item)


def _moves(request: HttpRequest, item: ReviewItem) -> dict[str, Callable[[], HttpResponse]]:
    def simple(service: Callable[[ReviewItem], None]) -> Callable[[], HttpResponse]:
        def moved() -> HttpResponse:
            service(item)
            return _card(request, item)

        return moved

    return {
        "dung": simple(services.accept),
        "bo": simple(services.drop),
        "lay-lai": simple(services.restore),
        "tach": lambda: _split(request, item),
        "gop": lambda: _merge(request, item),
    }


def _split(request: HttpRequest, item: ReviewItem) -> HttpResponse:
    at = request.POST.get("at", "")
    services.split(item, int(at) if at.isdecimal() else -1)
    messages.success(request, _("Đã tách thành hai mục. Hãy sửa từng mục cho đúng phần của nó."))
    return _whole_page(request, item)


def _merge(request: HttpRequest, item: ReviewItem) -> HttpResponse:
    second = next_alike(item)
    if second is None:
        messages.error(request, _("Không còn mục cùng loại nào ở phía sau để gộp."))
    else:
        services.merge(item, second)
        messages.success(request, _("Đã gộp với mục sau."))
    return _whole_page(request, item)


@require_http_methods(["GET", "POST"])
@MAY
def add(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """Put in what the reader missed."""
    plan_import = import_or_404(pk)
    if kind not in FORMS:
        raise Http404
    form, quantities = _forms(kind, request.POST or None, None)
    place = PlaceForm(request.POST or None, text=plan_import.text, initial={"quote": request.GET.get("cau", "")[:2000]})
    if request.method == "POST" and _valid(form, quantities) & place.is_valid():
        data = {**_data(form, quantities)}
        path = _part_at(plan_import, place.span[0])
        item = services.add(plan_import, kind, span=place.span, path=path, data=data)
        return redirect(_back_to(item))
    context = {
        "plan_import": plan_import, "kind": kind, "kind_name": ReviewItem.Kind(kind).label, "form": form,
        "quantities": quantities, "place": place,
    }  # fmt: skip
    return render(request, "plans/add.html", context)


def _part_at(plan_import: PlanImport, start: int) -> str:
    """The path of the deepest part a place lies in."""
    path = ""
    for _depth, part in walk(plan_import.outline):
        if part["span"][0] <= start < part["span"][1]:
            path = part["path"]
    return path[:60]


@require_http_methods(["GET", "POST"])
@MAY
def head(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct the head of the document."""
    plan_import = import_or_404(pk)
    form = HeadForm(request.POST or None, initial=HeadForm.initial_of(plan_import))
    if request.method == "POST" and form.is_valid():
        try:
            services.change_head(plan_import, form.head(plan_import))
        except services.NotInReview as refusal:
            messages.error(request, str(refusal))
        return redirect("import", pk)
    return render(request, "plans/head.html", {"plan_import": plan_import, "form": form})


@require_POST
@MAY
def accept_rest(request: HttpRequest, pk: int) -> HttpResponse:
    """Say of everything not yet looked at that it is right."""
    plan_import = import_or_404(pk)
    try:
        services.accept_rest(plan_import)
    except services.NotInReview as refusal:
        messages.error(request, str(refusal))
        return redirect("import", pk)
    return redirect("import-confirm", pk)
