"""How long a slow machine with an empty browser takes to the kiosk's first screen."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, sync_playwright

from bench.pairs import Pair, by_turns, pair
from bench.rooms import TICKETS_AT, Rooms

CHROMIUM: Final = Path(__file__).parents[1] / "build/chromium-path"
"""Where `make browser` wrote which browser it found."""
SLOWER: Final = 4
"""A kiosk's small computer beside this one: so many times slower."""
PORTRAIT: Final = {"width": 1080, "height": 1920}
STANDS: Final = """(wanted) => new Promise((stands) => {
    const look = () => document.querySelector(wanted) ? setTimeout(() => stands(performance.now())) : wait();
    const wait = () => requestAnimationFrame(look);
    wait();
})"""
"""From the start of the navigation until what is wanted was drawn and the page listens, in milliseconds."""


def measure_first_screen(at: Rooms, blocks: int) -> Pair:
    """The languages to choose from, beside the barest page of the same server; a new profile each time."""
    server = f"http://127.0.0.1:{at.port}"
    kiosk = f"{server}/kiosk/{TICKETS_AT}#token={at.kiosk}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM.read_text().strip(), args=["--no-sandbox"])
        taken = by_turns(
            blocks,
            lambda: _milliseconds(browser, kiosk, "[data-language]"),
            lambda: _milliseconds(browser, f"{server}/healthz", "body"),
        )
        browser.close()
    ours, bare = zip(*taken, strict=True)
    return pair(ours, bare, blocks)


def _milliseconds(browser: Browser, address: str, wanted: str) -> float:
    context = browser.new_context(viewport=PORTRAIT)
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address, wait_until="commit")
    taken = float(page.evaluate(STANDS, wanted))
    context.close()
    return taken
