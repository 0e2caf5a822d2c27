"""The process that does the work in the background."""

from __future__ import annotations

import argparse
import os
import sys
import threading

from hatang.cli.words import _

NAME = "worker"


def about() -> str:
    """One line for the help."""
    return _("chạy các việc nền (start tự chạy lệnh này)")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Whether to stop together with the process that started it."""
    parser.add_argument("--attached", action="store_true", help=_("dừng khi tiến trình gọi nó dừng"))


def run(options: argparse.Namespace) -> None:
    """Take jobs from the queue until told to stop."""
    from hatang.cli.setup import wake

    if options.attached:
        threading.Thread(target=_stop_with_parent, daemon=True).start()
    wake()
    from django.core.management import call_command

    call_command("db_worker", interval=0.5, startup_delay=False, reload=False, verbosity=0)


def _stop_with_parent() -> None:
    """The parent holds the other end of standard input; when it ends, however it ends, so do we."""
    while sys.stdin.buffer.read(1):
        pass
    os._exit(0)
