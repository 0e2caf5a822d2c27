"""The demonstration, set up once for all tests of this room and thrown away after them."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import transaction
from django.test import override_settings

from hatang.cli.demonstration import install
from hatang.commune.models import Commune
from hatang.core.tenancy import commune_scope

TODAY = dt.date(2026, 5, 25)  # past: nothing of upkeep may lie in the future of the clock


@pytest.fixture(scope="package")
def demonstration(django_db_setup, django_db_blocker, tmp_path_factory):
    files = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("files"))
    with django_db_blocker.unblock(), transaction.atomic(), files:
        accounts = install(TODAY)
        with commune_scope(Commune.objects.get().pk):
            yield accounts
        transaction.set_rollback(True)
