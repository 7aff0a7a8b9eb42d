"""The kiosk when no ticket can be had, or not for everything: it says which it is, and what to do, in each language."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, emptied, numbers, take_ticket
from tests.browser.gallery import LANGUAGES
from tests.browser.setbacks import closed, full, last_tickets, let_pass, stopped, tap_although_full
from tests.support.api import Client
from tests.support.processes import Demo, until

KIOSK_SITE = "site-2"
OWN_WORDS = {
    "fr": "Nous fermons plus tôt aujourd’hui.",
    "en": "We are closing early today.",
    "ar": "نغلق اليوم قبل الموعد.",
}
# Every so many seconds a kiosk that serves nobody looks at its site again.
LOOK_S = 10

Shut = Callable[[Demo, Client], AbstractContextManager[None]]

# How a site stops giving tickets, the screen that says so, and its words.
SHUT: dict[str, tuple[Shut, str, dict[str, str]]] = {
    "it is closed": (
        lambda demo, desk: closed(demo, desk.site),
        "closed",
        {
            "fr": "L’accueil est fermé pour le moment.Revenez plus tard.",
            "en": "The reception is closed for now.",
            "ar": "الاستقبال مغلق الآن.",
        },
    ),
    "it will close soon": (
        lambda demo, desk: last_tickets(demo, desk.site),
        "last_tickets",
        {
            "fr": "Nous ne donnons plus de ticket pour le moment."
            "Vous avez un ticket\u202f? Restez. Nous vous appelons.",
            "en": "We give no more tickets for now.",
            "ar": "لا نعطي تذاكر جديدة الآن.",
        },
    ),
    "a mediator stopped it": (
        lambda _demo, desk: stopped(desk),
        "stopped",
        {
            "fr": "Nous ne donnons pas de ticket pour le moment.Parlez à quelqu’un à l’accueil.",
            "en": "Please talk to someone at the reception desk.",
            "ar": "تحدّثوا إلى أحد الموظفين في الاستقبال.",
        },
    ),
    "a mediator stopped it in their own words": (
        lambda _demo, desk: stopped(desk, OWN_WORDS),
        "stopped",
        {
            "fr": OWN_WORDS["fr"] + "Parlez à quelqu’un à l’accueil.",
            "en": OWN_WORDS["en"],
            "ar": OWN_WORDS["ar"],
            # Nobody wrote it in Chinese: the kiosk says what it can.
            "zh": "请到接待处问工作人员。",
        },
    ),
}


@pytest.fixture
def desk(demo: Demo) -> Client:
    """A counter of the kiosk's site, where nobody waits any more."""
    return emptied(demo, KIOSK_SITE)


@pytest.fixture
def kiosk(demo: Demo, open_page: Open) -> Page:
    """A kiosk on whose clock time may pass faster."""
    page = open_page("about:blank")
    page.clock.install()
    page.goto(f"{demo.url}/kiosk/{KIOSK_SITE}")
    page.locator("[data-language=fr]").wait_for()
    return page


def shows(kiosk: Page, screen: str) -> None:
    expect(kiosk.locator("main")).to_have_attribute("data-screen", screen)


def says(kiosk: Page, words: dict[str, str]) -> None:
    """French says all of this, and each other language its one sentence."""
    expect(kiosk.locator(".notice-others > *")).to_have_count(len(LANGUAGES) - 1)
    for language, sentences in words.items():
        part = ".notice-part" if language == "fr" else ".notice-others > *"
        expect(kiosk.locator(f"{part}[lang={language}]")).to_have_text(sentences)


@pytest.mark.parametrize("why", SHUT)
def test_a_site_that_gives_no_tickets_says_why_and_opens_by_itself(
    demo: Demo, desk: Client, kiosk: Page, why: str
) -> None:
    shut, screen, words = SHUT[why]
    with shut(demo, desk):
        let_pass(kiosk, LOOK_S)
        shows(kiosk, screen)
        says(kiosk, words)
    let_pass(kiosk, LOOK_S)
    shows(kiosk, "language")


@pytest.mark.parametrize("why", SHUT)
def test_a_tap_that_comes_too_late_is_told_why_and_gives_no_number(
    demo: Demo, desk: Client, kiosk: Page, why: str
) -> None:
    shut, screen, words = SHUT[why]
    kiosk.locator("[data-language=ar]").tap()
    kiosk.locator("[data-need=papiers]").wait_for()
    with shut(demo, desk):
        kiosk.locator("[data-need=papiers]").tap()
        shows(kiosk, screen)
        says(kiosk, words)
        assert numbers(desk) == []
    let_pass(kiosk, LOOK_S)
    shows(kiosk, "language")


