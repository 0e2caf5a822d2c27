"""The command line: `hatang COMMAND`, in Vietnamese, or in English with `--lang en`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from itertools import pairwise

from hatang.cli.commands import COMMANDS
from hatang.cli.words import _, speak

DONE, FAILED, MISUSED = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when done, 1 when it could not be done, 2 when it was asked wrongly."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    speak(_language(given))
    options = _parser().parse_args(given)
    if not hasattr(options, "run"):
        _parser().print_help()
        return MISUSED
    return _run(options)


def _run(options: argparse.Namespace) -> int:
    from vanban.model import ReadingError

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hatang.config.settings")
    try:
        return int(options.run(options) or DONE)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except (ReadingError, ValueError, OSError) as error:
        return _tell(error)
    except Exception as error:
        if os.environ.get("HATANG_DEBUG") or type(error).__module__.startswith(("hatang", "builtins")):
            raise
        return _tell(error)


def _tell(error: Exception) -> int:
    sentences = getattr(error, "messages", None) or [str(error) or type(error).__name__]
    print(_("Chưa làm được: %s") % " ".join(_(str(sentence)) for sentence in sentences), file=sys.stderr)
    return FAILED


def _language(given: Sequence[str]) -> str:
    """The language asked for, before the parser that speaks it is made."""
    for before, after in pairwise([*given, ""]):
        if before == "--lang":
            return after
        if before.startswith("--lang="):
            return before.partition("=")[2]
    return os.environ.get("HATANG_LANG", "vi")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="hatang", description=_("Hạ Tầng Xã: theo dõi, báo cáo, công khai kế hoạch hạ tầng của xã.")
    )
    parser.add_argument("--lang", choices=["vi", "en"], default="vi", help=_("ngôn ngữ của dòng lệnh"))
    commands = parser.add_subparsers(title=_("lệnh"), metavar=_("LỆNH"))
    for module in COMMANDS:
        command = commands.add_parser(module.NAME, help=module.about(), description=module.about())
        command.add_argument("--lang", choices=["vi", "en"], default=argparse.SUPPRESS, help=_("ngôn ngữ của dòng lệnh"))
        module.arguments(command)
        command.set_defaults(run=module.run)
    return parser
