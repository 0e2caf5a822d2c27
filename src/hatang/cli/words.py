"""The words of the terminal: the same catalogue as the pages, read without Django."""

from __future__ import annotations

import gettext
import os
import sys
from pathlib import Path

LOCALE = Path(__file__).resolve().parent.parent / "locale"
_spoken: gettext.NullTranslations = gettext.NullTranslations()
_language = "vi"


def speak(language: str) -> None:
    """Use this language from now on; Vietnamese where there is no catalogue for it."""
    global _spoken, _language
    _language = language
    os.environ["LANGUAGE"] = language  # what the standard library's gettext, and so argparse, goes by
    gettext.bindtextdomain("argparse", str(LOCALE))
    gettext.textdomain("argparse")
    languages = [] if language == "vi" else [language]
    _spoken = (
        gettext.translation("django", LOCALE, languages=languages, fallback=True) if languages else gettext.NullTranslations()
    )


def spoken() -> str:
    """The language in use."""
    return _language


def _(text: str) -> str:
    return _spoken.gettext(text)


def say(text: str = "") -> None:
    """One line for the person at the terminal."""
    print(text, flush=True)


def progress(share: float, where: str) -> None:
    """How far long work has come, on one line that is drawn over; silent where nobody watches."""
    if not sys.stderr.isatty():
        return
    done = int(share * 24)
    print(f"\r[{'█' * done}{' ' * (24 - done)}] {share * 100:3.0f} % {where[:40]:<40}", end="", file=sys.stderr, flush=True)
    if share >= 1:
        print(file=sys.stderr)
