"""How much two works look like one, put together from place, name, thing, village, years, source and the asset they touch.

Where both are drawn, places say most; otherwise names do. Different things, numbered parts and long pauses speak against it.
Source of the weights: tuned on the odd pairs of `evaluation/pairs.csv`, measured on the even ones.
"""

from __future__ import annotations

from hatang.projects.overlap.rules import names, places
from hatang.projects.overlap.rules.names import Name, NameLikeness
from hatang.projects.overlap.rules.places import PlaceLikeness
from hatang.projects.overlap.rules.values import Fact, Likeness, Reason, Thing, Thresholds

BY_PLACE = {"place": 0.62, "name": 0.28, "rest": 0.10}
BY_NAME = {"name": 0.75, "village": 0.15, "rest": 0.10}
DRAWN_APART = 0.55  # the most that names count for works drawn in different places
OTHER_THING = 0.35
UNSAID_THING = 0.9
OTHER_SECTOR = 0.6
OTHER_VILLAGE = 0.5
OTHER_COMMUNE = 0.7  # villages of two communes often have one name
YEARS_FAR = 0.5
YEARS_NEAR = 0.95
SAME_ASSET = 1.0
SAME_SOURCE = 0.03


def compare(first: Thing, second: Thing, lines: Thresholds) -> Likeness:
    """How much two works, or a work and something that stands, look like one."""
    said, other = names.read(first.name), names.read(second.name)
    likeness = names.alike(said, other, same=lines.alike)
    place = _place(first, second, lines)
    village = _same_village(first, second, said, other)
    score = _base(first, second, likeness, place, village, lines)
    reasons = [*_place_reasons(place), *_name_reasons(likeness, score), *_village_reasons(village)]
    for factor, found in (_thing(first, second, said, other), _years(first, second, lines)):
        score *= factor
        reasons += found
    shared = sorted(first.sources & second.sources)
    if shared:
        score += SAME_SOURCE
        reasons.append(Reason(Fact.SAME_SOURCE, {"sources": shared}))
    return Likeness(round(min(score, 1.0), 3), tuple(reasons))


def _place(first: Thing, second: Thing, lines: Thresholds) -> PlaceLikeness | None:
    """Where they lie; that both touch one asset counts as one place where not both are drawn (a road has many stretches)."""
    drawn = places.alike(first.shape, second.shape, lines) if first.shape and second.shape else None
    if drawn is None and first.asset is not None and first.asset == second.asset:
        return PlaceLikeness(SAME_ASSET, Reason(Fact.SAME_ASSET))
    return drawn


def _base(
    first: Thing, second: Thing, name: NameLikeness, place: PlaceLikeness | None, village: bool | None, lines: Thresholds
) -> float:
    if place and place.score >= lines.placed:
        return BY_PLACE["place"] * place.score + BY_PLACE["name"] * name.score + BY_PLACE["rest"]
    if place:
        return DRAWN_APART * name.score
    agrees = {True: 1.0, None: 0.6, False: 0.0}[village]
    score = BY_NAME["name"] * name.score + BY_NAME["village"] * agrees + BY_NAME["rest"]
    if village is False:
        score *= OTHER_VILLAGE
    return score * (OTHER_COMMUNE if first.commune != second.commune else 1)


def _same_village(first: Thing, second: Thing, said: Name, other: Name) -> bool | None:
    left = names.villages_of(first.villages) or said.hamlets
    right = names.villages_of(second.villages) or other.hamlets
    return bool(left & right) if left and right else None


def _thing(first: Thing, second: Thing, said: Name, other: Name) -> tuple[float, list[Reason]]:
    same = names.same_thing(said, other)
    if same is False:
        return OTHER_THING, [Reason(Fact.OTHER_THING)]
    if same is None:
        return UNSAID_THING if first.sector == second.sector else OTHER_SECTOR, []
    return 1.0, [Reason(Fact.SAME_THING, {"thing": said.thing})]


def _years(first: Thing, second: Thing, lines: Thresholds) -> tuple[float, list[Reason]]:
    if not first.years or not second.years:
        return 1.0, []
    gap = max(first.years[0], second.years[0]) - min(first.years[1], second.years[1])
    values = {"first": first.years, "second": second.years, "gap": max(gap, 0)}
    if gap > lines.years:
        return YEARS_FAR, [Reason(Fact.YEARS_FAR, values)]
    if second.is_asset or first.is_asset:
        return 1.0, [Reason(Fact.BUILT_RECENTLY, values)]
    return (1.0, [Reason(Fact.YEARS_MEET, values)]) if gap <= 0 else (YEARS_NEAR, [Reason(Fact.YEARS_NEAR, values)])


def _place_reasons(place: PlaceLikeness | None) -> list[Reason]:
    return [place.reason] if place else []


def _name_reasons(name: NameLikeness, score: float) -> list[Reason]:
    found = []
    if name.shared:
        found.append(Reason(Fact.PART_OF_NAME if name.score < 0.9 else Fact.SAME_NAME, {"words": list(name.shared)}))
    if name.labels:
        found.append(Reason(Fact.OTHER_LABEL, {"labels": list(name.labels)}))
    return found


def _village_reasons(village: bool | None) -> list[Reason]:
    if village is None:
        return []
    return [Reason(Fact.SAME_VILLAGE if village else Fact.OTHER_VILLAGE)]
