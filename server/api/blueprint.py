"""The HTTP v1 blueprint that every module of this room hangs its routes on."""

from __future__ import annotations

from apiflask import APIBlueprint

api = APIBlueprint("api", __name__, url_prefix="/api/v1", tag="v1")
