"""The waiting room without sound: by its setting, at this hour, locked, broken. People are called all the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Open, emptied
from tests.browser.room_voice import call_of, course, heard, said, stand_in
from tests.browser.setbacks import age_calls, let_pass
from tests.browser.speech import LISTEN, Ear, spoken
from tests.browser.waiting_room import OLD_S, ROOM_SITE
from tests.support.api import Client
from tests.support.processes import Demo, until

SPEECH = "**/api/v1/sites/*/speech?**"
QUICK = 6
"""How many times quicker than a person the ear listens."""
LOCKED = (
    "Object.defineProperty(AudioContext.prototype, 'state', { get: () => window.touched ? 'running' : 'suspended' });"
)
PLAIN = {"id": "wall", "distance_m": 4, "diagonal_in": 43, "voice": True, "mute": [], "ways": {}}


@pytest.fixture
def desk(demo: Demo) -> Client:
    client = emptied(demo, ROOM_SITE)
    age_calls(demo, ROOM_SITE, OLD_S)
    return client


@pytest.fixture
def wall(demo: Demo, desk: Client, open_page: Open) -> Page:
    """A screen that is not opened yet: what it lives through is to be set up."""
    page = open_page("about:blank", 1920, 1080)
    page.clock.install()
    return page


def opened(page: Page, demo: Demo, screen: dict[str, Any] | None = None, **site: Any) -> None:
    """Opens it, with what the site has set for it; and nothing is announced."""

    def answer(route: Route) -> None:
        found = route.fetch()
        route.fulfill(response=found, json=found.json() | {"screens": [PLAIN | (screen or {})]} | site)

    page.route(f"**/api/v1/sites/{ROOM_SITE}", answer)
    page.goto(f"{demo.url}/display/{ROOM_SITE}/wall")
    expect(page.locator("body")).to_have_attribute("data-state", "live")
    expect(page.locator("[data-announcing]")).to_have_count(0)


def called(desk: Client, language: str = "fr", counter: str = "2") -> str:
    """Somebody who speaks this language is called. Their number."""
    desk.issue(language=language)
    return str(desk.call(counter).json()["number"])


def captions(page: Page, number: str, language: str) -> list[str]:
    """What is written in turn while a number is announced, until it has had its time."""
    announced = page.locator(f"[data-announcing][data-number={number}]")
    expect(announced).to_be_visible()
    found: list[str] = []

    def is_over() -> bool:
        shown = page.evaluate("document.querySelector('[data-announcing] [data-caption-now]')?.textContent ?? null")
        if shown is not None and spoken(shown) not in found:
            found.append(spoken(shown))
        page.clock.run_for(250)
        return announced.count() == 0

    until(is_over, "the announcement is over")
    assert found == [call_of(each, number, "2").text for each in dict.fromkeys(["fr", language])]
    return found


def passes_until(page: Page, true: Callable[[], bool]) -> None:
    """Turns the page's clock, second by second."""

    def is_true_by_now() -> bool:
        let_pass(page, 1)
        return true()

    until(is_true_by_now, "it comes true while time passes")


def test_the_server_s_voice_speaks_where_the_browser_has_none(demo: Demo, wall: Page, desk: Client) -> None:
    wall.add_init_script(f"({LISTEN})({QUICK})")
    opened(wall, demo)
    ear = Ear(wall)
    number, again = called(desk, "ar"), called(desk, "zh")
    ear.hears(
        *(call_of(each, number, "2") for each in ("fr", "ar")), *(call_of(each, again, "2") for each in ("fr", "zh"))
    )
    until(lambda: wall.locator("[data-announcing]").count() == 0, "it is over")
    ear.heard_real_speech()


def test_in_mute_hours_nothing_sounds_and_the_captions_stay(demo: Demo, wall: Page, desk: Client) -> None:
    stand_in(wall)
    opened(wall, demo, {"mute": ["00:00-00:00"]})
    expect(wall.locator("body")).to_have_attribute("data-sound", "muted")
    captions(wall, called(desk, "ar"), "ar")
    assert course(wall) == []
    # It is no fault that somebody could mend.
    expect(wall.locator("[data-sound]:not(body)")).to_be_hidden()


def test_mute_hours_are_those_of_the_site_s_clock(demo: Demo, wall: Page, desk: Client) -> None:
    stand_in(wall)
    now = desk.board().json()["at"]
    minute = int(now[11:13]) * 60 + int(now[14:16])
    around = "-".join(f"{at // 60 % 24:02}:{at % 60:02}" for at in (minute - 30, minute + 30))
    # In India it is half past five at midnight, and no hour of Europe.
    opened(wall, demo, {"mute": [around]}, timezone="Asia/Kolkata")
    expect(wall.locator("body")).to_have_attribute("data-sound", "on")
    opened(wall, demo, {"mute": [around]}, timezone="UTC")
    expect(wall.locator("body")).to_have_attribute("data-sound", "muted")


def test_a_screen_without_a_voice_is_silent_and_written(demo: Demo, wall: Page, desk: Client) -> None:
    stand_in(wall)
    opened(wall, demo, {"voice": False})
    expect(wall.locator("body")).to_have_attribute("data-sound", "off")
    captions(wall, called(desk, "pt"), "pt")
    assert course(wall) == []


