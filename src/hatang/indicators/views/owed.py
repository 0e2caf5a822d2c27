"""What I owe this period: one page to fill in, which stays in place after saving."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from hatang.commune.access import permission_required
from hatang.commune.models import Unit
from hatang.commune.roles import Permission
from hatang.indicators import selectors, services, telling
from hatang.indicators.forms.owed import RowForm, grouped, shown, typed
from hatang.indicators.models import Measurement, ReportingPeriod
from hatang.indicators.rules.jumps import lacking
from hatang.indicators.selectors.owed import Ledger, Part, ledger, rows_of, states_in, still_owed
from hatang.indicators.selectors.periods import periods
from hatang.indicators.services.sheets import Written, save_rows
from hatang.indicators.views.asked import may, may_enter, member_of, period_asked, unit_asked

MOST_ON_A_PAGE = 60  # rows; beyond, one indicator at a time
OPEN_STATES = {"", Measurement.State.DRAFT, Measurement.State.RETURNED}


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one unit owes in one period, as the page shows it. `all_forms` are on the page and off it."""

    period: ReportingPeriod
    unit: Unit
    all_forms: list[RowForm]
    only: int | None
    for_another: bool

    @property
    def forms(self) -> list[RowForm]:
        """The rows on the page."""
        return [form for form in self.all_forms if self.only in (None, form.row.part.indicator.pk)]

    @property
    def address(self) -> str:
        """Where the page is found again."""
        asked = {"ky": self.period.code, "don-vi": str(self.unit.pk)} | ({"chi-tieu": str(self.only)} if self.only else {})
        return f"{reverse('owed')}?{urlencode(asked)}"


@require_http_methods(["GET", "POST"])
@permission_required(Permission.SEE_FIGURES)
def owed(request: HttpRequest) -> HttpResponse:
    """What the person's unit, or one they write for, owes in a period."""
    if not may(request, Permission.ENTER_FIGURES):
        return redirect("board" if may(request, Permission.SEE_FIGURES) else "home")
    known, accounts = periods(), ledger()
    unit = unit_asked(request, accounts)
    period = period_asked(request, known) or _next_due(known, accounts, unit)
    if period is None:
        return render(request, "indicators/owed_none.html", {"unit": unit})
    sheet = _sheet(request, accounts, unit, period)
    if request.method == "POST":
        return _answer(request, sheet, known, accounts)
    return _page(request, sheet, known, accounts)


def _next_due(known: list[ReportingPeriod], accounts: Ledger, unit: Unit) -> ReportingPeriod | None:
    """The open period that is due first and for which something is still owed; else the newest open one, else the newest."""
    running = sorted((period for period in known if period.is_open), key=lambda period: (period.due_on, period.pk))
    states = states_in(running) if len(running) > 1 else {}
    for period in running:
        if still_owed(_parts(accounts, unit, period), states.get(period.pk, {})):
            return period
    return next((period for period in [*reversed(running), *known]), None)


def _parts(accounts: Ledger, unit: Unit, period: ReportingPeriod) -> list[Part]:
    """What the unit owes, what must be reported before what may be."""
    return sorted((part for part in accounts.parts(period) if part.unit == unit.pk), key=lambda part: not part.required)


def _sheet(request: HttpRequest, accounts: Ledger, unit: Unit, period: ReportingPeriod) -> Sheet:
    rows = rows_of(_parts(accounts, unit, period), period)
    make = typed if request.method == "POST" else None
    forms = []
    for row in rows:
        editable = period.is_open and row.state in OPEN_STATES and may_enter(request, row.part)
        forms.append(make(row, request, editable=editable) if make else shown(row, editable=editable))
    return Sheet(period, unit, forms, _only(request, forms), unit.pk != member_of(request).unit_id)


def _only(request: HttpRequest, forms: list[RowForm]) -> int | None:
    """The one indicator shown where there are too many rows for a page: that asked for, else the first not yet handed in."""
    if len(forms) <= MOST_ON_A_PAGE:
        return None
    there = [form.row.part.indicator.pk for form in forms]
    asked = request.GET.get("chi-tieu", "")
    if asked.isdecimal() and int(asked) in there:
        return int(asked)
    return next((form.row.part.indicator.pk for form in forms if not form.row.is_handed_in), there[0])


def _answer(request: HttpRequest, sheet: Sheet, known: list[ReportingPeriod], accounts: Ledger) -> HttpResponse:
    """Save each row; hand all in where that was asked and nothing is wrong; say what was not written and why."""
    name = request.POST.get("thay-mat", "").strip()
    if sheet.for_another and not name:
        wrong = _("Hãy ghi tên người cung cấp số liệu: hệ thống giữ cả tên người ấy và tên bạn. Chưa có gì được ghi.")
        return _page(request, sheet, known, accounts, alert=wrong)
    saved = _save(sheet, name if sheet.for_another else "")
    stopped = [form for form in sheet.forms if form.wrong]
    if request.POST.get("lam") == "nop" and not stopped:
        stopped = _hand_in(request, sheet)
    elif saved and not stopped:
        messages.success(request, ngettext("Đã lưu nháp %(n)s dòng.", "Đã lưu nháp %(n)s dòng.", saved) % {"n": saved})
    if stopped:
        _refresh(sheet)
        return _page(request, sheet, known, accounts, saved=saved)
    return redirect(f"{sheet.address}#{_where(request, sheet)}")


