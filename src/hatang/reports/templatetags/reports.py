"""Reports in templates: the words of kinds, spans, states and steps, and figures that lead to where they come from."""

from __future__ import annotations

from django import template
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from hatang.core.sectors import Sector
from hatang.reports import words
from hatang.reports.kinds import kinds
from hatang.reports.models import Report
from hatang.reports.rules.figures import Figure
from hatang.reports.rules.sentences import Piece
from hatang.reports.rules.spans import Span
from hatang.reports.rules.states import Move, State
from hatang.reports.rules.subjects import About
from hatang.reports.selectors import Proposal

register = template.Library()


@register.filter
def span_words(span: Span) -> str:
    """A span: "quý III/2026"."""
    return words.span_label(span)


@register.filter
def kind_words(report: Report) -> str:
    """The kind of a report with its subject and span: "Báo cáo quý – Quý III/2026"; as stored where the kind is no more."""
    kind = kinds().get(report.kind)
    if kind is None:
        return report.title
    name = f"{kind.name}: {subject_words(report)}" if report.subject else str(kind.name)
    return f"{name} – {capfirst(words.span_label(report.span))}"


def subject_words(report: Report) -> str:
    """The subject of a thematic report: a sector in the reader's language, others as they were called."""
    about = report.about
    known = about is not None and about.about == About.SECTOR and about.key in Sector.values
    return str(Sector(about.key).label) if about and known else report.subject_name


@register.filter
def proposal_words(proposal: Proposal) -> str:
    """What a button that writes a report says: "Lập báo cáo quý III/2026", "Lập báo cáo đóng góp quý III/2026"."""
    period, kind = words.span_label(proposal.span), proposal.kind
    if not kind.any_span:
        return _("Lập báo cáo %(period)s") % {"period": period}
    name = str(kind.name)
    return _("Lập %(name)s %(period)s") % {"name": name[:1].lower() + name[1:], "period": period}


@register.filter
def state_kind(report: Report) -> str:
    """The kind of the badge of its state."""
    return words.BADGES[State(report.state)]


@register.filter
def move_words(move: Move) -> str:
    """The name of a step."""
    return str(words.MOVES[move])


@register.filter
def link_of(piece: Piece, figures: dict[str, Figure]) -> str:
    """Where the figure of a piece comes from; empty for words."""
    figure = figures.get(piece.key)
    return figure.link if figure else ""
