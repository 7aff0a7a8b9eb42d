"""Everything read aloud: what a finger may do without choosing, what is news, and how it ends."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, emptied, numbers
from tests.browser.kiosk_site import Told, retell
from tests.browser.speech import Ear, Said, double_tap, listening_kiosk, message, middle_of, steady, touch
from tests.support.api import Client
from tests.support.processes import Demo

KIOSK_SITE = "site-5"
LONG = "Nous ne donnons pas de ticket aujourd’hui, car une réunion occupe toute la maison jusqu’à ce soir. " * 3
TURN_MS = 8_000


@pytest.fixture
def desk(demo: Demo) -> Client:
    """A counter of the kiosk's site, where nobody waits any more."""
    return emptied(demo, KIOSK_SITE)


@pytest.fixture
def kiosk(demo: Demo, open_page: Open) -> tuple[Page, Ear]:
    """A kiosk that reads aloud, before the needs in French."""
    page, ear = listening_kiosk(open_page, f"{demo.url}/kiosk/{KIOSK_SITE}")
    touch(page.locator("[data-language=fr]"))
    page.locator("main[data-screen=need]").wait_for()
    page.keyboard.press("*")
    ear.hears(message("fr", "aloud-on"))
    return page, ear


def take_ticket(page: Page, ear: Ear) -> None:
    double_tap(page.locator("[data-need=transports]"))
    page.locator("[data-number]").wait_for()
    ear.hears(message("fr", "your-number"))


def test_a_finger_that_taps_on_and_on_takes_one_ticket(kiosk: tuple[Page, Ear], desk: Client) -> None:
    page, ear = kiosk
    touch(page.locator("[data-need=transports]"), times=5)
    number = page.locator("[data-number]").get_attribute("data-number")
    ear.hears(message("fr", "your-number"))
    assert numbers(desk) == [number]
    expect(page.locator("main")).to_have_attribute("data-screen", "ticket")


def test_a_finger_that_moves_about_hears_what_is_under_it_and_chooses_nothing(
    kiosk: tuple[Page, Ear], desk: Client
) -> None:
    page, ear = kiosk
    start, end = page.locator("[data-need=papiers]"), page.locator("[data-need=aide]")
    steady(page)
    page.mouse.move(*middle_of(start))
    page.mouse.down()
    page.mouse.move(*middle_of(end), steps=30)
    expect(end).to_have_attribute("data-heard", "")
    page.mouse.up()
    ear.hears(Said("fr", str(end.get_attribute("data-say"))))
    expect(page.locator("[data-heard]")).to_have_count(1)
    expect(page.locator("main")).to_have_attribute("data-screen", "need")
    assert numbers(desk) == []


def test_two_taps_beside_everything_choose_what_was_heard_last(kiosk: tuple[Page, Ear], desk: Client) -> None:
    page, ear = kiosk
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-need=allocations]")).to_have_attribute("data-heard", "")
    double_tap(page.locator("h1"))
    ear.hears(message("fr", "your-number"))
    assert [number[0] for number in numbers(desk)] == ["B"]


def test_two_taps_on_another_choice_than_the_heard_one_only_let_it_be_heard(
    kiosk: tuple[Page, Ear], desk: Client
) -> None:
    page, ear = kiosk
    page.keyboard.press("ArrowDown")
    other = page.locator("[data-need=transports]")
    double_tap(other)
    ear.hears(Said("fr", str(other.get_attribute("data-say"))))
    expect(page.locator("main")).to_have_attribute("data-screen", "need")
    assert numbers(desk) == []
    double_tap(other)
    ear.hears(message("fr", "your-number"))
    assert [number[0] for number in numbers(desk)] == ["D"]


def test_what_becomes_of_the_ticket_is_said_as_it_comes(kiosk: tuple[Page, Ear], desk: Client) -> None:
    page, ear = kiosk
    desk.issue("transports")
    take_ticket(page, ear)
    ear.hears(message("fr", "people-ahead", count=1), message("fr", "aloud-choices", count=1))
    desk.call("1")
    ear.hears(message("fr", "people-ahead", count=0))
    desk.call("2")
    ear.hears(message("fr", "your-turn", label="Guichet 2"))


