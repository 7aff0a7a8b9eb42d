"""What the random stories found, each told once in order, so that it stays found."""

from __future__ import annotations

from datetime import date, time

import pytest

from server.queues import live
from tests.model.both import WebClock
from tests.model.place import MINUTE, always_open, moment, open_late
from tests.model.real import SITE, RealQueue
from tests.support.journal import SiteKeys

MORNING = moment(date(2026, 11, 23), time(9, 42))
DAY = 24 * 60 * MINUTE


@pytest.fixture
def open_site(valkey):
    valkey.client.flushall()
    return lambda place: RealQueue(valkey.url, valkey.client, place, MORNING)


def test_a_stop_before_the_first_ticket_of_all_ends_with_its_day(open_site):
    queue = open_site(always_open(next_completes=True))
    queue.switch_issuing("stop", gives=False, texts={}, mediator="7")
    assert queue.door()["stopped"]
    queue.clock += DAY
    queue.begin()
    assert not queue.door()["stopped"]


def test_a_counter_closed_before_the_first_ticket_of_all_opens_on_the_next_day(open_site):
    queue = open_site(always_open(next_completes=True))
    queue.switch_counter("close", counter="1", opens=False, mediator="7")
    assert queue.door()["closed"] == {"1"}
    queue.clock += DAY
    queue.begin()
    assert queue.door()["closed"] == set()


@pytest.mark.parametrize("off_by", [-30 * DAY, 30 * DAY], ids=["a month slow", "a month fast"])
def test_a_door_says_what_stands_at_it_whatever_the_web_machine_takes_for_today(open_site, monkeypatch, off_by):
    monkeypatch.setattr(live, "datetime", WebClock)
    monkeypatch.setattr(WebClock, "ms", MORNING + off_by)
    assert open_site(open_late(next_completes=True)).door()["phase"] == "open"


def test_a_restored_ticket_is_told_who_is_ahead_of_it(open_site):
    queue = open_site(always_open(next_completes=True))
    for name in ("first", "second"):
        queue.issue(name, need="papiers", language="fr", priority="", by_hand=True)
    gone = {"ticket": "000000000002", "counter": "", "mediator": "", "reason": ""}
    queue.move("goes", verb="cancel", **gone)
    back, _ = queue.move("comes back", verb="restore", **gone)
    assert back["ahead"] == 1


def test_whoever_let_others_pass_within_this_millisecond_is_behind_who_comes_in_it(open_site):
    queue = open_site(always_open(next_completes=True))
    for name in ("first", "second"):
        queue.issue(name, need="papiers", language="fr", priority="", by_hand=True)
    queue.let_pass("after you", ticket="000000000001", people=1, counter="")
    third, _ = queue.issue("third", need="papiers", language="fr", priority="", by_hand=True)
    assert third["ahead"] == 1


@pytest.fixture
def called(open_site):
    """A site whose only ticket was just called to counter 1."""
    queue = open_site(always_open(next_completes=True))
    queue.issue("comes", need="papiers", language="fr", priority="", by_hand=True)
    queue.call("call", counter="1", mediator="7", chosen="", reason="")
    return queue


def test_a_call_is_taken_back_also_when_the_paper_came_out_meanwhile(called):
    called.announce(printer="accueil", agent="5", state="ready", reason="")
    called.claim("claim", agent="5", printer="accueil")
    called.report(job="000000000001", outcome="printed", reason="", sent=True)
    back, _ = called.undo("undo", ticket="000000000001", counter="1")
    assert back["state"] == "waiting"


def test_the_only_call_of_a_day_that_comes_back_on_the_board_ends_some_day(called):
    called.transfer("goes", ticket="000000000001", counter="1", mediator="7", reason="", to=("energie", "", ""))
    called.undo("undo", ticket="000000000001", counter="1")
    assert called.valkey.pttl(SiteKeys(called.valkey, SITE).key("calls")) > 0


def test_a_printer_that_was_not_heard_of_for_over_a_week_is_forgotten_when_another_is_heard(open_site):
    queue = open_site(always_open(next_completes=True))
    queue.claim("asks", agent="5", printer="")
    queue.clock += 9 * DAY
    queue.announce(printer="accueil", agent="5", state="ready", reason="")
    _, seen = queue.board_and_queue()
    assert [each["id"] for each in seen["printers"]] == ["accueil", "bureau"]
