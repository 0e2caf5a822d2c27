"""Rows of works for tests, in the commune in scope. Everything is visibly made up."""

from __future__ import annotations

import datetime as dt
from itertools import count
from typing import Any

from hatang.assets.models import Asset
from hatang.assets.services import add as add_asset
from hatang.commune.models import Village
from hatang.core.sectors import Sector
from hatang.projects.models import Company, FundingSource, Project, ProjectVillage
from vanban.text.folding import fold_for_search

_numbers = count(1)
DAY = dt.date(2026, 6, 1)
LINE = {"type": "LineString", "coordinates": [[105.9, 22.2], [105.91, 22.21]]}


def make_village(name: str = "", households: int = 40) -> Village:
    """A village that does not exist."""
    name = name or f"thôn Ví Dụ {next(_numbers)}"
    village: Village = Village.objects.create(name=name, folded_name=fold_for_search(name), households=households)
    return village


def make_company(name: str = "") -> Company:
    """A builder that does not exist."""
    name = name or f"Công ty Ví Dụ {next(_numbers)}"
    company: Company = Company.objects.create(name=name, folded_name=fold_for_search(name))
    return company


def make_road(village: Village | None = None, *, surface: str = "earth", road_class: str = "axis", metres: int = 500) -> Asset:
    """An existing road segment."""
    attributes = {"class": road_class, "surface": surface}
    name = f"Đường ví dụ {next(_numbers)}"
    asset = Asset(kind="road_segment", name=name, village=village, attributes=attributes, stated_length_m=metres)
    return add_asset(asset)


def make_project(name: str = "", *, villages: tuple[Village, ...] = (), **given: Any) -> Project:
    """A work just proposed."""
    name = name or f"Đường ví dụ số {next(_numbers)}"
    facts = {"kind": "community", "sector": Sector.TRANSPORT, "folded_name": fold_for_search(name), **given}
    project: Project = Project.objects.create(name=name, **facts)
    for village in villages:
        ProjectVillage.objects.create(project=project, village=village)
    return project


def make_source(name: str = "", *, kind: str = "commune", first_year: int = 2026) -> FundingSource:
    """A source of money."""
    number = next(_numbers)
    source: FundingSource = FundingSource.objects.create(
        code=f"vi-du-{number}", name=name or f"Nguồn ví dụ {number}", kind=kind, first_year=first_year
    )
    return source
