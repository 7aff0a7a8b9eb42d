"""The lasting tables. A change here goes with a migration in migrations/versions."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, DateTime, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    """The tables' common root."""


class SiteRow(Base):
    """One place that receives people."""

    __tablename__ = "sites"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    ordinal: Mapped[int] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(String(200))
    timezone: Mapped[str] = mapped_column(String(64))
    open: Mapped[bool]
    languages: Mapped[list[str]] = mapped_column(JSON)
    needs: Mapped[list[NeedRow]] = relationship(order_by="NeedRow.position", lazy="selectin")
    counters: Mapped[list[CounterRow]] = relationship(order_by="CounterRow.position", lazy="selectin")


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


class CounterRow(Base):
    """A counter of one site; `needs` lists the ids of the needs it serves."""

    __tablename__ = "counters"

    site_id: Mapped[str] = mapped_column(ForeignKey("sites.id"), primary_key=True)
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    position: Mapped[int]
    label: Mapped[str] = mapped_column(String(100))
    needs: Mapped[list[str]] = mapped_column(JSON)


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
