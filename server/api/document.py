"""The OpenAPI document, completed: who may call each route, and every way in which it refuses, by status and code."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any, Final

from flask import Flask
from werkzeug.routing import Rule

from server.access import Public, Who, who_of
from server.api.refusable import BODY, MEMBERS, Refusal
from server.domain import corner, errors
from server.domain.people import Role
from server.grants import HEADER
from server.problems import CONTENT_TYPE, STATUSES

_DEVICE: Final = {
    "type": "http",
    "scheme": "bearer",
    "description": "The token of a device of the site. `accueil token` makes one and prints it once.",
}
_CORNER: Final = {
    "type": "apiKey",
    "in": "header",
    "name": HEADER,
    "description": "The grant that the staff's PIN gives a kiosk, beside its token, for ten minutes.",
}
_SESSION: Final = {
    "type": "apiKey",
    "in": "cookie",
    "name": "accueil",
    "description": "Somebody signed in at the desk, who may look at what a device sees; __Host-accueil over https.",
}
_PATH: Final[dict[str, dict[str, Any]]] = {
    "site_id": {"description": "id of the site", "schema": {"type": "string", "minLength": 1, "maxLength": 64}},
    "counter_id": {"description": "id of the counter", "schema": {"type": "string", "minLength": 1, "maxLength": 64}},
    "ticket_id": {"description": "id of the ticket", "schema": {"type": "string", "pattern": "^[0-9]{12}$"}},
    "job_id": {
        "description": "id of the print job",
        "schema": {"type": "string", "pattern": "^([0-9]{12}(-[0-9]{1,9})?|test-[0-9]{1,9})$"},
    },
    "printer": {
        "description": "name of the printer; agent:ID for one whose agent gives it none",
        "schema": {"type": "string", "pattern": "^([a-z0-9-]{1,32}|agent:[0-9]{1,9})$"},
    },
    "phone": {
        "description": "name of the phone, of its own making",
        "schema": {"type": "string", "pattern": "^[A-Za-z0-9_-]{22}$"},
    },
    "secret": {
        "description": "what stands behind /t/ in the follow link",
        "schema": {"type": "string", "pattern": "^[0-9a-z]{1,6}-[A-Za-z0-9_-]{22}$"},
    },
}
_HEADERS: Final[dict[int, dict[str, Any]]] = {
    HTTPStatus.UNAUTHORIZED: {"WWW-Authenticate": {"required": True, "schema": {"enum": ["Bearer"]}}},
    HTTPStatus.TOO_MANY_REQUESTS: {
        "Retry-After": {"required": True, "description": "seconds", "schema": {"type": "integer", "minimum": 1}}
    },
}
_HEADERS[HTTPStatus.SERVICE_UNAVAILABLE] = _HEADERS[HTTPStatus.TOO_MANY_REQUESTS]


def complete(app: Flask, document: dict[str, Any]) -> dict[str, Any]:
    """Add to APIFlask's document what it cannot know."""
    parts = document.setdefault("components", {})
    parts.setdefault("securitySchemes", {}).update(device=_DEVICE, corner=_CORNER, session=_SESSION)
    schemas = parts.setdefault("schemas", {})
    for operation, rule in _operations(app, document):
        allowed = who_of(app, rule.endpoint)
        operation["security"] = _security(allowed)
        operation["operationId"] = rule.endpoint.rpartition(".")[2]
        operation["description"] = _described(app, rule, allowed)
        for parameter in operation.get("parameters", []):
            if parameter["in"] == "path":
                parameter.update(_PATH[parameter["name"]])
        if "requestBody" in operation:
            operation["requestBody"]["required"] = True
        responses = operation["responses"]
        if {"200", "201"} <= responses.keys():
            responses["200"]["content"] = responses["201"]["content"]
        for status, codes in sorted(_refused(app, rule, operation).items()):
            responses[str(status.value)] = _response(status, sorted(codes), schemas)
    for name in [name for name in schemas if name in {"HTTPError", "ValidationError"}]:
        del schemas[name]
    return document


