"""Fixtures for journeys in a real browser over a few rows of one's own: quicker than starting the whole demonstration."""

from __future__ import annotations

import shutil

import pytest
from django.conf import settings as django_settings

from hatang.tests.factories import signed_in
from hatang.tests.test_journey import CALM, FLAGS


@pytest.fixture(scope="module")
def chromium():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright, pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # the driver runs a loop in this thread, where rows are made too
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page_of(live_server, chromium):
    """Opens a page, signed in as a member where one is given; complaints of the console are kept in `complaints`."""
    contexts = []

    def opened(member=None, width=1440, **options):
        context = chromium.new_context(viewport={"width": width, "height": 900}, base_url=live_server.url, **CALM | options)
        contexts.append(context)
        if member:
            cookie = signed_in(member).cookies[django_settings.SESSION_COOKIE_NAME].value
            context.add_cookies([{"name": django_settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}])
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        return page

    yield opened
    for context in contexts:
        context.close()
