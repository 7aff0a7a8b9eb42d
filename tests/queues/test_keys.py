"""The keys of a site: under one hash tag, and mortal but for the journal."""

from __future__ import annotations

from datetime import timedelta

import pytest

from server.domain.devices import DeviceState, Said, Sound
from server.domain.moves import Verb
from server.domain.people import Device, Role
from server.domain.phones import Subscription
from server.queues import devices, house, phones, pins, tickets
from server.queues.keys import _NAMES
from server.queues.seats import Wish as Asked
from server.queues.seats import sit
from server.queues.tickets import Destination, Wish
from tests.support.reception import MORNING

MINUTE_MS = 60_000
DAY_S = 86_400


@pytest.fixture
def after_a_morning(reception):
    """A reception where every script has run."""
    first = tickets.issue(
        reception.queue, reception.site, Wish(reception.site.need("papiers"), "fr"), "foreseen", "1.000;0,0,5;9,,"
    ).ticket
    phone = "phone", Subscription("https://a/", "key", "secret")
    phones.keep(reception.queue, reception.site, first.secret, *phone)
    reception.ticket("ateliers", "ar")
    reception.report(reception.claim().id, "failed", "plus de papier")
    reception.claim()
    reception.call("1")
    reception.move(first.id, Verb.RECALL)
    reception.call("3")
    reception.close_counter("2", "close")
    house.stop_issuing(reception.queue, reception.site, "stop", {}, "")
    aside, gone, sent = (by_hand(reception) for _ in range(3))
    phones.keep(reception.queue, reception.site, aside.secret, *phone)
    reception.call("1", aside.id)
    reception.move(aside.id, Verb.PARK)
    reception.prioritise(gone.id, "grossesse")
    reception.move(gone.id, Verb.CANCEL)
    reception.transfer(sent.id, Destination(mediator="7"))
    house.door(reception.queue, reception.site)
    sit(reception.queue, reception.site, "1", "7", Asked.TAKE, "sits")
    sit(reception.queue, reception.site, "", "8", Asked.GONE, "goes")
    pins.count_try(reception.queue, reception.site, "mark")
    screen = Device(7, reception.site.id, Role.DISPLAY)
    devices.hear(reception.queue, reception.site, screen, Said(DeviceState.LIVE, Sound.ON, "b1"))
    reception.board()
    reception.desk()
    return reception


def by_hand(reception):
    return reception.ask(Wish(reception.site.need("papiers"), "fr", by_hand=True)).ticket


def test_every_key_but_the_journal_dies_by_itself(after_a_morning):
    client = after_a_morning.valkey
    immortal = [key for key in client.scan_iter(count=1000) if client.ttl(key) < 0]
    assert immortal == [after_a_morning.key("journal")]


def test_every_key_lies_in_the_slot_of_its_site(after_a_morning):
    keys = list(after_a_morning.valkey.scan_iter(count=1000))
    kinds = {key.split(":")[2] for key in keys}
    assert kinds == set(_NAMES), "every kind of key is there to be looked at"
    assert [key for key in keys if not key.startswith("accueil:{lieu}:")] == []


def test_a_recall_two_days_later_does_not_make_an_immortal_key(reception):
    """A ticket lives on with each move; the list of calls may have died meanwhile."""
    visitor = reception.ticket()
    reception.call("1")
    reception.valkey.delete(reception.key("calls"))
    reception.move(visitor.id, Verb.RECALL)
    assert reception.valkey.pttl(reception.key("calls")) > 0


def test_who_lives_is_kept_until_the_day_is_ended_and_who_has_ended_for_two_days(reception):
    """A machine that was off over a long closure must find everybody it has to expire."""
    living, ended = reception.ticket(), reception.ticket()
    reception.call("1", ended.id)
    reception.move(ended.id, Verb.COMPLETE)
    assert reception.valkey.ttl(reception.key(f"ticket:{living.id}")) > 399 * DAY_S
    assert reception.valkey.ttl(reception.key("waiting:papiers")) > 399 * DAY_S
    assert reception.valkey.ttl(reception.key(f"ticket:{ended.id}")) <= 2 * DAY_S


def test_a_follow_link_dies_with_the_local_day(reception):
    secret = reception.ticket().secret
    left = MORNING.replace(hour=0, minute=0) + timedelta(days=1) - MORNING
    lives_ms = reception.valkey.pttl(reception.key(f"follow:{secret}"))
    assert left.total_seconds() * 1000 - 5_000 < lives_ms <= left.total_seconds() * 1000


def test_a_follow_link_of_the_last_second_can_still_be_opened(reception):
    reception.clock.at = MORNING.replace(hour=23, minute=59, second=59)
    secret = reception.ticket().secret
    assert MINUTE_MS - 5_000 < reception.valkey.pttl(reception.key(f"follow:{secret}")) <= MINUTE_MS


def test_a_follow_secret_leads_to_its_ticket(reception):
    visitor = reception.ticket()
    assert reception.queue.follow("lieu", visitor.secret) == visitor.id
    assert reception.queue.follow("autre-lieu", visitor.secret) is None
    other = "y" if visitor.secret[0] == "x" else "x"
    assert reception.queue.follow("lieu", other + visitor.secret[1:]) is None
