"""What staff do in the corner of a kiosk, and how it looks: three pages, on every screen, in every dress."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
import redis
from playwright.sync_api import Page, Route, expect

from server.embedded import valkey_url
from server.queues.keys import journal
from tests.browser.conftest import Open, token
from tests.browser.corner import PANEL, enter, knock, turn_to
from tests.browser.paper import SITE, SIZES, kiosk_of, tap
from tests.browser.setbacks import let_pass
from tests.browser.test_accessibility import faults
from tests.support.api import Client
from tests.support.processes import Demo, until

START = "main[data-screen=language]"
TARGET_MM = 20
DRESSES = ("", "#theme=contrast&text=large", "#mirror=true&reach=low")
"""What a machine is set to in its address."""


class Printers:
    """The print agent of a site, which says how each printer is and does what the test tells it to."""

    def __init__(self, demo: Demo, site: str = SITE) -> None:
        self._client = Client(demo.url, site, token(demo, site, "printer"))

    def announce(self, name: str, state: str, reason: str | None = None) -> None:
        said = {"instance": "one", "address": f"memory://{name}", "state": state, "reason": reason}
        assert self._client.http.put(f"/printers/{name}", json=said).status_code == 200

    def claim_test(self, name: str) -> str:
        """Take the test print that waits for this printer; its job."""
        found: list[dict[str, Any]] = []

        def took() -> bool:
            asked = {"wait": 5, "printer": name, "instance": "one"}
            answer = self._client.http.get("/printers/jobs", params=asked)
            found.extend([answer.json()] if answer.status_code == 200 else [])
            return bool(found) and found[-1]["kind"] == "test"

        until(took, f"{name} has a test to print")
        return str(found[-1]["id"])

    def report(self, job: str, outcome: str) -> None:
        assert self._client.http.put(f"/printers/jobs/{job}", json={"outcome": outcome}).status_code == 200


@pytest.fixture
def printers(demo: Demo) -> Printers:
    found = Printers(demo)
    found.announce("accueil", "ready")
    found.announce("bureau", "down", "paper_out")
    found.announce("etage", "low", "paper_low")
    return found


@pytest.fixture
def panel(demo: Demo, open_page: Open, printers: Printers) -> Iterator[Page]:
    page = kiosk_of(demo, open_page)
    enter(page, demo, SITE)
    yield page
    desk = Client(demo.url, SITE, token(demo, SITE, "counter"))
    desk.http.put(f"/sites/{SITE}/issuing", json={"issuing": True, "request_id": str(uuid.uuid4())})


def stops_in_journal(demo: Demo) -> list[dict[str, str]]:
    queue = redis.Redis.from_url(valkey_url(demo.folder / "queue"), decode_responses=True)
    found = [entry for _, entry in queue.xrange(journal(SITE)) if entry["move"] == "stop"]
    queue.close()
    return found


def test_tickets_stop_once_although_the_first_answer_was_lost(demo: Demo, panel: Page) -> None:
    before = len(stops_in_journal(demo))
    lost: list[int] = []

    def lose_the_first(route: Route) -> None:
        if lost or route.request.method != "PUT":
            route.continue_()
            return
        lost.append(route.fetch().status)
        route.abort("connectionreset")

    panel.route("**/corner/issuing", lose_the_first)
    panel.locator("[data-action=stop]").tap()
    # The server has done it: the panel shows that, whatever became of its answer.
    resume = panel.locator("[data-action=resume]")
    resume.wait_for()
    expect(panel.locator("[data-fact=door]")).to_contain_text("Tickets arrêtés")
    assert lost == [200]
    [stop] = stops_in_journal(demo)[before:]
    assert stop["corner"] != ""
    assert stop["mediator"] == ""
    panel.keyboard.press("Escape")
    let_pass(panel, 1)
    expect(panel.locator("main[data-screen=stopped]")).to_be_visible()
    let_pass(panel, 1)
    knock(panel, "main[data-screen=stopped] .notice > .picture")


def test_tickets_are_given_again_from_the_corner(panel: Page) -> None:
    panel.locator("[data-action=stop]").tap()
    # By key: a finger on the same spot at once would be the second half of a double tap.
    panel.locator("[data-action=resume]").press("Enter")
    panel.locator("[data-action=stop]").wait_for()
    panel.locator("#frame [data-action=back]").tap()
    expect(panel.locator(START)).to_be_visible()


def test_a_test_print_comes_out_and_its_end_stands_beside_the_button(panel: Page, printers: Printers) -> None:
    turn_to(panel, "printers")
    line = panel.locator("[data-printer=accueil]")
    expect(line).to_contain_text("prête")
    expect(panel.locator("[data-printer=bureau]")).to_contain_text("plus de papier. Mettez un rouleau neuf.")
    panel.locator("[data-action=test-accueil]").tap()
    job = printers.claim_test("accueil")
    printers.report(job, "printed")
    let_pass(panel, 3)
    expect(line.locator(".corner-said")).to_have_text("L’essai est imprimé.")
    panel.locator("[data-action=more-printers]").tap()
    expect(panel.locator("[data-printer=etage]")).to_be_visible()


def test_what_is_set_for_this_machine_shows_at_once_and_stays(panel: Page) -> None:
    turn_to(panel, "settings")
    millimetre = "Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--mm'))"
    before = panel.evaluate(millimetre)
    panel.locator("[data-action=diagonal_in-more]").tap()
    expect(panel.locator("[data-setting=diagonal_in]")).to_have_text("Écran\u202f: 22 pouces")
    assert panel.evaluate(millimetre) == pytest.approx(before * 21.5 / 22)
    let_pass(panel, 1)
    panel.locator("[data-action=set-text]").tap()
    expect(panel.locator("[data-action=set-text]")).to_have_attribute("aria-pressed", "true")
    for _ in range(4):
        panel.locator("[data-action=volume-more]").tap()
        let_pass(panel, 1)
    expect(panel.locator("[data-setting=volume]")).to_have_text("Volume\u202f: 5 sur 5")
    panel.keyboard.press("Escape")
    panel.reload()
    expect(panel.locator("html")).to_have_attribute("data-text", "large")


def test_without_the_server_the_panel_says_so_and_finds_it_again(panel: Page) -> None:
    panel.route("**/api/**", lambda route: route.abort())
    let_pass(panel, 6)
    expect(panel.locator("[data-fact=server]")).to_have_text("Le serveur ne répond pas.")
    panel.unroute_all()
    let_pass(panel, 6)
    expect(panel.locator("[data-fact=server]")).to_have_text("Le serveur et la file d’attente répondent.")


SMALL = """(least) => {
	const mm = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--mm"));
	return [...document.querySelectorAll("main button, main input, #frame button")].filter((key) => {
		const { width, height } = key.getBoundingClientRect();
		return key.checkVisibility() && Math.min(width, height) < least * mm - 0.5;
	}).map((key) => key.outerHTML);
}"""
CUT = """async () => {
	const { overflowing } = await import("/assets/kiosk/fit.js");
	const told = (box) => `${box.className} ${box.dataset.page}: ${box.scrollHeight} in ${box.clientHeight}`;
	return overflowing(document.querySelector("main")).map(told);
}"""
OVER = """() => {
	const boxes = [...document.querySelectorAll("main button, main p, main h1, main input, main li > span")]
		.filter((box) => box.checkVisibility() && box.textContent + box.value !== "");
	const of = (box) => box.getBoundingClientRect();
	const frame = of(document.querySelector("main"));
	const out = boxes.filter((box) => of(box).top < frame.top - 1 || of(box).bottom > frame.bottom + 1);
	const over = boxes.flatMap((one, at) => boxes.slice(at + 1).filter((other) => {
		const [a, b] = [of(one), of(other)];
		const apart = a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
		return !apart && !one.contains(other) && !other.contains(one);
	}));
	return [...out, ...over].map((box) => box.outerHTML);
}"""


def check(page: Page) -> None:
    """Keys large enough, nothing cut off, nothing over another, nothing for axe-core to say."""
    page.clock.resume()  # axe-core needs time to pass
    assert page.evaluate(SMALL, TARGET_MM) == []
    assert page.evaluate(CUT) == []
    assert page.evaluate(OVER) == []
    assert faults(page) == []
    page.clock.pause_at(page.evaluate("Date.now()") / 1_000 + 1)


@pytest.mark.parametrize(("size", "dress"), list(product(SIZES, DRESSES)))
def test_every_page_of_the_corner_fits_every_screen(
    demo: Demo, open_page: Open, printers: Printers, size: str, dress: str
) -> None:
    page = kiosk_of(demo, open_page, size)
    page.goto("about:blank")
    page.goto(f"{demo.url}/kiosk/{SITE}{dress}")
    page.locator("[data-language=fr]").wait_for()
    let_pass(page, 1)
    knock(page)
    check(page)
    page.keyboard.press("Escape")
    page.locator(START).wait_for()
    let_pass(page, 1)
    enter(page, demo, SITE)
    check(page)
    for tab in ("printers", "settings"):
        turn_to(page, tab)
        expect(page.locator(f"{PANEL} button").first).to_be_visible()
        check(page)
    tap(page, "#frame [data-action=back]")
