"""A small site over an emptied, real Valkey, with a clock that the test holds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from server.domain.moves import Verb
from server.queues.live import LiveQueue
from server.queues.outlook import read_outlook
from server.queues.seats import Said, Wish, sit
from tests.support.processes import Valkey
from tests.support.reception import MORNING, Clock, Reception

AICHA, KARIM = "7", "8"


def hands(reception):
    """By counter, who is in hand, and how."""
    return {counter: (ticket.id, ticket.state) for counter, ticket in reception.desk().hands.items()}


@pytest.fixture
def clock() -> Clock:
    return Clock(MORNING)


@pytest.fixture
def reception(valkey: Valkey, clock: Clock) -> Reception:
    valkey.client.flushall()
    return Reception(LiveQueue(valkey.url, now=clock), clock, valkey.client)


@pytest.fixture
def two(reception):
    """A site whose printers are asked in the order accueil, bureau; both are ready."""
    reception.site = replace(reception.site, printers=("accueil", "bureau"))
    reception.announce("bureau")
    reception.announce("accueil")
    return reception


@pytest.fixture
def look(reception):
    """A function that looks at what can be known of the site's waits."""
    return lambda: read_outlook(reception.queue, reception.site)


@pytest.fixture
def visit(reception):
    """A function that has somebody come, called at once, who stays for so many minutes."""

    def visit(minutes, counter="1", need="papiers"):
        visitor = reception.ticket(need)
        reception.call(counter, visitor.id)
        reception.clock.forward(minutes=minutes)
        reception.move(visitor.id, Verb.COMPLETE)

    return visit


@pytest.fixture
def sits(reception):
    """A function with which somebody asks for a counter."""

    def ask(counter, person, parting=None, wish=Wish.TAKE_OVER, of=""):
        sit(reception.queue, reception.site, counter, person, wish, reception.fresh(), parting and Said(parting, of))

    return ask


@pytest.fixture
def at_desk(reception):
    """A function that gives the reception as the desk of a counter asks it, for a person."""

    def desk(counter, person):
        held = reception.queue.of_desk(counter, person)
        return Reception(held, reception.clock, reception.valkey, reception.site, reception._names)

    return desk


@pytest.fixture
def in_hand(reception, sits, at_desk):
    """Whom Aïcha has called to counter 1, where she sits."""
    sits("1", AICHA)
    reception.ticket()
    return at_desk("1", AICHA).call("1", mediator=AICHA).ticket
