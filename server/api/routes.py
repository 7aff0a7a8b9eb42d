"""Everything this room answers, ready for create_app."""

from __future__ import annotations

from flask import Flask

from server.api import demo, follow, printers, sites, tickets
from server.api.blueprint import api
from server.api.health import health
from server.api.refusals import answer_refusals

ROUTE_MODULES = (demo, follow, printers, sites, tickets)
"""Importing a module hangs its routes on the blueprint; naming them here keeps the import honest."""


def register(app: Flask) -> None:
    """Hang the API on the application."""
    answer_refusals(app)
    app.register_blueprint(api)
    app.register_blueprint(health)
