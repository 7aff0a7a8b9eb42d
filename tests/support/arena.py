"""Several web processes over one Valkey, all of which a test may kill: at a named point, at any moment, with -9."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from server.actions.house import build_house
from server.domain.people import Role
from server.records.seed import plant
from server.records.seed_file import read_seed
from server.settings import Settings
from tests.support.processes import Valkey, Web, free_port, until
from tests.support.seeded import SEED, settings_in

SITE = "grande-salle"
COUNTERS = [str(n) for n in range(1, 33)]
SCRIPTS = (
    *("issue", "call", "move", "transfer", "prioritise", "let_pass", "set_language", "issuing", "counter", "turn"),
    *("undo", "seat", "claim", "report", "printer", "reprint", "test_print"),
)
"""Those that change something."""


class DoomedWeb(Web):
    """A web process that can be told when to die, and what time it is (doomed_conf.py)."""

    def __init__(self, settings: Settings, folder: Path) -> None:
        folder.mkdir()
        self.folder = folder
        gunicorn = (sys.executable, "-m", "gunicorn", "-c", "python:tests.support.doomed_conf")
        super().__init__(settings, folder / "log", ("env", f"DOOM_FOLDER={folder}", *gunicorn))

    def doom(self, when: str, script: str) -> None:
        """Its worker kills itself the next time it meets this point: `when` is before or after."""
        self._tell("point", f"{when} {script}")

    def spare(self) -> None:
        """Nobody has to die any more."""
        (self.folder / "point").unlink(missing_ok=True)

    def doomed(self) -> bool:
        """Whether it has still to meet its point."""
        return (self.folder / "point").exists()

    def set_clock(self, ms: int | None) -> None:
        """The time that its scripts are given; None: the queue's own."""
        if ms is None:
            (self.folder / "clock").unlink(missing_ok=True)
        else:
            self._tell("clock", str(ms))

    def _tell(self, what: str, text: str) -> None:
        """At once, so that nobody reads half of it."""
        new = self.folder / f"{what}.new"
        new.write_text(text)
        new.rename(self.folder / what)


class Arena:
    """A big site, its Valkey and its web processes."""

    def __init__(self, folder: Path, webs: int = 3) -> None:
        self.valkey = Valkey(folder / "valkey")
        self.settings = settings_in(folder, self.valkey.url)
        self.house = build_house(self.settings)
        self.house.catalogue.store.upgrade()
        seed = read_seed(SEED)
        first = seed.sites[0].model_copy(update={"id": SITE, "counters": len(COUNTERS)})
        plant(self.house.catalogue.store, seed.model_copy(update={"sites": [first]}))
        self.site = self.house.catalogue.site(SITE)
        self.tokens = {role: self.house.devices.create(SITE, role) for role in Role}
        with ThreadPoolExecutor(webs) as starting:
            self.webs = list(starting.map(self._web, [folder / f"web-{n}" for n in range(1, webs + 1)]))

    @property
    def urls(self) -> list[str]:
        """Where the web processes answer."""
        return [web.url for web in self.webs]

    def empty(self) -> None:
        """Nobody waits, nobody ever did, nobody is doomed; every web process works, by the queue's own clock."""
        for web in self.webs:
            web.spare()
            web.set_clock(None)
        self.valkey.client.flushall()
        for web in self.webs:
            until(web.ready, "the web process is ready")

    def set_clock(self, ms: int | None) -> None:
        """The same time for all."""
        for web in self.webs:
            web.set_clock(ms)

    def stop(self) -> None:
        """End all of it, with no patience for anyone."""
        for web in self.webs:
            web.kill()
        self.valkey.stop()

    def _web(self, folder: Path) -> DoomedWeb:
        return DoomedWeb(self.settings.model_copy(update={"port": free_port()}), folder)
