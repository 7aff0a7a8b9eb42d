"""From a call to its number on the waiting-room screen, beside a word given back by a bare Socket.IO server.

Both are sent and painted by the same page of the same Chromium: what the browser's own frames cost meets both. The page
is the product's own, but for how long a call fills the screen, and of a screen that is not heard: the next call would
have to wait for the end of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from playwright.sync_api import Page, Route, sync_playwright

from bench.figures import NEED, percentiles
from bench.first_screen import CHROMIUM
from bench.rooms import PUSHES_AT, Rooms

LANDSCAPE: Final = {"width": 1920, "height": 1080}
WAITING_TIMES: Final = re.compile(r"(const (?:SHOW|READ)_(?:IN_HASTE_)?MS = )[\d_]+;")
AT_REST: Final = "!document.querySelector('[data-announcing]') && document.body.dataset.state === 'live'"
PAINTED: Final = """() => { window.painted = (isThere) => new Promise((resolve) => {
    const done = () => requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
    const look = () => { if (isThere()) { watch.disconnect(); done(); } };
    const watch = new MutationObserver(look);
    watch.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    look();
}); }"""
"""When something stands in the page and a frame with it has been made."""
ASK: Final = """() => { window.ask = async (path, token, body) => {
    const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
    const options = { method: "POST", headers, body: JSON.stringify({ request_id: crypto.randomUUID(), ...body }) };
    const answer = await fetch(path, options);
    if (!answer.ok) throw new Error(await answer.text());
    return answer.json();
}; }"""
CALL: Final = """async ({ site, need, token }) => {
    const { id, number } = await ask(`${site}/tickets`, token, { need, language: "fr" });
    const painted = window.painted(() => document.querySelector(`[data-announcing][data-number="${number}"]`));
    const sent = performance.now();
    await ask(`${site}/counters/1/calls`, token, { ticket: id });
    const answered = performance.now();
    return { sent, answered, painted: await painted };
}"""
MEET_ECHO: Final = """async (address) => {
    const { io } = await import("/look/vendor/socket.io.js");
    window.echo = io(`${address}/echo`, { transports: ["websocket"] });
    window.said = document.body.appendChild(document.createElement("output"));
    echo.on("said", (word) => { said.textContent = word; });
    await new Promise((resolve) => echo.on("connect", resolve));
}"""
ECHO: Final = """async () => {
    const word = String(performance.now());
    const painted = window.painted(() => said.textContent === word);
    const sent = performance.now();
    echo.emit("say", word);
    return { sent, painted: await painted };
}"""


@dataclass(frozen=True, slots=True)
class Painted:
    """Milliseconds, 50th and 99th percentile, from the call's answer, or from what was sent, to the frame with it.

    A call may be on the screen before its caller has the answer: then the first is below zero.
    """

    answered: tuple[float, float]
    call: tuple[float, float]
    echo: tuple[float, float]
    samples: int


def measure_painted(at: Rooms, samples: int) -> Painted:
    """Call and echo by turns."""
    asked = {"site": f"/api/v1/sites/{PUSHES_AT}", "need": NEED, "token": at.counters[PUSHES_AT]}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM.read_text().strip(), args=["--no-sandbox"])
        # The echo lives at a port of its own, where the page's policy lets nothing of it go.
        page = browser.new_context(viewport=LANDSCAPE, bypass_csp=True).new_page()
        page.route(re.compile(r"/room/(board|voice)\.js$"), _hurry)
        page.route(f"**/api/v1/sites/{PUSHES_AT}", _silence)
        page.goto(f"http://127.0.0.1:{at.port}/display/{PUSHES_AT}#token={at.display}")
        for prepared in (PAINTED, ASK):
            page.evaluate(prepared)
        page.evaluate(MEET_ECHO, f"http://127.0.0.1:{at.echo_port}")
        taken = [(_at_rest(page, CALL, asked), _at_rest(page, ECHO)) for _ in range(samples)]
        browser.close()
    return Painted(
        answered=_summed(taken, lambda call, _: call["painted"] - call["answered"]),
        call=_summed(taken, lambda call, _: call["painted"] - call["sent"]),
        echo=_summed(taken, lambda _, echo: echo["painted"] - echo["sent"]),
        samples=samples,
    )


def _hurry(route: Route) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, body=WAITING_TIMES.sub(r"\g<1>1;", answer.text()))


def _silence(route: Route) -> None:
    answer = route.fetch()
    everything: dict[str, Any] = {"counters": [], "needs": [], "mute": [], "ways": {}}
    screen = {"id": None, "voice": False, "distance_m": 4, "diagonal_in": 43, **everything}
    route.fulfill(response=answer, json=answer.json() | {"screens": [screen]})


def _at_rest(page: Page, measured: str, asked: object = None) -> dict[str, float]:
    """Measure once nobody is being announced."""
    page.wait_for_function(AT_REST)
    found: dict[str, float] = page.evaluate(measured, asked)
    return found


def _summed(taken: list[tuple[Any, Any]], milliseconds: Callable[[Any, Any], float]) -> tuple[float, float]:
    return percentiles([milliseconds(*each) / 1_000 for each in taken])
