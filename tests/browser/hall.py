"""A waiting room's server of its own, which a test may cut off, kill and update, and a screen before it."""

from __future__ import annotations

import shutil
import sys
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from server.domain.people import Role
from server.queues import tickets
from server.queues.tickets import Wish
from server.records.tables import CounterRow, ScreenRow
from tests.browser.conftest import Open
from tests.support.api import Client
from tests.support.front import Front
from tests.support.processes import Valkey, Web, free_port
from tests.support.seeded import seeded, settings_in

ROOT = Path(__file__).parents[2]
SITE = "site-3"
SCREEN = "couloir"
"""A screen that is not heard: what it tells ends when its time is over, not when a loudspeaker is done."""
ROOMS = ("server", "printers", "kiosk")
COUNTERS = 12
STEP_MS = 250
CONVERGES_WITHIN_MS = 2_000


class Hall:
    """A queue, a web process over it with the display's files that it serves, and what stands before it."""

    def __init__(self, folder: Path) -> None:
        self.tree = folder / "tree"
        self.tree.mkdir()
        for room in ROOMS:
            (self.tree / room).symlink_to(ROOT / room)
        shutil.copytree(ROOT / "display", self.tree / "display")
        self.queue = Valkey(folder / "queue")
        settings = settings_in(folder, self.queue.url, port=free_port())
        self.house = seeded(settings)
        with self.house.catalogue.store.session() as session:
            session.add_all((_corridor(), *_more_counters()))
        # Python, and gunicorn too, take their modules from the folder they are started in.
        serve = ("env", f"--chdir={self.tree}", sys.executable, "-m", "server.cli", "serve")
        self.web = Web(settings, folder / "web.log", serve)
        self.front = Front(settings.port)
        self.desk = Client(self.web.url, SITE, self.house.devices.create(SITE, Role.MANAGER))
        self.token = self.house.devices.create(SITE, Role.DISPLAY)

    def edit(self, name: str, old: str, new: str) -> None:
        """A file of the display, changed: on the disk, whatever the web process knows."""
        path = self.tree / "display" / name
        text = path.read_text("utf-8")
        assert old in text, f"{name} holds no {old!r}"
        path.write_text(text.replace(old, new, 1), "utf-8")

    def screen(self, open_page: Open, token: str = "") -> Page:
        """A screen that is live, on whose clock time passes only when it is turned."""
        page = open_page("about:blank", 1920, 1080)
        page.clock.install(time=time.time())
        page.goto(f"{self.front.url}/display/{SITE}/{SCREEN}#token={token or self.token}")
        expect(page.locator("body")).to_have_attribute("data-state", "live")
        page.clock.pause_at(time.time() + 1)
        self.converges(page)
        return page

    def let_wait(self) -> str:
        """Somebody comes, by the queue's own road: no web process need be there. Their number."""
        site = self.house.catalogue.site(SITE)
        wish = Wish(site.need("papiers"), "fr")
        return tickets.issue(self.house.queue, site, wish, str(uuid.uuid4())).ticket.number

    def call(self, counter: str) -> str:
        """The next one is called to a counter, by the same road. Their number."""
        site = self.house.catalogue.site(SITE)
        return tickets.call(self.house.queue, site, site.counter(counter), str(uuid.uuid4())).ticket.number

    def truth(self) -> dict[str, Any]:
        """The screen's board, as the server has it."""
        return self.desk.http.get(f"/sites/{SITE}/board", params={"screen": SCREEN}).json()

    def is_same(self, page: Page) -> bool:
        """Whether the screen holds what the server has, by version and hash."""
        truth = self.truth()
        shown = page.locator("body").evaluate("body => ({...body.dataset})")
        held = tuple(shown.get(name) for name in ("state", "version", "hash"))
        return held == ("live", str(truth["version"]), truth["hash"])

    def converges(self, page: Page) -> None:
        """Within two seconds of the screen's own clock it is the same; answers may take what this machine takes."""
        for _ in range(0, CONVERGES_WITHIN_MS, STEP_MS):
            page.clock.run_for(STEP_MS)
            if soon(lambda: self.is_same(page)):
                return
        assert self.is_same(page), "the screen does not hold what the server has"

    def stop(self) -> None:
        """End it."""
        self.front.stop()
        self.web.kill()
        self.queue.stop()


def _more_counters() -> list[CounterRow]:
    """Twelve with those that are there."""
    return [
        CounterRow(site_id=SITE, id=str(n), position=n, label=f"Guichet {n}", needs=["papiers"], way=None, place={})
        for n in range(4, COUNTERS + 1)
    ]


def _corridor() -> ScreenRow:
    everything: dict[str, Any] = {"counters": [], "needs": [], "mute": [], "ways": {}}
    seen = {"distance_m": 4.0, "diagonal_in": 43.0, "voice": False}
    return ScreenRow(site_id=SITE, id=SCREEN, position=1, name="Couloir", **seen, **everything)


def soon(true: Callable[[], bool], patience_s: float = 0.5) -> bool:
    """Whether it comes true while a machine that has much to do gets to it."""
    end = time.monotonic() + patience_s
    while not (done := true()) and time.monotonic() < end:
        time.sleep(0.02)
    return done


def pass_time(page: Page, seconds: int) -> None:
    """Turn the page's clock in short steps: what is due in each is done, and answered, before the next."""
    for _ in range(seconds):
        page.clock.run_for(500)
        page.clock.run_for(500)
