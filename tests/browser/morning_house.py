"""The second half of a morning: settings that change under way, tickets that stop, and the last who wait."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.morning import SITE, Morning, enter_on, hand, has, is_free, leads, publish, write
from tests.support.processes import until


def what_the_manager_publishes_is_seen_everywhere(
    morning: Morning, manager: Page, desks: list[Page], screen: Page
) -> None:
    """A need and a counter have new names: on each desk at once, and on the screen with the next call."""
    for room, row, field, name in (
        ("needs", "papiers", "name", "Papiers et démarches"),
        ("counters", "2", "label", "Bureau bleu"),
    ):
        leads(manager, lambda: enter_on(manager, f"a[href='/staff/{SITE}/settings']"))
        leads(manager, lambda room=room: enter_on(manager, f"[data-room={room}]"))
        enter_on(manager, f"[data-row='{row}'] summary")
        write(manager, f"[id='{room}.{row}.{field}']", name)
        publish(manager)
    for desk in desks:
        expect(desk.locator("[data-waiting^=A] .need").first).to_contain_text("Papiers et démarches")
    colleague = desks[1]
    expect(colleague.locator("h1")).to_have_text("Bureau bleu")
    waiting = str(morning.wire.queue().json()["waiting"][0]["number"])
    colleague.keyboard.press("Space")
    has(colleague, waiting)
    expect(screen.locator("body")).to_contain_text("Bureau bleu")


def tickets_stop_and_are_given_again(morning: Morning, desks: list[Page]) -> None:
    stopping, *others = desks
    enter_on(stopping, "#stop-issuing")
    expect(stopping.locator("[data-notice-id]").first).to_be_focused()
    stopping.keyboard.press("Enter")
    for desk in others:
        expect(desk.locator("[data-stopped]")).to_be_visible()
    assert morning.kiosk.issue().status_code == 409
    enter_on(stopping, "#resume-issuing")
    for desk in others:
        expect(desk.locator("[data-stopped]")).to_have_count(0)
    morning.comes("ateliers")


def everybody_is_received(morning: Morning, desks: list[Page]) -> None:
    """Who is in hand is seen off, then one is called after the other, until nobody waits."""
    for desk in desks:
        if hand(desk).get_attribute("data-hand"):
            see_off(desk)
    while waiting := morning.wire.queue().json()["waiting"]:
        for desk, row in zip(desks, waiting, strict=False):
            desk.keyboard.press("Space")
            has(desk, row["number"])
            see_off(desk)


def see_off(desk: Page) -> None:
    desk.keyboard.press("t")
    expect(desk.locator("[data-end]")).to_be_focused()
    desk.keyboard.press("Enter")
    is_free(desk)


def the_journal_and_the_records_hold(morning: Morning) -> None:
    """No promise is broken, and each ticket was finished and left one visit."""
    report = morning.check()
    assert report.breaches == ()
    until(lambda: len(morning.visits()) >= report.tickets, "every visit is kept")
    visits = morning.visits()
    assert len(set(visits)) == len(visits) == report.tickets
    assert {morning.wire.ticket(ticket).json()["state"] for ticket in visits} == {"done"}
    assert morning.told() == [{"operator": "caf", "topic": "droits", "outcome": "solved"}]
