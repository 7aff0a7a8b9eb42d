"""Wrong passwords, counted by the name that was typed or by the known browser: the next waits longer and longer."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from sqlalchemy import delete, insert, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from server.domain.people import fold
from server.domain.sign_in import TRIES_FORGOTTEN, SignInLockedError, wait_after
from server.records.door_tables import TryRow
from server.records.store import Store

_SECOND: Final = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Tries:
    """The tries of a store. Names that nobody has are counted like all others: the wait tells nothing of who exists.

    Nor are they counted by address, so a stranger who knows a name can shut it: but not for a browser in which its
    owner has signed in before, whose wrong passwords are counted apart.
    """

    store: Store

    def count(self, whose: str) -> None:
        """Count a try before it is looked at: of many at the same moment, only as many are as come one by one.

        `whose`: as `of_name` or `of_browser` says. Raises SignInLockedError, which changes nothing, while it is shut.
        """
        while not self._counted(whose):
            pass  # another process counted a try in between: it has changed what holds for this one

    def _counted(self, whose: str) -> bool:
        now = self.store.clock()
        try:
            with self.store.session() as session:
                session.execute(delete(TryRow).where(TryRow.tried_at < now - TRIES_FORGOTTEN))
                known = session.get(TryRow, whose)
                failures = known.failures if known else 0
                if known and known.shut_until > now:
                    raise _locked(known.shut_until - now)
                told = {"failures": failures + 1, "tried_at": now, "shut_until": now + wait_after(failures + 1)}
                if known is None:
                    session.execute(insert(TryRow).values(whose_hash=whose, **told))
                    return True
                same = TryRow.whose_hash == whose, TryRow.failures == failures
                return bool(session.execute(update(TryRow).where(*same).values(**told)).rowcount)  # type: ignore[attr-defined]
        except IntegrityError:
            return False


def forget_tries(session: Session, whose: str) -> None:
    """Open it again: the password was typed right, or somebody has made a new one."""
    session.execute(delete(TryRow).where(TryRow.whose_hash == whose))


def of_name(name: str) -> str:
    """Whose tries those with this name are, however it is written."""
    return _hash("name", fold(name))


def of_browser(browser: str) -> str:
    """Whose tries those of a known browser are. Nobody can type them as a name."""
    return _hash("browser", browser)


def _locked(left: timedelta) -> SignInLockedError:
    wait_s = -(-left // _SECOND)
    return SignInLockedError("Trop d’essais pour ce nom. Attendez un moment, puis réessayez.", wait_s=wait_s)


def _hash(*what: str) -> str:
    return hashlib.sha256("\0".join(what).encode("utf-8", "surrogatepass")).hexdigest()
