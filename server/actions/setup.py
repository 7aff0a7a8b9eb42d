"""What a manager does with a site's settings: checks them, saves them, adds a site. Whoever shows them is told."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

import structlog

from server.actions.house import House
from server.domain.catalogue import Site
from server.domain.errors import CounterBusyError, QueueUnreachableError
from server.domain.people import Actor
from server.domain.setup import StaleSettingsError, settled
from server.queues import house as queue_house
from server.queues.house import CounterChange
from server.queues.news import announce_setup
from server.queues.snapshots import read_queue
from server.records import saving
from server.records.exchange import export_seed, read_sites
from server.records.trail import Change

log = structlog.get_logger()


def check(house: House, site: Site) -> Site:
    """A site as `save` would leave it, to be shown before that. Raises UnknownSiteError, InvalidSettingError."""
    return saving.checked(settled(house.catalogue.site(site.id), site))


def save(house: House, site: Site, by: Actor) -> Site:
    """Save a site as somebody changed it; `revision` is the one on which their change began. Gives it as it is then.

    Who waits for a need that is taken out is called all the same, from every counter; who was sent to a counter that is
    taken out waits for their need again. Raises UnknownSiteError, InvalidSettingError, StaleSettingsError, and
    CounterBusyError for a counter that is taken out with somebody in hand.
    """
    before = house.catalogue.site(site.id)
    gone = _gone(before, site)
    if not gone:
        after = saving.save(house.catalogue, site, by)
    else:
        _check_hands(house, before, gone)
        saving.checked(settled(before, site))
        with _closed(house, before, gone):
            after = saving.save(house.catalogue, site, by)
    if after.revision != before.revision:
        _tell(house, after)
    return after


def add_site(house: House, site: Site, by: Actor) -> Site:
    """Add a site with the settings of this one, which may be another's. Raises InvalidSettingError, SiteTakenError."""
    counters = tuple(replace(counter, given_up=()) for counter in site.counters)
    return saving.add_site(house.catalogue, replace(site, counters=counters), by)


@dataclass(frozen=True, slots=True)
class Difference:
    """A site as it is and as a file has it; `before` None for one that is not there yet."""

    before: Site | None
    after: Site

    @property
    def changes(self) -> tuple[Change, ...]:
        """What would be otherwise, field by field, as the trail tells it; all of it where the site is new."""
        return () if self.before is None else tuple(saving.differences(self.before, self.after))


def export(house: House, sites: Collection[str] | None = None) -> str:
    """These sites, or all of them, as the text of a seed file."""
    return export_seed([site for site in house.catalogue.sites() if sites is None or site.id in sites])


def compare(house: House, text: str) -> tuple[Difference, ...]:
    """What the text of a seed file would change, site by site. What it does not name stays as it is.

    Raises InvalidSettingError.
    """
    known = {site.id: site for site in house.catalogue.sites()}
    found = []
    for told in read_sites(text):
        before = known.get(told.id)
        after = told
        if before is not None:
            # A file does not say what was read again since: what it leaves as it is stays marked as it is.
            kept = before.translated_from
            after = replace(told, ordinal=before.ordinal, revision=before.revision, translated_from=kept)
        difference = Difference(before, after)
        if before is None or difference.changes:
            found.append(difference)
    return tuple(found)


def take(house: House, text: str, by: Actor, seen: Mapping[str, int] | None = None) -> tuple[Site, ...]:
    """Add and change what the text of a seed file tells. Gives the sites that are otherwise now.

    `seen`: the revisions on which it was compared, where somebody looked first: what others have changed since is not
    overwritten. A new site has revision 0. Raises what `save` and `add_site` raise; sites before it are saved then.
    """
    return take_differences(house, compare(house, text), by, seen)


def take_differences(
    house: House, differences: Sequence[Difference], by: Actor, seen: Mapping[str, int] | None = None
) -> tuple[Site, ...]:
    """As `take`, for what was compared before and may have been looked at: no other change slips in."""
    for before, after in ((each.before, each.after) for each in differences):
        if seen is not None and seen.get(after.id) != (0 if before is None else before.revision):
            raise StaleSettingsError(
                f"Le site « {after.id} » a été changé entre-temps. Comparez de nouveau le fichier."
            )
        if before is not None:
            _check_hands(house, before, _gone(before, after))
    return tuple(
        add_site(house, each.after, by) if each.before is None else save(house, each.after, by) for each in differences
    )


def _gone(before: Site, after: Site) -> set[str]:
    return {counter.id for counter in before.counters} - {counter.id for counter in after.counters}


def _check_hands(house: House, site: Site, counters: set[str]) -> None:
    if not counters:
        return
    for counter, ticket in read_queue(house.queue, site).hands.items():
        if counter in counters:
            label = site.counter(counter).label
            raise CounterBusyError(
                f"{label} reçoit {ticket.number}. Terminez d’abord, puis retirez ce guichet.", number=ticket.number
            )


@contextmanager
def _closed(house: House, site: Site, counters: set[str]) -> Iterator[None]:
    """Close counters that are to go, so that nobody is called or sent there meanwhile; open again if they stay.

    Raises CounterBusyError when a call has come before the closing.
    """
    ours = sorted(counters - read_queue(house.queue, site).closings.keys())
    try:
        for counter in ours:
            _switch(house, site, CounterChange(counter, opens=False))
        _check_hands(house, site, counters)
        yield
    except Exception:
        for counter in ours:
            try:
                _switch(house, site, CounterChange(counter, opens=True))
            except QueueUnreachableError:
                log.warning("a counter that stays could not be opened again", site=site.id, counter=counter)
        raise


def _switch(house: House, site: Site, change: CounterChange) -> None:
    queue_house.set_counter(house.queue, site, change, uuid.uuid4().hex, "")


def _tell(house: House, site: Site) -> None:
    try:
        announce_setup(house.queue, site.id)
    except QueueUnreachableError:
        # Saved it is: every process reads the site anew within moments, and tells it with the next round.
        log.warning("changed settings were not announced", site=site.id)
