"""Starting the product: database, first data, background work, server."""

from __future__ import annotations

import argparse
import contextlib
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from hatang.cli.words import _, say

if TYPE_CHECKING:
    from hatang.cli.demonstration import Account

NAME = "start"
TRIED_PORTS = 20
LARGEST_REQUEST = 64 * 1024 * 1024  # twice the largest file: what is a little too large is refused with a sentence


def about() -> str:
    """One line for the help."""
    return _("chạy máy chủ; lần đầu tự dựng dữ liệu trình diễn")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where to listen."""
    parser.add_argument("--host", default="127.0.0.1", help=_("địa chỉ lắng nghe (mặc định chỉ máy này)"))
    parser.add_argument("--port", type=int, default=8000, help=_("cổng; nếu bận sẽ lấy cổng trống kế tiếp"))
    parser.add_argument("--threads", type=int, default=8, help=_("số yêu cầu phục vụ cùng lúc"))
    parser.add_argument("--no-demo", action="store_true", help=_("không dựng dữ liệu trình diễn khi chưa có xã nào"))


def run(options: argparse.Namespace) -> None:
    """Prepare what is missing and serve until stopped."""
    from hatang.cli.setup import wake

    os.environ.setdefault("HATANG_HOSTS", ",".join(names_of_this_machine(options.host)))
    wake()
    accounts = prepare(demonstration=not options.no_demo)
    port = free_port(options.host, options.port)
    with working(), _noted():
        _welcome(options.host, port, accounts)
        serve(options.host, port, options.threads)


def prepare(*, demonstration: bool) -> list[Account]:
    """Database, static files and, on an empty server, the demonstration; gives the accounts made."""
    from django.core.management import call_command

    from hatang.cli.commands import demo
    from hatang.cli.commands.migrate import bring_up_to_date
    from hatang.commune.models import Commune

    bring_up_to_date()
    call_command("collectstatic", verbosity=0, interactive=False)
    return demo.install() if demonstration and not Commune.objects.exists() else []


def names_of_this_machine(host: str) -> list[str]:
    """The names this server answers to where nobody stated them: this machine alone, and the network's when it listens there."""
    names = ["localhost", "127.0.0.1", "[::1]"]
    if host in {"0.0.0.0", "::"}:  # noqa: S104 - only compared
        found = socket.getaddrinfo(socket.gethostname(), None, type=socket.SOCK_STREAM)
        return [*names, socket.gethostname(), *sorted({str(entry[4][0]) for entry in found})]
    return names if host in names else [*names, host]


def free_port(host: str, wanted: int) -> int:
    """The wanted port, or the first free one after it.

    Raises:
        ValueError: none of the next ports is free.
    """
    for port in range(wanted, wanted + TRIED_PORTS):
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            with contextlib.suppress(OSError):
                probe.bind((host, port))
                return port
    raise ValueError(_("Không có cổng trống từ %d trở đi. Hãy chọn cổng khác bằng --port.") % wanted)


def serve(host: str, port: int, threads: int) -> None:
    """Answer requests until stopped."""
    import waitress

    from hatang.config.wsgi import application

    limits = {"max_request_body_size": LARGEST_REQUEST}
    waitress.serve(application, host=host, port=port, threads=threads, ident=None, **limits, **_behind_proxy())


def _behind_proxy() -> dict[str, Any]:
    """What the TLS proxy says of the visitor is believed from the proxy alone; without one, nobody is believed."""
    from django.conf import settings

    if not settings.HTTPS:
        return {"clear_untrusted_proxy_headers": True}
    headers = {"x-forwarded-proto", "x-forwarded-for"}
    return {"trusted_proxy": settings.PROXY, "trusted_proxy_headers": headers, "clear_untrusted_proxy_headers": True}


@contextlib.contextmanager
def working() -> Iterator[None]:
    """Keep one worker beside the server, started again when it falls."""
    stopped = threading.Event()
    keeper = threading.Thread(target=_keep_worker, args=(stopped,), daemon=True)
    keeper.start()
    try:
        yield
    finally:
        stopped.set()
        keeper.join(timeout=10)


def _keep_worker(stopped: threading.Event) -> None:
    while not stopped.is_set():
        child = subprocess.Popen([sys.executable, "-m", "hatang", "worker", "--attached"], stdin=subprocess.PIPE)
        while child.poll() is None and not stopped.wait(0.5):
            pass
        if child.stdin:
            child.stdin.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(timeout=8)
        if child.poll() is None:
            child.kill()
        if not stopped.is_set():
            time.sleep(2)


@contextlib.contextmanager
def _noted() -> Iterator[None]:
    """Leave a note that a server uses this data folder, for commands that must not run beside it."""
    from django.conf import settings

    note = settings.DATA / "server.pid"
    note.write_text(str(os.getpid()))
    try:
        yield
    finally:
        note.unlink(missing_ok=True)


def _welcome(host: str, port: int, accounts: list[Account]) -> None:
    from hatang.cli.commands.demo import first_passwords, tell_accounts

    say(_("Hạ Tầng Xã đang chạy: http://%(host)s:%(port)d/") % {"host": host, "port": port})
    if accounts:
        tell_accounts(accounts)
    elif first_passwords().is_file():
        say(_("Chưa đăng nhập lần đầu? Mật khẩu dùng một lần ghi trong %s") % first_passwords())
    say(_("Dừng: Ctrl+C"))
