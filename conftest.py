"""What every test may ask for: the tools of the machine, and both databases."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("hatang", deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a law, not a time
settings.load_profile("hatang")

TOOLS = {
    "browser": ["chromium"],
    "office": ["soffice"],
    "ocr": ["tesseract"],
    "postgres": ["initdb"],
}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--postgres", action="store_true", help="insist that the suite runs on PostgreSQL")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        for marker in item.iter_markers():
            missing = [tool for tool in TOOLS.get(marker.name, []) if not found(tool)]
            if missing and not os.environ.get("HATANG_REQUIRE_ALL"):
                item.add_marker(pytest.mark.skip(reason=f"CẦN / NEEDS: {', '.join(missing)}"))


def found(tool: str) -> bool:
    """Whether a program, and for text recognition its Vietnamese model, is on this machine."""
    if shutil.which(tool) is None:
        return False
    return tool != "tesseract" or any(Path("/usr/share").glob("tesseract-ocr/*/tessdata/vie.traineddata"))


@pytest.fixture(autouse=True, scope="session")
def _on_postgres(request: pytest.FixtureRequest) -> None:
    """With --postgres, a suite that quietly ran on SQLite would be a lie."""
    if request.config.getoption("--postgres"):
        from django.db import connection

        if connection.vendor != "postgresql":
            pytest.exit("HATANG_DATABASE_URL does not lead to PostgreSQL", returncode=3)
