"""The journal: one entry for each version, and every change announced to whoever listens."""

from __future__ import annotations

import pytest
import redis

from server.domain.errors import RefusalError
from server.domain.moves import Verb
from server.queues.house import CounterChange, set_counter
from server.queues.news import Change, changes
from server.queues.tickets import Hand, Wish
from tests.support.processes import until

NUMBER_OF_CHANGES = 10


def a_busy_morning(reception):
    """Everything that can happen to two people and their paper: ten changes."""
    first, second = reception.ticket(), reception.ticket("energie")
    job = reception.claim()
    reception.report(job.id, "printed")
    reception.call("1")
    reception.move(first.id, Verb.RECALL)
    reception.move(first.id, Verb.SERVE)
    reception.call("1")
    reception.move(second.id, Verb.NO_SHOW)


def test_there_is_one_entry_for_each_version_without_a_gap(reception):
    a_busy_morning(reception)
    versions = [int(entry["version"]) for entry in reception.journal()]
    assert versions == list(range(1, NUMBER_OF_CHANGES + 1))
    assert reception.board().version == NUMBER_OF_CHANGES


def test_the_journal_tells_what_happened_in_order(reception):
    a_busy_morning(reception)
    told = [(entry["move"], entry["number"], entry["from"], entry["to"]) for entry in reception.journal()]
    assert told == [
        ("issue", "A001", "", "waiting"),
        ("issue", "E001", "", "waiting"),
        ("print", "A001", "queued", "claimed"),
        ("print", "A001", "claimed", "printed"),
        ("call", "A001", "waiting", "called"),
        ("recall", "A001", "called", "called"),
        ("serve", "A001", "called", "serving"),
        ("complete", "A001", "serving", "done"),
        ("call", "E001", "waiting", "called"),
        ("no_show", "E001", "called", "no_show"),
    ]


def test_the_journal_never_holds_a_follow_secret(reception):
    secret = reception.ticket().secret
    assert secret not in str(reception.journal())


def test_a_refusal_leaves_no_entry(reception):
    visitor = reception.ticket()
    for refused in (
        lambda: reception.call("3"),
        lambda: reception.move(visitor.id, Verb.SERVE),
        lambda: reception.report(visitor.id, "printed"),
    ):
        with pytest.raises(RefusalError):
            refused()
    assert len(reception.journal()) == 1


@pytest.fixture
def listening(valkey):
    """A subscriber to the change channel, ready."""
    with redis.Redis.from_url(valkey.url, decode_responses=True).pubsub() as heard:
        heard.subscribe("accueil:changes")
        until(lambda: heard.get_message(timeout=0.1) is not None, "the subscription stands")
        yield heard


def announcements(heard, count):
    """So many announcements, then no more."""
    texts = []

    def have_all():
        message = heard.get_message(timeout=0.1)
        texts.extend([message["data"]] if message else [])
        return len(texts) >= count

    until(have_all, f"{count} announcements", patience_s=10)
    assert heard.get_message(timeout=0.05) is None
    return texts


def test_every_change_is_announced_with_its_version(reception, listening):
    a_busy_morning(reception)
    heard = announcements(listening, NUMBER_OF_CHANGES)
    abouts = ["job", "job"] + ["ticket"] * (NUMBER_OF_CHANGES - 2)
    assert heard == [f"lieu {version} {about}" for version, about in enumerate(abouts, start=1)]


def test_a_repeat_and_a_refusal_are_not_announced(reception, listening):
    reception.take(request_id="tap")
    reception.take(request_id="tap")
    with pytest.raises(RefusalError):
        reception.call("3")
    assert announcements(listening, 1) == ["lieu 1 job"]


def test_whoever_listens_first_hears_that_everything_may_have_changed_then_each_change(reception):
    heard = changes(reception.queue)
    assert next(heard) == [Change(None, jobs=True, about_site=True, setup=True)]
    reception.ticket()
    assert next(heard) == [Change("lieu", jobs=True)]
    reception.call()
    assert next(heard) == [Change("lieu", jobs=False)]
    heard.close()


def test_a_burst_is_one_piece_of_news(reception):
    heard = changes(reception.queue)
    next(heard)
    for _ in range(5):
        reception.ticket()
    burst = [next(heard)]
    while sum(map(len, burst)) < 5:
        burst.append(next(heard))
    assert [change for news in burst for change in news] == [Change("lieu", jobs=True)] * 5
    assert len(burst) < 5
    heard.close()


def test_after_a_lost_connection_everything_may_have_changed(reception):
    heard = changes(reception.queue)
    next(heard)
    reception.valkey.execute_command("CLIENT", "KILL", "TYPE", "pubsub")
    assert next(heard) == [Change(None, jobs=True, about_site=True, setup=True)]
    reception.ticket()
    assert next(heard) == [Change("lieu", jobs=True)]
    heard.close()


ALWAYS = {
    "version",
    "at",
    "move",
    "ticket",
    "number",
    "from",
    "to",
    "need",
    "counter",
    "mediator",
    "reason",
    "request_id",
}


def test_every_entry_has_the_fields_that_a_reader_counts_on(reception):
    a_busy_morning(reception)
    reception.close_counter("2")
    reception.clock.forward(days=1)
    reception.queue.turn(reception.site)
    assert [entry for entry in reception.journal() if not entry.keys() >= ALWAYS] == []


def test_a_ticket_given_by_hand_says_at_which_counter_and_by_whom(reception):
    reception.ask(Wish(reception.site.need("papiers"), "fr", by_hand=True, hand=Hand("2", "7")))
    [entry] = reception.journal()
    assert (entry["by_hand"], entry["counter"], entry["mediator"]) == ("1", "2", "7")


def test_a_choice_of_needs_is_told_to_whoever_looks(reception, listening):
    change = CounterChange("2", needs=("papiers", "energie"))
    set_counter(reception.queue, reception.site, change, "press", "7")
    [entry] = reception.journal()
    told = {name: entry[name] for name in ("move", "counter", "needs", "mediator", "request_id")}
    assert told == {
        "move": "serve_needs",
        "counter": "2",
        "needs": "papiers,energie",
        "mediator": "7",
        "request_id": "press",
    }
    assert announcements(listening, 1) == ["lieu 1 site"]
