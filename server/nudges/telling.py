"""Takes calls that phones are to be told of, and sends them: whoever called does not wait for it.

Calls are left in the queue by the script that made them, and announced; of all web processes one takes each. Nothing is
sent again: a call is news for two minutes, and the page, the screen and the voice tell it too.
"""

from __future__ import annotations

from functools import partial
from typing import Final

import gevent
import structlog
from gevent.pool import Pool

from server.actions import phones
from server.actions.house import House
from server.domain.catalogue import Site
from server.domain.errors import RefusalError
from server.domain.phones import Nudge, Subscription
from server.metrics import NUDGES
from server.nudges.words import message_of
from server.queues.phones import nudged_sites
from server.tasks import for_life
from server.webpush.post import AT_ONCE, Outcome, Post

GIVEN_UP_S: Final = 10.0
"""A service that answers a byte a second is given up after this long."""
log = structlog.get_logger()


class Nudges:
    """The telling of one process. `start` runs it in the background, for the life of the process."""

    def __init__(self, house: House, post: Post) -> None:
        self._house = house
        self._post = post
        # A full pool makes the taking wait: what nobody has taken stays in the queue, for another process or its end.
        self._under_way = Pool(AT_ONCE)

    def start(self) -> None:
        """Listen to the queue's announcements."""
        for_life(self._listen)

    def _listen(self) -> None:
        for said in nudged_sites(self._house.queue):
            for site_id in self._every_site() if None in said else said:
                self._tell_site(str(site_id))

    def _every_site(self) -> tuple[str, ...]:
        try:
            return tuple(self._house.catalogue.site_ids())
        except RefusalError as refusal:
            log.warning("phones not told", code=refusal.code)
            return ()

    def _tell_site(self, site_id: str) -> None:
        """Send what there is. What cannot be taken now is taken after the next call, while it is news."""
        try:
            site = self._house.catalogue.site(site_id)
            for nudge in phones.take_nudges(self._house, site):
                for phone, subscription in nudge.phones.items():
                    self._under_way.spawn(partial(self._tell, site, nudge, phone, subscription))
        except RefusalError as refusal:
            log.warning("phones not told", site=site_id, code=refusal.code)
        except Exception:
            # One site's fault must not keep the phones of the others silent.
            log.exception("phones not told", site=site_id)

    def _tell(self, site: Site, nudge: Nudge, phone: str, subscription: Subscription) -> None:
        outcome = Outcome.FAILED
        with gevent.Timeout(GIVEN_UP_S, exception=False):
            outcome = self._post.deliver(message_of(site, nudge), subscription, about=nudge.secret)
        NUDGES.labels(outcome).inc()
        if outcome is not Outcome.GONE:
            return
        try:
            phones.forget_gone(self._house, site, nudge, phone)
        except RefusalError as refusal:
            log.warning("phone not forgotten", site=site.id, code=refusal.code)
