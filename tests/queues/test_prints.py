"""Print jobs: claimed once, oldest first, closed by one outcome, never printed late."""

from __future__ import annotations

from itertools import permutations

import pytest

from server.domain.errors import RequestIdReusedError
from server.domain.paper_errors import JobClosedError, UnknownJobError

OUTCOMES = ("printed", "unconfirmed", "failed")


def paper(reception, ticket_id):
    return reception.read(ticket_id).print.state


def test_the_oldest_job_is_claimed_first(reception):
    ids = [reception.ticket(need).id for need in ("papiers", "ateliers", "energie")]
    assert [reception.claim().id for _ in ids] == ids
    assert reception.claim() is None


def test_a_job_carries_what_the_paper_says(reception):
    reception.ticket("energie")
    visitor = reception.ticket("papiers", "ar")
    reception.claim()
    job = reception.claim()
    assert (job.number, job.need, job.language, job.ahead) == ("A001", "papiers", "ar", 1)
    assert (job.arrived_at, job.secret) == (visitor.arrived_at, visitor.secret)


def test_the_paper_says_how_many_were_ahead_at_the_time(reception):
    reception.ticket()
    reception.ticket()
    reception.call("1")
    reception.claim()
    assert reception.claim().ahead == 1


def test_a_repeated_claim_gets_the_same_job_and_changes_nothing(reception):
    reception.ticket()
    reception.ticket()
    first = reception.claim("ask")
    before = reception.contents()
    assert reception.claim("ask") == first
    assert reception.contents() == before


def test_another_agent_cannot_repeat_a_claim(reception):
    reception.ticket()
    reception.claim("ask", agent="7")
    with pytest.raises(RequestIdReusedError):
        reception.claim("ask", agent="8")


def test_asking_when_there_is_nothing_to_print_changes_nothing(reception):
    reception.claim()
    assert reception.contents() == {}


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_an_outcome_is_kept_and_may_be_told_twice(reception, outcome):
    visitor = reception.ticket()
    job = reception.claim()
    assert paper(reception, visitor.id) == "claimed"
    assert reception.report(job.id, outcome, "détail") == outcome
    before = reception.contents()
    assert reception.report(job.id, outcome, "un autre détail") == outcome
    assert reception.contents() == before
    assert paper(reception, visitor.id) == outcome


@pytest.mark.parametrize(("first", "second"), list(permutations(OUTCOMES, 2)))
def test_another_outcome_comes_too_late(reception, first, second):
    reception.ticket()
    job = reception.claim()
    reception.report(job.id, first)
    before = reception.contents()
    with pytest.raises(JobClosedError) as refusal:
        reception.report(job.id, second)
    assert refusal.value.extra == {"state": first}
    assert reception.contents() == before


def test_a_job_nobody_claimed_has_no_outcome(reception):
    visitor = reception.ticket()
    before = reception.contents()
    with pytest.raises(JobClosedError):
        reception.report(visitor.print.id, "printed")
    assert reception.contents() == before


def test_an_unknown_job_has_no_outcome(reception):
    with pytest.raises(UnknownJobError):
        reception.report("000000000099", "printed")
    assert reception.contents() == {}


def test_a_job_that_waited_over_a_minute_is_never_printed(reception):
    late = reception.ticket()
    reception.clock.forward(seconds=61)
    assert paper(reception, late.id) == "expired"
    fresh = reception.ticket()
    assert reception.claim().id == fresh.print.id
    assert reception.claim() is None
    with pytest.raises(JobClosedError):
        reception.report(late.print.id, "printed")


def test_a_job_is_printed_up_to_the_last_moment_of_its_minute(reception):
    visitor = reception.ticket()
    reception.clock.forward(seconds=60)
    assert reception.claim().id == visitor.print.id


def test_a_claimed_job_nobody_reports_is_in_doubt_when_its_lease_ends(reception):
    visitor = reception.ticket()
    reception.claim()
    reception.clock.forward(seconds=60)
    assert paper(reception, visitor.id) == "claimed"
    reception.clock.forward(seconds=1)
    assert paper(reception, visitor.id) == "unconfirmed"


def test_a_late_outcome_still_says_what_became_of_the_paper(reception):
    visitor = reception.ticket()
    job = reception.claim()
    reception.clock.forward(seconds=90)
    assert reception.report(job.id, "printed") == "printed"
    assert paper(reception, visitor.id) == "printed"


def test_paper_goes_on_ageing_while_the_clock_that_was_set_back_catches_up(reception):
    visitor = reception.ticket()
    reception.clock.forward(hours=-1)
    assert paper(reception, visitor.id) == "expired"
    fresh = reception.ticket()
    reception.clock.forward(seconds=61)
    assert paper(reception, fresh.id) == "expired"
    assert reception.claim() is None
