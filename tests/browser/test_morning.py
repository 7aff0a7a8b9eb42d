"""A whole morning: a manager and three mediators at their own machines, by keyboard alone, before a real demo."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from server.actions.house import build_house
from server.demo_folder import demo_settings
from tests.browser.conftest import Open
from tests.browser.morning import (
    GIVEN,
    MANAGER,
    MEDIATORS,
    OWN,
    SITE,
    Morning,
    enter_on,
    hand,
    has,
    is_free,
    leads,
    publish,
    reach,
    sign_in,
    sign_out,
    sit,
    write,
)
from tests.browser.morning_house import (
    everybody_is_received,
    the_journal_and_the_records_hold,
    tickets_stop_and_are_given_again,
    what_the_manager_publishes_is_seen_everywhere,
)
from tests.support.processes import Demo, until

WORD = "A déjà sa pièce d’identité."
WHY = "Rendez-vous à la mairie"

# Five pages of one browser, and a hundred presses: some minutes on a busy machine.
pytestmark = pytest.mark.timeout(300)


@pytest.fixture
def morning(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Morning]:
    demo = Demo(tmp_path_factory.mktemp("morning"))
    yield Morning.dawns(demo, build_house(demo_settings(demo.folder)))
    demo.kill()


def test_a_whole_morning_by_keyboard_alone(morning: Morning, open_page: Open) -> None:
    def machine(path: str = "staff/") -> Page:
        return open_page(f"{morning.demo.url}/{path}", 1366, 768)

    screen, manager, desks = machine(f"display/{SITE}"), machine(), [machine() for _ in MEDIATORS]
    the_manager_chooses_a_password_and_opens_the_site(manager)
    for counter, (desk, name) in enumerate(zip(desks, MEDIATORS, strict=True), start=1):
        sign_in(desk, name, OWN)
        leads(desk, lambda desk=desk: enter_on(desk, f"a[href='/staff/{SITE}']"))
        sit(desk, str(counter))
    people = three_are_called(morning, desks, screen)
    somebody_is_absent_and_comes_back(desks[1], people[1])
    somebody_is_put_aside_and_taken_up_again(desks[2], people[2])
    somebody_goes_on_to_a_colleague_with_a_word(desks, people)
    a_wrong_call_is_taken_back(morning, desks[0])
    morning.agree(*desks)
    two_visits_are_closed(morning, desks, people)
    a_pause_is_read_by_a_colleague(desks)
    a_ticket_is_given_at_the_desk(morning, desks[0])
    morning.agree(*desks)
    a_counter_is_taken_over(desks)
    what_the_manager_publishes_is_seen_everywhere(morning, manager, desks, screen)
    tickets_stop_and_are_given_again(morning, desks)
    everybody_is_received(morning, desks)
    morning.agree(*desks)
    the_journal_and_the_records_hold(morning)
    for desk in desks:
        desk.keyboard.press("u")
        leads(desk, lambda desk=desk: enter_on(desk, "[data-leave]"))
        sign_out(desk)
    sign_out(manager)
    assert morning.check().breaches == ()


def the_manager_chooses_a_password_and_opens_the_site(manager: Page) -> None:
    sign_in(manager, MANAGER, GIVEN)
    write(manager, "#old", GIVEN)
    write(manager, "#new", OWN)
    write(manager, "#again", OWN)
    leads(manager, lambda: manager.keyboard.press("Enter"))
    expect(manager.get_by_role("status")).to_have_text("Votre mot de passe est changé.")
    leads(manager, lambda: enter_on(manager, f"a[href='/staff/{SITE}/settings']"))
    leads(manager, lambda: enter_on(manager, "[data-room=site]"))
    reach(manager, "input[name$='.open']")
    manager.keyboard.press("Space")
    publish(manager)


def three_are_called(morning: Morning, desks: list[Page], screen: Page) -> list[str]:
    """A person at each counter, and two who wait. The numbers of the three."""
    until(lambda: morning.wire.get_site().json()["open"] is True, "the site is open")
    people = [morning.comes(), morning.comes("energie", "ar"), morning.comes("aide")]
    for desk, number in zip(desks, people, strict=True):
        expect(desk.locator("[data-next]")).to_have_attribute("data-waiting", number)
        desk.keyboard.press("Space")
        has(desk, number)
        expect(screen.locator(f"[data-number={number}]").first).to_be_visible()
        morning.agree(*desks)
    morning.comes("transports"), morning.comes("papiers", "tr")
    desks[0].keyboard.press("r")
    expect(hand(desks[0])).to_contain_text("Appel : 2 fois")
    return people


def somebody_is_absent_and_comes_back(desk: Page, number: str) -> None:
    desk.keyboard.press("a")
    is_free(desk)
    enter_on(desk, "#gone summary")
    enter_on(desk, "[id^='restore-']")
    expect(desk.locator("[data-next]")).to_have_attribute("data-waiting", number)


def somebody_is_put_aside_and_taken_up_again(desk: Page, number: str) -> None:
    desk.keyboard.press("p")
    has(desk, number, "serving")
    desk.keyboard.press("m")
    is_free(desk)
    enter_on(desk, "[id^='resume-']")
    has(desk, number, "serving")


def somebody_goes_on_to_a_colleague_with_a_word(desks: list[Page], people: list[str]) -> None:
    sender, colleague, _ = desks
    sender.keyboard.press("f")
    expect(sender.locator("[data-to]").first).to_be_focused()
    reach(sender, "#note", "Shift+Tab")
    sender.keyboard.insert_text(WORD)
    enter_on(sender, "[data-to='counter:2']")
    is_free(sender)
    line = colleague.locator(f"[data-waiting={people[0]}]")
    expect(line.locator("[data-noted]")).to_be_visible()
    expect(line).not_to_contain_text(WORD)
    colleague.keyboard.press("Space")
    has(colleague, people[0])
    expect(colleague.locator("[data-note]")).to_contain_text(WORD)


def a_wrong_call_is_taken_back(morning: Morning, desk: Page) -> None:
    waiting = [row["number"] for row in morning.wire.queue().json()["waiting"]]
    desk.keyboard.press("Space")
    has(desk, waiting[0])
    desk.keyboard.press("z")
    is_free(desk)
    assert [row["number"] for row in morning.wire.queue().json()["waiting"]] == waiting


def two_visits_are_closed(morning: Morning, desks: list[Page], people: list[str]) -> None:
    """One with everything that five keys can say, one with two."""
    for desk, number, keys in ((desks[2], people[2], "tco1"), (desks[1], people[0], "t")):
        desk.keyboard.press(keys[0])
        expect(desk.locator("[data-end]")).to_be_focused()
        for key in (*keys[1:], "Enter"):
            desk.keyboard.press(key)
        is_free(desk)
        expect(desk.locator("#tell-visit")).to_have_attribute("data-latest", number)
    until(lambda: len(morning.visits()) == 2, "both visits are kept")


def a_pause_is_read_by_a_colleague(desks: list[Page]) -> None:
    _, colleague, away = desks
    colleague.keyboard.press("Space")
    expect(hand(colleague)).to_have_attribute("data-state", "called")
    away.keyboard.press("u")
    write(away, "#why", WHY)
    away.keyboard.press("Enter")
    expect(away.locator("[data-pause]")).to_contain_text(WHY)
    colleague.keyboard.press("f")
    choice = colleague.locator("[data-to='counter:3']")
    expect(choice).to_contain_text(WHY)
    expect(choice).to_be_disabled()
    colleague.keyboard.press("Escape")
    expect(colleague.locator("#sheet")).to_be_hidden()
    away.keyboard.press("o")
    expect(away.locator("#call-next")).to_be_visible()


def a_ticket_is_given_at_the_desk(morning: Morning, desk: Page) -> None:
    desk.keyboard.press("d")
    expect(desk.locator("[data-give]").first).to_be_focused()
    desk.keyboard.press("Enter")
    number = desk.locator("[data-given]").get_attribute("data-given")
    expect(desk.locator("#sheet-body")).to_contain_text("Son papier s’imprime.")
    desk.keyboard.press("Enter")
    expect(desk.locator("#sheet")).to_be_hidden()
    assert number in [row["number"] for row in morning.wire.queue().json()["waiting"]]


def a_counter_is_taken_over(desks: list[Page]) -> None:
    """Chloé comes to the first counter; Aïcha, who sat there, learns it at once and goes to the third."""
    first, _, third = desks
    leads(third, lambda: enter_on(third, f"a[href='/staff/{SITE}']"))
    leads(third, lambda: enter_on(third, "a[data-counter='1']"))
    expect(third.locator("[data-lost=taken]")).to_contain_text(f"{MEDIATORS[0]} est à ce guichet depuis")
    leads(third, lambda: enter_on(third, "#take-counter"))
    expect(first.locator("[data-lost=taken]")).to_contain_text(f"{MEDIATORS[2]} est à ce guichet depuis")
    expect(first.locator("#call-next")).to_have_count(0)
    leads(first, lambda: enter_on(first, f"a[href='/staff/{SITE}']"))
    sit(first, "3")
