"""Which addresses a stranger may open, which permission each page asks for, and the headers of all of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from hatang.commune.roles import Permission, table

PUBLIC = {"home", "sign-in", "sign-out", "set-language", "design", "boundary", "neighbours"}
SIGNED_IN = {"change-password", "choose-membership"}
ROOT = Path(__file__).resolve().parents[3]


def patterns(resolver=None, prefix=""):
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from patterns(entry, prefix + str(entry.pattern))
        elif isinstance(entry, URLPattern):
            yield entry.name, "/" + prefix + str(entry.pattern), entry.callback


def address(pattern):
    for part, value in (
        ("<int:pk>", "1"),
        ("<int:row>", "1"),
        ("<str:code>", "transport"),
        ("<str:other>", "project:2"),
        ("<str:verb>", "bo"),
        ("<str:kind>", "target"),
    ):
        pattern = pattern.replace(part, value)
    return pattern


def permission_of(view):
    while view is not None:
        if hasattr(view, "permission"):
            return view.permission
        view = getattr(view, "__wrapped__", None)
    return None


def test_every_address_has_a_name():
    assert all(name for name, _, _ in patterns())


@pytest.mark.parametrize(("name", "pattern", "view"), list(patterns()), ids=[name for name, _, _ in patterns()])
def test_a_stranger_opens_only_what_is_listed_as_public(db, client, name, pattern, view):
    answers = [getattr(client, method)(address(pattern)) for method in ("get", "post")]
    if name in PUBLIC:
        return
    assert all(answer.status_code == 405 or answer.url.startswith("/dang-nhap/") for answer in answers), name


@pytest.mark.parametrize(("name", "pattern", "view"), list(patterns()), ids=[name for name, _, _ in patterns()])
def test_every_page_of_the_commune_declares_its_permission(name, pattern, view):
    if name not in PUBLIC | SIGNED_IN:
        assert isinstance(permission_of(view), Permission), name


@pytest.mark.parametrize("path", ["/", "/dang-nhap/", "/giao-dien/", "/khong-co/"])
def test_every_answer_carries_the_strict_headers(db, client, path):
    answer = client.get(path)
    policy = answer["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "same-origin"


def test_what_a_member_sees_is_kept_by_no_shared_cache(browser):
    assert browser.get("/")["Cache-Control"] == "private, no-cache"


def test_the_table_of_permissions_in_the_docs_is_the_one_in_force():
    assert table() in (ROOT / "docs" / "permissions.md").read_text(encoding="utf-8")


def test_missing_pages_and_faults_speak_vietnamese(db, client):
    answer = client.get("/khong-co/")
    assert answer.status_code == 404
    assert "Không tìm thấy trang này" in answer.content.decode()


def test_a_form_from_elsewhere_is_refused_with_a_plain_page(db):
    from django.test import Client

    answer = Client(enforce_csrf_checks=True).post("/dang-nhap/", {"username": "a", "password": "b"})
    assert answer.status_code == 403
    assert "Phiên làm việc đã hết" in answer.content.decode()
