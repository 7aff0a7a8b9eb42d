"""How a device without a token gets one. Open to anyone: what counts is that somebody at the desk types its code."""

from __future__ import annotations

from http import HTTPStatus

from server.access import Public, house, who
from server.api.blueprint import api
from server.api.pairing_schemas import ClaimAsked, ClaimShown, PairingAsked, PairingShown
from server.api.refusable import refuses
from server.domain import errors, pairing
from server.domain.people import Role
from server.limits import address


@api.post("/pairings")
@who(Public.ANYONE)
@refuses(
    errors.UnknownSiteError,
    errors.RecordsUnreachableError,
    pairing.TooManyPairingsError,
    (HTTPStatus.TOO_MANY_REQUESTS, "too_many_requests"),
)
@api.input(PairingAsked, arg_name="asked")
@api.output(PairingShown, status_code=201)
@api.doc(summary="A device without a token asks for a code")
def open_pairing(asked: PairingAsked) -> tuple[PairingShown, int]:
    """The device shows the code and asks with the proof whether somebody has typed it. Both last five minutes."""
    site = None if asked.site is None else house().catalogue.site(asked.site).id
    opened = house().pairings.open(Role(asked.role), site, address())
    shown = PairingShown(
        code=pairing.shown_code(opened.code),
        proof=opened.proof,
        expires_in=pairing.LASTS.seconds,
        interval=pairing.EVERY.seconds,
    )
    return shown, 201


@api.post("/pairings/claim")
@who(Public.ANYONE)
@refuses(
    pairing.PairingOverError,
    pairing.SlowDownError,
    errors.RecordsUnreachableError,
    (HTTPStatus.TOO_MANY_REQUESTS, "too_many_requests"),
)
@api.input(ClaimAsked, arg_name="asked")
@api.output(ClaimShown)
@api.doc(summary="A device asks whether it was let in")
def claim_pairing(asked: ClaimAsked) -> ClaimShown:
    """The token, once. Who asks again sooner than after `interval` seconds is told to slow down."""
    paired = house().pairings.claim(asked.proof)
    if paired is None:
        return ClaimShown(state="waiting")
    return ClaimShown(state="paired", token=paired.token, site=paired.site, name=paired.name)
