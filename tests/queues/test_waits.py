"""What a process foresees for its sites: read from the queue now and then, not for each ticket."""

from __future__ import annotations

from dataclasses import replace

import gevent
import pytest

from server.actions.waits import GOOD_S, OLD_S, Waits
from server.domain.errors import QueueUnreachableError
from server.domain.estimate import Wait
from server.domain.moves import Verb


class Seconds:
    """A clock that stands until it is moved on."""

    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def seconds():
    return Seconds()


@pytest.fixture
def asked(reception, monkeypatch):
    """The scripts that were run, by name."""
    run, names = reception.queue.run, []
    monkeypatch.setattr(reception.queue, "run", lambda script, *args: names.append(script) or run(script, *args))
    return names


@pytest.fixture
def waits(reception, seconds):
    """At a site where three visits took ten minutes, and counter 1 has just been free."""
    for _ in range(3):
        visitor = reception.ticket()
        reception.call("1")
        reception.clock.forward(minutes=10)
        reception.move(visitor.id, Verb.COMPLETE)
    return Waits(reception.queue, seconds)


def test_a_ticket_is_told_the_wait_that_is_before_it(reception, waits):
    reception.ticket()
    second = waits.told(reception.site, reception.ticket())
    assert (second.ahead, second.wait) == (1, Wait(5, 15))


def test_as_others_are_called_the_wait_shrinks(reception, waits, seconds):
    for _ in range(3):
        last = reception.ticket()
    told = [waits.told(reception.site, reception.read(last.id)).wait]
    for _ in range(2):
        called = reception.call("1").ticket
        reception.clock.forward(minutes=10)
        reception.move(called.id, Verb.COMPLETE)
        seconds.now += GOOD_S
        told.append(waits.told(reception.site, reception.read(last.id)).wait)
    assert told == [Wait(15, 30), Wait(5, 15), Wait(0, 5)]


def test_who_is_called_has_no_wait_any_more(reception, waits):
    called = reception.ticket()
    reception.call("1")
    assert waits.told(reception.site, reception.read(called.id)).wait is None


def test_the_queue_is_asked_once_in_two_seconds_however_many_want_to_know(reception, waits, seconds, asked):
    ticket = reception.ticket()
    asked.clear()
    for _ in range(50):
        waits.told(reception.site, ticket)
        waits.steps(reception.site, "papiers")
    assert asked == ["outlook"]
    seconds.now += GOOD_S
    waits.steps(reception.site, "energie")
    assert asked == ["outlook", "outlook"]


def test_whoever_asks_while_another_already_does_gets_what_is_known(reception, waits, seconds, monkeypatch):
    ticket = reception.ticket()
    before = waits.told(reception.site, ticket)
    seconds.now += GOOD_S
    run, meanwhile = reception.queue.run, []

    def slow(script, *args):
        meanwhile.append(waits.told(reception.site, ticket))
        return run(script, *args)

    monkeypatch.setattr(reception.queue, "run", slow)
    waits.told(reception.site, ticket)
    assert meanwhile == [before]


def test_others_get_their_turns_while_somebody_is_told_the_wait(reception, waits):
    tickets = [reception.ticket() for _ in range(20)]
    asker, turns = gevent.spawn(waits.told, reception.site, tickets[-1]), 0
    while not asker.ready():
        gevent.sleep(0)
        turns += 1
    assert asker.get().wait is not None
    assert turns >= len(tickets)


def test_who_comes_while_the_first_is_being_told_waits_for_that_answer(reception, waits, asked):
    ticket = reception.ticket()
    asked.clear()
    together = gevent.joinall([gevent.spawn(waits.told, reception.site, ticket) for _ in range(5)], raise_error=True)
    assert {each.value.wait for each in together} == {Wait(0, 5)}
    assert asked == ["outlook"]


def test_a_refusal_is_told_to_all_who_wait_for_the_same_answer(reception, waits, monkeypatch):
    ticket, refused = reception.ticket(), []

    def silent(*_):
        refused.append(gevent.sleep(0))
        raise QueueUnreachableError("silent")

    def told():
        with pytest.raises(QueueUnreachableError):
            waits.told(reception.site, ticket)

    with monkeypatch.context() as away:
        away.setattr(reception.queue, "run", silent)
        gevent.joinall([gevent.spawn(told) for _ in range(5)], raise_error=True)
    assert len(refused) == 1
    assert waits.told(reception.site, ticket).wait == Wait(0, 5)


def test_what_was_foreseen_long_ago_is_told_nobody_not_even_while_another_asks(reception, waits, seconds, monkeypatch):
    ticket = reception.ticket()
    waits.told(reception.site, ticket)
    seconds.now += OLD_S

    def silent(*_):
        raise QueueUnreachableError("silent")

    monkeypatch.setattr(reception.queue, "run", silent)
    for _ in range(2):
        with pytest.raises(QueueUnreachableError):
            waits.told(reception.site, ticket)


def test_a_queue_that_does_not_answer_is_told_as_such_and_asked_again(reception, waits, monkeypatch):
    def silent(*_):
        raise QueueUnreachableError("silent")

    with monkeypatch.context() as away:
        away.setattr(reception.queue, "run", silent)
        with pytest.raises(QueueUnreachableError):
            waits.steps(reception.site, "papiers")
    assert waits.steps(reception.site, "papiers").startswith("1.000;0,0,5;")


def test_each_site_has_its_own_forecast(reception, waits):
    other = replace(reception.site, id="ailleurs")
    assert waits.steps(reception.site, "papiers") != ""
    assert waits.steps(other, "papiers") == ""
