"""A kiosk with its printer: its site, what a print agent tells the server, and what a phone sees on the screen."""

from __future__ import annotations

import io
from typing import Any

import redis
import zxingcpp
from PIL import Image
from playwright.sync_api import Page

from server.embedded import valkey_url
from server.queues.keys import JOB_LIFE_MS, base
from tests.browser.conftest import Open, token
from tests.browser.setbacks import let_pass
from tests.support.api import Client
from tests.support.processes import Demo, until

SITE = "unite-mobile"
SIZES = {"portrait": (1080, 1920), "landscape": (1920, 1080), "tablet": (1280, 800)}
"""A kiosk that stands, one on its side, and a tablet on a table."""

ABOUT_SITE = f"/sites/{SITE} "
ABOUT_TICKET = "/tickets/"


class Agent:
    """The print agent of a site that has one printer: it does and says what the test tells it to."""

    def __init__(self, demo: Demo, site: str = SITE) -> None:
        self.site = site
        self._demo = demo
        self._client = Client(demo.url, site, token(demo, site, "printer"))
        self.announce("ready")
        while self._poll(0) is not None:
            pass

    def announce(self, state: str, reason: str | None = None) -> None:
        """Say how the printer is."""
        said = {"instance": "one", "address": "memory://accueil", "state": state, "reason": reason}
        answer = self._client.http.put("/printers/accueil", json=said)
        assert answer.status_code == 200, answer.text

    def claim(self, number: str) -> str:
        """Take a number's job; its id."""
        found: list[dict[str, Any]] = []
        until(lambda: bool(found.append(self._poll(10) or {}) or found[-1]), f"the job of {number} is there")
        assert found[-1]["number"] == number
        return str(found[-1]["id"])

    def report(self, job: str, outcome: str) -> None:
        """Say what became of a job."""
        reason = {"reason": "paper_out", "detail": "Plus de papier."} if outcome == "failed" else {}
        answer = self._client.http.put(f"/printers/jobs/{job}", json={"outcome": outcome, **reason})
        assert answer.status_code == 200, answer.text

    def leave_lying(self, job: str) -> None:
        """Nobody took it for longer than a job lives: written into the live queue itself."""
        queue = redis.Redis.from_url(valkey_url(self._demo.folder / "queue"), decode_responses=True)
        queue.hincrby(f"{base(self.site)}job:{job}", "created_at", -2 * JOB_LIFE_MS)
        queue.close()

    def _poll(self, wait_s: int) -> dict[str, Any] | None:
        asked = {"wait": wait_s, "printer": "accueil", "instance": "one"}
        answer = self._client.http.get("/printers/jobs", params=asked)
        return answer.json() if answer.status_code == 200 else None


def kiosk_of(demo: Demo, open_page: Open, size: str = "portrait") -> Page:
    """The site's kiosk, at its start. Its clock stands still until the test turns it."""
    page = open_page("about:blank", *SIZES[size])
    page.clock.install()
    page.goto(f"{demo.url}/kiosk/{SITE}")
    page.locator("[data-language=fr]").wait_for()
    page.clock.pause_at(page.evaluate("Date.now()") / 1_000 + 1)  # seconds, where the page counts milliseconds
    return page


def tap(page: Page, part: str) -> None:
    """Tap a part of the screen, once it takes taps."""
    page.locator(part).wait_for()
    let_pass(page, 1)
    page.locator(part).tap()


def take(page: Page, language: str) -> str:
    """Two taps on the kiosk. The number it shows."""
    tap(page, f"[data-language={language}]")
    tap(page, "[data-need=papiers]")
    return str(page.locator("[data-number]").get_attribute("data-number"))


def let_it_ask(page: Page, what: str) -> None:
    """Turn the kiosk's clock until it asks the server of this, and no further: an answer takes time of its own."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if what in f"{request.url} " else None)
    until(lambda: bool(page.clock.run_for(1_000) or asked), f"the kiosk asks for {what}")


def codes_on(page: Page) -> list[str]:
    """What a phone reads that photographs the screen."""
    return [code.text for code in zxingcpp.read_barcodes(Image.open(io.BytesIO(page.screenshot())))]


def places(page: Page) -> dict[str, Any]:
    """Where each part of the screen stands, and each button."""
    found: dict[str, Any] = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("main > *, main button, .number")].map((part, at) => {
            const { x, y, width, height } = part.getBoundingClientRect();
            return [`${at} ${part.className}`.replace(" with-code", ""), [x, y, width, height]];
        }))"""
    )
    return found
