"""Ends each site's day at its hour, and at the start: a machine that was off at the hour does it then.

And writes down the visits that nobody has told of.
"""

from __future__ import annotations

from typing import Final

import gevent
import structlog

from server.actions import day, stays
from server.actions.house import House
from server.domain.errors import RefusalError

EVERY_S: Final = 20.0
"""A board may show the day before for this long. Nobody is called who is left of it: a call ends the day first."""
log = structlog.get_logger()


def watch(house: House) -> None:
    """Look at every site, again and again, for the life of the process. Many processes may: the end is one step."""
    while True:
        end_days(house)
        write_visits(house)
        gevent.sleep(EVERY_S)


def end_days(house: House) -> None:
    """End the days that are over. What cannot be reached now is looked at the next time."""
    for site_id in _site_ids(house):
        _end_day(house, site_id)


def write_visits(house: House) -> None:
    """Write down the visits whose end is final. What the records cannot take now waits in the queue."""
    for site_id in _site_ids(house):
        try:
            stays.write_down(house, house.catalogue.site(site_id))
        except RefusalError as refusal:
            log.warning("visits not written", site=site_id, code=refusal.code)
        except Exception:
            # What one site left in the queue must not keep the visits of the others.
            log.exception("visits not written", site=site_id)


def _site_ids(house: House) -> tuple[str, ...]:
    try:
        return house.catalogue.site_ids()
    except RefusalError as refusal:
        log.warning("sites not looked at", code=refusal.code)
        return ()


def _end_day(house: House, site_id: str) -> None:
    try:
        expired = day.turn(house, house.catalogue.site(site_id))
    except RefusalError as refusal:
        log.warning("day not ended", site=site_id, code=refusal.code)
    except Exception:
        # Hours that nobody can read, a key of the wrong kind: one site's fault must not keep the others from their end.
        log.exception("day not ended", site=site_id)
    else:
        if expired:
            log.info("day ended", site=site_id, expired=expired)
