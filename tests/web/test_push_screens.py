"""Each screen's display is told its own calls, and a display that is known no longer is let go."""

from __future__ import annotations

import uuid

import pytest
from sqlalchemy import text

from server.domain.people import Role
from server.queues import tickets
from server.queues.tickets import Wish
from server.records.tables import ScreenRow
from tests.support.listeners import Listener
from tests.support.processes import Web, free_port, until

SITE = "etats-unis"


@pytest.fixture
def web(settings, house, tmp_path):
    with house.catalogue.store.session() as session:
        for place, counters in enumerate((["1"], ["2", "3"])):
            screen = {"id": f"e{place}", "name": f"Écran {place}", "position": place, "counters": counters}
            session.add(
                ScreenRow(site_id=SITE, **screen, needs=[], distance_m=4, diagonal_in=43, voice=True, mute=[], ways={})
            )
    running = Web(settings.model_copy(update={"port": free_port()}), tmp_path / "web.log")
    yield running
    running.kill()


@pytest.fixture
def listen(web, house):
    """A function that opens a display's listener that has heard its first board; closed at the end of the test."""
    open_ones = []

    def to(token=None, **more):
        auth = {"token": token or house.devices.create(SITE, Role.DISPLAY), **more}
        open_ones.append(Listener(web.url, "/board", "board", auth))
        open_ones[-1].hears()
        return open_ones[-1]

    yield to
    for listener in open_ones:
        listener.leave()


@pytest.fixture
def call(house):
    """A function that calls somebody to a counter, by the queue's own road. The number."""
    site = house.catalogue.site(SITE)

    def call_to(counter):
        ticket = tickets.issue(house.queue, site, Wish(site.need("papiers"), "fr"), str(uuid.uuid4())).ticket
        tickets.call(house.queue, site, site.counter(counter), str(uuid.uuid4()), ticket.id)
        return ticket.number

    return call_to


def told(listener):
    return [call["number"] for call in listener.last["calls"]]


def test_each_screen_is_told_its_own_counters_calls_all_at_one_version(listen, call):
    left, right, whole = listen(screen="e0"), listen(screen="e1"), listen()
    first, second, third = call("1"), call("2"), call("3")
    until(lambda: len(told(whole)) == 3, "the board of the whole site has all")
    until(lambda: left.last["version"] == right.last["version"] == whole.last["version"], "all have the same version")
    assert (told(left), told(right), told(whole)) == ([first], [third, second], [third, second, first])
    assert [each.last["screen"] for each in (left, right, whole)] == ["e0", "e1", None]


def test_a_screen_that_nobody_knows_is_told_everything(listen, call):
    displays = [listen(screen=screen) for screen in ("nobody-knows-it", "", "x" * 65, 7, None)]
    number = call("1")
    until(lambda: all(told(display) == [number] for display in displays), "all are told the call")
    assert [display.last["screen"] for display in displays] == [None] * 5


def test_a_display_asks_whether_its_line_stands_and_is_answered(listen):
    assert listen().asks("beat") is None


def test_a_device_whose_token_was_taken_back_is_let_go_and_told_why_when_it_comes_again(web, house, listen):
    token, other = (house.devices.create(SITE, Role.DISPLAY) for _ in range(2))
    gone, stays = listen(token), listen(other)
    house.devices.revoke(house.devices.recognise(token).id)
    until(lambda: not gone.is_connected, "it is let go")
    assert stays.is_connected
    assert Listener(web.url, "/board", "board", {"token": token}).code == "unauthenticated"


def test_records_that_do_not_answer_let_nobody_go(house, listen, call, tmp_path):
    display = listen()
    rename(house, "devices", "lost")
    until(lambda: "listeners not looked at" in (tmp_path / "web.log").read_text("utf-8"), "it was looked in vain")
    number = call("1")
    until(lambda: told(display) == [number], "the display is told all the same")
    rename(house, "lost", "devices")
    assert display.is_connected


def rename(house, old, new):
    with house.catalogue.store.engine.begin() as connection:
        connection.execute(text(f"ALTER TABLE {old} RENAME TO {new}"))
