"""The lasting tables. A change here goes with a migration in migrations/versions."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from sqlalchemy import JSON, DateTime, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    """The tables' common root."""


class SiteRow(Base):
    """One place that receives people; its hours as domain/hours.py reads them, `weekly` None for always open."""

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
    needs: Mapped[list[NeedRow]] = relationship(order_by="NeedRow.position", lazy="selectin")
    counters: Mapped[list[CounterRow]] = relationship(order_by="CounterRow.position", lazy="selectin")
    priorities: Mapped[list[PriorityRow]] = relationship(order_by="PriorityRow.position", lazy="selectin")
    notices: Mapped[list[NoticeRow]] = relationship(order_by="NoticeRow.position", lazy="selectin")
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


class DeviceRow(Base):
    """A device's token: only its SHA-256 is kept, so the database lets nobody in."""

    __tablename__ = "devices"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    site_id: Mapped[str] = mapped_column(ForeignKey("sites.id"))
    role: Mapped[str] = mapped_column(String(16))
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    revoked_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class PersonRow(Base):
    """Someone who works at the desk. The password is an Argon2 hash."""

    __tablename__ = "people"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(100), unique=True)
    role: Mapped[str] = mapped_column(String(16))
    password_hash: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class PinRow(Base):
    """The PIN of a site's kiosk corner, as an Argon2 hash."""

    __tablename__ = "pins"

    site_id: Mapped[str] = mapped_column(ForeignKey("sites.id"), primary_key=True)
    pin_hash: Mapped[str] = mapped_column(String(200))
    made_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
