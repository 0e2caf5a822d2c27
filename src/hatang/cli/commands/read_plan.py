"""Reading a plan from the shell, without a database."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from hatang.cli.words import _, progress, say
from vanban.plan import PlanReading, read_plan

NAME = "read-plan"


def about() -> str:
    """One line for the help."""
    return _("đọc một kế hoạch từ tệp .docx, .doc, .odt, .pdf, .txt hoặc ảnh quét")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The file, and whether as JSON."""
    parser.add_argument("file", type=Path, metavar=_("TỆP"))
    parser.add_argument("--json", action="store_true", help=_("in một đối tượng JSON theo docs/reading.md"))


def run(options: argparse.Namespace) -> None:
    """Print the reading; a file that cannot be read ends in one sentence and exit code 1."""
    reading = read_plan(options.file, progress)
    if options.json:
        say(json.dumps(reading.to_json(), ensure_ascii=False))
    else:
        _tell(reading)


def _tell(reading: PlanReading) -> None:
    document = reading.document
    say(f"{document.type_name or '?'}: {document.subject or '?'}")
    counts = (
        (_("mục tiêu"), reading.targets),
        (_("nhiệm vụ"), reading.tasks),
        (_("phân công"), reading.assignments),
        (_("thời hạn, định kỳ"), reading.schedules),
        (_("chỗ chưa hiểu"), reading.unread),
    )
    for name, items in counts:
        say(f"  {len(items):4d} {name}")
    for target in reading.targets:
        amount = "" if target.value is None else f" {target.comparator.value} {target.value:g} {target.unit or ''}"
        say(f"  [{target.path}] {target.subject}{amount or ' ' + target.comparator.value}")
