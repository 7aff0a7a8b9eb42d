"""Puts a seed file's sites into the records. What is there already is left as it is: people rename and close sites."""

from __future__ import annotations

from sqlalchemy import func, select

from server.domain.people import COMMAND
from server.records.rows import insert_site
from server.records.seed_shapes import Seed
from server.records.seed_sites import site_of
from server.records.store import Store
from server.records.tables import SiteRow
from server.records.trail import note, site_added


def plant(store: Store, seed: Seed) -> list[str]:
    """Add the sites that are not there yet and give their ids."""
    with store.session() as session:
        known = set(session.scalars(select(SiteRow.id)))
        ordinal = session.scalar(select(func.max(SiteRow.ordinal))) or 0
        new = [site for site in seed.sites if site.id not in known]
        for step, site in enumerate(new, start=1):
            insert_site(session, site_of(seed, site, ordinal + step))
            note(session, COMMAND, site_added(site.id, site.name))
    return [site.id for site in new]
