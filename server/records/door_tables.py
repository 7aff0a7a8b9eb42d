"""The tables of who gets in, and how: people, their sessions, devices, those about to be paired, PINs."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.records.moment import MOMENT
from server.records.tables import Base

SHA256: Final = String(64)
"""As hexadecimal digits. Whatever opens a door is kept as its hash alone, so that the database lets nobody in."""
SUBJECT: Final = String(512)
"""An issuer's address of at most 256 signs, a blank, and a subject of at most 255 (OpenID Connect Core, 2)."""


class PersonRow(Base):
    """Someone who works at the desk.

    name_key        what all ways of writing the name have in common, as `fold` makes it
    password_hash   Argon2's; None for who signs in elsewhere
    subject         who they are to the provider they sign in at: "issuer subject"
    must_change     the password is somebody else's choice: it serves to choose one's own
    """

    __tablename__ = "people"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(100), unique=True)
    name_key: Mapped[str] = mapped_column(String(100), unique=True)
    role: Mapped[str] = mapped_column(String(16))
    sites: Mapped[list[str]] = mapped_column(JSON, default=list)
    active: Mapped[bool] = mapped_column(default=True)
    password_hash: Mapped[str | None] = mapped_column(String(200))
    must_change: Mapped[bool] = mapped_column(default=False)
    subject: Mapped[str | None] = mapped_column(SUBJECT, unique=True)
    created_at: Mapped[datetime] = mapped_column(MOMENT)


class TryRow(Base):
    """Wrong passwords since the last right one: of one name, or of one known browser. Nobody need have the name.

    whose_hash  of the name that was typed, folded, or of what the browser is known by
    shut_until  until then no password is looked at
    """

    __tablename__ = "tries"

    whose_hash: Mapped[str] = mapped_column(SHA256, primary_key=True)
    failures: Mapped[int]
    tried_at: Mapped[datetime] = mapped_column(MOMENT)
    shut_until: Mapped[datetime] = mapped_column(MOMENT)


class SessionRow(Base):
    """One sign-in of a person, in one browser, until it ends.

    proof  what the provider told of them (an id_token), to be told there who signs out; None for who typed a password
    """

    __tablename__ = "sessions"

    token_hash: Mapped[str] = mapped_column(SHA256, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    made_at: Mapped[datetime] = mapped_column(MOMENT)
    seen_at: Mapped[datetime] = mapped_column(MOMENT)
    ends_at: Mapped[datetime] = mapped_column(MOMENT)
    proof: Mapped[str | None] = mapped_column(Text)


class StrangerRow(Base):
    """Someone who signed in at the provider and is nobody here yet; a colleague who knows them says who they are.

    code_hash   of what stands on their screen and the colleague types, with the server’s secret
    """

    __tablename__ = "strangers"

    subject: Mapped[str] = mapped_column(SUBJECT, primary_key=True)
    code_hash: Mapped[str] = mapped_column(SHA256, unique=True)
    ends_at: Mapped[datetime] = mapped_column(MOMENT)


class DeviceRow(Base):
    """A device: its token, and what people call it.

    reloads   how often its page was told to load itself anew
    """

    __tablename__ = "devices"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(SHA256, unique=True)
    site_id: Mapped[str] = mapped_column(ForeignKey("sites.id"))
    role: Mapped[str] = mapped_column(String(16))
    name: Mapped[str] = mapped_column(String(100), default="")
    reloads: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime] = mapped_column(MOMENT)
    revoked_at: Mapped[datetime | None] = mapped_column(MOMENT)


class PairingRow(Base):
    """A device that shows its code and asks whether somebody has let it in.

    code_hash    of what stands on its screen and a person types, with the server’s secret: all codes are soon tried
    proof_hash   of what it asks with, which no screen shows
    site_id      of the site that its page was opened for; None where it may be any
    asked_from   its address or network, with the server’s secret: none has more than its share of the places
    asked_at     when it last asked, None while it has not
    approved_by  the person's id, once somebody has let it in, to `site_id` and as `name`
    """

    __tablename__ = "pairings"

    id: Mapped[int] = mapped_column(primary_key=True)
    code_hash: Mapped[str] = mapped_column(SHA256, unique=True)
    proof_hash: Mapped[str] = mapped_column(SHA256, unique=True)
    role: Mapped[str] = mapped_column(String(16))
    site_id: Mapped[str | None] = mapped_column(ForeignKey("sites.id"))
    name: Mapped[str] = mapped_column(String(100), default="")
    asked_from: Mapped[str] = mapped_column(SHA256)
    made_at: Mapped[datetime] = mapped_column(MOMENT)
    ends_at: Mapped[datetime] = mapped_column(MOMENT)
    asked_at: Mapped[datetime | None] = mapped_column(MOMENT)
    approved_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))


class PinRow(Base):
    """The PIN of a site's kiosk corner, as an Argon2 hash."""

    __tablename__ = "pins"

    site_id: Mapped[str] = mapped_column(ForeignKey("sites.id"), primary_key=True)
    pin_hash: Mapped[str] = mapped_column(String(200))
    made_at: Mapped[datetime] = mapped_column(MOMENT)
