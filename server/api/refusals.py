"""Every way a request can go wrong, turned into the right problem: JSON for programs, a kind page for people."""

from __future__ import annotations

from typing import Any

import structlog
from apiflask.exceptions import HTTPError
from flask import Flask, Response, current_app, request
from pydantic import ValidationError
from werkzeug.exceptions import HTTPException

from server.domain.errors import RefusalError, UnauthenticatedError
from server.problems import STATUSES, problem, refusal_problem
from server.told.words import refused, say

log = structlog.get_logger()

_CODES = {
    400: ("not_json", "Le corps de la demande n’est pas du JSON valide."),
    404: ("not_found", "Cette adresse n’existe pas."),
    405: ("method_not_allowed", "Cette adresse n’accepte pas cette méthode."),
    413: ("body_too_large", "Le corps de la demande dépasse 16 Kio. Envoyez moins de données."),
    415: ("not_json", "Le corps de la demande doit être du JSON."),
    429: ("too_many_requests", "Trop de demandes. Attendez un moment, puis réessayez."),
}

_TOLD = {400: "trouble-outdated", 404: "trouble-no-page", 429: "trouble-too-often"}
"""What a person reads instead, in the language that is spoken: their browser sends forms, not JSON."""


def answer_refusals(app: Flask) -> None:
    """Register the handlers."""
    app.register_error_handler(RefusalError, _refusal)
    app.register_error_handler(HTTPError, _invalid)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unexpected)


def _refusal(refusal: RefusalError) -> Response | tuple[str, int]:
    if _for_people():
        if isinstance(refusal, UnauthenticatedError):
            return _page(401, say("trouble-who"), refused(refusal))
        return _page(STATUSES[type(refusal)], say("trouble"), refused(refusal))
    return refusal_problem(refusal)


def _invalid(error: HTTPError) -> Response:
    """A body that is JSON but not the one asked for: the first fault, by name."""
    cause = error.__cause__
    if not isinstance(cause, ValidationError):
        return problem(error.status_code, "invalid_request", str(error.message))
    fault = cause.errors(include_url=False, include_context=False, include_input=False)[0]
    field = ".".join(str(part) for part in fault["loc"])
    match fault["type"]:
        case "extra_forbidden":
            return problem(422, "unknown_field", f"Le champ « {field} » est inconnu. Retirez-le.", field=field)
        case "missing":
            return problem(422, "missing_field", f"Le champ « {field} » manque.", field=field)
        case "model_type" | "model_attributes_type" | "dict_type":
            return problem(422, "invalid_body", "Le corps de la demande doit être un objet JSON.")
        case _:
            return problem(422, "invalid_field", f"Le champ « {field} » n’a pas une valeur permise.", field=field)


def _http(error: HTTPException) -> Any:
    status = error.code or 500
    if status < 400:
        return error
    code, detail = _CODES.get(status, ("refused", error.description or error.name))
    if _for_people():
        told = say(_TOLD[status]) if status in _TOLD else detail
        return _page(status, say("trouble-nowhere" if status == 404 else "trouble"), told)
    answer = problem(status, code, detail)
    for name, value in error.get_headers(request.environ):
        if name in {"Allow", "Retry-After"}:
            answer.headers[name] = value
    return answer


def _unexpected(error: Exception) -> Response | tuple[str, int]:
    """What nobody foresaw: logged whole, told in one calm sentence, never shown inside out."""
    log.error("unexpected", route=str(request.url_rule), exc_info=error)
    if _for_people():
        return _page(500, say("trouble-ours"), say("trouble-ours-detail"))
    return problem(500, "unexpected", "Une erreur est arrivée de notre côté. Réessayez dans un moment.")


def _for_people() -> bool:
    """Pages answer in HTML; the API, the health checks and the sockets in JSON."""
    return not request.path.startswith(("/api/", "/healthz", "/readyz", "/metrics", "/socket.io"))


def _page(status: int, title: str, detail: str) -> tuple[str, int]:
    # Not by render_template: that asks the records who is signed in, and they may be the trouble.
    return current_app.jinja_env.get_template("trouble.html").render(title=title, detail=detail), int(status)
