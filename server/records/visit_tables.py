"""The tables of what was done: visits, transport passes given, and the trail of who changed what."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from server.records.moment import MOMENT
from server.records.tables import Base


class VisitRow(Base):
    """The lasting record of one ticket. Nothing in it says who came: no name, no number to call, no follow link.

    requests    [{"operator": id, "topic": id, "outcome": "solved" | "appointment" | "referred", "to": operator's id}],
                as they were handled; what nobody said is left out
    difficulty  with digital tools; None where nobody said
    passes      transport passes given
    age, sex, residence   bands of domain/visits.py; None where nobody said
    wait_s, serve_s       from arrival to the latest call, and from there to the end; None where unknown
    """

    __tablename__ = "visits"
    # A queue that lost its data counts its tickets from 1 again: the moment tells them apart.
    __table_args__ = (UniqueConstraint("site_id", "ticket_id", "closed_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    site_id: Mapped[str] = mapped_column(ForeignKey("sites.id"))
    ticket_id: Mapped[str] = mapped_column(String(64))
    day: Mapped[date]
    need: Mapped[str] = mapped_column(String(64))
    language: Mapped[str] = mapped_column(String(8))
    counter: Mapped[str] = mapped_column(String(64))
    wait_s: Mapped[int | None]
    serve_s: Mapped[int | None]
    requests: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    difficulty: Mapped[bool | None]
    passes: Mapped[int] = mapped_column(default=0)
    age: Mapped[str | None] = mapped_column(String(16))
    sex: Mapped[str | None] = mapped_column(String(16))
    residence: Mapped[str | None] = mapped_column(String(16))
    closed_at: Mapped[datetime] = mapped_column(MOMENT)


class PassRow(Base):
    """The transport passes that a site holds: how many are left, and from how few on the desk warns."""

    __tablename__ = "passes"

    site_id: Mapped[str] = mapped_column(ForeignKey("sites.id"), primary_key=True)
    left: Mapped[int]
    low: Mapped[int]


class TrailRow(Base):
    """One change that somebody made, for who asks later.

    who     "person:3", "device:7", or "command" for the command line
    name    as it was then: people are renamed
    what    "site.changed", "person.added", "device.revoked", …
    about   the id of what was changed
    detail  before and after, without anything secret
    """

    __tablename__ = "trail"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(MOMENT)
    site_id: Mapped[str | None] = mapped_column(String(64))
    who: Mapped[str] = mapped_column(String(32))
    name: Mapped[str] = mapped_column(String(100))
    what: Mapped[str] = mapped_column(String(32))
    about: Mapped[str] = mapped_column(String(100))
    detail: Mapped[dict[str, Any]] = mapped_column(JSON)
    reason: Mapped[str | None] = mapped_column(String(200))
