"""Every screen of the kiosk, one after another, in a real browser: for who measures them, and for who looks at them.

The page is the real one, and so are the site and the ticket, asked of a real server. Only what is answered in between
is decided here, so that a full need, a reason withdrawn or a call comes when its screen is wanted.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, Final

from playwright.sync_api import Page, Route, TimeoutError, expect  # noqa: A004 - Playwright's own is not Python's

from tests.browser.setbacks import let_pass

LANGUAGES: Final = ("fr", "ar", "en", "tr", "pt", "es", "ro", "sq", "ru", "uk", "fa", "zh")
SIZES: Final = {"portrait": (1080, 1920), "landscape": (1920, 1080), "tablet": (1280, 800)}
SHUT: Final = ("closed", "last_tickets", "stopped", "no_needs", "unavailable")
LONG_WORDS: Final = (
    "Il y a beaucoup de monde aujourd’hui. Revenez demain matin, ou parlez à quelqu’un à l’accueil. " * 3
)
"""About as much as a mediator may write: 300 letters."""
QUIET_S: Final = 70
"""By then the kiosk has asked whether anybody is still there."""
PRESSES: Final = 4
CALM_MS: Final = 500
"""Longer than a screen that has just come takes no tap."""


class Gallery:
    """A kiosk that is led from screen to screen."""

    def __init__(self, page: Page, address: str, site: dict[str, Any], ticket: dict[str, Any]) -> None:
        self.page = page
        self._address = address
        self._real = site
        self._site: dict[str, Any] = {}
        self._ticket: dict[str, Any] = {}
        self._first = ticket
        self._answers: list[Any] = []
        self._held: list[Route] = []
        self._is_away = False

    def open(self) -> None:
        """Open the kiosk, with its clock in our hands."""
        self._forget()
        self.page.clock.install()
        self.page.route("**/api/v1/sites/**", self._answer)
        self.page.goto(self._address)
        self._stands("language")

    def shut_screens(self) -> Iterator[str]:
        """Where no ticket can be had; every language stands on each of them."""
        yield "start"
        for name in SHUT:
            self._close(name)
            let_pass(self.page, 11)
            self._stands(name)
            yield name
        self._close("stopped")
        self._site["message"] = {"fr": LONG_WORDS}
        let_pass(self.page, 11)
        expect(self.page.locator("h1")).to_contain_text("Revenez demain")
        self._calm()
        yield "stopped_in_long_words"
        self._forget()
        let_pass(self.page, 11)
        self._stands("language")

    def road(self, language: str) -> Iterator[str]:
        """From the start to a number, and back to the start."""
        self._forget()
        self._tap(f"[data-language={language}]")
        self._stands("need")
        yield "need"
        self._tap("[data-need-more]")
        self.page.locator("[data-need=ateliers]").wait_for()
        self._calm()
        yield "more_needs"
        self._tap("[data-action=language]")
        self._stands("languages")
        yield "languages"
        self._tap(f"[data-language={language}]")
        self.page.locator("[data-need=ateliers]").wait_for()
        self._tap("[data-action=back]")
        self.page.locator("[data-need=papiers]").wait_for()
        yield from self._refusals()
        yield from self._number()

    def _refusals(self) -> Iterator[str]:
        self._answers = [{"code": "need_full"}]
        self._tap("[data-need=papiers]")
        self.page.locator("[data-action=understood]").wait_for()
        self._calm()
        yield "need_full"
        self._tap("[data-action=understood]")
        self._site["priorities"] = [each | {"kiosk": True} for each in self._site["priorities"]]
        self._answers = [{"code": "need_full"}]  # asks for the site again, with its question
        self._tap("[data-need=transports]")
        self._tap("[data-action=understood]")
        self._leads("[data-need=allocations]", "priority")
        yield "priority"
        self._answers = [{"code": "priority_not_offered"}]
        self._tap("[data-priority=grossesse]")
        self.page.get_by_role("alert").wait_for()
        self._calm()
        yield "priority_gone"

    def _number(self) -> Iterator[str]:
        self._answers = ["hold"]
        self._tap("[data-priority='']")
        let_pass(self.page, 1)
        self._stands("moment")
        yield "moment"
        self._ticket["print"]["state"] = "failed"
        self._held.pop().fulfill(json=self._ticket)
        self._stands("ticket")
        self.page.locator(".follow-code").wait_for()
        yield "ticket_without_paper"
        self._becomes(".wait", print={"state": "printed"}, ahead=12, wait={"low_min": 25, "high_min": 40})
        yield "ticket_printed"
        self._becomes(".your-turn", state="called", counter="3")
        yield "ticket_called"
        self._becomes(".apart", state="no_show")
        yield "ticket_missed"
        question = self.page.locator("[data-action=still-here]")
        for _ in range(QUIET_S):
            if question.is_visible():
                break
            let_pass(self.page, 1)
        self._calm()
        yield "still_here"
        self._tap("[data-action=still-here]")
        self._tap("[data-action=done]")
        self._stands("language")
        self.page.locator("[data-action=number-again]").wait_for()
        yield "start_again"

    def _becomes(self, part: str, **news: Any) -> None:
        self._ticket |= news
        let_pass(self.page, 6)
        self.page.locator(part).wait_for()
        self._calm()

    def _close(self, name: str) -> None:
        self._forget()
        closed = {"open": False, "phase": "open", "stopped": False, "paper": False}
        changes: dict[str, dict[str, Any]] = {
            "closed": closed | {"phase": "closed"},
            "last_tickets": closed | {"phase": "last_tickets"},
            "stopped": closed | {"stopped": True, "message": {}},
            "no_needs": {"needs": []},
            "unavailable": {},
        }
        self._site |= changes[name]
        self._is_away = name == "unavailable"

    def _forget(self) -> None:
        self._site = copy.deepcopy(self._real)
        self._ticket = copy.deepcopy(self._first)
        self._is_away = False
        self._answers.clear()

    def _answer(self, route: Route) -> None:
        if self._is_away:
            route.abort("connectionrefused")
        elif "/speech" in route.request.url:
            route.continue_()
        elif route.request.method == "POST":
            answer = self._answers.pop(0)
            if answer == "hold":
                self._held.append(route)
            else:
                route.fulfill(status=409, json=answer)
        elif "/tickets/" in route.request.url:
            route.fulfill(json=self._ticket)
        else:
            route.fulfill(json=self._site)

    def _tap(self, selector: str) -> None:
        self._calm()
        # By key: two taps in one place in quick succession are one, as they should be.
        self.page.locator(selector).press("Enter")

    def _leads(self, selector: str, name: str) -> None:
        """Press until the screen is there: on a busy machine a key right after a dialog has closed may be lost."""
        screen = self.page.locator(f"main[data-screen={name}]")
        for _ in range(PRESSES):
            self._tap(selector)
            with suppress(TimeoutError):
                screen.wait_for(timeout=5_000)
                break
        self._stands(name)

    def _stands(self, name: str) -> None:
        expect(self.page.locator("main")).to_have_attribute("data-screen", name)
        self._calm()

    def _calm(self) -> None:
        # Time goes on by itself too: on a busy machine nobody must seem to have gone.
        self.page.evaluate("dispatchEvent(new Event('pointerdown'))")
        self.page.clock.run_for(CALM_MS)
        expect(self.page.locator("body")).not_to_have_attribute("data-fresh", "")
