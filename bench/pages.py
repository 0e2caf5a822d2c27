"""Pages of the real plan: time on the server, number of queries, weight on the wire, on a fresh SQLite database of its own."""

from __future__ import annotations

import gzip
from typing import Any

from bench._product import awake
from bench._timing import row, timed


def main() -> None:
    """Set up the demonstration in a folder that is thrown away, and measure what an officer opens."""
    with awake(demonstration=True):
        browser = _coordinator()
        for name, address in (("dashboard", "/"), ("plan", "/ke-hoach/1/"), ("review", _review()), ("trail", "/nhat-ky/")):
            _page(browser, name, address)
        row("status document (.docx)", timed(lambda: browser.get("/ke-hoach/1/tinh-hinh.docx"), runs=5))
        _style_sheets()


def _coordinator() -> Any:
    from django.test import Client

    from hatang.commune.models import User

    user = User.objects.get(username="dieuphoi")
    user.must_change_password = False
    user.save()
    browser = Client()
    browser.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return browser


def _review() -> str:
    """The address of a second copy of the plan, waiting for review."""
    from hatang.cli.commands.demo import PLAN
    from hatang.commune.models import Commune
    from hatang.core.tenancy import commune_scope
    from hatang.plans.services import import_file

    with commune_scope(Commune.objects.get().pk):
        return f"/ke-hoach/nhap/{import_file(PLAN).pk}/kiem-tra/"


def _page(browser: Any, name: str, address: str) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        answer = browser.get(address)
    count = len(queries)  # before the next request empties the log
    if answer.status_code != 200:
        raise RuntimeError(f"{address}: {answer.status_code}")
    row(f"{name}: on the server", timed(lambda: browser.get(address)))
    row(f"{name}: queries", f"{count:8d}")
    row(f"{name}: HTML compressed", f"{len(gzip.compress(answer.content)) / 1000:8.1f} kB")


def _style_sheets() -> None:
    from hatang.config.environment import PACKAGE

    sheets = b"".join((PACKAGE / "ui/static/ui" / f"{name}.css").read_bytes() for name in ("tokens", "base", "components"))
    row("style sheets compressed", f"{len(gzip.compress(sheets)) / 1000:8.1f} kB")
