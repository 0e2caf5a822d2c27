"""What `./run` does once there is a virtual environment: install the pins, then hand the arguments on.

Only the standard library is imported here, since nothing else is installed the first time.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
DEVELOPMENT = {"test", "pytest", "lint", "bench", "messages", "pins", "evaluate"}


def main(arguments: list[str]) -> int:
    """Install what the wanted command needs and run it; the exit code is the command's own."""
    command = arguments[0] if arguments else "help"
    install("dev" if command in DEVELOPMENT else "base")
    link_sources()
    compile_messages()
    if command in DEVELOPMENT:
        return development(command, arguments[1:])
    return call(PYTHON, "-m", "hatang", *(["--help"] if command == "help" else arguments), folder=Path.cwd())


def install(group: str) -> None:
    """Install the hashed pins of `group` ("base", or "dev" which contains it) unless they are already there."""
    if stamp_of(group).is_file() and stamp_of(group).read_text() == digest_of(group):
        return
    print("Đang cài các thư viện cần thiết… / Installing the libraries needed…", file=sys.stderr, flush=True)
    uv = shutil.which("uv")
    installer = [uv, "pip", "install", "--python", PYTHON] if uv else [PYTHON, "-m", "pip", "install", "--quiet"]
    if call(*installer, "--require-hashes", "-r", f"requirements/{group}.txt"):
        sys.exit("Không cài được thư viện; xem thông báo ở trên rồi chạy lại. / Installing failed: see above.")
    for contained in ("base", "dev") if group == "dev" else ("base",):
        stamp_of(contained).write_text(digest_of(contained))


def stamp_of(group: str) -> Path:
    """Where it is noted which pins of `group` are installed."""
    return Path(sys.prefix) / f".installed-{group}"


def digest_of(group: str) -> str:
    """The hash of the pins of `group` as they stand now."""
    return hashlib.sha256((ROOT / "requirements" / f"{group}.txt").read_bytes()).hexdigest()


def link_sources() -> None:
    """Let the environment import the packages of this checkout."""
    link = Path(sysconfig.get_path("purelib")) / "hatang-checkout.pth"
    source = str(ROOT / "src")
    if not link.is_file() or link.read_text() != source:
        link.write_text(source)


def compile_messages() -> None:
    """Compile the catalogues that are newer than their compiled form."""
    for catalogue in (ROOT / "src").rglob("LC_MESSAGES/*.po"):
        compiled = catalogue.with_suffix(".mo")
        if not compiled.is_file() or compiled.stat().st_mtime < catalogue.stat().st_mtime:
            call(PYTHON, str(ROOT / "tools/messages.py"), "compile")
            return


def development(command: str, rest: list[str]) -> int:
    """The commands of those who build the product: `CONTRIBUTING.md` lists them."""
    if command == "test":
        return lint() or pytest(rest)
    if command == "pytest":
        return pytest(rest)
    if command == "lint":
        return lint()
    if command == "bench":
        return call(PYTHON, "-m", "bench", *rest)
    if command == "evaluate":
        return call(PYTHON, "-m", "vanban.evaluation", *rest)
    if command == "messages":
        return call(PYTHON, str(ROOT / "tools/messages.py"), *(rest or ["update"]))
    return call(PYTHON, str(ROOT / "tools/pins.py"), *rest)


def lint() -> int:
    """Style, types and the floor plan; the first that fails stops the rest."""
    source = ["src", "tools", "bench"]
    return (
        call(PYTHON, "-m", "ruff", "check", *source)
        or call(PYTHON, "-m", "ruff", "format", "--check", *source)
        or call(PYTHON, "-m", "mypy")
        or call(PYTHON, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()")
        or call(PYTHON, str(ROOT / "tools/messages.py"), "check")
    )


def pytest(rest: list[str]) -> int:
    """The whole suite on as many processes as there are processors."""
    parallel = [] if any(part.startswith(("-n", "--pdb")) for part in rest) else ["-n", "auto"]
    return call(PYTHON, "-m", "pytest", *parallel, *rest)


def call(*command: str, folder: Path = ROOT) -> int:
    """Run one command at the root of the checkout, or in another folder, and give back its exit code."""
    try:
        return subprocess.call(command, cwd=folder, env={**os.environ, "PYTHONUTF8": "1"})
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
