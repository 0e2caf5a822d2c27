"""Schools, houses of culture, loudspeakers, water and waste of the villages, as rows of the inventory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from shapely.geometry import Point

from tools.demonstration.ground import Ground, Spot
from tools.demonstration.works import Row, row, thon

NETWORKS = ("Nhà mạng A", "Nhà mạng B")


def services(place: Ground, spots: Sequence[Spot]) -> list[Row]:
    """All that serves the people of the villages."""
    makers = (_schools, _health, _culture, _market, _speakers, _phones, _water, _waste)
    return [entry for make in makers for entry in make(place, spots)]


def _schools(place: Ground, spots: Sequence[Spot]) -> Iterator[Row]:
    schools = (
        ("preschool", "Trường Mầm non", 4, False, 214, 12, 8),
        ("primary", "Trường Tiểu học", 4, True, 402, 18, 18),
        ("lower_secondary", "Trường Trung học cơ sở", 9, True, 318, 12, 11),
    )
    for level, name, village, standard, pupils, rooms, solid in schools:
        here = place.near(spots[village], 60, 220)
        yield row(
            place,
            "school",
            name,
            village,
            Point(here),
            condition_="good" if standard else "fair",
            working_="working",
            level=level,
            meets_standard=standard,
            pupils=pupils,
        )
        yield row(
            place,
            "classrooms",
            f"Dãy phòng học {name}",
            village,
            Point(place.near(here, 25, 50)),
            condition_="fair",
            working_="working",
            level=level,
            school=f"{name} (minh họa)",
            rooms=rooms,
            solid=solid,
        )
    for village, rooms, solid in ((1, 3, 2), (6, 2, 0), (12, 3, 3)):
        spot = Point(place.near(spots[village], 50, 150))
        yield row(
            place,
            "classrooms",
            f"Điểm trường mầm non {thon(village)}",
            village,
            spot,
            condition_="poor" if solid < rooms else "good",
            working_="working",
            level="preschool",
            school="Trường Mầm non (minh họa)",
            rooms=rooms,
            solid=solid,
        )


def _health(place: Ground, spots: Sequence[Spot]) -> Iterator[Row]:
    for village, name, good, rooms in (
        (4, "Trạm Y tế xã", True, 11),
        (1, "Điểm trạm y tế số 1", True, 6),
        (12, "Điểm trạm y tế số 2", False, 5),
    ):
        here = Point(place.near(spots[village], 60, 200))
        state = "good" if good else "poor"
        yield row(
            place, "health_station", name, village, here, condition_=state, working_="working", meets_criteria=good, rooms=rooms
        )


def _culture(place: Ground, spots: Sequence[Spot]) -> Iterator[Row]:
    centre = spots[4]
    for kind, name, good in (
        ("house_of_culture", "Nhà văn hóa xã", False),
        ("sports_ground", "Sân thể thao xã", True),
        ("playground", "Điểm vui chơi cộng đồng xã", True),
    ):
        here = Point(place.near(centre, 60, 220))
        yield row(
            place,
            kind,
            name,
            None,
            here,
            condition_="good" if good else "poor",
            working_="working",
            reach="commune",
            meets_standard=good,
        )
    for village, spot in enumerate(spots):
        if village == 13:
            continue
        good = village not in {6, 11}
        yield row(
            place,
            "house_of_culture",
            f"Nhà văn hóa {thon(village)}",
            village,
            Point(place.near(spot, 20, 120)),
            condition_="good" if good else "bad",
            working_="working" if good else "partly",
            reach="village",
            meets_standard=good,
            seats=place.chance.randrange(60, 130, 10),
            area=place.chance.randrange(70, 140, 5),
        )


def _market(place: Ground, spots: Sequence[Spot]) -> Iterator[Row]:
    found = row(
        place,
        "market",
        "Chợ",
        4,
        Point(place.near(spots[4], 80, 200)),
        condition_="poor",
        working_="working",
        meets_standard=False,
        stalls=46,
        area=1850,
    )
    yield {**found, "name": "Chợ Sỹ Bình (minh họa số liệu)"}


def _speakers(place: Ground, spots: Sequence[Spot]) -> Iterator[Row]:
    here = Point(place.near(spots[4], 60, 180))
    yield row(place, "radio_station", "Đài truyền thanh xã", None, here, condition_="good", working_="working", uses_ict=True)
    broken = {3, 7, 8, 10}
    for village, kind in enumerate(("ict", "ict", "fm", "fm", "ict", "ict", "", "fm", "wired", "ict", "fm", "", "ict", "fm")):
        if kind:
            state, working = ("bad", "not_working") if village in broken else ("good", "working")
            yield row(
                place,
                "loudspeakers",
                f"Cụm loa {thon(village)}",
                village,
                Point(place.near(spots[village], 30, 150)),
                condition_=state,
                working_=working,
                type=kind,
                speakers=place.chance.randint(2, 5),
            )


def _phones(place: Ground, spots: Sequence[Spot]) -> Iterator[Row]:
    weak = {(2, 1), (3, 0), (3, 1), (6, 1), (8, 1), (13, 1), (11, 1)}
    for village, spot in enumerate(spots):
        for number, network in enumerate(NETWORKS):
            signal = (
                "none"
                if village in {6, 11} and number == 1
                else "weak"
                if (village, number) in weak or village in {11}
                else "good"
            )
            name = f"Sóng {network}, {thon(village)}"
            here = Point(place.near(spot, 20, 90))
            yield row(place, "phone_coverage", name, village, here, network=f"{network} (minh họa)", signal=signal)
    for village, size, households in ((3, 420, 21), (6, 380, 17), (11, 520, 34)):
        area = Point(place.near(spots[village], 500, 900)).buffer(size, quad_segs=4).intersection(place.inner)
        name = f"Vùng lõm sóng {thon(village)}"
        yield row(place, "dead_zone", name, village, area, networks=", ".join(NETWORKS), households=households)
    for village in (4, 9):
        here = Point(place.near(spots[village], 60, 200))
        yield row(
            place,
            "post_point",
            f"Điểm bưu chính {thon(village)}",
            village,
            here,
            working_="working",
            services="Thư, bưu kiện, báo",
        )


def _water(place: Ground, spots: Sequence[Spot]) -> Iterator[Row]:
    schemes = (
        (0, 90, 62, True, "working"),
        (2, 120, 88, True, "working"),
        (4, 100, 71, True, "working"),
        (5, 140, 104, True, "working"),
        (7, 80, 58, False, "partly"),
        (8, 60, 44, True, "not_working"),
        (9, 160, 121, True, "working"),
        (12, 70, 55, True, "working"),
    )
    for village, capacity, households, good, working in schemes:
        state = {"working": "good", "partly": "poor", "not_working": "bad"}[working]
        yield row(
            place,
            "water_scheme",
            f"Công trình cấp nước {thon(village)}",
            village,
            Point(place.near(spots[village], 300, 800)),
            condition_=state,
            working_=working,
            capacity=capacity,
            households=households,
            meets_standard=good,
        )


def _waste(place: Ground, spots: Sequence[Spot]) -> Iterator[Row]:
    for village in (0, 2, 4, 5, 8, 9, 12):
        here = Point(place.near(spots[village], 200, 450))
        yield row(
            place,
            "waste_point",
            f"Điểm tập kết rác {thon(village)}",
            village,
            here,
            condition_="fair",
            working_="working",
            bins=place.chance.randint(2, 8),
            carts=place.chance.randint(0, 3),
        )
    for village in (0, 1, 2, 4, 5, 7, 9, 12):
        here = Point(place.near(spots[village], 20, 120))
        yield row(
            place,
            "sanitation_team",
            f"Tổ vệ sinh môi trường {thon(village)}",
            village,
            here,
            working_="working",
            members=place.chance.randint(3, 7),
            trips=place.chance.randint(1, 2),
        )
