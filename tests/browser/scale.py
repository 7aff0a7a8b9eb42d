"""What a page weighs on the wire, and which fonts draw its letters: both as the browser itself counts them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Page

from tests.support.processes import until

TWO_FRAMES = "new Promise((laid) => requestAnimationFrame(() => requestAnimationFrame(laid)))"
TEXT_NODE = 3


class Scale:
    """A page from an empty cache on. `came`: address -> bytes as they were sent, heads included."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.came: dict[str, int] = {}
        self._url = url
        self._asked: dict[str, str] = {}
        self._cdp = page.context.new_cdp_session(page)
        self._cdp.on("Network.requestWillBeSent", self._hear_asked)
        self._cdp.on("Network.loadingFinished", self._hear_came)
        for room in ("Network", "DOM", "CSS"):
            self._cdp.send(f"{room}.enable")

    def _hear_asked(self, said: dict[str, Any]) -> None:
        self._asked[said["requestId"]] = said["request"]["url"].removeprefix(self._url)

    def _hear_came(self, said: dict[str, Any]) -> None:
        address = self._asked[said["requestId"]]
        self.came[address] = self.came.get(address, 0) + int(said["encodedDataLength"])

    def settle(self) -> None:
        """Wait until everything asked for is there, its fonts too: one is asked for when its letters are laid out."""
        self.page.evaluate(TWO_FRAMES)
        until(self._rests, "everything that the page asked for is there")
        self.page.evaluate(TWO_FRAMES)

    def _rests(self) -> bool:
        fonts = self.page.evaluate("document.fonts.status")
        # The question for news of the site waits at the server for as long as there are none.
        asked = {address for address in self._asked.values() if "/news?" not in address}
        return fonts == "loaded" and asked <= self.came.keys()

    def fonts(self, of: str) -> dict[str, set[tuple[str, bool]]]:
        """Each text within an element -> the fonts that draw it, and whether the page brought them."""
        self._cdp.send("DOM.getDocument")
        found = self._cdp.send("Runtime.evaluate", {"expression": f"document.querySelector({of!r})"})["result"]
        top = self._cdp.send("DOM.describeNode", {"objectId": found["objectId"], "depth": -1})["node"]
        texts = list(_texts(top))
        known = {"backendNodeIds": [text["backendNodeId"] for text in texts]}
        ids = self._cdp.send("DOM.pushNodesByBackendIdsToFrontend", known)["nodeIds"]
        drawn: dict[str, set[tuple[str, bool]]] = {}
        for text, node in zip(texts, ids, strict=True):
            with_fonts = self._cdp.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
            named = {(font["familyName"], font["isCustomFont"]) for font in with_fonts}
            drawn.setdefault(text["nodeValue"], set()).update(named)
        return drawn


def _texts(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """What is written in an element, piece by piece. What is kept out of sight has no font, and is no matter."""
    if node["nodeType"] == TEXT_NODE and node["nodeValue"].strip():
        yield node
    for child in node.get("children", ()):
        yield from _texts(child)
