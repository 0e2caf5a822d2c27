"""The migrations say what the models say: a new server's tables, and those of tests, are made from the models at once."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

from django.core.management import call_command

SOURCE = Path(__file__).resolve().parents[2]


def test_no_migration_is_missing(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def made(folder, *command):
    """What the tables of a database are, after a command made them in a process of its own."""
    keep = {name: value for name, value in os.environ.items() if not name.startswith(("HATANG_", "DJANGO_"))}
    ours = {"HATANG_DATA": str(folder), "PYTHONPATH": str(SOURCE), "DJANGO_SETTINGS_MODULE": "hatang.config.settings"}
    folder.mkdir()
    subprocess.run([sys.executable, "-m", *command], env={**keep, **ours}, check=True, capture_output=True, timeout=600)
    (file,) = folder.glob("*.sqlite3")
    with sqlite3.connect(file) as database:
        lines = dict(database.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"))
        steps = set(database.execute("SELECT app, name FROM django_migrations"))
        kinds = set(database.execute("SELECT app_label, model FROM django_content_type"))
    return {name: parts(sql) for name, sql in lines.items()}, steps, kinds


def parts(sql):
    """The columns and constraints of a table, or the words of an index, in no order."""
    head, _, body = sql.partition("(")
    found, depth, start = [], 0, 0
    for place, letter in enumerate(body):
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if (letter == "," and depth == 0) or depth < 0:
            found.append(" ".join(body[start:place].split()))
            start = place + 1
    return " ".join(head.split()), frozenset(found), body[start:].strip()


def test_a_new_server_has_the_tables_that_the_migrations_make(tmp_path):
    at_once, step_by_step = made(tmp_path / "new", "hatang", "migrate"), made(tmp_path / "old", "django", "migrate")
    for ours, theirs in zip(at_once, step_by_step, strict=True):
        assert ours == theirs