def _operations(app: Flask, document: dict[str, Any]) -> Iterator[tuple[dict[str, Any], Rule]]:
    for rule in app.url_map.iter_rules():
        path = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule)
        for method, operation in document["paths"].get(path, {}).items():
            if method.upper() in (rule.methods or ()):
                yield operation, rule


def _security(allowed: Who | None) -> list[dict[str, list[str]]]:
    if allowed is None or not allowed.roles:
        return []
    device: dict[str, list[str]] = {"device": [], "corner": []} if allowed.corner else {"device": []}
    return [device] if allowed.public is None else [device, {"session": []}]


def _described(app: Flask, rule: Rule, allowed: Who | None) -> str:
    lines = [line.strip() for line in (app.view_functions[rule.endpoint].__doc__ or "").strip().splitlines()]
    if allowed and allowed.corner:
        lines += ["", "Only while the staff corner of the device is open."]
    if allowed and allowed.roles:
        lines += ["", f"For devices of the roles: {', '.join(sorted(allowed.roles))}."]
        if allowed.public is Public.STAFF:
            lines += ["Also for people signed in at the desk."]
    return "\n".join(lines)


def _refused(app: Flask, rule: Rule, operation: dict[str, Any]) -> dict[HTTPStatus, set[str]]:
    """Each status with which an operation refuses, and the codes that come with it."""
    found: defaultdict[HTTPStatus, set[str]] = defaultdict(set)
    declared: tuple[Refusal, ...] = getattr(app.view_functions[rule.endpoint], "refusals", ())
    for refusal in (*declared, *_at_the_gate(app, rule), *(BODY if "requestBody" in operation else ())):
        if isinstance(refusal, tuple):
            status, code = refusal
        else:
            status, code = STATUSES[refusal], refusal.code
        found[status].add(code)
    return found


def _at_the_gate(app: Flask, rule: Rule) -> Iterator[Refusal]:
    """What access.py refuses, and what the address itself does: one with a slash too many leads nowhere."""
    if rule.arguments:
        yield HTTPStatus.NOT_FOUND, "not_found"
    allowed = who_of(app, rule.endpoint)
    if allowed is None or not allowed.roles:
        return
    yield from (errors.UnauthenticatedError, errors.RecordsUnreachableError)
    yield HTTPStatus.TOO_MANY_REQUESTS, "too_many_requests"
    if allowed.roles != frozenset(Role):
        yield errors.WrongRoleError
    if allowed.corner:
        yield corner.CornerShutError
    if "site_id" in rule.arguments:
        yield from (errors.ForeignSiteError, errors.UnknownSiteError)


def _response(status: HTTPStatus, codes: list[str], schemas: dict[str, Any]) -> dict[str, Any]:
    names = [_problem(status, code, schemas) for code in codes]
    references = [{"$ref": f"#/components/schemas/{name}"} for name in names]
    answer: dict[str, Any] = {
        "description": ", ".join(codes),
        "content": {CONTENT_TYPE: {"schema": references[0] if len(references) == 1 else {"oneOf": references}}},
    }
    return answer | ({"headers": _HEADERS[status]} if status in _HEADERS else {})


def _problem(status: HTTPStatus, code: str, schemas: dict[str, Any]) -> str:
    """Put the shape of a problem among the schemas, and give its name there."""
    members = MEMBERS.get(code, {})
    name = f"Problem.{status.value}.{code}"
    schemas[name] = {
        "type": "object",
        "title": code,
        "properties": {
            "type": {"enum": ["about:blank"]},
            "title": {"type": "string"},
            "status": {"enum": [status.value]},
            "detail": {"type": "string", "minLength": 1, "description": "a sentence for a person, in French"},
            "code": {"enum": [code], "description": "stable, for programs"},
            **members,
        },
        "required": ["type", "title", "status", "detail", "code", *members],
        "additionalProperties": False,
    }
    return name
