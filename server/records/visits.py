"""The visits of the sites, and the transport passes they hold: what a visit gives is gone in the same transaction."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Select, delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from server.domain.catalogue import Site
from server.domain.people import Actor
from server.domain.visits import AMENDABLE, Account, Age, Outcome, Request, Residence, Sex, Stay, Stock, VisitOverError
from server.records.store import Store
from server.records.trail import Change, note
from server.records.visit_tables import PassRow, VisitRow

RECENT: Final = 400
"""Visits from which it is told who is asked for most: about two weeks of a site."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A visit as it was written down; `lacking`: passes that were said to be given, and were not there to be given."""

    lacking: int


@dataclass(frozen=True, slots=True)
class Visits:
    """The visits of a store."""

    store: Store

    def keep_stay(self, site: Site, stay: Stay) -> None:
        """Write down a visit of which nobody said anything; one that is told already stays as it is."""
        try:
            with self.store.session() as session:
                if session.scalar(_of(site.id, stay.ticket, stay.closed_at)) is None:
                    session.add(_row(site.id, stay))
        except IntegrityError:
            # Another process was quicker, and wrote the same.
            if self.account(site, stay.ticket, stay.closed_at) is None:
                raise

    def keep(self, site: Site, stay: Stay, account: Account) -> Kept:
        """Write down what was said of a visit that has just ended. A repeat writes the same again."""
        self.keep_stay(site, stay)
        with self.store.session() as session:
            row = _locked(session, site.id, stay.ticket, stay.closed_at)
            if row is None:
                raise VisitOverError("Cette visite n’est plus là.")
            row.need, row.language, row.counter, row.day = stay.need, stay.language, stay.counter, stay.day
            row.wait_s, row.serve_s, row.closed_at = _seconds(stay.wait), _seconds(stay.serve), stay.closed_at
            return _tell(session, row, account)

    def amend(self, site: Site, ticket_id: str, account: Account, at: datetime) -> Kept:
        """Say something else of a visit, or something at last. Raises VisitOverError when it ended too long ago."""
        with self.store.session() as session:
            row = _locked(session, site.id, ticket_id, at)
            if row is None:
                raise VisitOverError("Cette visite est finie depuis trop longtemps pour être complétée.")
            return _tell(session, row, account)

    def take_back(self, site: Site, ticket_id: str, at: datetime) -> None:
        """The visit did not end after all: its record goes, and the passes are in the drawer again.

        `at`: when the end was taken back. A visit that ended later has ended again, and stays.
        """
        with self.store.session() as session:
            row = _locked(session, site.id, ticket_id, at)
            if row is None or row.closed_at > at:
                return
            _give(session, site.id, -row.passes)
            session.delete(row)

    def account(self, site: Site, ticket_id: str, at: datetime) -> Account | None:
        """What was said of a visit that ended not long before; None when there is none."""
        with self.store.session() as session:
            row = session.scalar(_of(site.id, ticket_id, at))
        return None if row is None else _account(row)

    def most_asked(self, site: Site) -> Counter[str]:
        """How often each operator was asked for in the latest visits."""
        wanted = select(VisitRow.requests).where(VisitRow.site_id == site.id).order_by(VisitRow.id.desc()).limit(RECENT)
        with self.store.session() as session:
            return Counter(
                each["operator"] for requests in session.scalars(wanted) for each in requests if each.get("operator")
            )

    def stock(self, site: Site) -> Stock | None:
        """The passes that the site holds; None where nobody counts them."""
        with self.store.session() as session:
            row = session.get(PassRow, site.id)
        return None if row is None else Stock(row.left, row.low)

    def set_stock(self, site: Site, stock: Stock | None, by: Actor, reason: str | None = None) -> None:
        """Somebody counted the passes, or brought more; None: they are not counted any more."""
        with self.store.session() as session:
            _lock_stock(session, site.id)
            row = session.get(PassRow, site.id)
            before = None if row is None else {"left": row.left, "low": row.low}
            if stock is None:
                session.execute(delete(PassRow).where(PassRow.site_id == site.id))
            elif row is None:
                session.add(PassRow(site_id=site.id, left=stock.left, low=stock.low))
            else:
                row.left, row.low = stock.left, stock.low
            after = None if stock is None else {"left": stock.left, "low": stock.low}
            note(session, by, Change("passes.counted", site.id, site.id, {"before": before, "after": after}, reason))


def _of(site_id: str, ticket_id: str, at: datetime) -> Select[VisitRow]:
    """The visit of a ticket, not one of a ticket that had its id long before: a queue may count from 1 again."""
    ours = select(VisitRow).where(VisitRow.site_id == site_id, VisitRow.ticket_id == ticket_id)
    return ours.where(VisitRow.closed_at >= at - AMENDABLE).order_by(VisitRow.id.desc()).limit(1)


def _locked(session: Session, site_id: str, ticket_id: str, at: datetime) -> VisitRow | None:
    """The row, which nobody else changes until the transaction ends: two who amend it would give passes twice."""
    _lock_stock(session, site_id)
    return session.scalar(_of(site_id, ticket_id, at).with_for_update())


def _lock_stock(session: Session, site_id: str) -> None:
    # SQLite has no lock of a row, and reads before it locks: whoever writes first, even nothing, holds the whole file.
    session.execute(update(PassRow).where(PassRow.site_id == site_id).values(left=PassRow.left))


def _tell(session: Session, row: VisitRow, account: Account) -> Kept:
    given, lacking = _give(session, row.site_id, account.passes - row.passes)
    row.passes += given
    row.requests = [_written(request) for request in account.requests]
    row.difficulty = account.difficulty
    row.age, row.sex, row.residence = account.age, account.sex, account.residence
    return Kept(lacking)


def _give(session: Session, site_id: str, count: int) -> tuple[int, int]:
    """Take so many passes from the stock, or as many as are there: how many were, and how many were not."""
    row = session.get(PassRow, site_id)
    if row is None:
        return count, 0
    given = min(count, row.left)
    row.left -= given
    return given, count - given


def _row(site_id: str, stay: Stay) -> VisitRow:
    return VisitRow(
        site_id=site_id,
        ticket_id=stay.ticket,
        day=stay.day,
        need=stay.need,
        language=stay.language,
        counter=stay.counter,
        wait_s=_seconds(stay.wait),
        serve_s=_seconds(stay.serve),
        requests=[],
        passes=0,
        closed_at=stay.closed_at,
    )


def _written(request: Request) -> dict[str, Any]:
    said = {"operator": request.operator, "topic": request.topic, "outcome": request.outcome, "to": request.to}
    return {name: str(value) for name, value in said.items() if value is not None}


def _account(row: VisitRow) -> Account:
    return Account(
        requests=tuple(_request(each) for each in row.requests),
        difficulty=row.difficulty,
        passes=row.passes,
        age=None if row.age is None else Age(row.age),
        sex=None if row.sex is None else Sex(row.sex),
        residence=None if row.residence is None else Residence(row.residence),
    )


def _request(said: dict[str, Any]) -> Request:
    outcome = said.get("outcome")
    return Request(
        said.get("operator"), said.get("topic"), None if outcome is None else Outcome(outcome), said.get("to")
    )


def _seconds(span: timedelta | None) -> int | None:
    return None if span is None else max(0, int(span.total_seconds()))
