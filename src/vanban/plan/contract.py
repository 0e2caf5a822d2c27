"""A reading as a plain object and back: the reading contract (docs/reading.md)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from vanban.model import Channel, OfficialDocument, OutlineItem, Recipient, Reference, Signer, Span, Unread
from vanban.plan.model import (
    Assignment,
    Comparator,
    Every,
    Kind,
    Period,
    PlanReading,
    Quantity,
    Role,
    Schedule,
    ScheduleKind,
    Sector,
    Target,
    Task,
)


def reading_to_json(reading: PlanReading) -> dict[str, Any]:
    """The plain object of a reading."""
    document = reading.document
    return {
        "text": reading.text,
        "document": _document(document),
        "period": {"start": reading.period.start, "end": reading.period.end} if reading.period else None,
        "references": [_reference(item) for item in document.references],
        "outline": [_part(item) for item in document.outline],
        "targets": [_target(item) for item in reading.targets],
        "tasks": [_task(item) for item in reading.tasks],
        "assignments": [_assignment(item) for item in reading.assignments],
        "schedules": [_schedule(item) for item in reading.schedules],
        "unread": [{"span": list(item.span), "why": item.why} for item in reading.unread],
    }


def _document(document: OfficialDocument) -> dict[str, Any]:
    signer = document.signer
    return {
        "type": document.type,
        "type_name": document.type_name,
        "number": document.number,
        "symbol": document.symbol,
        "issuer": document.issuer,
        "place": document.place,
        "date": document.date.isoformat() if document.date else None,
        "subject": document.subject,
        "signer": {"name": signer.name, "title": signer.title, "capacity": signer.capacity},
        "recipients": [{"name": item.name, "channel": item.channel.value} for item in document.recipients],
    }


def _reference(item: Reference) -> dict[str, Any]:
    date = item.date.isoformat() if item.date else None
    spans = [list(span) for span in item.spans]
    return {"type": item.type, "number": item.number, "symbol": item.symbol, "date": date, "issuer": item.issuer, "spans": spans}


def _part(item: OutlineItem) -> dict[str, Any]:
    children = [_part(child) for child in item.children]
    return {"path": item.path, "marker": item.marker, "heading": item.heading, "span": list(item.span), "children": children}


def _plain_number(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == int(value) else value


def _target(item: Target) -> dict[str, Any]:
    return {
        "path": item.path,
        "subject": item.subject,
        "kind": item.kind.value,
        "comparator": item.comparator.value,
        "value": _plain_number(item.value),
        "value_max": _plain_number(item.value_max),
        "unit": item.unit,
        "year": item.year,
        "aspirational": item.aspirational,
        "sector": item.sector.value if item.sector else None,
        **_source(item),
    }


def _task(item: Task) -> dict[str, Any]:
    quantities = [
        {"value": _plain_number(q.value), "unit": q.unit, "of": q.of, "approximate": q.approximate} for q in item.quantities
    ]
    sector = item.sector.value if item.sector else None
    return {
        "path": item.path,
        "action": item.action,
        "object": item.object,
        "sector": sector,
        "quantities": quantities,
        **_source(item),
    }


def _assignment(item: Assignment) -> dict[str, Any]:
    return {"path": item.path, "actor": item.actor, "role": item.role.value, "duty": item.duty, **_source(item)}


def _schedule(item: Schedule) -> dict[str, Any]:
    every = item.every.value if item.every else None
    return {"path": item.path, "kind": item.kind.value, "every": every, "start": item.start, "due": item.due, **_source(item)}


def _source(item: Target | Task | Assignment | Schedule) -> dict[str, Any]:
    return {"quote": item.quote, "span": list(item.span), "confidence": round(item.confidence, 2)}


def reading_from_json(data: Mapping[str, Any]) -> PlanReading:
    """The reading a plain object holds. Facts the contract leaves out (superior issuer, legal bases) are empty.

    Raises:
        KeyError, ValueError: it is not an object of the reading contract.
    """
    period = data["period"]
    return PlanReading(
        text=data["text"],
        document=_document_from(data),
        period=Period(period["start"], period["end"]) if period else None,
        targets=tuple(_target_from(item) for item in data["targets"]),
        tasks=tuple(_task_from(item) for item in data["tasks"]),
        assignments=tuple(
            Assignment(**{**item, "role": Role(item["role"]), "span": _span(item)}) for item in data["assignments"]
        ),
        schedules=tuple(_schedule_from(item) for item in data["schedules"]),
        unread=tuple(Unread(_span(item), item["why"]) for item in data["unread"]),
    )


def _span(item: Mapping[str, Any]) -> Span:
    start, end = item["span"]
    return start, end


def _document_from(data: Mapping[str, Any]) -> OfficialDocument:
    plain = data["document"]
    return OfficialDocument(
        **{key: plain[key] for key in ("type", "type_name", "number", "symbol", "issuer", "place", "subject")},
        date=_date(plain["date"]),
        signer=Signer(**plain["signer"]),
        recipients=tuple(Recipient(item["name"], Channel(item["channel"])) for item in plain["recipients"]),
        references=tuple(_reference_from(item) for item in data["references"]),
        outline=tuple(_part_from(item) for item in data["outline"]),
    )


def _date(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _reference_from(item: Mapping[str, Any]) -> Reference:
    spans = tuple((start, end) for start, end in item["spans"])
    return Reference(item["type"], item["number"], item["symbol"], _date(item["date"]), item["issuer"], spans)


def _part_from(item: Mapping[str, Any]) -> OutlineItem:
    return OutlineItem(item["path"], item["marker"], item["heading"], _span(item), tuple(map(_part_from, item["children"])))


def _target_from(item: Mapping[str, Any]) -> Target:
    return Target(
        **{
            **item,
            "kind": Kind(item["kind"]),
            "comparator": Comparator(item["comparator"]),
            "sector": _sector(item),
            "span": _span(item),
        }
    )


def _task_from(item: Mapping[str, Any]) -> Task:
    quantities = tuple(Quantity(**quantity) for quantity in item["quantities"])
    return Task(**{**item, "sector": _sector(item), "quantities": quantities, "span": _span(item)})


def _schedule_from(item: Mapping[str, Any]) -> Schedule:
    every = Every(item["every"]) if item["every"] else None
    return Schedule(**{**item, "kind": ScheduleKind(item["kind"]), "every": every, "span": _span(item)})


def _sector(item: Mapping[str, Any]) -> Sector | None:
    return Sector(item["sector"]) if item["sector"] else None
