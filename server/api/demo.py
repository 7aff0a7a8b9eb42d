"""Device tokens for the demo's pages: only in the demo, only on its own machine."""

from __future__ import annotations

from server.access import Public, house, who
from server.api.blueprint import api
from server.api.schemas import DemoTokenAsked, TokenShown
from server.domain.people import Role


@api.post("/demo/tokens")
@who(Public.DEMO)
@api.input(DemoTokenAsked, arg_name="asked")
@api.output(TokenShown, status_code=201)
@api.doc(summary="A device token for a page of the demo", responses=[400, 404, 422])
def demo_token(asked: DemoTokenAsked) -> tuple[TokenShown, int]:
    """A fresh token, so that the demo's kiosk and display need no pairing."""
    site = house().catalogue.site(asked.site)
    return TokenShown(token=house().devices.create(site.id, Role(asked.role))), 201
