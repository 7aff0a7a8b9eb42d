"""A day and a morning at a site: every move there is, and no fault. Each fault of the tests is planted at its end."""

from __future__ import annotations

from tests.checker.journal import Journal
from tests.checker.taken_back import undo


def busy_day(*, watched: bool = False) -> Journal:
    """It ends in the morning of the second day.

    Called: one at counter 1. Serving: one at counter 2, since the day before. Counter 3 is open and free, counter 4
    closed. Waiting: three for papiers (the last to come has a head start of a minute and is the first), two for
    energie, one sent to mediator Léa. One each parked and no_show, and one cancelled on the second day.
    """
    day = Journal(watched=watched)
    day.write("stop")
    day.write("reopen")
    day.write("open_counter", counter="2", mediator="lea", request_id="sits-down")
    day.write("serve_needs", counter="2", needs="papiers,ateliers", mediator="lea", request_id="sits-down")
    day.write("serve_needs", counter="4", needs="", mediator="lea")
    first, second, third = day.issue(), day.issue("energie"), day.issue()
    day.print(first, "claimed", "printed")
    day.print(second, "claimed", "unconfirmed")
    day.print(third, "expired")
    day.write("printer", printer="accueil", to="low", reason="paper_low", request_id="", **{"from": "ready"})
    day.copy(first, "again", request_id="once-more")
    day.test_print("test-1", "queued", "claimed", "printed")
    late = day.issue("energie", minutes=10, priority="elder")
    day.print(late, "claimed", "failed")
    day.copy(late, "elsewhere", request_id="")
    assert day.call("1") == late
    day.write("recall", late, counter="1")
    day.write("no_show", late)
    assert day.call("1") == first
    day.write("serve", first, counter="1")
    day.write("restore", late, line="energie")
    # The next call completes the one before it, in one request.
    day.write("complete", first, counter="1", reason="next_called", request_id="one-tap")
    assert day.call("1", request_id="one-tap") == late
    day.write("park", late)
    day.write("resume", late, counter="2")
    day.send(late, "papiers", need="papiers")
    parked = day.choose(third, "2")
    day.write("park", parked)
    day.choose(parked, "2")
    day.write("complete", parked, counter="2")
    day.write("cancel", second)
    day.write("restore", second, line="energie")
    day.prioritise(second, 5)
    day.write("set_language", second, language="ar", reason="by_resident")
    _afternoon(day)
    _morning(day)
    return day


def _afternoon(day: Journal):
    """Six people come, are sent to someone by name, and one is still being served when the day ends."""
    others = [day.issue() for _ in range(6)]
    day.send(others[0], "counter:4")
    day.send(others[1], "counter:4", need="energie")
    _close(day, "4", others[:2])
    # Counter 1 sends on who still waits, and has nobody in hand.
    day.send(others[2], "mediator:lea", counter="1", mediator="max")
    day.prioritise(others[5], 30)
    assert day.call("3") == others[5]
    day.write("serve", others[5])
    day.send(others[5], "counter:3")
    assert day.call("3", lines="energie") == others[5]
    day.write("no_show", others[5])
    # Léa gives a ticket by hand while the kiosk is stopped, and then calls who was sent to her.
    day.write("stop")
    given = day.issue("energie", counter="2", mediator="lea", by_hand="1")
    assert day.call("2", lines="ateliers", mediator="lea") == others[2]
    day.write("park", others[2])
    day.write("cancel", others[3])
    day.choose(others[4], "2")
    day.write("serve", others[4])
    day.expire_all(but=given)
    day.print(given, "claimed", "printed")
    day.expire_all()
    day.begin_day()
    # Nobody opened counter 4 again, nor the kiosk: the new day did.
    day.issue()
    day.call("4")
    day.write("complete", day.someone("called"), counter="4")
    day.write("close_counter", counter="4")


def _close(day: Journal, counter: str, sent: list[str]):
    day.write("close_counter", counter=counter, request_id="closing")
    for ticket in sent:
        day.send(ticket, day.people[ticket].need, request_id="closing")


def _morning(day: Journal):
    """Numbers begin again at 001 but for the one that is still being served; A006, cancelled yesterday, is free."""
    tickets = [day.issue() for _ in range(7)]
    day.issue("energie")
    day.let_pass(tickets[5], 1, "papiers", "energie", reason="by_resident")
    assert day.call("1") == tickets[0]
    day.write("park", tickets[0])
    assert day.call("1") == tickets[1]
    day.write("no_show", tickets[1])
    day.write("cancel", tickets[2])
    day.send(tickets[3], "mediator:lea")
    day.choose(tickets[4], "1")
    _slips(day)
    # By hand, at counters of which one is closed and one has somebody in hand.
    day.issue("energie", counter="4", mediator="max", by_hand="1")
    day.issue(minutes=1, priority="pregnant", counter="1", mediator="lea", by_hand="1")


def _slips(day: Journal):
    """Léa and Max change places, and take the wrong people at counter 3: they take it back, and are done with them."""
    day.write("take_counter", counter="3", mediator="lea")
    day.write("take_counter", counter="2", mediator="max")
    day.write("leave_counter", counter="2", mediator="max", reason="takes_another", request_id="over")
    day.write("take_counter", counter="3", mediator="max", request_id="over", **{"from": "lea"})
    one, two = day.issue(), day.issue()
    day.choose(one, "3")
    day.write("complete", one, counter="3", reason="next_called", request_id="a-slip")
    day.write("call", two, counter="3", chosen="1", request_id="a-slip")
    # One request brings both back.
    undo(day, two, counter="3", request_id="back")
    undo(day, one, request_id="back")
    undo(day, day.write("serve", one, counter="3"))
    day.write("no_show", one)
    undo(day, one)
    day.send(one, "energie", need="energie")
    undo(day, one)
    day.write("complete", one, counter="3")
    day.write("cancel", two)
    undo(day, two)
    day.choose(two, "3")
    day.write("park", two)
    undo(day, two)
    day.write("complete", two, counter="3")
    day.write("leave_counter", counter="3", mediator="max")
    day.write("take_counter", counter="2", mediator="max")
