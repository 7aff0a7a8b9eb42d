"""What a mediator says of a visit, as the closing sheet sends it."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, TypeVar

from flask import request

from server.domain.visits import Account, Age, Outcome, Request, Residence, Sex, TooMuchGivenError, UnknownChoiceError
from server.staff.blueprint import chosen

Band = TypeVar("Band", bound=StrEnum)

PARTS: Final = ",,,"
"""Of a request that was added: operator, topic, outcome and to whom it was referred, between commas."""
DIGITS_AT_MOST: Final = 3


def account_of_form() -> Account:
    """What was said. Raises UnknownChoiceError, TooMuchGivenError for what the sheet does not offer."""
    added = [_request(*_parts(text)) for text in request.form.getlist("request")]
    last = _request(*(chosen(name) for name in ("operator", "topic", "outcome", "to")))
    difficulty = chosen("difficulty")
    return Account(
        requests=tuple(each for each in (*added, last) if not each.says_nothing),
        difficulty=None if difficulty is None else _among(difficulty, {"yes": True, "no": False}),
        passes=_passes(chosen("passes") or "0"),
        age=_band(Age, chosen("age")),
        sex=_band(Sex, chosen("sex")),
        residence=_band(Residence, chosen("residence")),
    )


def _parts(text: str) -> list[str | None]:
    parts = text.split(",")
    if len(parts) != PARTS.count(",") + 1:
        raise _unknown(text)
    return [part or None for part in parts]


def _request(operator: str | None, topic: str | None, outcome: str | None, to: str | None) -> Request:
    ended = _band(Outcome, outcome)
    # The list of whom to refer to stands beside every outcome, and keeps what was chosen for another.
    return Request(operator, topic, ended, to if ended is Outcome.REFERRED else None)


def _band(kind: type[Band], said: str | None) -> Band | None:
    return None if said is None else _among(said, {str(band): band for band in kind})


Said = TypeVar("Said")


def _among(said: str, offered: dict[str, Said]) -> Said:
    if said not in offered:
        raise _unknown(said)
    return offered[said]


def _passes(said: str) -> int:
    if not (said.isascii() and said.isdecimal() and len(said) <= DIGITS_AT_MOST):
        raise TooMuchGivenError("Le nombre de titres TCL est un nombre entier, à partir de 0.")
    return int(said)


def _unknown(said: str) -> UnknownChoiceError:
    return UnknownChoiceError("Ce choix n’est pas dans la liste de ce site. Choisissez encore.", id=said[:64])
