"""Writing entries of the books. An entry is a fact: a wrong one is reversed by another, never edited.

Every function takes an entry not yet saved, with `project`, `source`, amounts in whole đồng, `document` and `decided_on`; the
books of the works concerned are locked while it is judged. Raises `NotAllowed` with sentences where the books refuse it, or where
it needs a reason and its `note` is empty.
"""

from __future__ import annotations

from typing import Any, TypeVar

from django.db import transaction
from django.utils.translation import gettext as _

from hatang.core.audit import current_actor, record
from hatang.projects.models import Allocation, Disbursement, Project, SettledAmount, Transfer
from hatang.projects.models.money import MoneyEntry
from hatang.projects.money import selectors, words
from hatang.projects.money.posting import postings
from hatang.projects.money.rules.checks import Around, findings
from hatang.projects.money.services.keeping import keep
from hatang.projects.services.trail import NotAllowed, papered

Entry = TypeVar("Entry", Allocation, Transfer, Disbursement, SettledAmount)
COMMON = ("document", "decided_on", "note", "reverses_id")
COLUMNS: dict[type[MoneyEntry], tuple[str, ...]] = {
    Allocation: ("source_id", "kind", "year", "amount"),
    Transfer: ("source_id", "from_project_id", "from_year", "to_project_id", "to_year", "amount"),
    Disbursement: ("source_id", "contract_id", "year", "paid_on", "kind", "amount", "recovered"),
    SettledAmount: ("source_id", "year", "amount"),
}
DEEDS = {Allocation: "money.allocate", Transfer: "money.transfer", Disbursement: "money.disburse", SettledAmount: "money.settle"}
REVERSED = ("amount", "recovered")


def allocate(entry: Allocation) -> Allocation:
    """Promise money to a work: the ceiling of several years (no `year`), or the capital of one year."""
    return _write(entry)


def transfer(entry: Transfer) -> Transfer:
    """Move capital that is not paid out yet to another work or another year, by a decision (`document` is needed)."""
    if not entry.document:
        raise NotAllowed([_("Điều chuyển vốn cần số quyết định.")])
    return _write(entry)


def disburse(entry: Disbursement) -> Disbursement:
    """Pay out: an advance, or a payment for work accepted of which `recovered` is taken off earlier advances."""
    if entry.contract is not None and entry.contract.project_id != entry.project_id:
        raise NotAllowed([_("Hợp đồng này thuộc công trình khác.")])
    return _write(entry)


def settle(entry: SettledAmount) -> SettledAmount:
    """Settle a budget year (`year`), or the whole work (no `year`)."""
    return _write(entry)


@transaction.atomic
def reverse(entry: Entry, *, reason: str, document: str = "", decided_on: Any = None) -> Entry:
    """Take an entry back by its opposite, which tells why. Raises `NotAllowed` for one that is one already, or that later
    entries rest on."""
    if not reason.strip():
        raise NotAllowed([_("Hãy ghi lý do hủy bút toán.")])
    if entry.reverses_id or type(entry).objects.filter(reverses=entry.pk).exists():
        raise NotAllowed([_("Bút toán này đã được hủy, hoặc chính là bút toán hủy.")])
    opposite = _copied(entry)
    opposite.reverses, opposite.note = entry, reason.strip()[:500]
    opposite.document, opposite.decided_on = document or entry.document, decided_on or entry.decided_on
    return _write(opposite, deed="money.reverse")


def _copied(entry: Entry) -> Entry:
    names = [field.attname for field in entry._meta.concrete_fields if field.attname not in {"id", "at", "by_id", "by_name"}]
    values = {name: getattr(entry, name) for name in names}
    return type(entry)(**{name: -value if name in REVERSED else value for name, value in values.items()})


@transaction.atomic
def _write(entry: Entry, *, deed: str = "") -> Entry:
    works = _locked(entry)
    _refuse_odd(entry, works)
    _judge(entry, works)
    actor = current_actor()
    entry.by_id, entry.by_name = actor.user_id, actor.name
    entry.save()
    keep(postings(entry))
    names = (*COLUMNS[type(entry)], *COMMON)
    after = {"entry": entry.pk, "book": entry._meta.model_name, **papered(entry, names)}
    for work in works:
        record(deed or DEEDS[type(entry)], work, after=after, reason=entry.note if entry.reverses_id else "")
    return entry


def _locked(entry: MoneyEntry) -> list[Project]:
    """The works an entry is about, the first one's books first; nobody else writes of them until this is done."""
    keys = [entry.from_project_id, entry.to_project_id] if isinstance(entry, Transfer) else [entry.project_id]  # type: ignore[attr-defined]
    found = {work.pk: work for work in Project.objects.select_for_update().filter(pk__in=keys).order_by("pk")}
    return [found[key] for key in dict.fromkeys(keys)]


def _refuse_odd(entry: Any, works: list[Project]) -> None:
    if entry.reverses_id:
        return
    problems = [
        _("“%(work)s” là đề nghị gửi đơn vị khác, xã không ghi vốn.") % {"work": work.name}
        for work in works if work.kind == "request"
    ]  # fmt: skip
    if entry.amount is None or entry.amount <= 0:
        problems.append(_("Ghi số tiền lớn hơn 0."))
    if isinstance(entry, Disbursement) and not 0 <= entry.recovered <= entry.amount:
        problems.append(_("Số thu hồi tạm ứng không lớn hơn số thanh toán."))
    if isinstance(entry, Disbursement) and entry.recovered and entry.kind == Disbursement.Kind.ADVANCE:
        problems.append(_("Tạm ứng thì không thu hồi tạm ứng."))
    if isinstance(entry, Transfer) and (entry.from_project_id, entry.from_year) == (entry.to_project_id, entry.to_year):
        problems.append(_("Chọn công trình khác hoặc năm khác để điều chuyển đến."))
    problems += [
        _("“%(source)s” không dùng cho năm %(year)s.") % {"source": entry.source.name, "year": year}
        for year in _years(entry) if not _in_use(entry.source, year)
    ]  # fmt: skip
    if problems:
        raise NotAllowed(problems)


def _years(entry: Any) -> set[int]:
    years = {entry.to_year} if isinstance(entry, Transfer) else {entry.year}
    return {year for year in years if year is not None}


def _in_use(source: Any, year: int) -> bool:
    return source.first_year <= year and (source.last_year is None or year <= source.last_year)


def _judge(entry: Any, works: list[Project]) -> None:
    before = selectors.cells(selectors.Wanted(projects=[work.pk for work in works], source=entry.source_id))
    posted = postings(entry)
    years = {cell.year for cell, sums in posted if cell.year is not None and sums.allocated > 0}
    given, shared = selectors.around([entry.source_id], years) if years else ({}, {})
    found = findings(before, posted, Around(given, shared))
    if any(one.refuses for one in found):
        found = [one for one in found if one.refuses]
    elif entry.note.strip():
        return
    if found:
        names = {work.pk: work.name for work in works}
        raise NotAllowed(words.said(one, {entry.source_id: entry.source.name}, names) for one in found)
