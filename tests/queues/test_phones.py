"""Phones that are told of their ticket's call: kept as long as its link, and each call is told once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from server.domain.catalogue import Counter
from server.domain.errors import UnknownTicketError
from server.domain.moves import Verb
from server.domain.phones import NUDGE_LIFE, PHONES_AT_MOST, Subscription, TooManyPhonesError
from server.queues.phones import TAKEN_AT_ONCE, forget, keep, take_nudges
from server.queues.tickets import Destination


def subscription(n=0):
    return Subscription(f"https://fcm.googleapis.com/fcm/send/{n}", "key", "secret")


@pytest.fixture
def follow(reception):
    """A function that has a phone follow a ticket."""
    at = reception.queue, reception.site
    return lambda ticket, phone="phone", n=0: keep(*at, ticket.secret, phone, subscription(n))


@pytest.fixture
def told(reception):
    """A function that takes what is to be told: [(number, phones), …]."""
    return lambda: [(nudge.number, sorted(nudge.phones)) for nudge in take_nudges(reception.queue, reception.site)]


def test_a_call_is_told_once_with_all_that_the_message_needs(reception, follow):
    ticket = reception.ticket(language="ar")
    follow(ticket)
    reception.call("2")
    [nudge] = take_nudges(reception.queue, reception.site)
    assert (nudge.number, nudge.language, nudge.counter, nudge.secret) == (ticket.number, "ar", "2", ticket.secret)
    assert (nudge.again, nudge.phones) == (False, {"phone": subscription()})
    assert list(take_nudges(reception.queue, reception.site)) == []


def test_a_recall_is_told_once_more(reception, follow, told):
    ticket = reception.ticket()
    follow(ticket)
    reception.call("1")
    assert told() == [(ticket.number, ["phone"])]
    reception.move(ticket.id, Verb.RECALL)
    [nudge] = take_nudges(reception.queue, reception.site)
    assert (nudge.number, nudge.again) == (ticket.number, True)


def test_a_repeat_of_a_call_or_a_recall_tells_nothing(reception, follow, told):
    ticket = reception.ticket()
    follow(ticket)
    reception.call("1", request_id="call")
    reception.move(ticket.id, Verb.RECALL, request_id="recall")
    assert len(told()) == 1
    reception.call("1", request_id="call")
    reception.move(ticket.id, Verb.RECALL, request_id="recall")
    assert told() == []


def test_of_several_calls_before_anybody_looked_only_the_last_is_told(reception, follow, told):
    ticket = reception.ticket()
    follow(ticket)
    reception.call("1")
    for _ in range(3):
        reception.move(ticket.id, Verb.RECALL)
    assert told() == [(ticket.number, ["phone"])]


def test_a_ticket_that_nobody_follows_leaves_nothing_to_tell(reception, told):
    reception.ticket()
    reception.call("1")
    assert not reception.valkey.exists(reception.key("nudges"))
    assert told() == []


def test_who_was_sent_elsewhere_since_the_call_is_not_told_of_it(reception, follow, told):
    ticket = reception.ticket()
    follow(ticket)
    reception.call("1")
    reception.transfer(ticket.id, Destination(need="ateliers"))
    assert told() == []
    reception.call("3")
    assert told() == [(ticket.number, ["phone"])]


def test_who_is_being_served_already_is_not_told_of_the_call(reception, follow, told):
    ticket = reception.ticket()
    follow(ticket)
    reception.call("1")
    reception.move(ticket.id, Verb.SERVE)
    assert told() == []


def test_a_call_that_nobody_took_for_two_minutes_is_no_news_any_more(reception, follow, told):
    ticket = reception.ticket()
    follow(ticket)
    reception.call("1")
    reception.clock.at += NUDGE_LIFE + timedelta(milliseconds=1)
    assert told() == []
    reception.move(ticket.id, Verb.RECALL)
    reception.clock.at += NUDGE_LIFE
    assert told() == [(ticket.number, ["phone"])]


def test_more_calls_than_one_look_takes_are_all_told_in_their_order(reception, follow, told):
    counters = [Counter(str(n), f"Guichet {n}", ("papiers",)) for n in range(2 * TAKEN_AT_ONCE + 1)]
    reception.site = replace(reception.site, counters=tuple(counters))
    tickets = [reception.ticket() for _ in counters]
    for ticket, counter in zip(tickets, counters, strict=True):
        follow(ticket)
        reception.call(counter.id)
    assert told() == [(ticket.number, ["phone"]) for ticket in tickets]


def test_each_phone_of_a_ticket_is_told_and_one_of_the_same_name_takes_the_place_of_the_other(reception, follow):
    ticket = reception.ticket()
    follow(ticket, "one", 1)
    follow(ticket, "two", 2)
    follow(ticket, "one", 3)
    reception.call("1")
    [nudge] = take_nudges(reception.queue, reception.site)
    assert nudge.phones == {"one": subscription(3), "two": subscription(2)}


def test_a_ticket_has_a_family_of_phones_at_most(reception, follow):
    ticket = reception.ticket()
    for n in range(PHONES_AT_MOST):
        follow(ticket, str(n))
    with pytest.raises(TooManyPhonesError):
        follow(ticket, "one more")
    follow(ticket, "0")
    forget(reception.queue, reception.site, ticket.secret, "1")
    follow(ticket, "one more")


def test_a_phone_that_is_forgotten_is_told_nothing(reception, follow, told):
    ticket = reception.ticket()
    follow(ticket)
    forget(reception.queue, reception.site, ticket.secret, "phone")
    reception.call("1")
    assert told() == []


def test_what_a_phone_left_dies_with_its_link(reception, follow):
    ticket = reception.ticket()
    follow(ticket)
    kept, link = (
        reception.valkey.execute_command("PEXPIRETIME", reception.key(key))
        for key in (f"phones:{ticket.id}", f"follow:{ticket.secret}")
    )
    assert link > 0
    assert abs(kept - link) <= 1  # ms: one is reckoned from what is left of the other


# An end at the counter may be a slip, which is taken back within ten seconds.
@pytest.mark.parametrize(("verb", "left_ms"), [(Verb.COMPLETE, 60_000), (Verb.EXPIRE, -2)])
def test_what_a_phone_left_is_gone_once_its_ticket_has_ended_for_good(reception, follow, verb, left_ms):
    ticket = reception.ticket()
    follow(ticket)
    reception.call("1")
    assert reception.valkey.pttl(reception.key(f"phones:{ticket.id}")) > 60_000
    reception.move(ticket.id, verb)
    assert reception.valkey.pttl(reception.key(f"phones:{ticket.id}")) <= left_ms


def test_a_link_that_leads_nowhere_keeps_nothing(reception, follow):
    ticket = reception.ticket()
    reception.valkey.delete(reception.key(f"follow:{ticket.secret}"))
    before = reception.contents()
    with pytest.raises(UnknownTicketError):
        follow(ticket)
    with pytest.raises(UnknownTicketError):
        forget(reception.queue, reception.site, ticket.secret, "phone")
    assert reception.contents() == before


def test_one_site_takes_no_calls_of_another(reception, follow):
    follow(reception.ticket())
    reception.call("1")
    assert list(take_nudges(reception.queue, replace(reception.site, id="ailleurs"))) == []


def test_to_follow_and_to_be_told_is_no_change_of_the_queue(reception, follow, told):
    ticket = reception.ticket()
    reception.call("1")
    before = reception.journal()
    follow(ticket)
    reception.move(ticket.id, Verb.RECALL)
    told()
    forget(reception.queue, reception.site, ticket.secret, "phone")
    assert [entry["move"] for entry in reception.journal()[len(before) :]] == ["recall"]
