"""Devices and their tokens: made, recognised, named, revoked."""

from __future__ import annotations

import hashlib
import secrets
import time
from collections.abc import Collection
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.domain.devices import KnownDevice, UnknownDeviceError
from server.domain.people import COMMAND, Actor, Device, Role
from server.records.door_tables import DeviceRow
from server.records.store import Store
from server.records.trail import Change, note

TOKEN_BYTES: Final = 32
FRESH_S: Final = 2.0
"""How long a recognised token is taken as good. A revoked device is locked out after this at most; where it holds a
connection, sooner."""
REMEMBERED_AT_MOST: Final = 10_000
ASKED_AT_ONCE: Final = 500


@dataclass(slots=True)
class Devices:
    """The devices of a store; recognising one is cached, since every request asks."""

    store: Store
    _seen: dict[str, tuple[float, Device]] = field(default_factory=dict)

    def create(self, site_id: str, role: Role, by: Actor = COMMAND) -> str:
        """A new device's token: shown once, kept only as its hash."""
        with self.store.session() as session:
            row, token = add_device(session, site_id, role)
            note(session, by, Change("device.added", str(row.id), site_id, {"role": row.role}))
        return token

    def recognise(self, token: str) -> Device | None:
        """The device that holds this token, None when there is none or it was revoked."""
        hashed = _hash(token)
        known = self._seen.get(hashed)
        if known is not None and time.monotonic() - known[0] < FRESH_S:
            return known[1]
        with self.store.session() as session:
            row = session.scalar(select(DeviceRow).where(DeviceRow.token_hash == hashed))
            if row is None or row.revoked_at is not None:
                self._seen.pop(hashed, None)
                return None
            device = Device(row.id, row.site_id, Role(row.role), row.reloads)
        if len(self._seen) >= REMEMBERED_AT_MOST:
            self._seen.clear()
        self._seen[hashed] = (time.monotonic(), device)
        return device

    def known(self, sites: Collection[str]) -> list[KnownDevice]:
        """The devices of these sites that have a token, by site, role and age."""
        wanted = select(DeviceRow).where(DeviceRow.revoked_at.is_(None), DeviceRow.site_id.in_(sites))
        with self.store.session() as session:
            return [
                _known(row) for row in session.scalars(wanted.order_by(DeviceRow.site_id, DeviceRow.role, DeviceRow.id))
            ]

    def find(self, device_id: int) -> KnownDevice:
        """The device with this number. Raises UnknownDeviceError, also for one whose token was taken back."""
        with self.store.session() as session:
            return _known(_row(session, device_id))

    def rename(self, device_id: int, name: str, by: Actor) -> None:
        """Call a device so from now on. Raises UnknownDeviceError."""
        with self.store.session() as session:
            row = _row(session, device_id)
            if row.name == name:
                return
            detail = {"before": row.name, "after": name}
            note(session, by, Change("device.renamed", str(row.id), row.site_id, detail))
            row.name = name

    def reload(self, device_id: int, by: Actor) -> None:
        """Have a device's page load itself anew, as soon as it next says how it is. Raises UnknownDeviceError."""
        with self.store.session() as session:
            row = _row(session, device_id)
            row.reloads += 1
            note(session, by, Change("device.reloaded", str(row.id), row.site_id, {"name": _called(row)}))
        self._forget({device_id})

    def revoke(self, device_id: int, by: Actor = COMMAND, reason: str | None = None) -> None:
        """Take a device's token back: from now on it is nobody's. Raises UnknownDeviceError."""
        with self.store.session() as session:
            row = _row(session, device_id)
            row.revoked_at = datetime.now(UTC)
            detail = {"role": row.role, "name": _called(row)}
            note(session, by, Change("device.revoked", str(row.id), row.site_id, detail, reason))
        self._forget({device_id})

    def revoked(self, device_ids: AbstractSet[int]) -> set[int]:
        """Those of these devices that are not known any more; here nor recognised for the rest of FRESH_S."""
        gone, asked = set(device_ids), sorted(device_ids)
        with self.store.session() as session:
            for first in range(0, len(asked), ASKED_AT_ONCE):
                some = asked[first : first + ASKED_AT_ONCE]
                good = DeviceRow.id.in_(some), DeviceRow.revoked_at.is_(None)
                gone.difference_update(session.scalars(select(DeviceRow.id).where(*good)))
        if gone:
            self._forget(gone)
        return gone

    def _forget(self, device_ids: AbstractSet[int]) -> None:
        self._seen = {token: seen for token, seen in self._seen.items() if seen[1].id not in device_ids}


def add_device(session: Session, site_id: str, role: Role, name: str = "") -> tuple[DeviceRow, str]:
    """A new device in a transaction, and its token."""
    token = f"acc_{secrets.token_urlsafe(TOKEN_BYTES)}"
    row = DeviceRow(token_hash=_hash(token), site_id=site_id, role=role, name=name, created_at=datetime.now(UTC))
    session.add(row)
    session.flush()  # the trail names it by its number
    return row, token


def _row(session: Session, device_id: int) -> DeviceRow:
    row = session.get(DeviceRow, device_id)
    if row is None or row.revoked_at is not None:
        raise UnknownDeviceError("Cet appareil n’est plus autorisé. Rechargez la page.")
    return row


def _called(row: DeviceRow) -> str:
    """By what people find it again in the trail."""
    return row.name or f"{row.role} {row.id}"


def _known(row: DeviceRow) -> KnownDevice:
    return KnownDevice(row.id, row.site_id, Role(row.role), row.name, row.created_at)


def _hash(token: str) -> str:
    # JSON can carry halves of characters, which UTF-8 has no bytes for: a wrong token like any other.
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