def _where(request: HttpRequest, sheet: Sheet) -> str:
    """Where the person was."""
    key = request.POST.get("o", "")
    return f"r-{key}" if any(form.key == key for form in sheet.forms) else "ket-qua"


def _save(sheet: Sheet, name: str) -> int:
    """Write the rows that changed and are right; how many."""
    writing = []
    for form in sheet.forms:
        if not form.editable:
            continue
        found = form.read()
        if not form.wrong and found.entry.has_figure and (found.entry != form.row.entry or form.upload):
            writing.append(Written(form.row.part, found.entry, form.revision, form.upload))
    refused = save_rows(writing, sheet.period, on_behalf_of=name)
    for form in sheet.forms:
        if form.key in refused:
            form.wrong["row"] = refused[form.key]
    return len(writing) - len(refused)


def _refresh(sheet: Sheet) -> None:
    """Show rows as they stand now; what is wrong keeps what was typed, and after a refusal may be saved over what is shown."""
    rows = {row.part.key: row for row in rows_of([form.row.part for form in sheet.all_forms], sheet.period)}
    for place, form in enumerate(sheet.all_forms):
        row = rows[form.key]
        if not form.wrong:
            sheet.all_forms[place] = shown(row, editable=form.editable and row.state in OPEN_STATES)
        elif form.message:
            form.row, form.revision = row, row.current.revision if row.current else 0


def _hand_in(request: HttpRequest, sheet: Sheet) -> list[RowForm]:
    """Hand in everything of the unit that may be handed in; the rows that still want a reason stop all of it."""
    rows = {row.part.key: row for row in rows_of([form.row.part for form in sheet.all_forms], sheet.period)}
    wanting = []
    for place, form in enumerate(sheet.all_forms):
        row = rows[form.key]
        fresh = shown(row, editable=form.editable)
        sheet.all_forms[place] = fresh
        if row.state in OPEN_STATES and (lack := lacking(row.doubts, row.entry)):
            fresh.wrong["reason"] = telling.reason_wanted(lack)
            wanting.append(fresh)
    if not wanting:
        _submit(request, sheet, [row.current for row in rows.values() if row.current and row.state in OPEN_STATES])
    return wanting


def _submit(request: HttpRequest, sheet: Sheet, drafts: list[Measurement]) -> None:
    try:
        done = len(services.submit(drafts))
    except services.Refused as error:
        messages.error(request, str(error))
        return
    missing = sum(form.row.part.required and not form.row.current for form in sheet.all_forms)
    words = ngettext("Đã nộp %(n)s dòng.", "Đã nộp %(n)s dòng.", done) % {"n": done}
    if missing:
        more = ngettext("Còn %(n)s dòng chưa có số.", "Còn %(n)s dòng chưa có số.", missing) % {"n": missing}
        words = f"{words} {more}" if done else more
    (messages.success if done else messages.warning)(request, words)


def _page(
    request: HttpRequest, sheet: Sheet, known: list[ReportingPeriod], accounts: Ledger, *, alert: str = "", saved: int = 0
) -> HttpResponse:
    """The form; `alert` says what stopped all of it, `saved` how many rows were written although others are wrong."""
    groups = list(grouped(sheet.forms))
    must = [form for form in sheet.all_forms if form.row.part.required]
    context = {
        "sheet": sheet,
        "groups": [group for group in groups if group[0].row.part.required],
        "optional": [group for group in groups if not group[0].row.part.required],
        "chapters": [_chapter(group) for group in grouped(sheet.all_forms)] if sheet.only else [],
        "total": len(must),
        "done": sum(form.row.is_handed_in for form in must),
        "editable": any(form.editable for form in sheet.all_forms),
        "editable_must": any(form.editable for form in must),
        "stopped": [form for form in sheet.forms if form.wrong],
        "alert": alert,
        "saved": saved,
        "why_locked": "" if sheet.period.is_open else services.why_locked(sheet.period),
        "periods": [period for period in known if period.is_open or period == sheet.period],
        "earlier": [period for period in known if not period.is_open and period != sheet.period][:8],
        "units": list(accounts.units.values()) if may(request, Permission.ENTER_FOR_OTHERS) else [],
        "reminders": [] if sheet.for_another else selectors.reminders_of(sheet.unit),
        "thay_mat": request.POST.get("thay-mat", ""),
    }
    return render(request, "indicators/owed.html", context)


@dataclass(frozen=True, slots=True)
class Chapter:
    """One indicator in the list of those on pages of their own."""

    pk: int
    name: str
    done: int
    total: int


def _chapter(group: list[RowForm]) -> Chapter:
    indicator = group[0].row.part.indicator
    return Chapter(indicator.pk, str(indicator), sum(form.row.is_handed_in for form in group), len(group))
