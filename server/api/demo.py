"""Device tokens for the demo's pages: only in the demo, only on its own machine."""

from __future__ import annotations

from http import HTTPStatus

from flask import abort, current_app

from server.access import Public, from_our_page, house, who
from server.api.blueprint import api
from server.api.refusable import refuses
from server.api.schemas import DemoTokenAsked, TokenShown
from server.domain import errors
from server.domain.people import Role


@api.post("/demo/tokens")
@who(Public.DEMO)
@refuses(errors.UnknownSiteError, errors.RecordsUnreachableError, (HTTPStatus.NOT_FOUND, "not_found"))
@api.input(DemoTokenAsked, arg_name="asked")
@api.output(TokenShown, status_code=201)
@api.doc(summary="A device token for a page of the demo")
def demo_token(asked: DemoTokenAsked) -> tuple[TokenShown, int]:
    """A token, so that the demo's kiosk and display need no pairing: one for each site and role, while this runs."""
    if not from_our_page():
        abort(404)
    site = house().catalogue.site(asked.site)
    given: dict[tuple[str, str], str] = current_app.extensions.setdefault("accueil_demo_tokens", {})
    token = given.get((site.id, asked.role))
    if token is None or house().devices.recognise(token) is None:
        token = given[site.id, asked.role] = house().devices.create(site.id, Role(asked.role))
    return TokenShown(token=token), 201
