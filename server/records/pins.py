"""The PINs of the kiosks' staff corners: one a site, made, found, tried."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from server.domain.corner import Pin, new_pin
from server.records.aside import aside
from server.records.door_tables import PinRow
from server.records.store import Store

_HASHER: Final = PasswordHasher()
_MARK_LENGTH: Final = 16


@dataclass(frozen=True, slots=True)
class Pins:
    """The PINs of a store."""

    store: Store

    def make(self, site_id: str) -> str:
        """A new PIN for a site, in place of the one before: shown once, kept only as its hash."""
        pin = new_pin()
        row = PinRow(site_id=site_id, pin_hash=aside(_HASHER.hash, pin), made_at=datetime.now(UTC))
        self.store.put(row)
        return pin

    def find(self, site_id: str) -> Pin | None:
        """The site's PIN, None while nobody has made one."""
        with self.store.session() as session:
            row = session.get(PinRow, site_id)
        if row is None:
            return None
        # Argon2 salts each hash: the mark of a PIN that was made again differs, even where its digits do not.
        return Pin(row.site_id, row.pin_hash, hashlib.sha256(row.pin_hash.encode()).hexdigest()[:_MARK_LENGTH])


def fits(pin: Pin, typed: str) -> bool:
    """Whether this is what was typed. Takes some 50 ms on purpose."""
    return aside(_verified, pin.hashed, typed)


def _verified(hashed: str, typed: str) -> bool:
    try:
        return _HASHER.verify(hashed, typed)
    except VerifyMismatchError:
        return False
