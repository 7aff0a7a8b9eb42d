"""A site where everything went well, and the shapes of what the checker answers."""

from __future__ import annotations

from server.checker import Live, Report, Rule, check
from tests.checker.busy_day import busy_day
from tests.checker.journal import LEADS_TO, Journal


def test_a_busy_day_breaks_no_rule():
    day = busy_day()
    report = check(day.entries, day.live())
    assert report.breaches == ()
    assert (report.entries, report.version) == (len(day.entries), len(day.entries))
    assert report.tickets == len(day.people)


def test_the_busy_day_has_every_move():
    site = {
        "stop",
        "reopen",
        "close_counter",
        "open_counter",
        "serve_needs",
        "new_day",
        "print",
        "test_print",
        "printer",
        "take_counter",
        "leave_counter",
    }
    assert {entry["move"] for entry in busy_day().entries} == LEADS_TO.keys() | site


def test_an_empty_journal_is_fine():
    assert check([]) == Report(breaches=(), entries=0, tickets=0, version=0)
    assert check([], Live(version=0, tickets={}, lines={}, hands={}, numbers={}, seats={})).breaches == ()


def test_entries_are_read_once_as_they_come():
    assert check(iter(busy_day().entries)).breaches == ()


def test_an_empty_field_may_be_left_out():
    entries = [{name: text for name, text in entry.items() if text} for entry in busy_day().entries]
    assert check(entries).breaches == ()


def test_a_view_is_compared_with_the_entries_up_to_it_alone():
    day = busy_day(watched=True)
    assert [view.version for view in day.views] == list(range(1, len(day.entries) + 1))
    assert [check(day.entries, view).breaches for view in day.views] == [()] * len(day.views)


def test_transfers_may_be_written_before_the_closing_that_they_are_part_of():
    day = Journal()
    for ticket in (day.issue(), day.issue()):
        day.send(ticket, "counter:4")
    for ticket in day.people:
        day.send(ticket, "papiers", request_id="closing")
    day.write("close_counter", counter="4", request_id="closing")
    assert check(day.entries, day.live()).breaches == ()


def test_a_journal_may_end_amid_the_end_of_a_day():
    day = busy_day()
    expiries = [at for at, entry in enumerate(day.entries, start=1) if entry["reason"] == "end_of_day"]
    assert len(expiries) > 2
    assert [check(day.entries[:end]).breaches for end in expiries] == [()] * len(expiries)


def test_the_number_of_who_was_cancelled_is_free_on_the_next_day():
    day = Journal()
    day.write("cancel", day.issue())
    day.end_day()
    day.issue()
    assert day.last["number"] == day.find("cancel")["number"]
    assert check(day.entries, day.live()).breaches == ()


def test_the_number_of_who_came_back_and_was_served_is_free():
    day = Journal()
    ticket = day.write("cancel", day.issue())
    day.write("restore", ticket, line="papiers")
    day.write("complete", day.call())
    day.issue(number=day.find("cancel")["number"])
    assert check(day.entries, day.live()).breaches == ()


def test_a_counter_opened_again_is_called_at():
    day = busy_day()
    day.write("open_counter", counter="4")
    day.call("4")
    assert check(day.entries, day.live()).breaches == ()


def test_equal_places_are_called_by_id():
    day = Journal()
    early, late = day.issue(), day.issue()
    # A second later, with a head start of a second.
    day.last.update(place=day.find("issue", ticket=early)["place"], head_start="1000", priority="elder")
    day.people[late].place = day.people[early].place
    assert day.call() == early
    day.write("complete", early)
    assert day.call() == late
    assert check(day.entries, day.live()).breaches == ()


def test_a_journal_that_begins_late_is_told_once_and_read_on():
    day = busy_day()
    for begin in range(1, len(day.entries)):
        report = check(day.entries[begin:], day.live())
        assert [breach.rule for breach in report.breaches] == [Rule.FIRST_VERSION]


def test_numbers_go_on_after_999():
    day = Journal()
    day.count["papiers"] = 999
    day.issue()
    assert day.last["number"] == "A1000"
    assert check(day.entries, day.live()).breaches == ()


def test_a_mediator_gives_a_ticket_while_the_kiosk_is_stopped():
    day = Journal()
    day.issue()
    day.write("stop")
    day.issue(by_hand="1")
    assert check(day.entries).breaches == ()
