"""Phones of one site: how the tests open them, and what rings in them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from playwright.sync_api import Page, Route, WebSocketRoute, expect

WIDTH, HEIGHT = 390, 844

LISTEN = """() => {
    window.rung = { notes: 0, shakes: 0, stops: 0 };
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (...when) { window.rung.notes += 1; return start.apply(this, when); };
    let touched = false;
    addEventListener("pointerdown", (event) => { touched ||= event.isTrusted; }, true);
    // What a test asks the page counts as a touch for Chromium.
    Object.defineProperty(navigator, "userActivation", { value: { get hasBeenActive() { return touched; } } });
    navigator.vibrate = (pattern) => {
        if (Array.isArray(pattern)) window.rung.shakes += 1;
        else window.rung.stops += 1;
        return true;
    };
}"""
"""Counts what the page rings with, before any of its own scripts runs; only fingers count as touches."""


def rung(phone: Page) -> dict[str, int]:
    """Notes begun, shakes begun and shakes taken back, since the page was opened."""
    found: dict[str, int] = phone.evaluate("window.rung")
    return found


def in_state(phone: Page, state: str) -> None:
    """Wait until the page shows this state."""
    expect(phone.locator("main")).to_have_attribute("data-state", state)


def stop_clock(phone: Page) -> None:
    """From now on the page's time passes only where the test lets it (`let_pass`), however busy the machine is."""
    phone.clock.pause_at(datetime.fromtimestamp(phone.evaluate("Date.now()") / 1000 + 1, UTC))


class Network:
    """The phone's way to the server, which can be cut."""

    def __init__(self, phone: Page) -> None:
        self.cut = False
        self.open: list[WebSocketRoute] = []
        phone.route_web_socket("**/socket.io/**", self._socket)
        phone.route("**/api/v1/follow/**", self._request)

    def break_down(self) -> None:
        self.cut = True
        for socket in self.open:
            socket.close()

    def heal(self) -> None:
        self.cut = False

    def _socket(self, socket: WebSocketRoute) -> None:
        if self.cut:
            socket.close()
            return
        socket.connect_to_server()
        self.open.append(socket)

    def _request(self, route: Route) -> None:
        if self.cut:
            route.abort("internetdisconnected")
        else:
            route.continue_()


def slow_down(phone: Page, **how: Any) -> None:
    """A slow line or an old processor, as Chromium's own tools make them."""
    tools = phone.context.new_cdp_session(phone)
    if "latency_ms" in how:
        line = {"latency": how["latency_ms"], "downloadThroughput": 50_000, "uploadThroughput": 20_000}
        tools.send("Network.emulateNetworkConditions", {"offline": False, **line})
    if "times" in how:
        tools.send("Emulation.setCPUThrottlingRate", {"rate": how["times"]})
