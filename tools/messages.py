"""The catalogues of words, without system tools: collect, compile and check them.

`update` collects every string of templates and Python files into `src/hatang/locale/en/LC_MESSAGES/django.po`,
keeping what is translated; `compile` writes the `.mo` beside it; `check` fails where a string has no English.
Vietnamese is the language of the source, so it needs no catalogue.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "hatang"
LIBRARY = ROOT / "src" / "vanban"
CATALOGUE = SOURCE / "locale" / "en" / "LC_MESSAGES" / "django.po"
INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)  # of templates: it means nothing there, and Python would trip over it
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
    "gettext_noop": None,
    "message": None,
}


def sources() -> Iterator[tuple[str, bytes]]:
    """Every file that may hold words for people, as Python source: templates are turned into it."""
    if not settings.configured:
        settings.configure()
    for path in sorted([*SOURCE.rglob("*"), *LIBRARY.rglob("*.py")]):
        name = path.relative_to(ROOT).as_posix()
        if "/tests/" in name or "/migrations/" in name:
            continue
        if path.suffix == ".py":
            yield name, path.read_bytes()
        elif path.suffix in {".html", ".txt"} and "/templates/" in name:
            yield name, INDENTATION.sub("", templatize(path.read_text(encoding="utf-8"), origin=name)).encode()


def collected() -> Catalog:
    """Every string in use, untranslated."""
    catalog = Catalog(locale="en", project="hatang", charset="utf-8")
    for name, content in sources():
        for _, message, _, context in extract("python", BytesIO(content), keywords=KEYWORDS, options={"encoding": "utf-8"}):
            if message:
                catalog.add(message, locations=[(name, 0)], context=context)
    return catalog


def strings_of(content: bytes) -> Iterator[tuple[int, Any, list[str], str | None]]:
    """Line, string (or singular and plural), comments and context of each call of gettext in Python source."""
    return iter(extract("python", BytesIO(content), keywords=KEYWORDS, options={"encoding": "utf-8"}))


def stored() -> Catalog:
    """The catalogue as it is on disk; empty where there is none yet."""
    if not CATALOGUE.is_file():
        return Catalog(locale="en")
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="en")


def update() -> None:
    """Bring the stored catalogue up to the strings in use."""
    catalog = stored()
    catalog.update(collected(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    with CATALOGUE.open("wb") as file:
        write_po(file, catalog, sort_output=True, omit_header=False, include_lineno=False, width=120)


def compile_all() -> None:
    """Write the compiled form that gettext reads."""
    for path in SOURCE.rglob("LC_MESSAGES/*.po"):
        with path.open("rb") as source, path.with_suffix(".mo").open("wb") as compiled:
            write_mo(compiled, read_po(source, locale=path.parts[-3]))


def missing() -> list[str]:
    """The strings in use that have no English."""
    known = stored()
    return [str(message.id) for message in collected() if message.id and not _translated(known, message.id, message.context)]


def _translated(known: Catalog, identifier: Any, context: str | None) -> bool:
    message = known.get(identifier, context)
    if message is None:
        return False
    return all(message.string) if isinstance(message.string, (tuple, list)) else bool(message.string)


def check() -> int:
    """Print the strings without English; 1 where there are any."""
    lacking = missing()
    for text in lacking:
        print(f"chưa dịch / not translated: {text}")
    return 1 if lacking else 0


def main(arguments: list[str]) -> int:
    """Do what is asked: update, compile or check."""
    command = arguments[0] if arguments else "update"
    if command == "check":
        return check()
    {"update": update, "compile": compile_all}[command]()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
