"""Time at the kiosk: it asks, it waits, it never hurries; and a number can be seen again for a minute."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser.conftest import Open, emptied
from tests.browser.paper import tap
from tests.browser.setbacks import let_pass as turn
from tests.support.api import Client
from tests.support.processes import Demo, until

KIOSK_SITE = "site-4"
QUIET_S = 60
AT_LEAST_TO_ANSWER_S = 20
TO_ANSWER_S = 30
AT_LEAST_EXTENSIONS = 10
AGAIN = "[data-action=number-again]"
ON_THE_WAY: set[Request] = set()
"""What the kiosk has asked and has no answer to yet."""
STEPS = {
    "need": ["[data-language=fr]"],
    "languages": ["[data-language=fr]", "[data-action=language]"],
    "ticket": ["[data-language=fr]", "[data-need=papiers]"],
}


def asked(request: Request) -> None:
    # No screen waits for a sound, fetched for later, nor for news of the site, which there may be none of for long.
    if "/speech" not in request.url and "/news?" not in request.url:
        ON_THE_WAY.add(request)


def answered(request: Request) -> None:
    ON_THE_WAY.discard(request)


@pytest.fixture
def desk(demo: Demo) -> Client:
    """A counter of the kiosk's site, where nobody waits any more."""
    return emptied(demo, KIOSK_SITE)


@pytest.fixture
def kiosk(demo: Demo, open_page: Open) -> Page:
    """A kiosk at its start, whose clock stands still until the test turns it."""
    page = open_page("about:blank")
    ON_THE_WAY.clear()
    page.on("request", asked)
    for end in ("requestfinished", "requestfailed"):
        page.on(end, answered)  # type: ignore[call-overload]
    page.clock.install()
    page.goto(f"{demo.url}/kiosk/{KIOSK_SITE}")
    page.locator("[data-language=fr]").wait_for()
    page.clock.pause_at(page.evaluate("Date.now()") / 1_000 + 1)  # seconds, where the page counts milliseconds
    return page


def let_pass(page: Page, seconds: int) -> None:
    """Turn the page's clock, and no faster than the server answers: a busy machine is not a server that is away."""
    for _ in range(seconds):
        turn(page, 1)
        until(lambda: bool(page.evaluate("true")) and not ON_THE_WAY, "the server has answered")


def shows(page: Page, screen: str) -> None:
    expect(page.locator("main")).to_have_attribute("data-screen", screen)


def go_to(page: Page, step: str) -> None:
    for each in STEPS[step]:
        tap(page, each)
    shows(page, step)


def ask(page: Page) -> None:
    """It is quiet until the kiosk asks."""
    let_pass(page, QUIET_S - 2)
    expect(page.get_by_role("dialog")).to_be_hidden()
    let_pass(page, 3)
    expect(page.get_by_role("dialog")).to_contain_text("Vous êtes encore là")


def take(page: Page) -> str:
    """The number, on its screen."""
    go_to(page, "ticket")
    return str(page.locator("[data-number]").get_attribute("data-number"))


def leave(page: Page) -> None:
    tap(page, "[data-action=done]")
    shows(page, "language")


@pytest.mark.parametrize("step", STEPS)
def test_there_is_time_to_answer_and_nothing_counts_down(kiosk: Page, step: str) -> None:
    go_to(kiosk, step)
    ask(kiosk)
    dialog = kiosk.get_by_role("dialog")
    said = dialog.inner_html()
    assert not any(letter.isdigit() for letter in dialog.inner_text())
    for _ in range(AT_LEAST_TO_ANSWER_S):
        let_pass(kiosk, 1)
        assert dialog.inner_html() == said
        assert dialog.evaluate("(box) => box.getAnimations({ subtree: true }).length") == 0
    expect(dialog).to_be_visible()
    tap(kiosk, "[data-action=still-here]")
    expect(dialog).to_be_hidden()
    shows(kiosk, step)


@pytest.mark.parametrize("step", STEPS)
def test_a_question_without_an_answer_ends_at_the_start(kiosk: Page, step: str) -> None:
    go_to(kiosk, step)
    ask(kiosk)
    let_pass(kiosk, TO_ANSWER_S - 3)
    shows(kiosk, step)
    let_pass(kiosk, 3)
    shows(kiosk, "language")
    expect(kiosk.get_by_role("dialog")).to_be_hidden()
    expect(kiosk.locator(AGAIN)).to_have_count(1 if step == "ticket" else 0)


