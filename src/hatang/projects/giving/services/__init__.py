"""Writing what people gave. Every write is one transaction; names never go into the trail.

    write_price(UnitPrice(kind=, item=, unit=, price=, document=, decided_on=, valid_from=, valid_to=))
    give(Contribution(project=, village=, kind=, giver=, giver_name=, given_on=, quantity=, unit=, unit_price= | None, value=,
                      parcel=, consent_reference=, name_agreed_on=, name_agreement=, geometry=))
        `value` is computed: money is its quantity in đồng; gifts in kind with a `unit_price` are quantity × price; without one
        the given `value` stands (0: not valued yet). The receipt gets its number here.
    void(gift, reason=)                 a wrong one is voided and written again
    place(gift, geometry | None)        where given land lies: a point or an area
    attach_consent(gift, stored file)   the paper by which land was given, when it comes later
    agree_to_name(gift, on=, how=)      the giver agrees to be named
    withdraw_name(gift, on=)            and takes it back
    note_reading(project, count)        the trail says who read how many names

All raise `hatang.projects.services.NotAllowed` with Vietnamese sentences.
"""

from __future__ import annotations

from hatang.projects.giving.services.gifts import (
    agree_to_name,
    attach_consent,
    give,
    note_reading,
    place,
    void,
    withdraw_name,
    write_price,
)

__all__ = ["agree_to_name", "attach_consent", "give", "note_reading", "place", "void", "withdraw_name", "write_price"]
