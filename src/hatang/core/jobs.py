"""Work in the background, inside the commune and as the person that asked for it.

A job is a plain function wrapped by `job`; `start` puts it on the queue once the transaction that asked for it is safely written.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from functools import partial, wraps
from typing import Any

from django.db import transaction
from django_tasks import task
from django_tasks.base import Task

from hatang.core.audit import Actor, acting, current_actor
from hatang.core.tenancy import commune_scope, current_commune_id


def job(function: Callable[..., None]) -> Task[..., None]:
    """Make `function(**arguments)` a task that runs in the scope it was started from; arguments are plain JSON values."""

    @wraps(function)
    def scoped(commune_id: int, actor: dict[str, Any], **arguments: Any) -> None:
        with commune_scope(commune_id), acting(Actor(**actor)):
            function(**arguments)

    return task(scoped)


def start(wanted: Task[..., None], **arguments: Any) -> None:
    """Queue a job for the commune in scope once the current transaction is written."""
    put = partial(wanted.enqueue, commune_id=current_commune_id(), actor=asdict(current_actor()), **arguments)
    transaction.on_commit(put)