@pytest.mark.parametrize("answer", ["a tap anywhere", "any key"])
def test_are_you_still_there_is_said_and_any_sign_answers_it(kiosk: tuple[Page, Ear], answer: str) -> None:
    page, ear = kiosk
    page.clock.install()
    take_ticket(page, ear)
    page.wait_for_function("() => !document.body.hasAttribute('data-speaking')")
    page.clock.run_for(61_000)
    question = page.locator("#still-here")
    expect(question).to_be_visible()
    ear.hears(message("fr", "still-here"), message("fr", "still-here-why"), message("fr", "aloud-choices", count=1))
    page.clock.run_for(1_000)
    if answer == "any key":
        page.keyboard.press("Numpad3")
        page.keyboard.press("Numpad8")
    else:
        page.touchscreen.tap(20, 20)
    expect(question).to_be_hidden()
    expect(page.locator("main")).to_have_attribute("data-screen", "ticket")
    expect(page.locator("body")).to_have_attribute("data-aloud", "")


def test_keys_say_it_again_change_the_volume_go_back_and_end_it(kiosk: tuple[Page, Ear]) -> None:
    page, ear = kiosk
    page.keyboard.press("Numpad0")
    ear.hears(message("fr", "need-question"), message("fr", "aloud-choices", count=6))
    page.keyboard.press("NumpadAdd")
    expect(page.locator("[data-volume]")).to_have_attribute("data-volume", "4")
    page.keyboard.press("NumpadSubtract")
    page.keyboard.press("NumpadSubtract")
    expect(page.locator("[data-volume]")).to_have_attribute("data-volume", "2")
    page.keyboard.press("NumpadDivide")
    ear.hears(message("fr", "aloud-on"), message("fr", "aloud-keys"))
    page.keyboard.press("NumpadMultiply")
    ear.hears(message("fr", "aloud-off"))
    expect(page.locator("body")).not_to_have_attribute("data-aloud", "")
    page.keyboard.press("Numpad7")
    ear.hears(message("fr", "aloud-on"))
    page.keyboard.press("NumpadDecimal")
    expect(page.locator("main")).to_have_attribute("data-screen", "language")


def test_what_changes_the_looks_is_reached_and_the_strip_comes_with_the_speaker_alone(kiosk: tuple[Page, Ear]) -> None:
    page, ear = kiosk
    page.clock.install()
    strip = page.locator("#sound-strip")
    expect(strip).to_be_hidden()
    for action in ("contrast", "text", "speak"):
        stop = page.locator(f"[data-action={action}]")
        while stop.get_attribute("data-heard") is None:
            before = page.locator("[data-heard]").evaluate_all("(all) => all.map((each) => each.outerHTML)")
            page.keyboard.press("ArrowDown")
            after = page.locator("[data-heard]").evaluate_all("(all) => all.map((each) => each.outerHTML)")
            assert after != before, f"the last stop, and {action} was none"
    page.keyboard.press("Numpad5")
    expect(strip).to_be_visible()
    ear.falls_silent()
    page.clock.run_for(11_000)
    expect(strip).to_be_hidden()
    expect(page.locator("[data-action=contrast]")).to_be_visible()


def test_in_arabic_left_leads_on(demo: Demo, open_page: Open) -> None:
    page, ear = listening_kiosk(open_page, f"{demo.url}/kiosk/{KIOSK_SITE}")
    touch(page.locator("[data-language=ar]"))
    page.locator("main[data-screen=need]").wait_for()
    page.keyboard.press("*")
    ear.hears(message("ar", "aloud-on"))
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(page.locator("[data-need]").nth(1)).to_have_attribute("data-heard", "")
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-need]").nth(0)).to_have_attribute("data-heard", "")


def stopped_at_length(told: Told) -> Told:
    """A mediator's own words, so long that the other languages have to take turns on a small screen."""
    return told | {"open": False, "stopped": True, "message": {"fr": LONG}}


def test_languages_that_take_turns_are_each_said_once(demo: Demo, open_page: Open) -> None:
    page, ear = listening_kiosk(open_page, f"{demo.url}/kiosk/{KIOSK_SITE}#token={demo.token(KIOSK_SITE, 'kiosk')}")
    page.clock.install()
    page.set_viewport_size({"width": 900, "height": 640})
    retell(demo, page, KIOSK_SITE, stopped_at_length)
    page.reload()
    page.locator("main[data-screen=stopped]").wait_for()
    others = page.locator(".notice-others > *")
    expect(page.locator(".notice-others > [hidden]")).not_to_have_count(0)
    page.keyboard.press("*")
    # Everybody has had two turns.
    seen: list[str] = []
    for _ in range(4):
        ear.falls_silent()
        seen += others.evaluate_all("(all) => all.filter((each) => !each.hidden).map((each) => each.lang)")
        page.clock.run_for(TURN_MS)
    ear.falls_silent()
    assert all(seen.count(each) == len(seen) // others.count() == 2 for each in seen)
    said = [each.language for each in ear.said()]
    assert sorted(each for each in said if each != "fr") == sorted(set(seen))
    assert len(said) == len(set(ear.said()))
