"""Fixtures of the product's tests: one commune, its coordinator, a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from hatang.commune.models import Commune, Membership
from hatang.tests.factories import inside, make_commune, make_member, signed_in


@pytest.fixture(autouse=True)
def _files_of_their_own(settings: Any, tmp_path: Path) -> None:
    """Uploads of one test are not there in the next."""
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture
def commune(db: None) -> Commune:
    return make_commune()


@pytest.fixture
def coordinator(commune: Commune) -> Membership:
    return make_member(commune)


@pytest.fixture
def as_coordinator(coordinator: Membership) -> Iterator[Membership]:
    """Everything in the test happens as the coordinator, inside their commune."""
    with inside(coordinator):
        yield coordinator


@pytest.fixture
def browser(coordinator: Membership) -> Client:
    return signed_in(coordinator)
