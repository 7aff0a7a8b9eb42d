"""What the phone page behind the QR code shows."""

from __future__ import annotations

from http import HTTPStatus

from server import shown, wire
from server.access import Public, house, who
from server.actions import reception
from server.api.blueprint import api
from server.api.refusable import refuses
from server.domain import errors


@api.get("/follow/<secret>")
@who(Public.ANYONE)
@refuses(
    errors.UnknownFollowLinkError,
    errors.QueueUnreachableError,
    errors.RecordsUnreachableError,
    (HTTPStatus.TOO_MANY_REQUESTS, "too_many_requests"),
)
@api.output(wire.FollowShown)
@api.doc(summary="What the phone page shows")
def get_follow(secret: str) -> wire.FollowShown:
    """The ticket as its holder sees it: the secret is the key."""
    site, sighting = reception.follow(house(), secret)
    return shown.follow(site, sighting)
