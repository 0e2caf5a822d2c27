"""Compile the hashed pins from `requirements/*.in`, for every system, without naming an index.

Needs `uv` on the path, or in the environment as a module; only whoever changes a dependency runs this.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

REQUIREMENTS = Path(__file__).resolve().parent.parent / "requirements"
QUIET = ("--quiet", "--no-emit-index-url", "--no-emit-find-links", "--no-annotate", "--no-header")


def compile_pins(group: str, extra: list[str]) -> None:
    """Write `requirements/<group>.txt` from `<group>.in`; `extra` is handed on (`--upgrade`)."""
    uv = shutil.which("uv")
    if uv is None:
        sys.exit("Cần uv để biên dịch danh sách thư viện. / uv is needed to compile the pins.")
    command = [uv, "pip", "compile", *QUIET, "--universal", "--python-version", "3.11", "--generate-hashes"]
    subprocess.run([*command, *extra, f"{group}.in", "-o", f"{group}.txt"], cwd=REQUIREMENTS, check=True)


if __name__ == "__main__":
    for name in ("base", "dev"):
        compile_pins(name, sys.argv[1:])
