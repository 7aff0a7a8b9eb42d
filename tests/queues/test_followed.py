"""Many phones' tickets are read at once, and as each would be read alone."""

from __future__ import annotations

from server.queues import tickets
from server.queues.followed import read_followed


def test_each_ticket_is_what_it_is_when_read_alone(reception):
    held = [reception.ticket(need) for need in ("papiers", "energie", "papiers", "ateliers", "energie")]
    reception.call("1")
    seen = read_followed(reception.queue, reception.site, [ticket.secret for ticket in held])
    assert seen == [tickets.read(reception.queue, reception.site, ticket.id) for ticket in held]
    assert [each.ticket.ahead for each in seen] == [0, 0, 1, 0, 2]


def test_a_link_that_leads_nowhere_has_its_place_among_them(reception):
    first, second = reception.ticket(), reception.ticket()
    seen = read_followed(reception.queue, reception.site, ["x" * 22, second.secret, "y" * 22, first.secret])
    assert [each and each.ticket.number for each in seen] == [None, second.number, None, first.number]


def test_a_link_that_ended_with_its_day_leads_nowhere(reception):
    ticket = reception.ticket()
    reception.valkey.delete(reception.key(f"follow:{ticket.secret}"))
    assert read_followed(reception.queue, reception.site, [ticket.secret]) == [None]
