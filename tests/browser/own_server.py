"""A kiosk's server of its own, which a test may cut off, kill and update: it serves a copy of the kiosk's files."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from playwright.sync_api import Page, expect

from server.domain.people import Role
from tests.support.api import Client
from tests.support.front import Front
from tests.support.processes import Valkey, Web, free_port, until
from tests.support.seeded import seeded, settings_in

ROOT = Path(__file__).parents[2]
SITE = "site-2"
ROOMS = ("server", "printers", "display")
IS_KEPT = """async () => {
    const known = await navigator.serviceWorker.getRegistration("/kiosk/");
    return known?.active?.state === "activated";
}"""


class OwnServer:
    """A queue, a web process over it with the kiosk's files that it serves, and what stands before it."""

    def __init__(self, folder: Path) -> None:
        self.tree = folder / "tree"
        self.tree.mkdir()
        for room in ROOMS:
            (self.tree / room).symlink_to(ROOT / room)
        self.restore_files()
        self._queue = Valkey(folder / "queue")
        settings = settings_in(folder, self._queue.url, port=free_port())
        self.house = seeded(settings)
        kiosk, desk = (self.house.devices.create(SITE, role) for role in (Role.KIOSK, Role.COUNTER))
        # Python, and gunicorn too, take their modules from the folder they are started in.
        serve = ("env", f"--chdir={self.tree}", sys.executable, "-m", "server.cli", "serve")
        self.web = Web(settings, folder / "web.log", serve)
        self.front = Front(settings.port)
        self.desk = Client(self.web.url, SITE, desk)
        self.page = f"{self.front.url}/kiosk/{SITE}"
        self.set_up = f"{self.page}#token={kiosk}"

    def restore_files(self) -> None:
        """The kiosk's files as they stand in the tree under test."""
        shutil.rmtree(self.tree / "kiosk", ignore_errors=True)
        shutil.copytree(ROOT / "kiosk", self.tree / "kiosk")

    def edit(self, name: str, old: str, new: str) -> None:
        """A file of the kiosk, changed: on the disk, whatever the web process knows."""
        path = self.tree / "kiosk" / name
        text = path.read_text("utf-8")
        assert old in text, f"{name} holds no {old!r}"
        path.write_text(text.replace(old, new, 1), "utf-8")

    def restart(self) -> None:
        """As after an update."""
        self.web.kill()
        self.web.start()

    def call_everyone(self) -> None:
        """Nobody waits any more."""
        while self.desk.call().status_code in {200, 201}:
            pass

    def stop(self) -> None:
        """End it."""
        self.front.stop()
        self.web.kill()
        self._queue.stop()


Away = Callable[[OwnServer, Page], AbstractContextManager[None]]


def is_kept(page: Page) -> None:
    """The kiosk's files are all on its machine."""
    until(lambda: bool(page.evaluate(IS_KEPT)), "the kiosk's files are kept")


def shows(page: Page, screen: str) -> None:
    """That screen comes."""
    expect(page.locator("main")).to_have_attribute("data-screen", screen)
