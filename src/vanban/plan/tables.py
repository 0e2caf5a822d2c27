"""Tables of targets, of works and of duties, told apart by the words in their first rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from vanban.model import Cell, Span
from vanban.plan.assignments import role_of
from vanban.plan.clauses import Clause
from vanban.plan.columns import Column, columns_of
from vanban.plan.model import Assignment, Comparator, Kind, Role, Schedule, Target, Task
from vanban.plan.parts import Place, Purpose
from vanban.plan.quantities import quantities_in
from vanban.plan.schedules import schedules_in
from vanban.plan.sectors import sector_of
from vanban.plan.tasks import object_of
from vanban.plan.units import UNIT
from vanban.plan.values import find_amounts
from vanban.plan.verbs import leading_verbs
from vanban.reader.blocks import Block
from vanban.text.dates import find_moments
from vanban.text.folding import fold
from vanban.text.numbers import NUMBER, parse_number

_ORDER = re.compile(r"[IVXLA-H]{1,5}[.)]?|\d{1,2}(?:\.\d{1,2})*[.)]?")
_IN_BRACKETS = re.compile(r"\((?:đơn vị(?: tính)?\s*:?\s*)?(%|[^\W\d_][^()\d]{0,18}[\d²³]?)\)\s*$")
_AFTER_NUMBER_OF = re.compile(rf"so\s+(?:luong\s+)?(?P<unit>{UNIT})")
_CELL_NUMBER = re.compile(
    rf"^\s*(?P<sign>≥|>=|≤|<=|>|<|=|tren|duoi|"
    rf"tu)?\s*(?P<a>{NUMBER})(?:\s*[-–]\s*(?P<b>{NUMBER}))?\s*(?P<unit>%)?\s*(?P<up>tro len)?\s*$"
)
_SIGNS = {"≥": Comparator.AT_LEAST, ">=": Comparator.AT_LEAST, "tu": Comparator.AT_LEAST, "≤": Comparator.AT_MOST,
        "<=": Comparator.AT_MOST, ">": Comparator.ABOVE, "tren": Comparator.ABOVE, "<": Comparator.BELOW,
        "duoi": Comparator.BELOW}  # fmt: skip


@dataclass(slots=True)
class TableReading:
    """What was read from tables."""

    targets: list[Target] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    assignments: list[Assignment] = field(default_factory=list)
    schedules: list[Schedule] = field(default_factory=list)
    used: set[Span] = field(default_factory=set)


def read_tables(rows: list[tuple[Block, Place]], default_year: int | None, first_year: int | None) -> TableReading:
    """Everything the tables of a document say; a table whose header is not understood gives nothing."""
    reading = TableReading()
    for table in _tables(rows):
        columns, start = columns_of([block for block, _ in table], first_year)
        if columns:
            group = ""
            for block, place in table[start:]:
                group = _group_of(block) or group
                _read_row(block, place, columns, default_year, group, reading)
    return reading


def _tables(rows: list[tuple[Block, Place]]) -> Iterator[list[tuple[Block, Place]]]:
    table: list[tuple[Block, Place]] = []
    for block, place in rows:
        assert block.row is not None  # noqa: S101 - the caller gives rows only
        if table and (table[-1][0].row or block.row).table != block.row.table:
            yield table
            table = []
        table.append((block, place))
    if table:
        yield table


def _group_of(block: Block) -> str:
    """A row that only names a group ("I | Hạ tầng giao thông")."""
    cells = [cell.text for cell in block.row.cells if cell.text.strip()] if block.row else []
    words = [cell for cell in cells if not _ORDER.fullmatch(cell.strip()) and not _CELL_NUMBER.match(fold(cell))]
    return words[0] if len(cells) <= 2 and len(words) == 1 else ""


def _read_row(
    block: Block, place: Place, columns: list[Column], default_year: int | None, group: str, reading: TableReading
) -> None:
    cells = block.row.cells if block.row else ()
    by_role = {column.role: cell for column, cell in zip(columns, cells, strict=False) if cell.text.strip()}
    name = by_role.get("name")
    if name is None or len(cells) < 2 or _group_of(block) or len(cells) < len(columns) - 1:
        return
    near = (group, *place.headings)
    roles = {column.role for column in columns}
    if "target" in roles and not roles & {"leads", "size", "cooperates"} and place.purpose is not Purpose.ORGANISATION:
        found = list(_targets(block, name, columns, cells, by_role, place, near, default_year))
        reading.targets.extend(found)
    else:
        found = []
        _read_work(block, name, by_role, place, near, default_year, reading, roles)
    reading.used.add(block.span)


def _targets(
    block: Block, name: Cell, columns: list[Column], cells: tuple[Cell, ...], by_role: dict[str, Cell], place: Place,
    near: tuple[str, ...], default_year: int | None,
) -> Iterator[Target]:  # fmt: skip
    unit = by_role["unit"].text.strip() if "unit" in by_role else ""
    for column, cell in zip(columns, cells, strict=False):
        if column.role == "target" and cell.text.strip(" -–…."):
            target = _target(block, name.text, unit, cell.text, column.year or default_year, place, near)
            if target:
                yield target


def _target(
    block: Block, name: str, unit: str, value: str, year: int | None, place: Place, near: tuple[str, ...]
) -> Target | None:
    amount = _cell_amount(value, unit or _unit_in_name(name))
    folded = fold(value)
    if amount is None and not re.match(r"(?:dat|co|x|duy tri|hoan thanh)\b", folded.strip()):
        return None
    number, number_max, comparator, own_unit = amount or (None, None, Comparator.EXISTS, None)
    keeps = amount is None and ("duy tri" in folded or "duy tri" in fold(name))
    kind = Kind.STATUS if amount is None else (Kind.RATIO if own_unit == "%" else Kind.COUNT)
    return Target(
        path=place.path, subject=name.strip(" .;:-"), kind=kind, comparator=Comparator.MAINTAIN if keeps else comparator,
        value=number, value_max=number_max, unit=own_unit, year=year, aspirational="phan dau" in fold(name + value),
        sector=sector_of(name, near), quote=block.text, span=block.span, confidence=0.9,
    )  # fmt: skip


def _unit_in_name(name: str) -> str:
    """The unit a name tells where no column does: "Chiều dài kênh (km)", "Tỷ lệ hộ…", "Số thôn có…"."""
    if bracket := _IN_BRACKETS.search(name):
        return bracket[1].strip()
    if counted := _AFTER_NUMBER_OF.match(fold(name)):
        return name[slice(*counted.span("unit"))]
    return "%" if fold(name).startswith(("ty le", "ti le")) else ""


def _cell_amount(value: str, unit: str) -> tuple[float, float | None, Comparator, str] | None:
    match = _CELL_NUMBER.match(fold(value))
    if match:
        first, last = parse_number(match["a"]), parse_number(match["b"]) if match["b"] else None
        if first is None:
            return None
        comparator = Comparator.BETWEEN if last is not None else _SIGNS.get(match["sign"] or "", Comparator.EQUAL)
        comparator = Comparator.AT_LEAST if match["up"] else comparator
        return float(first), float(last) if last is not None else None, comparator, match["unit"] or unit or ""
    amounts = find_amounts(value)
    if not amounts:
        return None
    return amounts[0].value, amounts[0].value_max, amounts[0].comparator, amounts[0].unit


def _read_work(
    block: Block,
    name: Cell,
    by_role: dict[str, Cell],
    place: Place,
    near: tuple[str, ...],
    year: int | None,
    reading: TableReading,
    roles: set[str],
) -> None:
    is_duty = place.purpose is Purpose.ORGANISATION and not roles & {"size", "where"} and not _names_work(place)
    if "actor" in by_role:
        actor = by_role["actor"].text.strip(" .;-–")
        reading.assignments.append(Assignment(place.path, actor, role_of(name.text), name.text, block.text, block.span, 0.85))
    elif not is_duty:
        reading.tasks.append(_task(block, name, by_role, place, near))
    for role, kind in (("leads", Role.LEADS), ("cooperates", Role.COOPERATES)):
        if role in by_role and by_role[role].text.strip(" -–"):
            actor = by_role[role].text.strip(" .;-–")
            own = kind if kind is Role.COOPERATES or "leads" in roles else role_of(name.text)
            reading.assignments.append(Assignment(place.path, actor, own, name.text, block.text, block.span, 0.9))
    if "time" in by_role:
        reading.schedules.extend(_schedules(block, by_role["time"], place, year))


def _names_work(place: Place) -> bool:
    """Whether a part about organisation also says that it lists the work: "Nhiệm vụ và phân công"."""
    return bool(place.headings and re.search(r"nhiem vu|danh muc|cong trinh|noi dung thuc hien", fold(place.headings[0])))


def _task(block: Block, name: Cell, by_role: dict[str, Cell], place: Place, near: tuple[str, ...]) -> Task:
    verbs = leading_verbs(name.text)
    size = by_role.get("size")
    quantities = quantities_in(Clause(name.text, name.span)) or (quantities_in(Clause(size.text, size.span)) if size else ())
    rest = name.text[verbs:].strip()
    return Task(
        place.path, name.text[:verbs].strip(), object_of(rest) or rest, sector_of(name.text, near), quantities, block.text,
        block.span, 0.85 if verbs else 0.75,
    )  # fmt: skip


def _schedules(block: Block, cell: Cell, place: Place, year: int | None) -> Iterator[Schedule]:
    """The time of a row: "Quý II/2026", "2026", "2026 - 2028", "trước 30/6/2026", "Hằng quý"."""
    from vanban.plan.model import ScheduleKind

    years = re.fullmatch(r"\s*(?:nam\s+)?(20\d\d)(?:\s*[-–]\s*(20\d\d))?\s*", fold(cell.text))
    if years:
        kind = ScheduleKind.PERIOD if years[2] else ScheduleKind.DEADLINE
        yield Schedule(place.path, kind, None, years[1] if years[2] else None, years[2] or years[1], block.text, block.span, 0.85)
        return
    found = list(schedules_in(Clause(cell.text, cell.span), place, year))
    moments = find_moments(cell.text, year)
    if found:
        for item in found:
            yield Schedule(place.path, item.kind, item.every, item.start, item.due, block.text, block.span, item.confidence)
    elif moments:
        first, last = moments[0].value, moments[-1].value
        kind = ScheduleKind.PERIOD if len(moments) > 1 else ScheduleKind.DEADLINE
        yield Schedule(place.path, kind, None, first if len(moments) > 1 else None, last, block.text, block.span, 0.85)
    elif "thuong xuyen" in fold(cell.text):
        return
