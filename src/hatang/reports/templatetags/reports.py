"""Reports in templates: the words of kinds, spans, states and steps, and figures that lead to where they come from."""

from __future__ import annotations

from django import template
from django.utils.text import capfirst

from hatang.reports import words
from hatang.reports.kinds import kinds
from hatang.reports.models import Report
from hatang.reports.rules.figures import Figure
from hatang.reports.rules.sentences import Piece
from hatang.reports.rules.spans import Span
from hatang.reports.rules.states import Move, State

register = template.Library()


@register.filter
def span_words(span: Span) -> str:
    """A span: "quý III/2026"."""
    return words.span_label(span)


@register.filter
def kind_words(report: Report) -> str:
    """The kind of a report with its span: "Báo cáo quý III/2026"; as it is stored where the kind is no more."""
    kind = kinds().get(report.kind)
    return f"{kind.name} – {capfirst(words.span_label(report.span))}" if kind else report.title


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
