"""The independent checker reads what the queue wrote: a true day passes, and each kind of lie is found."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest

from server.checker import Rule
from server.domain.moves import MOVES, Verb
from server.queues import house
from server.queues.seats import Parting, Said, sit
from server.queues.seats import Wish as Sitting
from server.queues.tickets import Destination, Wish
from tests.support.reception import MORNING


@pytest.fixture
def busy(reception):
    """Two days in which every move was made, and some people still are there."""

    def take(need_id, priority=None):
        given = None if priority is None else reception.site.priority(priority)
        reception.clock.forward(seconds=41)
        return reception.ask(Wish(reception.site.need(need_id), "fr", given)).ticket

    first, second, third = take("papiers"), take("energie"), take("ateliers", "grossesse")
    reception.report(reception.claim().id, "printed")
    reception.call("1")
    reception.move(first.id, Verb.RECALL)
    reception.move(first.id, Verb.SERVE)
    reception.move(first.id, Verb.PARK)
    reception.call("1", third.id, reason="tousse")
    reception.transfer(third.id, Destination("papiers", counter="2"), counter="1", mediator="7")
    reception.call("2")
    reception.move(third.id, Verb.NO_SHOW)
    reception.move(third.id, Verb.RESTORE)
    reception.move(first.id, Verb.RESUME)
    reception.transfer(second.id, Destination(mediator="7"))
    reception.call("1", mediator="7")
    reception.close_counter("2", "close", "7")
    house.stop_issuing(reception.queue, reception.site, "stop", {}, "7")
    house.resume_issuing(reception.queue, reception.site, "go", "7")
    reception.prioritise(take("energie").id, "rendez-vous")
    reception.move(take("papiers").id, Verb.CANCEL)
    reception.clock.at = MORNING.replace(hour=8) + timedelta(days=1)
    reception.queue.turn(reception.site)
    late, *_ = take("papiers"), take("ateliers"), take("energie", "grossesse")
    reception.call("1")
    sit(reception.queue, reception.site, "2", "7", Sitting.TAKE, reception.fresh())
    reception.move(late.id, Verb.EXPIRE) if reception.read(late.id).state == "waiting" else None
    return reception


def test_two_true_days_pass(busy):
    report = busy.checked()
    assert report.breaches == ()
    assert report.version == report.entries == len(busy.journal()) == busy.board().version


def test_a_site_where_nothing_happened_passes(reception):
    assert reception.checked().breaches == ()


LIES = {
    "a ticket that vanished": lambda r: r.valkey.delete(r.key(f"ticket:{waiting(r)}")),
    "a ticket that left its line": lambda r: r.valkey.zrem(r.key(line_of(r, waiting(r))), waiting(r)),
    "a place that moved": lambda r: r.valkey.hincrby(r.key(f"ticket:{waiting(r)}"), "place", -60_000),
    "a number that changed": lambda r: r.valkey.hset(r.key(f"ticket:{waiting(r)}"), "number", "A777"),
    "a state nobody made": lambda r: r.valkey.hset(r.key(f"ticket:{waiting(r)}"), "state", "called"),
    "a hand that was emptied": lambda r: r.valkey.delete(r.key("hand")),
    "a seat that was emptied": lambda r: r.valkey.delete(r.key("seats")),
    "a seat that nobody took": lambda r: r.valkey.hset(r.key("seats"), "3", "8,1"),
    "an entry that is missing": lambda r: r.valkey.xdel(r.key("journal"), r.valkey.xrange(r.key("journal"))[5][0]),
    "an entry too many": lambda r: r.valkey.xadd(r.key("journal"), r.journal()[-1] | {"at": "1"}),
    "a version without its entry": lambda r: r.valkey.hincrby(r.key("site"), "version", 1),
}


@pytest.mark.parametrize("lie", LIES)
def test_a_lie_is_found(busy, lie):
    LIES[lie](busy)
    assert busy.checked().breaches


def waiting(reception):
    """The id of someone who waits."""
    return reception.desk().waiting[0].id


def line_of(reception, ticket_id):
    return "waiting:" + reception.read(ticket_id).line


def test_a_call_out_of_turn_is_found(busy):
    entries = busy.valkey.xrange(busy.key("journal"))
    busy.valkey.delete(busy.key("journal"))
    for entry_id, entry in entries:
        if entry["move"] == "call" and entry["chosen"]:
            entry["chosen"] = ""
        busy.valkey.xadd(busy.key("journal"), entry, entry_id)
    assert Rule.ORDER in {breach.rule for breach in busy.checked().breaches}


def slip(reception, counter):
    """A call that is taken back at once, and whoever it completed with it."""
    reception.undo(reception.call(counter).ticket.id, counter)


def change_seats(reception, counter, dice):
    """Somebody sits down, maybe in somebody else's place, or leaves; and says or not what becomes of who is in hand."""
    wish, parting = dice.choice([*Sitting]), dice.choice([None, *Parting])
    sit(reception.queue, reception.site, counter, dice.choice("78"), wish, reception.fresh(), parting and Said(parting))


def test_a_random_week_passes(reception):
    """Every move on anybody, allowed or not, with the clock going on: what was accepted is always true."""
    from server.domain.errors import RefusalError

    dice = random.Random(20261124)
    known: list[str] = []
    for _ in range(600):
        reception.clock.forward(minutes=dice.choice([0, 1, 5, 60]))
        someone, counter = dice.choice(known or ["000000000001"]), dice.choice("123")
        act = dice.choice(
            [
                lambda: known.append(reception.ticket(dice.choice(["papiers", "energie", "ateliers"])).id),
                lambda c=counter: reception.call(c, mediator="7"),
                lambda c=counter, t=someone: reception.call(c, t),
                lambda c=counter, t=someone: reception.move(t, dice.choice(MOVED), counter=dice.choice(["", c])),
                lambda c=counter, t=someone: reception.transfer(
                    t, dice.choice(SOMEWHERE), counter=dice.choice(["", c])
                ),
                lambda t=someone: reception.prioritise(t, dice.choice(["grossesse", None])),
                lambda c=counter: slip(reception, c),
                lambda c=counter: change_seats(reception, c, dice),
            ]
        )
        try:
            act()
        except RefusalError:
            continue
    report = reception.checked()
    assert report.breaches == ()
    assert report.entries > 200


HOLDERS = {Verb.LET_PASS, Verb.SET_LANGUAGE}
MOVED = [verb for verb in MOVES if verb not in {Verb.CALL, Verb.TRANSFER, Verb.PRIORITISE, *HOLDERS}]
SOMEWHERE = [Destination("energie"), Destination(counter="3"), Destination(mediator="7"), Destination("papiers", "1")]
