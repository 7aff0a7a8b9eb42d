"""Tokens taken back, sessions ended: a connection that stands is let go as well as a new one is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import gevent
import structlog

from server.actions.house import House
from server.domain.errors import RefusalError
from server.sockets.audience import Audience

LOOK_EVERY_S: Final = 1.0
log = structlog.get_logger()


def watch_listeners(house: House, audience: Audience, disconnect: Callable[[str, str], None]) -> None:
    """Let go, for ever, of whoever is no longer known. The door tells a client why when it comes again.

    `disconnect` takes the Socket.IO id and the namespace. Records that do not answer end no connection.
    """
    while True:
        gevent.sleep(LOOK_EVERY_S)
        let_go_of_revoked(house, audience, disconnect)


def let_go_of_revoked(house: House, audience: Audience, disconnect: Callable[[str, str], None]) -> None:
    """Look once. Whatever goes wrong goes into the log, keeps no other connection standing, and is tried again."""
    try:
        gone = house.devices.revoked(audience.devices())
        left = {each for each in audience.people() if not _still_works(house, *each)}
    except RefusalError as refusal:
        log.warning("listeners not looked at", code=refusal.code)
        return
    except Exception:
        log.exception("listeners not looked at")
        return
    for namespace, sid in audience.connections(gone, left):
        try:
            disconnect(sid, namespace)
        except Exception:
            log.exception("not let go", namespace=namespace)
        else:
            log.info("let go", namespace=namespace)


def _still_works(house: House, session: str, site_id: str) -> bool:
    """Whether the door would let this person in again."""
    person = house.sessions.recognise(session)
    return person is not None and not person.must_change and person.works_at(site_id)
