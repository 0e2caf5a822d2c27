"""How a plan stands today, as a Word document laid out by Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import override
from django.views.decorators.http import require_GET

from hatang.commune.access import permission_required
from hatang.commune.roles import Permission
from hatang.core import files
from hatang.indicators import words
from hatang.indicators.selectors.standing import Standing
from hatang.indicators.selectors.targets import targets_overview
from hatang.plans import selectors
from hatang.plans.status_document import status_of
from vanban.writer import write_docx


@require_GET
@permission_required(Permission.SEE_PLAN)
def document(request: HttpRequest, pk: int) -> HttpResponse:
    """The plan's targets with their latest figures, its tasks and its calendar."""
    plan = selectors.plan_of(pk)
    if plan is None:
        raise Http404
    today = timezone.localdate()
    standings = [one for sector in targets_overview(plan, today).sectors for one in sector.standings]
    with override("vi"):
        standing = {one.target.pk: said(one) for one in standings if one.figure}
    draft = status_of(selectors.overview_of(plan, today=today), today=today, commune=plan.commune, standing=standing)
    return files.hand_out(write_docx(draft), f"tinh-hinh-ke-hoach-{today:%Y-%m-%d}.docx", files.WORD)


def said(standing: Standing) -> str:
    """Where one target stands: "65%, quý IV/2026: đúng lộ trình"."""
    figure, indicator = standing.figure, standing.indicator
    if figure is None or indicator is None:
        return words.label(standing.verdict.status)
    status = words.label(standing.verdict.status)
    return f"{words.shown(indicator, standing.value)}, {figure.period}: {status[:1].lower()}{status[1:]}"
