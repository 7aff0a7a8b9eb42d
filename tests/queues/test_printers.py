"""Printers: announced and owned, asked in the site's order, and what the desk and the kiosk's door know of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from server.domain.paper_errors import PrinterOwnedError, PrinterUnknownError
from server.queues.prints import Nothing


def paper(reception, ticket):
    return reception.read(ticket.id).print


def seen(reception):
    return {printer.id: printer.state for printer in reception.desk().printers}


# Who gets a job.


def test_a_clock_that_is_set_back_holds_no_paper_up(two):
    visitor = two.ticket()
    two.clock.forward(seconds=-50)
    assert two.claim(printer="accueil").id == visitor.id


def test_the_first_printer_of_the_site_gets_the_job(two):
    visitor = two.ticket()
    assert two.claim(printer="bureau") is None
    assert two.claim(printer="accueil").id == visitor.id


def test_the_next_printer_takes_a_job_that_the_first_leaves_lying(two):
    visitor = two.ticket()
    assert two.ask_for_work(printer="bureau") == Nothing(4.0)
    two.clock.forward(seconds=3)
    assert two.ask_for_work(printer="bureau") == Nothing(1.0)
    two.clock.forward(seconds=1)
    assert two.claim(printer="bureau").id == visitor.id


def test_a_printer_that_cannot_print_is_passed_over_at_once(two):
    two.announce("accueil", "down", reason="paper_out")
    visitor = two.ticket()
    assert two.claim(printer="bureau").id == visitor.id


@pytest.mark.parametrize("state", ["low", "silent"])
def test_a_printer_with_little_paper_or_little_to_say_keeps_its_turn(two, state):
    two.announce("accueil", state)
    two.ticket()
    assert two.claim(printer="bureau") is None
    assert two.claim(printer="accueil")


def test_a_printer_that_is_not_heard_of_is_passed_over_at_once(two):
    two.clock.forward(seconds=76)
    visitor = two.ticket()
    assert two.claim(printer="bureau").id == visitor.id


def test_where_no_printer_can_print_the_first_is_asked_so_that_the_kiosk_knows_at_once(two):
    for name in ("accueil", "bureau"):
        two.announce(name, "down", reason="paper_out")
    two.ticket()
    assert two.claim(printer="bureau") is None
    assert two.claim(printer="accueil")


def test_a_job_of_which_nothing_was_sent_goes_to_the_next_printer(two):
    visitor = two.ticket()
    first = two.claim(printer="accueil")
    two.announce("accueil", "down", reason="cover_open")
    assert two.report(first.id, "failed", reason="cover_open", sent=False) == "failed"
    assert paper(two, visitor).state == "queued"
    second = two.claim(printer="bureau")
    assert (second.id, second.number, second.duplicate) == (f"{visitor.id}-1", visitor.number, False)
    two.report(second.id, "printed")
    assert paper(two, visitor) == replace(paper(two, visitor), id=second.id, state="printed")


def test_a_job_of_which_something_may_have_been_sent_is_never_printed_again_by_itself(two):
    visitor = two.ticket()
    two.report(two.claim(printer="accueil").id, "failed", reason="paper_out", sent=True)
    assert paper(two, visitor).state == "failed"
    two.clock.forward(seconds=10)
    assert two.claim(printer="bureau") is None


def test_a_job_in_doubt_is_never_printed_again_by_itself(two):
    visitor = two.ticket()
    two.claim(printer="accueil")
    two.clock.forward(seconds=65)
    assert two.claim(printer="bureau") is None
    assert paper(two, visitor).state == "unconfirmed"


def test_a_job_that_passes_from_printer_to_printer_keeps_its_age(two):
    visitor = two.ticket()
    two.clock.forward(seconds=30)
    two.announce("bureau")
    two.report(two.claim(printer="accueil").id, "failed", reason="unreachable", sent=False)
    two.clock.forward(seconds=31)
    assert two.claim(printer="bureau") is None
    assert paper(two, visitor).state == "expired"


def test_a_job_that_every_printer_gave_back_has_failed(two):
    visitor = two.ticket()
    for name in ("accueil", "bureau"):
        job = two.claim(printer=name)
        two.announce(name, "down", reason="unreachable")
        two.report(job.id, "failed", reason="unreachable", sent=False)
    assert paper(two, visitor).state == "failed"


def test_a_job_that_no_printer_could_draw_is_not_passed_on(two):
    visitor = two.ticket()
    two.report(two.claim(printer="accueil").id, "failed", reason="job_unreadable", sent=False)
    assert paper(two, visitor).state == "failed"


def test_a_printer_that_gave_a_job_back_is_not_asked_again(two):
    visitor = two.ticket()
    two.announce("accueil", "down", reason="unreachable")
    two.report(two.claim(printer="bureau").id, "failed", reason="unreachable", sent=False)
    assert paper(two, visitor).state == "failed"  # accueil is down, too
    second = two.ticket()
    two.announce("accueil")
    two.report(two.claim(printer="accueil").id, "failed", reason="unreachable", sent=False)
    two.clock.forward(seconds=10)
    assert two.claim(printer="accueil") is None
    assert two.claim(printer="bureau").number == second.number


def test_a_word_that_comes_after_a_copy_was_asked_for_brings_no_third_paper(two):
    visitor = two.ticket()
    first = two.claim(printer="accueil")
    two.clock.forward(seconds=65)
    copy = two.reprint(visitor.id).ticket.print
    two.report(first.id, "failed", reason="unreachable", sent=False)
    assert paper(two, visitor) == copy
    assert two.claim(printer="accueil").id == copy.id
    two.clock.forward(seconds=10)
    assert two.claim(printer="bureau") is None


def test_a_job_given_back_after_its_life_has_failed_and_does_not_wait_any_more(two):
    visitor = two.ticket()
    first = two.claim(printer="accueil")
    two.clock.forward(seconds=61)
    two.announce("bureau")
    two.report(first.id, "failed", reason="unreachable", sent=False)
    assert paper(two, visitor).id == first.id


# Who owns a printer.


def test_a_printer_asks_for_work_only_after_it_was_announced(reception):
    with pytest.raises(PrinterUnknownError):
        reception.claim(printer="accueil")


def test_two_agents_never_own_one_printer(reception):
    reception.announce("accueil", agent="7")
    with pytest.raises(PrinterOwnedError) as refusal:
        reception.announce("accueil", agent="8")
    assert refusal.value.extra == {"printer": "accueil"}
    with pytest.raises(PrinterOwnedError):
        reception.claim(agent="8", printer="accueil")


def test_two_names_do_not_hide_that_it_is_one_printer(reception):
    reception.announce("accueil", agent="7", address="network://192.168.1.50")
    with pytest.raises(PrinterOwnedError):
        reception.announce("bureau", agent="8", address="network://192.168.1.50")


def test_one_agent_may_own_several_printers_and_name_one_anew(reception):
    reception.announce("accueil", address="network://192.168.1.50")
    reception.announce("bureau", address="network://192.168.1.51")
    reception.announce("porte", address="network://192.168.1.50")
    assert seen(reception) == dict.fromkeys(("accueil", "bureau", "porte"), "ready")


def test_a_printer_whose_agent_is_not_heard_of_may_be_taken_over(reception):
    reception.announce("accueil", agent="7")
    reception.clock.forward(seconds=76)
    reception.announce("accueil", agent="8")
    with pytest.raises(PrinterOwnedError):
        reception.claim(agent="7", printer="accueil")


def test_a_printer_that_came_under_another_name_is_no_longer_the_old_ones(reception):
    reception.announce("accueil", agent="7", address="network://192.168.1.50")
    reception.clock.forward(seconds=76)
    reception.announce("bureau", agent="8", address="network://192.168.1.50")
    with pytest.raises(PrinterUnknownError):
        reception.claim(agent="7", printer="accueil")
    with pytest.raises(PrinterOwnedError):
        reception.announce("accueil", agent="7", address="network://192.168.1.50")


def test_asking_for_work_keeps_a_printer(reception):
    reception.announce("accueil", agent="7")
    for _ in range(3):
        reception.clock.forward(seconds=25)
        reception.claim(printer="accueil")
    with pytest.raises(PrinterOwnedError):
        reception.announce("accueil", agent="8")
