"""What the phone page behind the QR code shows."""

from __future__ import annotations

from server import shown, wire
from server.access import Public, house, who
from server.actions import reception
from server.api.blueprint import api


@api.get("/follow/<secret>")
@who(Public.ANYONE)
@api.output(wire.FollowShown)
@api.doc(summary="What the phone page shows", responses=[404, 429, 503])
def get_follow(secret: str) -> wire.FollowShown:
    """The ticket as its holder sees it: the secret is the key."""
    site, sighting = reception.follow(house(), secret)
    return shown.follow(site, sighting)
