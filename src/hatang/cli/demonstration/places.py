"""Villages with names that nobody takes for real ones."""

from __future__ import annotations

from hatang.cli.demonstration.data import drawn
from hatang.commune.models import Village
from hatang.commune.services import create_village


def make_villages() -> None:
    """The villages of the demonstration, with the ground that is nearest to each as their outline."""
    for place in drawn()["villages"]:
        village = create_village(place["name"], place["households"])
        village.geometry = place["outline"]
        village.save(update_fields=["geometry"])


def villages() -> list[Village]:
    """The villages in the order of the map."""
    by_name = {village.name: village for village in Village.objects.select_related("unit")}
    return [by_name[place["name"]] for place in drawn()["villages"]]
