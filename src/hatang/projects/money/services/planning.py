"""What is set rather than booked: sources, the commune's capital of a year, when money should be paid out, thresholds, shares."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from django.db import transaction
from django.utils.translation import gettext as _

from hatang.core.audit import record
from hatang.projects.models import FundingSource, PlannedDisbursement, Project, ProjectVillage, WorksSettings, YearCapital
from hatang.projects.money import data
from hatang.projects.services.trail import ChangedMeanwhile, NotAllowed, changes, kept

SOURCE = ("code", "name", "kind", "is_public_investment", "first_year", "last_year", "note", "order")
CAPITAL = ("source_id", "year", "amount", "document", "decided_on")
THRESHOLDS = ("paid_ahead_points", "paid_behind_points", "idle_months", "year_end_percent")


@transaction.atomic
def adopt_sources() -> int:
    """Give the commune the shipped sources it does not have yet; how many were added. The commune edits its own copy."""
    there = set(FundingSource.objects.values_list("code", "first_year"))
    fresh = [
        FundingSource(**shipped, order=order, is_shipped=True)
        for order, shipped in enumerate(data.sources())
        if (shipped["code"], shipped["first_year"]) not in there
    ]
    FundingSource.objects.bulk_create(fresh)
    if fresh:
        record("money.sources_adopt", fresh[0], after={"count": len(fresh)})
    return len(fresh)


@transaction.atomic
def write_source(source: FundingSource) -> FundingSource:
    """Add or correct a source; another name from another year on is a new row of the same code."""
    before = kept(FundingSource.objects.get(pk=source.pk), SOURCE) if source.pk else {}
    source.save()
    old, new = changes(before, kept(source, SOURCE))
    record("money.source", source, before=old, after=new)
    return source


@transaction.atomic
def write_year_capital(capital: YearCapital) -> YearCapital:
    """Set what the commune was given of a source in a year. Raises `ChangedMeanwhile`."""
    there = YearCapital.objects.select_for_update().filter(source=capital.source_id, year=capital.year).first()
    if there is not None and (capital.pk != there.pk or capital.revision != there.revision):
        raise ChangedMeanwhile
    before = kept(there, CAPITAL) if there else {}
    capital.revision = there.revision + 1 if there else 1
    capital.save()
    old, new = changes(before, kept(capital, CAPITAL))
    record("money.year_capital", capital, before=old, after=new)
    return capital


@transaction.atomic
def plan_year(project: Project, year: int, months: Mapping[int, int]) -> None:
    """Set how much of a year's capital of a work should be paid out by the end of each month (added up from January).

    Raises:
        NotAllowed: an amount below the month's before it.
    """
    ordered = [months[month] for month in sorted(months)]
    if any(later < earlier for earlier, later in pairwise(ordered)):
        raise NotAllowed([_("Số lũy kế của tháng sau không nhỏ hơn tháng trước.")])
    rows = PlannedDisbursement.objects.filter(project=project, year=year)
    before = dict(rows.values_list("month", "amount"))
    rows.delete()
    PlannedDisbursement.objects.bulk_create(
        PlannedDisbursement(project=project, year=year, month=month, amount=amount) for month, amount in months.items()
    )
    record("money.plan_year", project, before={"year": year, "months": before}, after={"year": year, "months": dict(months)})


@transaction.atomic
def set_thresholds(settings: WorksSettings) -> WorksSettings:
    """Set from where on the watch page warns."""
    there = WorksSettings.objects.first()
    before = kept(there, THRESHOLDS) if there else {}
    settings.save()
    old, new = changes(before, kept(settings, THRESHOLDS))
    record("money.thresholds", settings, before=old, after=new)
    return settings


@transaction.atomic
def set_shares(project: Project, shares: Mapping[int, int]) -> None:
    """Declare how a work's money counts for its villages (by village pk); whole numbers, in any scale."""
    if any(share < 0 for share in shares.values()) or not any(shares.values()):
        raise NotAllowed([_("Ít nhất một thôn có phần lớn hơn 0.")])
    rows = list(ProjectVillage.objects.filter(project=project))
    before = {row.village_id: row.share for row in rows}
    for row in rows:
        row.share = shares.get(row.village_id, row.share)
        row.save(update_fields=["share"])
    record("money.shares", project, before=before, after={row.village_id: row.share for row in rows})
