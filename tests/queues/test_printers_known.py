"""What the desk and the kiosk's door know of the printers, and test prints."""

from __future__ import annotations

from dataclasses import replace

import pytest

from server.domain.errors import RequestIdReusedError
from server.domain.paper_errors import UnknownPrinterError
from server.queues.house import door
from server.queues.prints import ClaimedTest, Nothing


def paper_comes(reception):
    return door(reception.queue, reception.site).paper


# What is known of them.


def test_the_desk_sees_each_printer_in_order_its_reason_and_since_when(two):
    begun = two.clock.at
    two.clock.forward(seconds=30)
    two.announce("bureau", "low", reason="paper_low", detail="Bientôt plus de papier.", tells_status=True)
    changed = two.clock.at
    two.clock.forward(seconds=30)
    for name, state, reason in (("accueil", "ready", ""), ("bureau", "low", "paper_low")):
        two.announce(name, state, reason=reason)
    accueil, bureau = two.desk().printers
    assert (accueil.id, accueil.state, accueil.condition.reason) == ("accueil", "ready", "")
    assert (bureau.id, bureau.state, bureau.condition.reason) == ("bureau", "low", "paper_low")
    assert bureau.since == changed
    assert accueil.since == begun


def test_a_printer_of_the_setting_that_was_never_heard_of_is_away(reception):
    reception.site = replace(reception.site, printers=("accueil",))
    (printer,) = reception.desk().printers
    assert (printer.id, printer.state, printer.since) == ("accueil", "away", None)


def test_saying_the_same_again_is_no_change(two):
    before = two.contents()
    two.clock.forward(seconds=5)
    two.announce("accueil")
    # But for how long it is kept.
    assert {key: value for key, (value, _) in two.contents().items()} == {
        key: value for key, (value, _) in before.items()
    }


def test_what_changes_is_told_in_the_journal(two):
    two.announce("accueil", "down", reason="paper_out")
    two.clock.forward(seconds=80)
    two.announce("accueil", "down", reason="paper_out")
    told = [(entry["from"], entry["to"], entry["reason"]) for entry in two.journal() if entry["move"] == "printer"]
    assert told[2:] == [("ready", "down", "paper_out"), ("away", "down", "paper_out")]
    assert two.checked().breaches == ()


def test_the_door_knows_whether_paper_comes(two):
    assert paper_comes(two)
    two.announce("accueil", "down", reason="paper_out")
    assert paper_comes(two)
    two.announce("bureau", "down", reason="unreachable")
    assert not paper_comes(two)
    two.announce("bureau", "silent")
    assert paper_comes(two)
    two.clock.forward(seconds=76)
    assert not paper_comes(two)


def test_no_paper_comes_where_no_printer_is(reception):
    assert not paper_comes(reception)


@pytest.mark.parametrize(
    ("outcome", "state", "comes"),
    [("printed", "ready", True), ("unconfirmed", "silent", True), ("failed", "down", False)],
)
def test_of_a_printer_without_a_name_what_became_of_its_jobs_is_known(reception, outcome, state, comes):
    reception.ticket()
    reception.report(reception.claim(agent="7").id, outcome, "plus de papier")
    (printer,) = reception.desk().printers
    assert (printer.id, printer.state, printer.condition.detail) == ("agent:7", state, "plus de papier")
    assert paper_comes(reception) is comes


def test_a_printer_without_a_name_takes_whatever_there_is(two):
    visitor = two.ticket()
    assert two.claim(agent="9").id == visitor.id


# Test prints.


def test_a_test_print_is_for_its_printer_alone(two):
    job = two.print_test("bureau")
    assert two.claim(printer="accueil") is None
    assert two.claim(agent="9") is None
    taken = two.ask_for_work(printer="bureau")
    assert isinstance(taken, ClaimedTest)
    assert (taken.id, taken.printer) == (job.id, "bureau")
    two.report(job.id, "printed")
    assert two.ask_for_work(printer="bureau") == Nothing()
    assert two.key("ticket:") not in two.contents(), "it is nobody's ticket"
    assert two.checked().breaches == ()


def test_a_test_print_that_failed_goes_to_no_other_printer(two):
    job = two.print_test("accueil")
    two.ask_for_work(printer="accueil")
    two.report(job.id, "failed", reason="unreachable", sent=False)
    two.clock.forward(seconds=10)
    assert two.ask_for_work(printer="bureau") == Nothing()


def test_a_test_print_expires_and_is_asked_for_once(two):
    first = two.print_test("accueil", "click")
    assert two.print_test("accueil", "click") == first
    with pytest.raises(RequestIdReusedError):
        two.print_test("bureau", "click")
    two.clock.forward(seconds=61)
    two.announce("accueil")
    assert two.ask_for_work(printer="accueil") == Nothing()


def test_an_unknown_printer_prints_no_test(reception):
    with pytest.raises(UnknownPrinterError):
        reception.print_test("accueil")
