"""The only printer of the desk's site, and its print agent, which does as a test tells it."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.conftest import token
from tests.browser.desk_site import SITE, in_hand
from tests.support.api import Client
from tests.support.processes import Demo

NAME = "bureau"


class Agent:
    """Its printer is ready, and no paper of an earlier test is left."""

    def __init__(self, demo: Demo) -> None:
        self.http = Client(demo.url, SITE, token(demo, SITE, "printer")).http
        self.says("ready")
        self.prints_all()

    def says(self, state: str, **more: str) -> None:
        """How the printer is."""
        told = {"instance": "one", "address": "network://bureau", "state": state} | more
        assert self.http.put(f"/printers/{NAME}", json=told).is_success

    def claim(self, wait: int = 20) -> dict[str, Any]:
        """The oldest job, as soon as there is one; empty when there is none within `wait` seconds."""
        answer = self.http.get(f"/printers/jobs?wait={wait}&printer={NAME}&instance=one")
        return answer.json() if answer.status_code == 200 else {}

    def report(self, job: dict[str, Any], outcome: str, **more: str) -> None:
        """What became of it."""
        assert self.http.put(f"/printers/jobs/{job['id']}", json={"outcome": outcome} | more).is_success

    def prints_all(self) -> None:
        """Whatever is there comes out."""
        while job := self.claim(wait=0):
            self.report(job, "printed")


def served(desk: Page, visitors: Client, agent: Agent) -> dict[str, str]:
    """Somebody is in hand, and has their ticket. Their ticket."""
    ticket = in_hand(desk, visitors)
    agent.prints_all()
    expect(desk.locator(".paper")).to_have_attribute("data-paper", "printed")
    return ticket
