"""A mediator's press in Chromium: from "call next" to the person on the desk; and the desk's page with a full room.

The yardstick of the press is its own answer: what a bare request of the same page for the same server takes, a GET
/healthz, by turns with it. The page's is the same desk with ten who wait.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Final

import httpx
from playwright.sync_api import Page, sync_playwright

from bench.figures import NEED, percentiles
from bench.first_screen import CHROMIUM
from bench.painted import PAINTED
from bench.rooms import DESK_AT, MEDIATOR, PASSWORD, Rooms

LAPTOP: Final = {"width": 1366, "height": 768}
QUIET_ROOM: Final = 10
PRESS: Final = """async (number) => {
    const painted = window.painted(() => document.querySelector(`[data-hand="${number}"]`));
    const pressed = performance.now();
    document.getElementById("call-next").click();
    return await painted - pressed;
}"""
BARE: Final = """async () => {
    const asked = performance.now();
    await (await fetch("/healthz")).text();
    return performance.now() - asked;
}"""
OPENED: Final = """() => {
    const [shown] = performance.getEntriesByType("navigation");
    return shown.domContentLoadedEventEnd;
}"""
"""From the start of the navigation until the desk's keys work, in milliseconds."""


@dataclass(frozen=True, slots=True)
class Desks:
    """Milliseconds, 50th and 99th percentile, and how large the page is, in bytes as they travel unpacked.

    press   from the click to the frame with the person, in a full room
    bare    a GET /healthz by the same page
    opened  the page of a desk from its address to keys that work, and in a quiet room
    """

    press: tuple[float, float]
    bare: tuple[float, float]
    opened: tuple[float, float]
    quiet: tuple[float, float]
    size: int
    waiting: int
    samples: int


def measure_desk(at: Rooms, waiting: int, samples: int) -> Desks:
    """Fill the room, open the desk again and again, and call one after the other."""
    server = f"http://127.0.0.1:{at.port}"
    client = httpx.Client(base_url=f"{server}/api/v1/sites/{DESK_AT}", headers=_bearer(at.counters[DESK_AT]))
    with client, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM.read_text().strip(), args=["--no-sandbox"])
        page = browser.new_page(viewport=LAPTOP)
        _sit(page, server)
        for _ in range(QUIET_ROOM):
            _come(client)
        quiet = [_opened(page, server) for _ in range(samples)]
        for _ in range(waiting - QUIET_ROOM):
            _come(client)
        opened = [_opened(page, server) for _ in range(samples)]
        size = len(page.context.request.get(f"{server}/staff/{DESK_AT}/1").body())
        page.evaluate(PAINTED)
        taken = [_press_and_ask(page, client) for _ in range(samples)]
        browser.close()
    return Desks(
        press=percentiles([press / 1_000 for press, _ in taken]),
        bare=percentiles([bare / 1_000 for _, bare in taken]),
        opened=percentiles([each / 1_000 for each in opened]),
        quiet=percentiles([each / 1_000 for each in quiet]),
        size=size,
        waiting=waiting,
        samples=samples,
    )


def _bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def _sit(page: Page, server: str) -> None:
    page.goto(f"{server}/staff/")
    page.locator("#name").fill(MEDIATOR)
    page.locator("#password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.locator("#password").wait_for(state="detached")
    page.goto(f"{server}/staff/{DESK_AT}")
    page.locator("[data-counter='1']").click()
    page.locator("#desk:not([inert]) #call-next").wait_for()


def _come(client: httpx.Client) -> None:
    asked = {"request_id": str(uuid.uuid4()), "need": NEED, "language": "fr"}
    client.post("/tickets", json=asked).raise_for_status()


def _opened(page: Page, server: str) -> float:
    page.goto(f"{server}/staff/{DESK_AT}/1")
    page.locator("#desk:not([inert]) #call-next").wait_for()
    return float(page.evaluate(OPENED))


def _press_and_ask(page: Page, client: httpx.Client) -> tuple[float, float]:
    """One more comes for each who is called: the room stays full."""
    _come(client)
    known = client.get("/queue").json()
    page.wait_for_function(
        "version => document.querySelector('[data-version]').dataset.version === version", arg=str(known["version"])
    )
    press = float(page.evaluate(PRESS, known["waiting"][0]["number"]))
    return press, float(page.evaluate(BARE))
