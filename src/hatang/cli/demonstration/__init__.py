"""The demonstration: xã Vĩnh Thông with its real plan, and people, villages, works and figures that are illustrative.

Each module sets up one room through that room's own services; `install` says in which order. Nothing is dated back in the trail:
the figures of past quarters were entered today, and the trail says so.
"""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from hatang.cli.commands.demo import PLAN
from hatang.cli.demonstration.figures import fill_figures
from hatang.cli.demonstration.inventory import fill_inventory
from hatang.cli.demonstration.people import Account, cast, make_people
from hatang.cli.demonstration.places import make_villages
from hatang.cli.demonstration.present import begin_present
from hatang.cli.demonstration.upkeep import fill_upkeep
from hatang.cli.demonstration.works import fill_works
from hatang.cli.words import _, say
from hatang.commune.services import create_commune
from hatang.core.audit import Actor, acting
from hatang.core.tenancy import commune_scope
from hatang.plans.services import confirm, import_file

CODE = "01981"
INSTALLER = Actor(name="hệ thống (bản trình diễn)")


def install(today: dt.date) -> list[Account]:
    """Make the commune with all that the demonstration shows as of `today`; gives the accounts with their first passwords."""
    with acting(INSTALLER), transaction.atomic():
        commune = create_commune(CODE, demonstration=True)
        with commune_scope(commune.pk):
            say(_("Đọc kế hoạch của %s…") % commune.full_name)
            plan = confirm(import_file(PLAN))
            say(_("Dựng thôn, sổ công trình và số liệu minh họa…"))
            make_villages()
            accounts = make_people()
            fill_inventory()
            people = cast()
            begin_present(fill_figures(plan, people, today), people, today)
            fill_upkeep(people, today)
            fill_works(plan, people, today)
    return accounts


__all__ = ["CODE", "Account", "install"]
