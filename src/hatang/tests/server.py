"""The product as people run it: `hatang start` in a process of its own, on loopback."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
PATIENCE = 180  # seconds: a busy machine prepares the database slowly


@dataclass(frozen=True)
class Running:
    """Where it answers, who may sign in, and where its data lies."""

    address: str
    passwords: dict[str, str]
    data: Path
    said: str


@contextmanager
def running(data: Path) -> Iterator[Running]:
    """Start the product on an empty data folder, and stop it as Ctrl+C would."""
    keep = {name: value for name, value in os.environ.items() if not name.startswith(("HATANG_", "DJANGO_"))}
    environment = {**keep, "HATANG_DATA": str(data), "PYTHONPATH": str(SOURCE), "PYTHONUTF8": "1"}
    log = data / "start.log"
    with log.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "hatang", "start", "--port", str(18000 + os.getpid() % 2000)],
            env=environment, stdout=out, stderr=subprocess.STDOUT,
        )  # fmt: skip
    try:
        yield _ready(process, data, log)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)


def _ready(process: subprocess.Popen[bytes], data: Path, log: Path) -> Running:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        said = log.read_text()
        found = re.search(r"http://[\d.]+:\d+", said)
        if found and "Ctrl+C" in said:
            lines = (data / "mat-khau-lan-dau.txt").read_text().splitlines()
            return Running(found[0], dict(line.split("\t") for line in lines), data, said)
        if process.poll() is not None:
            raise AssertionError(said)
        time.sleep(0.2)
    raise AssertionError(f"not ready after {PATIENCE} s: {log.read_text()}")