def test_another_screen_of_the_site_is_not_silenced_with_it(demo: Demo, wall: Page, desk: Client) -> None:
    stand_in(wall)
    opened(wall, demo, {"id": "corridor", "voice": False})
    expect(wall.locator("body")).to_have_attribute("data-sound", "on")
    number = called(desk)
    until(lambda: said(wall) == [call_of("fr", number, "2")], "it is said")


def test_a_locked_sound_says_so_calls_in_writing_and_is_opened_by_a_touch(demo: Demo, wall: Page, desk: Client) -> None:
    stand_in(wall)
    wall.add_init_script(LOCKED)
    opened(wall, demo)
    expect(wall.locator("body")).to_have_attribute("data-sound", "locked")
    expect(wall.get_by_role("button")).to_contain_text("touchez l’écran")
    captions(wall, called(desk, "ro"), "ro")
    assert course(wall) == []
    wall.evaluate("window.touched = true")
    expect(wall.locator("body")).to_have_attribute("data-sound", "on")
    number = called(desk)
    until(lambda: said(wall) == [call_of("fr", number, "2")], "the next is said")


def test_whoever_opens_the_sound_hears_that_it_is_open(demo: Demo, wall: Page) -> None:
    stand_in(wall)
    wall.add_init_script(LOCKED + "AudioContext.prototype.resume = async () => { window.touched = true; };")
    opened(wall, demo)
    wall.get_by_role("button").tap()
    expect(wall.locator("body")).to_have_attribute("data-sound", "on")
    expect(wall.get_by_role("button")).to_be_hidden()
    until(lambda: course(wall) == ["chime"], "it chimes")


@pytest.mark.parametrize("trouble", ["refused", "broken", "silent", "garbled"])
def test_a_server_that_gives_no_sound_holds_nobody_up(demo: Demo, wall: Page, desk: Client, trouble: str) -> None:
    stand_in(wall, voices=[])

    def answer(route: Route) -> None:
        if trouble == "refused":
            route.abort("connectionrefused")
        elif trouble == "broken":
            route.fulfill(status=503, json={"code": "queue_unreachable"})
        elif trouble == "garbled":
            route.fulfill(status=200, content_type="audio/wav", body=b"<html>")

    wall.route(SPEECH, answer)
    opened(wall, demo)
    first = called(desk, "sq")
    captions(wall, first, "sq")
    captions(wall, called(desk), "fr")
    assert course(wall) == ["chime", "chime"]


def test_a_language_without_a_voice_is_written_and_french_is_said(demo: Demo, wall: Page, desk: Client) -> None:
    stand_in(wall, voices=["fr"])
    wall.route(SPEECH, lambda route: route.fulfill(status=404, json={"code": "no_voice"}))
    opened(wall, demo)
    number = called(desk, "uk")
    captions(wall, number, "uk")
    assert [(each.language, each.number) for each in heard(wall)] == [("fr", number)]


def test_a_browser_s_voice_that_never_ends_is_cut_off_and_holds_nobody_up(demo: Demo, wall: Page, desk: Client) -> None:
    stand_in(wall, voices=["fr"], lasts_s=10**6)
    opened(wall, demo)
    first, second = called(desk), called(desk)
    expect(wall.locator(f"[data-announcing][data-number={first}]")).to_be_visible()
    before = wall.evaluate("performance.now()")
    passes_until(wall, lambda: wall.locator(f"[data-announcing][data-number={second}]").count() == 1)
    # The page's own seconds: its sentence has 27 letters, for which the voice has 17; the board's patience is 66.
    assert wall.evaluate("performance.now()") - before < 40_000


def test_the_way_from_this_very_screen_is_said(demo: Demo, wall: Page, desk: Client) -> None:
    stand_in(wall)
    counters = [each | {"way": "right", "place": {"fr": "1er étage"}} for each in desk.get_site().json()["counters"]]
    opened(wall, demo, {"ways": {"2": "up"}}, counters=counters)
    here, there = called(desk, counter="2"), called(desk, counter="1")
    passes_until(wall, lambda: len(said(wall)) == 2)
    assert [each.text for each in said(wall)] == [
        call_of("fr", here, "2").text + " En haut. 1er étage.",
        call_of("fr", there, "1").text + " À droite. 1er étage.",
    ]


def test_the_first_call_finds_the_server_s_voices_awake(demo: Demo, wall: Page) -> None:
    asked: list[str] = []
    stand_in(wall, voices=["fr"])
    wall.on("request", lambda request: asked.append(f"{request.method} {request.url}"))
    opened(wall, demo, languages=["fr", "ar", "zh"])

    def are_woken() -> bool:
        wall.title()  # looking at the page lets Playwright tell of its requests
        return len([each for each in asked if "/speech?" in each]) == 2

    until(are_woken, "each voice that the browser lacks is woken")
    woken = [each for each in asked if "/speech?" in each]
    assert [(each.split(" ")[0], each.split("language=")[1][:2]) for each in woken] == [("HEAD", "ar"), ("HEAD", "zh")]
