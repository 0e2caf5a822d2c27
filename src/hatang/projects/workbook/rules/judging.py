"""What each row would do: a new work, changes, nothing, a clash with what somebody else changed, or what is wrong with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from hatang.core.spreadsheets.cells import Problem
from hatang.projects.workbook.layout import ASKED_OF_NEW, CHOICES, HEADERS, LOOK_ONLY, MONEY, YEARS, Column
from hatang.projects.workbook.model import Change, Filled, Ground, Known, Outcome, State, Value
from hatang.projects.workbook.rules.texts import chosen, mark, same, untouched, village_names
from vanban.text.folding import unify_tones

ONCE = {Column.NAME: "name_taken", Column.CODE: "code_taken", Column.NATIONAL: "national_taken"}
Place = tuple[int, int]  # the key of a work, else the row of a new one
MOST_QUANTITY = Decimal(10) ** 12


def judge(rows: Sequence[Filled], ground: Ground) -> list[Outcome]:
    """Every row with what becomes of it, in the order of the file."""
    found = [_new(row, ground) if not row.pk else _existing(row, ground) for row in rows]
    for column, code in ONCE.items():
        found = _once(found, ground, column, code)
    return found


def _new(row: Filled, ground: Ground) -> Outcome:
    changes, problems = [], list(row.problems)
    lacking = [HEADERS[column].rstrip(" *") for column in ASKED_OF_NEW if column not in row.texts]
    if lacking and not problems:
        problems.append(Problem("lacking", {"columns": ", ".join(lacking)}))
    for column, text in row.texts.items():
        value, wrong = _value(column, text, ground)
        problems += wrong
        changes.append(Change(column, "", text, value))
    problems += _out_of_reach(changes, ground)
    problems += _years(changes, None)
    return _outcome(Outcome(State.NEW, row.row, 0, row.texts.get(Column.NAME, ""), tuple(changes), tuple(problems), row.remarks))


def _existing(row: Filled, ground: Ground) -> Outcome:
    known = ground.works.get(row.pk)
    title = known.texts[Column.NAME] if known else row.texts.get(Column.NAME, "")
    bare = Outcome(State.SAME, row.row, row.pk, title, (), row.problems, row.remarks)
    if known is None:
        return _outcome(replace(bare, problems=row.problems or (Problem("work_gone", {}),)))
    touched = [(column, text) for column, text in row.texts.items() if not untouched(column, text, row.was.get(column, ""))]
    if touched and not ground.reaches(known.sector):
        return _outcome(replace(bare, problems=(Problem("other_sector", {}),)))
    changes, found = _compared(touched, row, known, ground)
    problems = [*row.problems, *found, *_out_of_reach(changes, ground)]
    problems += _years(changes, known)
    return _outcome(
        replace(bare, state=State.CHANGED if changes else State.SAME, changes=tuple(changes), problems=tuple(problems))
    )


def _compared(
    touched: Sequence[tuple[Column, str]], row: Filled, known: Known, ground: Ground
) -> tuple[list[Change], list[Problem]]:
    changes: list[Change] = []
    problems: list[Problem] = []
    for column, text in touched:
        now = known.texts[column]
        if column in LOOK_ONLY:
            problems.append(Problem("look_only", {"column": HEADERS[column], "text": text[:40]}))
        elif same(column, text, now):
            continue
        elif column in known.closed:
            problems.append(Problem(known.closed[column], {"column": HEADERS[column].rstrip(" *")}))
        else:
            value, wrong = _value(column, text, ground)
            problems += wrong
            changes.append(Change(column, now, text, value, clash=mark(now) != row.was.get(column, "")))
    return changes, problems


def _outcome(one: Outcome) -> Outcome:
    if one.problems:
        return replace(one, state=State.WRONG)
    return replace(one, state=State.CONFLICT) if any(change.clash for change in one.changes) else one


def _value(column: Column, text: str, ground: Ground) -> tuple[Value, list[Problem]]:
    """What a text of a column means, and what is wrong with it."""
    if column == Column.VILLAGES:
        return _villages(text, ground)
    if column in CHOICES:
        return _choice(column, text, ground)
    if column in YEARS or column in MONEY:
        return int(text), []
    if column == Column.QUANTITY:
        return Decimal(text), [Problem("too_much", {"text": text})] if Decimal(text) >= MOST_QUANTITY else []
    return (" ".join(text.split()) if column == Column.NAME else text), []


def _choice(column: Column, text: str, ground: Ground) -> tuple[Value, list[Problem]]:
    found = chosen(ground.options[column], text)
    if len(found) == 1:
        return found[0], []
    code = "unclear" if found else "unknown"
    return "", [Problem(code, {"column": HEADERS[column].rstrip(" *"), "text": text[:60]})]


def _villages(text: str, ground: Ground) -> tuple[Value, list[Problem]]:
    keys: set[int] = set()
    problems = []
    for name in village_names(ground.villages, text):
        found = chosen(ground.villages, name)
        if len(found) == 1:
            keys.add(int(found[0]))
        else:
            problems.append(Problem("unclear" if found else "unknown", {"column": HEADERS[Column.VILLAGES], "text": name[:60]}))
    return tuple(sorted(keys)), problems


def _out_of_reach(changes: Sequence[Change], ground: Ground) -> list[Problem]:
    sectors = [change.value for change in changes if change.column == Column.SECTOR and change.value]
    return [Problem("other_sector", {}) for sector in sectors if not ground.reaches(str(sector))]


def _years(changes: Sequence[Change], known: Known | None) -> list[Problem]:
    typed = {change.column: change.new for change in changes if change.column in YEARS}
    start, end = ((typed.get(column) or (known.texts[column] if known else "")) for column in (Column.START, Column.END))
    return [Problem("years", {})] if typed and start and end and int(end) < int(start) else []


def _once(found: Sequence[Outcome], ground: Ground, column: Column, code: str) -> list[Outcome]:
    """Rows whose name or code is another work's too, in the books or in the file, once the file is written."""
    typed = {_place(one): change.new for one in found for change in one.changes if change.column == column}
    after = {(pk, 0): known.texts[column] for pk, known in ground.works.items()} | typed
    counted = Counter(unify_tones(text) for text in after.values() if text)
    typed_in = {place: one.row for one in found if (place := _place(one)) in typed}
    doubled = {place for place, text in typed.items() if counted[unify_tones(text)] > 1}
    return [_taken(one, code, after, typed_in) if _place(one) in doubled else one for one in found]


def _place(one: Outcome) -> Place:
    return (one.pk, 0) if one.pk else (0, one.row)


def _taken(one: Outcome, code: str, after: Mapping[Place, str], typed_in: Mapping[Place, int]) -> Outcome:
    """The row with where else its text stands: typed in other rows of the file, else in a work of the books."""
    own, text = _place(one), after[_place(one)]
    others = [place for place, other in after.items() if place != own and other and unify_tones(other) == unify_tones(text)]
    rows = [typed_in[place] for place in others if place in typed_in]
    where = Problem(f"{code}_in_file", {"text": text[:80], "rows": ", ".join(map(str, rows[:5]))})
    problem = where if rows else Problem(code, {"text": text[:80], "key": str(others[0][0])})
    return replace(one, state=State.WRONG, problems=(*one.problems, problem))


def counts(found: Sequence[Outcome]) -> dict[str, int]:
    """How many rows of each state."""
    tally = Counter(one.state for one in found)
    return {state.value: tally[state] for state in State}
