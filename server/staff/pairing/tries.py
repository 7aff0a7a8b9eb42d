"""How many wrong codes somebody may type: a code of eight letters is not guessed, and nobody is to try."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from flask import current_app
from flask.sansio.app import App
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from server.domain.errors import ForeignSiteError, TooOftenError
from server.domain.pairing import UnknownCodeError
from server.domain.people import Person
from server.domain.strangers import UnknownStrangerError
from server.limits import WRONG_CODES


class Tries:
    """The wrong codes of one process."""

    def __init__(self) -> None:
        self._counts = MovingWindowRateLimiter(MemoryStorage())

    @contextmanager
    def admit(self, person: Person) -> Iterator[None]:
        """Let somebody try a code, a device's or a stranger's; a wrong one is counted.

        Raises TooOftenError, before the code is looked at.
        """
        name = str(person.id)
        if not self._counts.test(WRONG_CODES, name):
            raise TooOftenError("Trop de codes faux. Attendez cinq minutes, puis réessayez.")
        try:
            yield
        except (UnknownCodeError, ForeignSiteError, UnknownStrangerError):
            self._counts.hit(WRONG_CODES, name)
            raise


def prepare_tries(app: App) -> None:
    """Give an application its counts."""
    app.extensions["accueil_pairing_tries"] = Tries()


def tries() -> Tries:
    """The counts of the application that answers now."""
    return cast("Tries", current_app.extensions["accueil_pairing_tries"])
