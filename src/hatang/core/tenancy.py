"""Every domain row belongs to one commune, and a forgotten filter fails closed.

A request, a task or a command runs inside `commune_scope(commune_id)`. Managers of `CommuneOwned` models answer only for that
commune; without a scope they raise `NoCommuneScope` before any query is sent. Crossing communes is possible only inside
`across_communes(reason)`, which the province's read-only roll-up and the checks of the whole database use.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, ClassVar

from django.db import models

_scope: ContextVar[int | None] = ContextVar("commune_scope", default=None)
_crossing: ContextVar[str] = ContextVar("commune_crossing", default="")


class NoCommuneScope(RuntimeError):
    """A row of a commune was asked for or written outside every commune's scope."""


class WrongCommune(RuntimeError):
    """A row of another commune was about to be written inside a commune's scope."""


@contextmanager
def commune_scope(commune_id: int) -> Iterator[None]:
    """Run inside one commune: its rows are visible and no others."""
    token = _scope.set(commune_id)
    crossing = _crossing.set("")
    try:
        yield
    finally:
        _crossing.reset(crossing)
        _scope.reset(token)


@contextmanager
def across_communes(reason: str) -> Iterator[None]:
    """Read rows of every commune, for the `reason` stated. Writing still needs a commune's scope."""
    if not reason:
        raise ValueError("Crossing communes needs a reason.")
    token = _crossing.set(reason)
    try:
        yield
    finally:
        _crossing.reset(token)


def current_commune_id() -> int:
    """The commune this code runs in.

    Raises:
        NoCommuneScope: outside every scope.
    """
    commune_id = _scope.get()
    if commune_id is None:
        raise NoCommuneScope("Chưa xác định xã: mọi thao tác dữ liệu phải nằm trong phạm vi một xã.")
    return commune_id


class CommuneQuerySet(models.QuerySet[Any]):
    """Rows of one commune; every way of writing many at once is held to the scope."""

    def update(self, **values: Any) -> int:
        """Change rows of the commune in scope; a row cannot move to another commune."""
        _refuse_while_crossing()
        if {"commune", "commune_id"} & set(values):
            raise WrongCommune("Không chuyển dữ liệu từ xã này sang xã khác.")
        return super().update(**values)

    def delete(self) -> tuple[int, dict[str, int]]:
        """Remove rows of the commune in scope."""
        _refuse_while_crossing()
        return super().delete()

    def bulk_create(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> list[Any]:
        """Insert rows into the commune in scope; raises as `CommuneOwned.save` does."""
        rows = list(objs)
        for row in rows:
            row.hold_to_scope()
        return super().bulk_create(rows, *args, **kwargs)

    def bulk_update(self, objs: Iterable[Any], fields: Iterable[str], *args: Any, **kwargs: Any) -> int:
        """Change rows of the commune in scope; raises as `CommuneOwned.save` does."""
        rows = list(objs)
        for row in rows:
            row.hold_to_scope()
        return super().bulk_update(rows, fields, *args, **kwargs)


def _refuse_while_crossing() -> None:
    if _crossing.get():
        raise WrongCommune("Chỉ được đọc khi xem nhiều xã cùng lúc.")


class CommuneManager(models.Manager.from_queryset(CommuneQuerySet)):  # type: ignore[misc]
    """Answers only for the commune in scope."""

    def get_queryset(self) -> CommuneQuerySet:
        """The rows of the commune in scope; of all communes inside `across_communes`."""
        rows: CommuneQuerySet = super().get_queryset()
        return rows if _crossing.get() else rows.filter(commune_id=current_commune_id())


class CommuneOwned(models.Model):
    """A row that belongs to one commune. Indexes and unique constraints of subclasses start with `commune`."""

    commune = models.ForeignKey("commune.Commune", on_delete=models.PROTECT, editable=False, related_name="+")

    objects: ClassVar[models.Manager[Any]] = CommuneManager()

    class Meta:
        abstract = True
        base_manager_name = "objects"
        default_manager_name = "objects"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save inside the scope of the row's own commune; a new row without one takes the commune in scope.

        Raises:
            NoCommuneScope: outside every scope.
            WrongCommune: the row belongs to another commune than the one in scope.
        """
        self.hold_to_scope()
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete inside the scope of the row's own commune; raises as `save` does."""
        self.hold_to_scope()
        return super().delete(*args, **kwargs)

    def hold_to_scope(self) -> None:
        """Give a new row the commune in scope; raise for a row of another commune."""
        if self.commune_id is None:
            self.commune_id = current_commune_id()
        if self.commune_id != current_commune_id():
            raise WrongCommune("Dữ liệu thuộc xã khác, không được ghi từ phạm vi xã này.")
