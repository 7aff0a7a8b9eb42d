"""Devices that wait to be let in: their codes and proofs, as hashes. A token is made when it is fetched, not before."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import ColumnElement, delete, func, or_, select, update
from sqlalchemy.orm import Session

from server.domain.errors import ForeignSiteError
from server.domain.pairing import (
    EARLY,
    EVERY,
    LASTS,
    SILENT,
    WAITING_AT_A_SITE,
    WAITING_AT_AN_ADDRESS,
    WAITING_AT_MOST,
    Opened,
    Paired,
    Pairing,
    PairingOverError,
    SlowDownError,
    TooManyPairingsError,
    UnknownCodeError,
    new_code,
    read_code,
)
from server.domain.people import Actor, Person, Role
from server.records.devices import add_device
from server.records.door_tables import PairingRow, PersonRow
from server.records.store import Store
from server.records.trail import Change, note

PROOF_BYTES: Final = 32


def _clock() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Pairings:
    """The pairings of a store. `secret` is the server's: whoever reads the table alone cannot try out all codes."""

    store: Store
    secret: bytes
    now: Callable[[], datetime] = _clock

    def open(self, role: Role, site_id: str | None, address: str) -> Opened:
        """A device wants in, from an address or a network.

        Raises TooManyPairingsError where all of this address, of this site or at all ask on whether they are let in.
        """
        opened, at = Opened(new_code(), secrets.token_urlsafe(PROOF_BYTES)), self.now()
        asked_from = self._hash("address", address)
        with self.store.session() as session:
            session.execute(delete(PairingRow).where(PairingRow.ends_at <= at))
            _make_room(session, at, WAITING_AT_AN_ADDRESS, PairingRow.asked_from == asked_from)
            _make_room(session, at, WAITING_AT_A_SITE, PairingRow.site_id == site_id)
            _make_room(session, at, WAITING_AT_MOST)
            session.add(
                PairingRow(
                    code_hash=self._hash("pairing", opened.code),
                    proof_hash=_proof_hash(opened.proof),
                    role=role,
                    site_id=site_id,
                    asked_from=asked_from,
                    made_at=at,
                    ends_at=at + LASTS,
                )
            )
        return opened

    def claim(self, proof: str) -> Paired | None:
        """A device asks whether it was let in: its token, once, or None while nobody has typed its code.

        Raises PairingOverError, SlowDownError.
        """
        at = self.now()
        with self.store.session() as session:
            row = session.scalar(select(PairingRow).where(PairingRow.proof_hash == _proof_hash(proof)))
            if row is None or row.ends_at <= at:
                raise PairingOverError("Ce code n’est plus valable. Demandez-en un autre.")
            if row.asked_at is not None and at - row.asked_at < EVERY - EARLY:
                raise SlowDownError("Trop tôt. Attendez cinq secondes entre deux demandes.", wait_s=EVERY.seconds)
            if row.approved_by is None or row.site_id is None:
                # Not by the row: who types the code at this moment must not be written over.
                session.execute(update(PairingRow).where(PairingRow.id == row.id).values(asked_at=at))
                return None
            return _fetched(session, row)

    def find(self, typed: str, person: Person) -> Pairing:
        """What shows the code that somebody has typed.

        Raises UnknownCodeError, and ForeignSiteError for a page that was opened for a site that is not one of theirs.
        """
        with self.store.session() as session:
            return _pairing(self._row(session, typed, person))

    def approve(self, typed: str, person: Person, site_id: str, name: str) -> Pairing:
        """Let a device in, to a site and under a name.

        Raises UnknownCodeError, and ForeignSiteError for a site that its page is not for, or that is not one of theirs.
        """
        with self.store.session() as session:
            row = self._row(session, typed, person)
            if not person.works_at(site_id) or row.site_id not in {None, site_id}:
                raise ForeignSiteError("Ce site n’est pas celui de l’appareil, ou pas un des vôtres.")
            free = PairingRow.id == row.id, PairingRow.approved_by.is_(None)
            let_in = update(PairingRow).where(*free).values(approved_by=person.id, site_id=site_id, name=name)
            if session.scalar(let_in.returning(PairingRow.id)) is None:
                raise _unknown()
            return _pairing(row)

    def _row(self, session: Session, typed: str, person: Person) -> PairingRow:
        code = read_code(typed)
        if code is None:
            raise _unknown()
        waits = PairingRow.code_hash == self._hash("pairing", code), PairingRow.approved_by.is_(None)
        row = session.scalar(select(PairingRow).where(*waits, PairingRow.ends_at > self.now()))
        if row is None:
            raise _unknown()
        if row.site_id is not None and not person.works_at(row.site_id):
            raise ForeignSiteError("Cet appareil est ouvert pour un site qui n’est pas un des vôtres.")
        return row

    def _hash(self, kind: str, text: str) -> str:
        return hmac.new(self.secret, f"{kind} {text}".encode(), hashlib.sha256).hexdigest()


def _make_room(session: Session, at: datetime, at_most: int, *among: ColumnElement[bool]) -> None:
    """One place, that of the oldest of these that is silent where all are taken. Raises TooManyPairingsError."""
    if (session.scalar(select(func.count(PairingRow.id)).where(*among)) or 0) < at_most:
        return
    silent = PairingRow.approved_by.is_(None), or_(PairingRow.asked_at.is_(None), PairingRow.asked_at < at - SILENT)
    oldest = select(PairingRow.id).where(*among, *silent).order_by(PairingRow.made_at, PairingRow.id).limit(1)
    gone = delete(PairingRow).where(PairingRow.id == oldest.scalar_subquery()).returning(PairingRow.id)
    if session.scalar(gone) is None:
        raise TooManyPairingsError("Trop d’appareils demandent un code. Réessayez dans quelques minutes.")


def _fetched(session: Session, row: PairingRow) -> Paired:
    """The token, and the pairing gone: of two who fetch it at once, one is too late."""
    site_id, name, role = str(row.site_id), row.name, Role(row.role)
    person = session.get_one(PersonRow, row.approved_by)
    gone = delete(PairingRow).where(PairingRow.id == row.id).returning(PairingRow.id)
    if session.scalar(gone) is None:
        raise PairingOverError("Ce code n’est plus valable. Demandez-en un autre.")
    device, token = add_device(session, site_id, role, name)
    by = Actor(f"person:{person.id}", person.name)
    note(session, by, Change("device.paired", str(device.id), site_id, {"role": device.role, "name": name}))
    return Paired(token, site_id, name)


def _pairing(row: PairingRow) -> Pairing:
    return Pairing(row.id, Role(row.role), row.site_id, row.made_at)


def _unknown() -> UnknownCodeError:
    return UnknownCodeError("Aucun appareil ne montre ce code. Regardez son écran, puis tapez-le de nouveau.")


def _proof_hash(proof: str) -> str:
    return hashlib.sha256(proof.encode("utf-8", "surrogatepass")).hexdigest()
