"""Every write leaves an event; events are chained, and any change behind the product's back is found."""

from __future__ import annotations

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hatang.core.audit import Actor, acting, chain_breaks, record
from hatang.core.models import AuditEvent, HistoryIsFixed
from hatang.core.tenancy import NoCommuneScope, commune_scope
from hatang.tests.factories import make_commune

pytestmark = pytest.mark.django_db


def write(commune, number=3):
    return [record("test.done", commune, before={"n": n}, after={"n": n + 1}, reason="vì kiểm thử") for n in range(number)]


def tamper(event, column, value):
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE core_auditevent SET {column} = %s WHERE id = %s", [value, event.pk])


def test_events_are_chained_from_the_first_one(commune):
    with commune_scope(commune.pk):
        first, second, third = write(commune)
        assert first.previous_hash == "0" * 64
        assert (second.previous_hash, third.previous_hash) == (first.hash, second.hash)
        assert chain_breaks() == []


def test_an_event_says_who_and_from_where(commune, coordinator):
    with commune_scope(commune.pk), acting(Actor(coordinator.user_id, "Người Mẫu", "127.0.0.1", "Chủ tịch")):
        event = record("test.done", commune)
    assert (event.user_id, event.actor_name, event.origin, event.on_behalf_of) == (
        coordinator.user_id, "Người Mẫu", "127.0.0.1", "Chủ tịch",
    )  # fmt: skip


def test_no_event_without_a_commune(commune):
    with pytest.raises(NoCommuneScope):
        record("test.done", commune)


@pytest.mark.parametrize(
    ("column", "value"), [("actor_name", "Ai đó"), ("after", '{"n": 99}'), ("action", "x"), ("at", "2020-01-01T00:00:00+00:00")]
)
def test_a_changed_event_is_found(commune, column, value):
    with commune_scope(commune.pk):
        events = write(commune)
        tamper(events[1], column, value)
        assert [found.sequence for found in chain_breaks()] == [2]


def test_a_removed_event_is_found(commune):
    with commune_scope(commune.pk):
        events = write(commune)
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM core_auditevent WHERE id = %s", [events[1].pk])
        assert [found.sequence for found in chain_breaks()] == [2]


def test_a_rewritten_event_breaks_the_link_after_it(commune):
    with commune_scope(commune.pk):
        events = write(commune)
        tamper(events[0], "hash", "f" * 64)
        assert [found.sequence for found in chain_breaks()] == [1, 2]


def test_history_cannot_be_changed_through_the_models(commune):
    with commune_scope(commune.pk):
        event = write(commune, 1)[0]
        attempts = (event.save, event.delete, AuditEvent.objects.all().delete, lambda: AuditEvent.objects.update(reason="x"))
        for attempt in attempts:
            with pytest.raises(HistoryIsFixed):
                attempt()


def test_each_commune_has_a_chain_of_its_own(commune):
    other = make_commune()
    with commune_scope(commune.pk):
        write(commune, 2)
    with commune_scope(other.pk):
        assert write(other, 1)[0].sequence == 1


VALUES = st.dictionaries(
    st.text(max_size=8), st.one_of(st.none(), st.integers(-(10**9), 10**9), st.text(max_size=20), st.booleans())
)
CLEAN = VALUES.filter(lambda values: "\x00" not in str(values) and "\\x00" not in repr(values))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=CLEAN, after=CLEAN)
def test_whatever_is_recorded_verifies_after_it_was_stored(commune, before, after):
    with commune_scope(commune.pk):
        record("test.done", commune, before=before, after=after)
        assert chain_breaks() == []
