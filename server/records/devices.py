"""Device tokens: made, recognised, revoked."""

from __future__ import annotations

import hashlib
import secrets
import time
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import select, update

from server.domain.people import Device, Role
from server.records.door_tables import DeviceRow
from server.records.store import Store

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

    def create(self, site_id: str, role: Role) -> str:
        """A new device's token: shown once, kept only as its hash."""
        token = f"acc_{secrets.token_urlsafe(TOKEN_BYTES)}"
        row = DeviceRow(token_hash=_hash(token), site_id=site_id, role=role, created_at=datetime.now(UTC))
        with self.store.session() as session:
            session.add(row)
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
            device = Device(row.id, row.site_id, Role(row.role))
        if len(self._seen) >= REMEMBERED_AT_MOST:
            self._seen.clear()
        self._seen[hashed] = (time.monotonic(), device)
        return device

    def revoke(self, device_id: int) -> None:
        """Take a device's token back: from now on it is nobody's."""
        with self.store.session() as session:
            known = DeviceRow.id == device_id, DeviceRow.revoked_at.is_(None)
            session.execute(update(DeviceRow).where(*known).values(revoked_at=datetime.now(UTC)))
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


def _hash(token: str) -> str:
    # JSON can carry halves of characters, which UTF-8 has no bytes for: a wrong token like any other.
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
