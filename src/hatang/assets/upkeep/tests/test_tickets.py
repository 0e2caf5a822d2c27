"""A fault through the services: rows of every step, evidence, the second pair of eyes, and what the inventory says meanwhile."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from hatang.assets.models import Asset, Ticket, TicketStep, UpkeepPhoto
from hatang.assets.upkeep import services
from hatang.assets.upkeep.rules.tickets import Verb, Why
from hatang.assets.upkeep.tests.examples import a_picture, a_unit, an_asset, somebody
from hatang.commune.roles import Role
from hatang.core.files import RefusedFile
from hatang.core.models import AuditEvent, HistoryIsFixed
from hatang.tests.factories import inside, upload_of

pytestmark = pytest.mark.django_db
TODAY = dt.date.today()


@pytest.fixture
def mender(commune):
    return somebody(commune, Role.OFFICER, "Người Sửa Mẫu", unit="Tổ sửa chữa mẫu")


@pytest.fixture
def checker(commune):
    return somebody(commune, Role.INSPECTOR, "Người Kiểm Mẫu")


@pytest.fixture
def ticket(as_coordinator):
    return services.report(an_asset(), fault="Mất tiếng", effect="not_working", photos=[(a_picture(), "anh.jpg")])


def assigned(ticket):
    return services.advance(ticket, Verb.ASSIGN, unit=a_unit(), due_on=TODAY)


def fixed(ticket, mender):
    assigned(ticket)
    with inside(mender):
        return services.advance(ticket, Verb.FIX, note="Đã thay loa")


def test_the_whole_way_is_kept_step_by_step(ticket, mender, checker):
    fixed(ticket, mender)
    with inside(checker):
        services.advance(ticket, Verb.CHECK)
        services.advance(ticket, Verb.CLOSE, note="Xong")
    rows = list(TicketStep.objects.filter(ticket=ticket).order_by("pk"))
    assert [(row.verb, row.led_to, row.by_name) for row in rows] == [
        ("report", "open", "Người Mẫu"),
        ("assign", "assigned", "Người Mẫu"),
        ("fix", "fixed", "Người Sửa Mẫu"),
        ("check", "checked", "Người Kiểm Mẫu"),
        ("close", "closed", "Người Kiểm Mẫu"),
    ]
    ticket.refresh_from_db()
    assert (ticket.state, ticket.fixed_on, ticket.unit.name) == ("closed", TODAY, "Tổ sửa chữa mẫu")
    deeds = AuditEvent.objects.filter(subject_type="assets.ticket").order_by("sequence")
    assert [event.action for event in deeds] == [f"ticket.{row.verb}" for row in rows]


def test_the_inventory_follows_the_worst_unchecked_fault(ticket, mender, checker):
    asset = ticket.asset
    assert Asset.objects.get().working == "not_working"
    second = services.report(asset, fault="Rè tiếng", effect="partly")
    fixed(ticket, mender)
    assert Asset.objects.get().working == "not_working"  # nobody has checked it yet
    with inside(checker):
        services.advance(ticket, Verb.CHECK)
        assert Asset.objects.get().working == "partly"
        fixed(second, mender)
        services.advance(second, Verb.CHECK)
        assert Asset.objects.get().working == "working"
        services.advance(ticket, Verb.REOPEN, note="Lại mất tiếng")
    assert Asset.objects.get().working == "not_working"
    assert AuditEvent.objects.filter(action="asset.change").count() == 4


def test_a_fault_that_stops_nothing_leaves_the_inventory_as_it_is(as_coordinator):
    asset = an_asset(working="unknown")
    services.report(asset, fault="Bong sơn", effect="working")
    assert Asset.objects.get().working == "unknown"


def test_who_mended_it_does_not_check_it(ticket, mender):
    fixed(ticket, mender)
    with inside(mender), pytest.raises(services.Refused) as refused:
        services.advance(ticket, Verb.CHECK)
    assert refused.value.why == Why.OWN_WORK
    assert TicketStep.objects.filter(ticket=ticket).count() == 3


def test_mending_needs_a_photo_or_words_and_a_photo_alone_will_do(ticket):
    assigned(ticket)
    with pytest.raises(services.Refused, match="ảnh sau khi sửa"):
        services.advance(ticket, Verb.FIX)
    services.advance(ticket, Verb.FIX, photos=[(a_picture("blue"), "sau.jpg")])
    assert UpkeepPhoto.objects.filter(step__verb="fix").count() == 1


def test_a_file_that_is_no_picture_leaves_nothing_behind(ticket):
    assigned(ticket)
    with pytest.raises(RefusedFile):
        services.advance(ticket, Verb.FIX, photos=[(upload_of("không phải ảnh"), "anh.jpg")])
    ticket.refresh_from_db()
    assert ticket.state == "assigned"
    assert TicketStep.objects.filter(ticket=ticket).count() == 2


def test_two_people_pressing_at_once_leave_one_step(ticket):
    stale = Ticket.objects.get()
    assigned(ticket)
    services.advance(ticket, Verb.FIX, note="xong")
    with pytest.raises(services.Refused, match="sang bước khác"):
        services.advance(stale, Verb.FIX, note="cũng xong")


def test_a_reopened_fault_is_not_fixed_any_more(ticket, mender):
    fixed(ticket, mender)
    with pytest.raises(services.Refused, match="lý do mở lại"):
        services.advance(ticket, Verb.REOPEN)
    reopened = services.advance(ticket, Verb.REOPEN, note="Vẫn mất tiếng")
    assert (reopened.state, reopened.fixed_on) == ("reopened", None)


def test_steps_and_pictures_are_never_changed_or_removed(ticket):
    for row in (TicketStep.objects.get(), UpkeepPhoto.objects.get()):
        row.note = "sửa lại"
        with pytest.raises(HistoryIsFixed):
            row.save()
        with pytest.raises(HistoryIsFixed):
            row.delete()
        with pytest.raises(HistoryIsFixed):
            type(row).objects.update(note="sửa lại")
        with pytest.raises(HistoryIsFixed):
            type(row).objects.all().delete()


def test_the_database_holds_an_assigned_ticket_to_its_unit_and_day(ticket):
    with pytest.raises(IntegrityError), transaction.atomic():
        Ticket.objects.filter(pk=ticket.pk).update(state="assigned")
