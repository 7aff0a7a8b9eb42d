"""One web process with 500 displays and 2,000 phones: how long a call takes to the last of them, and what each weighs.

Spread over all sites, as they are in life; and all of them at one site, where every call is news to every phone: each
moves up by one place.
"""

from __future__ import annotations

import resource
import time
import uuid
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from typing import Final

from bench.gathering import Gathering, Guest
from bench.rooms import PUSHES_AT, one_process
from bench.wire import Line, request
from server.actions.house import House
from server.actions.reception import link_of
from server.domain.catalogue import Site
from server.domain.people import Role
from server.queues import tickets
from server.queues.tickets import Wish
from tests.support.processes import Web
from tests.support.table import descendants

NEED: Final = "papiers"
QUIET_S: Final = 0.5
"""Before each call: what the one before it made the process do is over."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many listen, at how many sites; how often somebody is called."""

    displays: int
    phones: int
    sites: int
    calls: int


@dataclass(frozen=True, slots=True)
class Told:
    """Milliseconds from POST calls sent to the last of them at that site: median and worst of the calls.

    `kib`: what one client adds to the web process, KiB.
    """

    crowd: Crowd
    displays: tuple[float, float]
    phones: tuple[float, float]
    kib: float


def measure_crowd(folder: Path, crowd: Crowd) -> Told:
    """Gather them, and call."""
    _allow_files(2 * (crowd.displays + crowd.phones) + 256)
    with ExitStack() as end:
        _, house, web = one_process(folder, end)
        gathering = Gathering(web.settings.port)
        end.callback(gathering.close)
        return _told(house, web, gathering, crowd)


def _told(house: House, web: Web, gathering: Gathering, crowd: Crowd) -> Told:
    sites = _sites(house, crowd.sites)
    tokens = {site.id: house.devices.create(site.id, Role.DISPLAY) for site in sites}
    displays = [{"token": tokens[site.id]} for site in islice(cycle(sites), crowd.displays)]
    phones = [{"secret": _take(house, site)} for site in islice(cycle(sites), crowd.phones)]
    before = _memory_kib(web)
    at_boards = gathering.admit("/board", displays)[:: len(sites)]
    at_phones = gathering.admit("/follow", phones)[:: len(sites)]
    kib = (_memory_kib(web) - before) / (crowd.displays + crowd.phones)
    token = house.devices.create(PUSHES_AT, Role.COUNTER)
    line = Line(web.settings.port)
    # Who was called before has been told that it is over: further calls are no news to them.
    delays = [_call(gathering, line, token, at_boards, at_phones[called:]) for called in range(crowd.calls)]
    line.socket.close()
    to_displays, to_phones = zip(*delays, strict=True)
    return Told(crowd, _summed(to_displays), _summed(to_phones), kib)


def _sites(house: House, many: int) -> list[Site]:
    """So many sites, the one at which somebody is called first."""
    called = house.catalogue.site(PUSHES_AT)
    return [called, *(site for site in house.catalogue.sites() if site.id != PUSHES_AT)][:many]


def _take(house: House, site: Site) -> str:
    wish = Wish(site.need(NEED), "fr")
    return link_of(site, tickets.issue(house.queue, site, wish, str(uuid.uuid4())).ticket.secret)


def _call(
    gathering: Gathering, line: Line, token: str, displays: Sequence[Guest], phones: Sequence[Guest]
) -> tuple[float, float]:
    """Milliseconds to the last display and the last phone of the site, once all is quiet."""
    quiet = time.perf_counter() + QUIET_S
    gathering.listen(lambda: time.perf_counter() > quiet)
    before = displays[0].version
    body = {"request_id": str(uuid.uuid4())}
    asked = request("POST", f"/api/v1/sites/{PUSHES_AT}/counters/1/calls", token, body)
    start = time.perf_counter()
    line.send(asked)
    gathering.listen(lambda: all(guest.version > before for guest in (*displays, *phones)))
    line.answer()
    to_displays, to_phones = (max(guest.heard_at for guest in group) - start for group in (displays, phones))
    return 1_000 * to_displays, 1_000 * to_phones


def _summed(delays: Sequence[float]) -> tuple[float, float]:
    return median(delays), max(delays)


def _memory_kib(web: Web) -> float:
    """What its processes hold in memory."""
    return sum(_resident_kib(pid) for pid in (web.process.pid, *descendants(web.process.pid)))


def _resident_kib(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text()
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS:")))


def _allow_files(wanted: int) -> None:
    """As many open files as the machine lets us have."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(wanted, hard), hard))
