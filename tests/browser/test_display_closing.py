"""The waiting room when no more tickets are given: it is told, calmly, and goes on being called."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open, emptied
from tests.browser.setbacks import age_calls, closed, forget_calls, last_tickets, let_pass, stopped
from tests.browser.waiting_room import OLD_S, ROOM_SITE, call_and_see, screen
from tests.support.api import Client
from tests.support.processes import Demo, until

NO_MORE_TICKETS = "Plus de ticket pour le moment. Les personnes qui attendent sont appelées."


@pytest.fixture
def desk(demo: Demo) -> Client:
    """A counter of the site, where nobody waits and nobody was called."""
    client = emptied(demo, ROOM_SITE)
    forget_calls(demo, ROOM_SITE)
    return client


def test_nobody_is_sent_to_the_kiosk(demo: Demo, desk: Client, open_page: Open) -> None:
    with last_tickets(demo, ROOM_SITE):
        desk.issue()
        room = screen(demo, open_page, languages=("fr", "en", "ar"))
        expect(room.locator("[data-scene]")).to_have_attribute("data-scene", "no-tickets")
        for words in ("Plus de ticket pour le moment.", "No more tickets for now.", "لا نعطي تذاكر جديدة الآن."):
            expect(room.locator("[data-scene]")).to_contain_text(words)
        expect(room.locator("[data-scene]")).not_to_contain_text("Prenez un ticket")
        expect(room.locator("[data-waiting]")).to_have_attribute("data-waiting", "1")
        call_and_see(room, desk)
        expect(room.locator("[data-note]")).to_have_text(NO_MORE_TICKETS)
    desk.issue()
    expect(room.locator("[data-note]")).to_be_hidden()


def test_who_has_a_ticket_reads_at_the_foot_that_they_may_stay(demo: Demo, desk: Client, open_page: Open) -> None:
    with last_tickets(demo, ROOM_SITE):
        desk.issue()
        room = screen(demo, open_page, languages=("fr",))
        expect(room.locator("[data-scene]")).to_have_attribute("data-scene", "no-tickets")

        def told() -> bool:
            let_pass(room, 1)
            return room.locator("[data-message]").inner_text() == "Restez ici."

        until(told, "the foot says so")


def test_a_stop_by_a_mediator_is_told_at_once(demo: Demo, desk: Client, open_page: Open) -> None:
    room = screen(demo, open_page)
    expect(room.locator("[data-scene]")).to_have_attribute("data-scene", "welcome")
    call_and_see(room, desk)
    expect(room.locator("[data-note]")).to_be_hidden()
    with stopped(desk):
        expect(room.locator("[data-note]")).to_have_text(NO_MORE_TICKETS)
        call_and_see(room, desk)
    expect(room.locator("[data-note]")).to_be_hidden()


def test_a_closed_site_says_that_it_is_closed(demo: Demo, desk: Client, open_page: Open) -> None:
    desk.issue()
    desk.call("2")
    age_calls(demo, ROOM_SITE, OLD_S)
    with closed(demo, ROOM_SITE):
        room = screen(demo, open_page)
        expect(room.locator("[data-note]")).to_have_text("Fermé")
