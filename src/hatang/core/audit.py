"""The trail of every write: who, on whose behalf, when, from where, what changed and why.

Events of a commune form a chain: each carries the hash of the one before, so that a row changed or removed behind the product's
back is found by `hatang check`. Events are written in the same transaction as what they tell of.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from django.utils import timezone

from hatang.core.models import AuditEvent
from hatang.core.tenancy import current_commune_id

FIRST = "0" * 64
HASHED = (
    "commune_id",
    "sequence",
    "previous_hash",
    "user_id",
    "actor_name",
    "on_behalf_of",
    "origin",
    "action",
    "subject_type",
    "subject_id",
    "before",
    "after",
    "reason",
)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: a user's id and name (None and "hệ thống" for the product itself), from which address."""

    user_id: int | None = None
    name: str = "hệ thống"
    origin: str = ""
    on_behalf_of: str = ""


@dataclass(frozen=True, slots=True)
class Break:
    """A place where the chain of a commune does not hold, and a Vietnamese sentence saying how."""

    sequence: int
    why: str


NOBODY = Actor()
_actor: ContextVar[Actor] = ContextVar("audit_actor", default=NOBODY)


@contextmanager
def acting(actor: Actor) -> Iterator[None]:
    """Everything recorded inside is the deed of `actor`."""
    token = _actor.set(actor)
    try:
        yield
    finally:
        _actor.reset(token)


def current_actor() -> Actor:
    """Who acts now; the product itself outside `acting`."""
    return _actor.get()


def record(
    action: str,
    subject: models.Model,
    *,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    reason: str = "",
) -> AuditEvent:
    """Append one event to the chain of the commune in scope.

    `action` is a verb in dotted form ("plan.confirm"); `before` and `after` hold only the fields that changed.

    Raises:
        NoCommuneScope: outside every commune's scope.
    """
    with transaction.atomic():
        last = _last_event()
        event = AuditEvent(
            commune_id=current_commune_id(),
            sequence=last.sequence + 1 if last else 1,
            previous_hash=last.hash if last else FIRST,
            at=timezone.now(),
            action=action,
            subject_type=subject._meta.label_lower,
            subject_id=str(subject.pk),
            before=_plain(before),
            after=_plain(after),
            reason=reason,
            **_who(),
        )
        event.hash = event_hash(event)
        event.save()
    return event


@dataclass(frozen=True, slots=True)
class Deed:
    """One of many events written at once: the arguments of `record`."""

    action: str
    subject: models.Model
    before: Mapping[str, Any] | None = None
    after: Mapping[str, Any] | None = None
    reason: str = ""


def record_all(deeds: Iterable[Deed]) -> None:
    """Append many events in their order, with the chain locked and read once; raises as `record` does."""
    with transaction.atomic():
        last = _last_event()
        first, previous = (last.sequence + 1, last.hash) if last else (1, FIRST)
        about, events = {"commune_id": current_commune_id(), "at": timezone.now(), **_who()}, []
        for sequence, deed in enumerate(deeds, first):
            event = AuditEvent(
                sequence=sequence,
                previous_hash=previous,
                action=deed.action,
                subject_type=deed.subject._meta.label_lower,
                subject_id=str(deed.subject.pk),
                before=_plain(deed.before),
                after=_plain(deed.after),
                reason=deed.reason,
                **about,
            )
            event.hash = previous = event_hash(event)
            events.append(event)
        AuditEvent.objects.bulk_create(events, batch_size=500)


def event_hash(event: AuditEvent) -> str:
    """The SHA-256 of what an event says and of the hash before it, as 64 hexadecimal digits."""
    content = {name: getattr(event, name) for name in HASHED}
    content["at"] = event.at.isoformat()
    return hashlib.sha256(_canonical(content).encode()).hexdigest()


def chain_breaks() -> list[Break]:
    """Every place where the chain of the commune in scope does not hold; empty when all of it does."""
    breaks, expected, previous = [], 1, FIRST
    for event in AuditEvent.objects.order_by("sequence").iterator(chunk_size=500):
        if event.sequence != expected:
            breaks.append(Break(expected, f"thiếu sự kiện từ số {expected} đến số {event.sequence - 1}"))
        elif event.previous_hash != previous:
            breaks.append(Break(event.sequence, "không nối với sự kiện liền trước"))
        if event_hash(event) != event.hash:
            breaks.append(Break(event.sequence, "nội dung đã bị sửa sau khi ghi"))
        expected, previous = event.sequence + 1, event.hash
    return breaks


def last_hash() -> str:
    """The hash at the end of the chain of the commune in scope: it is another after every write. One query."""
    return AuditEvent.objects.order_by("-sequence").values_list("hash", flat=True).first() or FIRST


def _last_event() -> AuditEvent | None:
    """The end of the chain, with the commune's row locked so that two writers cannot both append to it."""
    owner: Any = AuditEvent._meta.get_field("commune").related_model
    owner.objects.select_for_update(no_key=True).filter(pk=current_commune_id()).first()
    last: AuditEvent | None = AuditEvent.objects.order_by("-sequence").first()
    return last


def _who() -> dict[str, Any]:
    actor = _actor.get()
    return {
        "user_id": actor.user_id,
        "actor_name": actor.name,
        "origin": actor.origin,
        "on_behalf_of": actor.on_behalf_of,
    }


def _plain(values: Mapping[str, Any] | None) -> dict[str, Any]:
    """Values as JSON gives them back, so that the hash of a stored event can be computed again."""
    plain: dict[str, Any] = json.loads(_canonical(dict(values or {})))
    return plain


def _canonical(values: Mapping[str, Any]) -> str:
    return json.dumps(values, cls=DjangoJSONEncoder, sort_keys=True, ensure_ascii=False)
