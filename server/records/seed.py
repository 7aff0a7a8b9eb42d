"""Puts a seed file's sites into the records. What is there already is left as it is: people rename and close sites."""

from __future__ import annotations

from sqlalchemy import func, select

from server.records.seed_shapes import Seed, SeedSite
from server.records.store import Store
from server.records.tables import CounterRow, MessageRow, NeedRow, NoticeRow, PriorityRow, ScreenRow, SiteRow


def plant(store: Store, seed: Seed) -> list[str]:
    """Add the sites that are not there yet and give their ids."""
    with store.session() as session:
        known = set(session.scalars(select(SiteRow.id)))
        ordinal = session.scalar(select(func.max(SiteRow.ordinal))) or 0
        new = [site for site in seed.sites if site.id not in known]
        session.add_all(_row(seed, site, ordinal + step) for step, site in enumerate(new, start=1))
    return [site.id for site in new]


def _row(seed: Seed, site: SeedSite, ordinal: int) -> SiteRow:
    return SiteRow(
        id=site.id,
        ordinal=ordinal,
        name=site.name,
        timezone=seed.timezone,
        open=True,
        languages=seed.languages,
        weekly=site.hours,
        closures=site.closures,
        turns_at=site.turns_at,
        last_tickets_min=site.last_tickets_min,
        next_completes=site.next_completes,
        recalls_before_absent=site.recalls_before_absent,
        printers=site.printers,
        needs=[NeedRow(position=position, **need.model_dump()) for position, need in enumerate(seed.needs)],
        counters=_counters(seed, site),
        priorities=[
            PriorityRow(position=position, **(each.model_dump() | {"kiosk": each.kiosk and site.asks_priority}))
            for position, each in enumerate(seed.priorities)
        ],
        notices=[NoticeRow(position=position, **notice.model_dump()) for position, notice in enumerate(seed.notices)],
        screens=[ScreenRow(position=position, **screen.model_dump()) for position, screen in enumerate(site.screens)],
        messages=[MessageRow(position=position, **each.model_dump()) for position, each in enumerate(seed.messages)],
    )


def _counters(seed: Seed, site: SeedSite) -> list[CounterRow]:
    every = [need.id for need in seed.needs]
    return [
        CounterRow(
            id=counter.id,
            position=position,
            label=counter.label,
            needs=every if counter.needs is None else counter.needs,
            way=counter.way,
            place=counter.place,
        )
        for position, counter in enumerate(site.given(), start=1)
    ]
