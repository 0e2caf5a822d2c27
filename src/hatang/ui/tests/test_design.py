"""The design system: every component on its page, legible in both themes, light, and free of inline style."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

UI = Path(__file__).resolve().parents[1]
SOURCE = UI.parent
STATIC = UI / "static" / "ui"
COMPONENTS = sorted(
    path.stem for path in (UI / "templates" / "ui").glob("*.html") if path.stem not in {"base", "error", "design", "nav"}
)
PAIRS = [  # text on ground
    ("ink", "paper"), ("ink", "card"), ("ink-soft", "paper"), ("ink-soft", "card"), ("link", "paper"), ("link", "card"),
    ("on-brand", "brand"), ("on-brand", "brand-deep"), ("on-brand-soft", "brand"), ("link", "brand-soft"), ("good", "good-soft"),
    ("warn", "warn-soft"), ("bad", "bad-soft"), ("bad", "card"), ("info", "info-soft"), ("quiet", "quiet-soft"), ("ink", "mark"),
    ("ink", "mark-now"), ("ink-soft", "quiet-soft"), ("on-action", "action"), ("on-action", "action-deep"),
]  # fmt: skip
EDGES = [("field-line", "card"), ("field-line", "paper"), ("accent", "brand"), ("action", "card"), ("action", "paper")]


def tokens(theme):
    css = (STATIC / "tokens.css").read_text()
    light, dark = css.split(':root[data-theme="dark"]')
    dark = dark.split("@media")[0]
    found = dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", light))
    return found | dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", dark)) if theme == "dark" else found


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, two):
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_words_can_be_read(theme, text, ground):
    assert contrast(tokens(theme)[text], tokens(theme)[ground]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_the_edges_of_fields_can_be_seen(theme, edge, ground):
    assert contrast(tokens(theme)[edge], tokens(theme)[ground]) >= 3


def test_the_style_sheets_fit_in_nine_kilobytes():
    sheets = b"".join((STATIC / f"{name}.css").read_bytes() for name in ("tokens", "base", "components"))
    assert len(gzip.compress(sheets)) <= 9_000


def test_the_device_asks_for_the_same_dark_as_the_switch():
    css = (STATIC / "tokens.css").read_text()
    switched, asked = re.findall(r"(?:\[data-theme=\"dark\"\]|:not\(\[data-theme\]\)) \{(.*?)\}", css, re.S)
    assert switched == asked


@pytest.mark.parametrize("component", COMPONENTS)
def test_every_component_says_its_parameters(component):
    assert "{% comment %}" in (UI / "templates" / "ui" / f"{component}.html").read_text().splitlines()[0]
    assert f"`ui/{component}.html`" in (SOURCE.parents[1] / "docs" / "design-system.md").read_text()


@pytest.mark.parametrize("component", COMPONENTS)
def test_every_component_is_shown_on_its_page(component):
    page = (UI / "templates" / "ui" / "design.html").read_text()
    assert f'"ui/{component}.html"' in page


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_page_answers_in_both_languages(db, client, language):
    client.cookies["django_language"] = language
    html = client.get("/giao-dien/").content.decode()
    assert f'<html lang="{language}">' in html
    assert ("1.234.567,8" if language == "vi" else "1,234,567.8") in html


TEMPLATES = sorted(SOURCE.rglob("templates/**/*.html"))


@pytest.mark.parametrize("path", TEMPLATES, ids=[path.name for path in TEMPLATES])
def test_no_template_holds_inline_style_or_script(path):
    assert not re.search(r"<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=\"", path.read_text())


def test_every_icon_that_is_asked_for_is_in_the_sprite():
    from hatang.core.sectors import Sector
    from hatang.ui.views import ICONS

    there = set(re.findall(r'<symbol id="([\w-]+)"', (STATIC / "icons.svg").read_text()))
    asked = {name for path in TEMPLATES for name in re.findall(r'{% icon "([\w-]+)" %}|icon_name="([\w-]+)"', path.read_text())}
    assert {name for pair in asked for name in pair if name} <= there
    assert {f"sector-{code}" for code in Sector.values} | set(ICONS) == there
