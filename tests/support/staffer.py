"""A mediator of the arena's site with a browser's cookies, who goes on asking whatever is killed meanwhile."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass, field

import httpx

from server.domain.people import Job
from tests.support.api import UNUSED
from tests.support.arena import SITE, Arena
from tests.support.processes import until

PASSWORD = "un long mot de passe"


@dataclass
class Staffer:
    """Signed in at every web process: they share their sessions. Asks the first, and the next where that one died."""

    arena: Arena
    name: str
    home: int = 0
    http: httpx.Client = field(default_factory=lambda: httpx.Client(timeout=30.0, trust_env=False, verify=UNUSED))
    csrf: str = ""

    def __post_init__(self) -> None:
        if self.arena.house.people.named(self.name) is None:
            self.arena.house.people.add(self.name, Job.MEDIATOR, PASSWORD)
        here = self.arena.urls[self.home]
        self._see(self.http.get(f"{here}/staff/"))
        form = {"csrf_token": self.csrf, "name": self.name, "password": PASSWORD}
        assert self.http.post(f"{here}/staff/sign-in", data=form).status_code == 302
        self._see(self.http.get(f"{here}/staff/{SITE}"))

    @property
    def id(self) -> str:
        """As the queue knows them."""
        known = self.arena.house.people.named(self.name)
        assert known is not None
        return str(known.id)

    def takes(self, counter: str, request_id: str | None = None, **more: str) -> int:
        """Take a counter, in somebody else's place if need be; gives after how many tries that was answered."""
        form = {"csrf_token": self.csrf, "request_id": request_id or str(uuid.uuid4()), "over": "yes"} | more
        tries = 0

        def answered() -> bool:
            nonlocal tries
            tries += 1
            url = self.arena.urls[(self.home + tries - 1) % len(self.arena.webs)]
            try:
                answer = self.http.post(f"{url}/staff/{SITE}/{counter}/seat", data=form)
            except httpx.TransportError:
                return False
            assert answer.status_code in {303, 503}, answer.text
            return answer.status_code == 303

        until(answered, f"{self.name} is answered")
        return tries

    def _see(self, page: httpx.Response) -> None:
        found = re.search(r'name="csrf_token" value="([^"]+)"', page.text)
        assert found, page.text
        self.csrf = found[1]
