"""Everything this room answers, ready for create_app."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from typing import Any, Final

from apiflask import APIFlask
from flask_limiter import Limiter

from server.api import corner, demo, follow, papers, printers, sites, speech, tickets
from server.api.blueprint import api
from server.api.document import complete
from server.api.health import health
from server.api.reading import ApiRequest, measure_body
from server.api.refusals import answer_refusals

GUESSES: Final = "30 per minute"
"""Unknown follow links that one address may try; a phone whose link died asks once in ten seconds."""

ROUTE_MODULES = (corner, demo, follow, papers, printers, sites, speech, tickets)
"""Importing a module hangs its routes on the blueprint; naming them here keeps the import honest."""


def register(app: APIFlask, limiter: Limiter) -> None:
    """Hang the API on the application."""
    # An address with a slash too many is another address, and no page of HTML that sends programs elsewhere.
    app.url_map.merge_slashes = False
    app.url_map.converters["printer_name"] = printers.PrinterName
    app.request_class = ApiRequest
    app.before_request(measure_body)
    answer_refusals(app)
    app.register_blueprint(api)
    app.register_blueprint(health)
    # The document is made once and kept: it must not carry the name by which its first reader called this server.
    app.config.update(AUTO_SERVERS=False, AUTO_VALIDATION_ERROR_RESPONSE=False)
    app.spec_processor(partial(complete, app))
    # Only links that lead nowhere count: many phones of one waiting room share an address, and guessing finds nothing.
    limited: Any = limiter.limit(GUESSES, deduct_when=lambda answer: answer.status_code == HTTPStatus.NOT_FOUND)
    app.view_functions["api.get_follow"] = limited(app.view_functions["api.get_follow"])
    spoken: Any = limiter.limit(speech.A_DEVICE, key_func=speech.caller)
    app.view_functions["api.get_speech"] = spoken(app.view_functions["api.get_speech"])
