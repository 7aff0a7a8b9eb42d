"""The tables of the catalogue: what people set up. A change here goes with a migration in migrations/versions.

Beside it: door_tables (people and devices, and how they get in), visit_tables (what was done).
"""

from __future__ import annotations

from datetime import time
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    """The tables' common root."""


class SiteRow(Base):
    """One place that receives people; its hours as domain/hours.py reads them, `weekly` None for all hours.

    given_up    lines of needs that were taken out, where somebody may still wait
    translated_from     see domain/translations.py
    revision    raised with each change of the site and of what hangs on it
    """

    __tablename__ = "sites"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    ordinal: Mapped[int] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(String(200))
    timezone: Mapped[str] = mapped_column(String(64))
    open: Mapped[bool]
    languages: Mapped[list[str]] = mapped_column(JSON)
    weekly: Mapped[dict[str, list[str]] | None] = mapped_column(JSON(none_as_null=True))
    closures: Mapped[list[str]] = mapped_column(JSON)
    turns_at: Mapped[time]
    last_tickets_min: Mapped[int]
    next_completes: Mapped[bool]
    recalls_before_absent: Mapped[int]
    printers: Mapped[list[str]] = mapped_column(JSON)
    visit_asks: Mapped[list[str]] = mapped_column(JSON, default=list)
    given_up: Mapped[list[str]] = mapped_column(JSON, default=list)
    translated_from: Mapped[dict[str, dict[str, str]]] = mapped_column(JSON, default=dict)
    revision: Mapped[int] = mapped_column(default=1)
    needs: Mapped[list[NeedRow]] = relationship(order_by="NeedRow.position", lazy="selectin")
    counters: Mapped[list[CounterRow]] = relationship(order_by="CounterRow.position", lazy="selectin")
    priorities: Mapped[list[PriorityRow]] = relationship(order_by="PriorityRow.position", lazy="selectin")
    notices: Mapped[list[NoticeRow]] = relationship(order_by="NoticeRow.position", lazy="selectin")
    operators: Mapped[list[OperatorRow]] = relationship(order_by="OperatorRow.position", lazy="selectin")
    topics: Mapped[list[TopicRow]] = relationship(order_by="TopicRow.position", lazy="selectin")
    screens: Mapped[list[ScreenRow]] = relationship(order_by="ScreenRow.position", lazy="selectin")
    messages: Mapped[list[MessageRow]] = relationship(order_by="MessageRow.position", lazy="selectin")


class NeedRow(Base):
    """A need of one site."""

    __tablename__ = "needs"
    __table_args__ = (UniqueConstraint("site_id", "letter"),)

    site_id: Mapped[str] = mapped_column(ForeignKey("sites.id"), primary_key=True)
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    position: Mapped[int]
    letter: Mapped[str] = mapped_column(String(1))
    name: Mapped[str] = mapped_column(String(100))
    pictogram: Mapped[str] = mapped_column(String(64))
    colour: Mapped[str] = mapped_column(String(32))
    shape: Mapped[str] = mapped_column(String(32))
    labels: Mapped[dict[str, Any]] = mapped_column(JSON)
    hints: Mapped[dict[str, Any]] = mapped_column(JSON)
    limit: Mapped[int | None] = mapped_column("waiting_limit")


class CounterRow(Base):
    """A counter of one site; `needs` lists the ids of the needs it serves."""

    __tablename__ = "counters"

    site_id: Mapped[str] = mapped_column(ForeignKey("sites.id"), primary_key=True)
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    position: Mapped[int]
    label: Mapped[str] = mapped_column(String(100))
    needs: Mapped[list[str]] = mapped_column(JSON)
    way: Mapped[str | None] = mapped_column(String(16))
    place: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)


class PriorityRow(Base):
    """A priority reason of one site: its head start in minutes, and whether the kiosk asks for it."""

    __tablename__ = "priorities"

    site_id: Mapped[str] = mapped_column(ForeignKey("sites.id"), primary_key=True)
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    position: Mapped[int]
    minutes: Mapped[int]
    labels: Mapped[dict[str, Any]] = mapped_column(JSON)
    kiosk: Mapped[bool]


class NoticeRow(Base):
    """Ready words of one site for when its kiosk gives no tickets."""

    __tablename__ = "notices"

    site_id: Mapped[str] = mapped_column(ForeignKey("sites.id"), primary_key=True)
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    position: Mapped[int]
    texts: Mapped[dict[str, Any]] = mapped_column(JSON)


class ScreenRow(Base):
    """A waiting-room screen of one site; see domain/screens.py for what each column says."""

    __tablename__ = "screens"

    site_id: Mapped[str] = mapped_column(ForeignKey("sites.id"), primary_key=True)
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    position: Mapped[int]
    name: Mapped[str] = mapped_column(String(100))
    counters: Mapped[list[str]] = mapped_column(JSON)
    needs: Mapped[list[str]] = mapped_column(JSON)
    distance_m: Mapped[float]
    diagonal_in: Mapped[float]
    voice: Mapped[bool]
    mute: Mapped[list[str]] = mapped_column(JSON)
    ways: Mapped[dict[str, str]] = mapped_column(JSON)


class MessageRow(Base):
    """What one site's screens tell in turn, by language."""

    __tablename__ = "messages"

    site_id: Mapped[str] = mapped_column(ForeignKey("sites.id"), primary_key=True)
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    position: Mapped[int]
    texts: Mapped[dict[str, Any]] = mapped_column(JSON)


class OperatorRow(Base):
    """Whom a visitor's request is about: CAF, CPAM, La Poste."""

    __tablename__ = "operators"

    site_id: Mapped[str] = mapped_column(ForeignKey("sites.id"), primary_key=True)
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    position: Mapped[int]
    name: Mapped[str] = mapped_column(String(100))


class TopicRow(Base):
    """What a visitor's request is: opening rights, a bill, a form."""

    __tablename__ = "topics"

    site_id: Mapped[str] = mapped_column(ForeignKey("sites.id"), primary_key=True)
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    position: Mapped[int]
    name: Mapped[str] = mapped_column(String(100))
