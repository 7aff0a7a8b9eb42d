"""The phones that follow a ticket: each is told as soon as its own answer is another one, and all of them in turn.

A call moves everybody in the queue up, so one change may be news to every phone of a site. They are read some hundreds
at a time, and who is called is told first. All this stands behind the boards: a waiting room does not wait for phones.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import gevent
import structlog
from gevent.event import Event
from gevent.lock import RLock

from server import shown
from server.actions.house import House
from server.domain.catalogue import Site
from server.domain.errors import RefusalError
from server.domain.moves import State
from server.domain.ticket import Sighting
from server.queues.followed import read_followed
from server.sockets.audience import FOLLOW, Audience
from server.sockets.turns import TICK_S, next_turn

READ_AT_ONCE: Final = 250
SAID_AT_ONCE: Final = 50
"""Then those who carry it to the clients get their turn."""
log = structlog.get_logger()


@dataclass(slots=True)
class _Phone:
    """What a phone was told last, as a hash; when it is told again though nothing is new (monotonic s)."""

    told: int = 0
    again: float = field(default_factory=next_turn)


class Followers:
    """Tells phones. `say(sid, answer)` emits a ticket; `let_go(sid)` is for one whose link died."""

    def __init__(
        self,
        house: House,
        audience: Audience,
        say: Callable[[str, dict[str, Any]], None],
        let_go: Callable[[str], None],
    ) -> None:
        self._house = house
        self._audience = audience
        self._say = say
        self._let_go = let_go
        self._phones: dict[str, _Phone] = {}
        self._changed: set[str] = set()
        self._news = Event()
        # Read and told as one: what was read later is told later, whoever asked for it.
        self._in_order = RLock()

    def changed(self, sites: set[str]) -> None:
        """Something is new at these sites."""
        self._changed |= sites
        self._news.set()

    def greet(self, site_id: str, sid: str) -> None:
        """Tell a phone that has just come."""
        self._phones[sid] = _Phone()
        self._tell(site_id, [sid])

    def forget(self, sid: str) -> None:
        """A phone went."""
        self._phones.pop(sid, None)

    def run(self) -> None:
        """Tell them, for ever."""
        while True:
            self._news.wait(TICK_S)
            self._news.clear()
            began = time.monotonic()
            changed, self._changed = self._changed, set()
            for site_id in self._audience.sites():
                sids = [*self._audience.listens(FOLLOW, site_id)]
                self._try_to_tell(site_id, sids if site_id in changed else [sid for sid in sids if self._is_due(sid)])
            # Meanwhile further changes gather. As long a pause as the work took: others need the processor, too.
            gevent.sleep(time.monotonic() - began)

    def _is_due(self, sid: str) -> bool:
        phone = self._phones.get(sid)
        return phone is not None and phone.again <= time.monotonic()

    def _try_to_tell(self, site_id: str, sids: Sequence[str]) -> None:
        """What cannot be read now is told in a moment."""
        try:
            self._tell(site_id, sids)
        except RefusalError as refusal:
            log.warning("phones not told", site=site_id, code=refusal.code)
            for phone in filter(None, map(self._phones.get, sids)):
                phone.again = time.monotonic()
        except Exception:
            log.exception("phones not told", site=site_id)

    def _tell(self, site_id: str, sids: Sequence[str]) -> None:
        """Tell those of these phones for whom something is new, or whose turn it is. Who is called comes first."""
        if not sids:
            return
        with self._in_order:
            here = self._house.catalogue.site(site_id)
            news = [each for each in self._read(here, sids) if self._is_news(*each)]
            news.sort(key=lambda each: each[1].ticket.state is not State.CALLED)
            for said, (sid, sighting) in enumerate(news):
                if said % SAID_AT_ONCE == SAID_AT_ONCE - 1:
                    gevent.sleep(0)
                self._try_to_say(here, sid, sighting)

    def _try_to_say(self, here: Site, sid: str, sighting: Sighting) -> None:
        """Tell a phone. One that cannot be told keeps nobody behind it waiting; it is told with the next."""
        try:
            self._say(sid, shown.follow(here, sighting).model_dump(mode="json"))
        except Exception:
            log.exception("a phone not told", site=here.id)
        else:
            if sid in self._phones:
                self._phones[sid] = _Phone(hash(sighting.ticket))

    def _read(self, here: Site, sids: Sequence[str]) -> Iterator[tuple[str, Sighting]]:
        """What each phone would see now. One whose link leads nowhere any more is let go."""
        phones = self._audience.listens(FOLLOW, here.id)
        for first in range(0, len(sids), READ_AT_ONCE):
            present = [sid for sid in sids[first : first + READ_AT_ONCE] if sid in phones]
            seen = read_followed(self._house.queue, here, [phones[sid].secret for sid in present]) if present else ()
            for sid, sighting in zip(present, seen, strict=True):
                if sighting is None:
                    self._try_to_let_go(here, sid)
                else:
                    yield sid, self._house.waits.seen(here, sighting)

    def _try_to_let_go(self, here: Site, sid: str) -> None:
        """The same: the others are read all the same."""
        try:
            self._let_go(sid)
        except Exception:
            log.exception("a phone not let go", site=here.id)

    def _is_news(self, sid: str, sighting: Sighting) -> bool:
        """Whether a phone is to be told."""
        phone = self._phones.get(sid)
        return phone is not None and (phone.told != hash(sighting.ticket) or self._is_due(sid))