def test_a_refusal_stands_also_when_the_site_opens_in_the_same_moment(kiosk: Page) -> None:
    kiosk.locator("[data-language=fr]").tap()
    refusal = {"code": "site_closed", "state": "last_tickets"}
    kiosk.route("**/api/v1/sites/*/tickets", lambda route: route.fulfill(status=409, json=refusal))
    kiosk.locator("[data-need=papiers]").tap()
    shows(kiosk, "last_tickets")
    let_pass(kiosk, LOOK_S)
    shows(kiosk, "language")


def knows_that_it_is_full(kiosk: Page, language: str, need: str) -> bool:
    """Let it look at its site, and open the needs; when the answer had not come yet, go back."""
    let_pass(kiosk, LOOK_S)
    kiosk.locator(f"[data-language={language}]").tap()
    kiosk.locator(f"[data-need={need}]").wait_for()
    if kiosk.locator(f"[data-need={need}][aria-disabled=true]").count():
        return True
    kiosk.locator("[data-action=back]").tap()
    kiosk.locator(f"[data-language={language}]").wait_for()
    return False


@pytest.mark.parametrize(
    ("language", "word", "advice"),
    [
        ("fr", "Complet pour le moment", "Parlez à quelqu’un à l’accueil."),
        ("ar", "العدد مكتمل الآن", "تحدّثوا إلى أحد الموظفين في الاستقبال."),
    ],
)
def test_a_full_need_keeps_its_tile_says_so_and_sends_to_the_reception(
    demo: Demo, desk: Client, kiosk: Page, language: str, word: str, advice: str
) -> None:
    waiting = desk.issue("papiers").json()["number"]
    with full(demo, KIOSK_SITE, "papiers", limit=1):
        until(lambda: knows_that_it_is_full(kiosk, language, "papiers"), "the kiosk has looked again")
        expect(kiosk.locator("[data-need=papiers][aria-disabled=true]")).to_contain_text(word)
        expect(kiosk.locator("[data-need][aria-disabled]")).to_have_count(1)
        tap_although_full(kiosk, "papiers")
        answer = kiosk.get_by_role("dialog")
        expect(answer).to_contain_text(word)
        expect(answer).to_contain_text(advice)
        kiosk.locator("[data-action=understood]").tap()
        expect(answer).to_be_hidden()
        assert numbers(desk) == [waiting]
        kiosk.locator("[data-need=transports]").tap()
        other = kiosk.locator("[data-number]").get_attribute("data-number")
        assert numbers(desk) == [waiting, other]


def test_a_need_that_fills_up_before_the_tap_brings_back_to_the_needs_with_a_word(
    demo: Demo, desk: Client, kiosk: Page
) -> None:
    kiosk.locator("[data-language=fr]").tap()
    kiosk.locator("[data-need=papiers]").wait_for()
    waiting = desk.issue("papiers").json()["number"]
    with full(demo, KIOSK_SITE, "papiers", limit=1):
        kiosk.locator("[data-need=papiers]").tap()
        expect(kiosk.get_by_role("dialog")).to_contain_text("Parlez à quelqu’un à l’accueil.")
        shows(kiosk, "need")
        expect(kiosk.locator("[data-need=papiers]")).to_have_attribute("aria-disabled", "true")
        assert numbers(desk) == [waiting]
        kiosk.locator("[data-action=understood]").tap()
        kiosk.locator("[data-need=transports]").tap()
        other = kiosk.locator("[data-number]").get_attribute("data-number")
        assert numbers(desk) == [waiting, other]


def test_what_was_said_to_somebody_who_has_gone_is_not_there_for_the_next(
    demo: Demo, desk: Client, kiosk: Page
) -> None:
    desk.issue("papiers")
    with full(demo, KIOSK_SITE, "papiers", limit=1):
        let_pass(kiosk, LOOK_S)
        kiosk.locator("[data-language=fr]").tap()
        tap_although_full(kiosk, "papiers")
        expect(kiosk.get_by_role("dialog")).to_be_visible()
        let_pass(kiosk, 61)
        let_pass(kiosk, 31)
        shows(kiosk, "language")
        expect(kiosk.get_by_role("dialog")).to_have_count(0)
        assert take_ticket(kiosk, "fr", "energie") in numbers(desk)
