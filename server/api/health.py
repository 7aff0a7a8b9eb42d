"""Whether the server lives, whether it can work, and its figures."""

from __future__ import annotations

from http import HTTPStatus

from apiflask import APIBlueprint
from flask import Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from server.access import Public, house, who
from server.api.refusable import refuses
from server.api.schemas import Alive, Ready
from server.problems import problem

health = APIBlueprint("health", __name__, tag="health")


@health.get("/healthz")
@who(Public.ANYONE)
@health.output(Alive)
@health.doc(summary="The process answers")
def healthz() -> Alive:
    """Asks nothing of anyone else."""
    return Alive()


@health.get("/readyz")
@who(Public.ANYONE)
@refuses((HTTPStatus.SERVICE_UNAVAILABLE, "not_ready"))
@health.output(Ready)
@health.doc(summary="The server can work: the live queue and the records answer")
def readyz() -> Ready | Response:
    """200 when everything the server stands on answers."""
    parts = house().ready()
    if all(parts.values()):
        return Ready(parts=parts)
    return problem(503, "not_ready", "Le serveur démarre ou attend sa file d’attente.", parts=parts)


@health.get("/metrics")
@who(Public.ANYONE)
@health.doc(hide=True)
def metrics() -> Response:
    """Prometheus text: totals only, nothing personal."""
    return Response(generate_latest(), content_type=CONTENT_TYPE_LATEST)
