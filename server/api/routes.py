"""Everything this room answers, ready for create_app."""

from __future__ import annotations

from functools import partial

from apiflask import APIFlask
from flask_limiter import Limiter

from server.api import corner, demo, devices, follow, news, pairings, papers, phones, printers, sites, speech, tickets
from server.api.blueprint import api
from server.api.document import complete
from server.api.health import health
from server.api.limited import limit
from server.api.reading import ApiRequest, measure_body
from server.api.refusals import answer_refusals

ROUTE_MODULES = (corner, demo, devices, follow, news, pairings, papers, phones, printers, sites, speech, tickets)
"""Importing a module hangs its routes on the blueprint; naming them here keeps the import honest."""


def register(app: APIFlask, limiter: Limiter) -> None:
    """Hang the API on the application."""
    # An address with a slash too many is another address, and no page of HTML that sends programs elsewhere.
    app.url_map.merge_slashes = False
    app.url_map.converters.update(printer_name=printers.PrinterName, phone_name=phones.PhoneName)
    app.request_class = ApiRequest
    app.before_request(measure_body)
    answer_refusals(app)
    app.register_blueprint(api)
    app.register_blueprint(health)
    # The document is made once and kept: it must not carry the name by which its first reader called this server.
    app.config.update(AUTO_SERVERS=False, AUTO_VALIDATION_ERROR_RESPONSE=False)
    app.spec_processor(partial(complete, app))
    limit(app, limiter)
