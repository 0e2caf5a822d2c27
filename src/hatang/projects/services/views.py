"""The ways of looking at the list of works that people keep."""

from __future__ import annotations

from django.db import transaction

from hatang.core.audit import record
from hatang.projects.models import SavedView


@transaction.atomic
def keep_view(owner: int, name: str, query: str, *, shared: bool) -> SavedView:
    """Keep a view under a name; the same name again replaces it."""
    view: SavedView
    view, _made = SavedView.objects.update_or_create(owner_id=owner, name=name, defaults={"query": query, "is_shared": shared})
    record("view.keep", view, after={"name": name, "query": query, "shared": shared})
    return view


@transaction.atomic
def drop_view(view: SavedView) -> None:
    """Forget a view."""
    record("view.drop", view, before={"name": view.name, "query": view.query})
    view.delete()