def test_one_may_stay_as_often_as_one_likes_and_the_number_with_them(kiosk: Page) -> None:
    number = take(kiosk)
    for _ in range(AT_LEAST_EXTENSIONS + 2):
        # A second at a time: the quiet begins anew once the page has heard that the question is closed.
        for _ in range(QUIET_S + 5):
            if kiosk.get_by_role("dialog").is_visible():
                break
            kiosk.clock.run_for(1_000)
        expect(kiosk.get_by_role("dialog")).to_contain_text("Vous êtes encore là")
        # With a key: two taps of one place are one to the browser, when they come as quick as in a test.
        kiosk.locator("[data-action=still-here]").press("Enter")
        expect(kiosk.get_by_role("dialog")).to_be_hidden()
        shows(kiosk, "ticket")
        expect(kiosk.locator("[data-number]")).to_have_attribute("data-number", number)
    leave(kiosk)


@pytest.mark.parametrize("answer", ["beside", "Escape", "Enter"])
def test_any_sign_of_life_is_an_answer(kiosk: Page, answer: str) -> None:
    go_to(kiosk, "need")
    ask(kiosk)
    let_pass(kiosk, 1)
    if answer == "beside":
        kiosk.touchscreen.tap(540, 100)
    else:
        kiosk.keyboard.press(answer)
    expect(kiosk.get_by_role("dialog")).to_be_hidden()
    shows(kiosk, "need")
    ask(kiosk)


def test_whoever_touches_the_screen_now_and_then_is_never_asked(kiosk: Page) -> None:
    go_to(kiosk, "need")
    for _ in range(4):
        let_pass(kiosk, QUIET_S - 10)
        kiosk.touchscreen.tap(540, 60)
        expect(kiosk.get_by_role("dialog")).to_be_hidden()
    shows(kiosk, "need")


def test_the_number_can_be_seen_again_with_what_became_of_it(kiosk: Page, desk: Client) -> None:
    number = take(kiosk)
    leave(kiosk)
    let_pass(kiosk, QUIET_S - 10)
    assert desk.call("2").json()["number"] == number
    tap(kiosk, AGAIN)
    shows(kiosk, "ticket")
    expect(kiosk.locator("[data-number]")).to_have_attribute("data-number", number)
    let_pass(kiosk, 6)
    expect(kiosk.locator(".queue")).to_have_text("C’est à vous\u202f: Guichet 2.")
    # Whoever looked again has another minute.
    leave(kiosk)
    let_pass(kiosk, QUIET_S - 5)
    tap(kiosk, AGAIN)
    expect(kiosk.locator(".queue")).to_have_text("C’est à vous\u202f: Guichet 2.")


def test_after_a_minute_the_number_is_gone(kiosk: Page) -> None:
    take(kiosk)
    leave(kiosk)
    let_pass(kiosk, QUIET_S - 5)
    expect(kiosk.locator(AGAIN)).to_have_text("Revoir mon numéro")
    let_pass(kiosk, 6)
    shows(kiosk, "language")
    expect(kiosk.locator(AGAIN)).to_have_count(0)
    tap(kiosk, "[data-language=en]")
    shows(kiosk, "need")
    tap(kiosk, "[data-action=back]")
    shows(kiosk, "language")
    expect(kiosk.locator(AGAIN)).to_have_count(0)


def test_the_number_is_offered_in_the_language_in_which_it_was_taken(kiosk: Page) -> None:
    tap(kiosk, "[data-language=ar]")
    tap(kiosk, "[data-need=papiers]")
    shows(kiosk, "ticket")
    leave(kiosk)
    again = kiosk.locator(AGAIN)
    expect(again).to_have_attribute("lang", "ar")
    expect(again).to_have_attribute("dir", "rtl")
    tap(kiosk, AGAIN)
    shows(kiosk, "ticket")
    expect(kiosk.locator("html")).to_have_attribute("lang", "ar")


def test_a_number_once_left_is_not_there_after_a_reload(kiosk: Page) -> None:
    take(kiosk)
    leave(kiosk)
    expect(kiosk.locator(AGAIN)).to_have_count(1)
    kiosk.reload()
    shows(kiosk, "language")
    expect(kiosk.locator(AGAIN)).to_have_count(0)
    assert kiosk.evaluate("Object.keys(localStorage).filter((key) => key.endsWith('.visit'))") == []
