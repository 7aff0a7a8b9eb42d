"""The API's own document, with the ids of a seeded site in it: so that what is asked at random is often there."""

from __future__ import annotations

import copy
from typing import Any

SITE = "etats-unis"
SECRET = "1-AbCdEfGhIjKlMnOpQrStUv"
"""A follow link that the stage plants: those of real tickets are never twice the same."""

PIN = "000000"
"""Of the stage's staff corner."""

ENDPOINT = "https://fcm.googleapis.com/fcm/send/a-phone"
PHONE_KEYS = {
    "p256dh": "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
    "auth": "BTBZMqHH6r4Tts7J_aSIgg",
}
"""Of the example in RFC 8291: not every text of this length is a point of the curve."""

KNOWN: dict[str, list[Any]] = {
    # In the paths: what is there, and one that is not. Sites that are not come with what the document forbids.
    "site_id": [SITE],
    "counter_id": ["1", "2", "9"],
    "ticket_id": [f"{number:012d}" for number in (*range(1, 11), 99)],
    "job_id": ["000000000001", "000000000002", "000000000003", "000000000003-1", "test-1", "000000000099"],
    "printer": ["accueil", "bureau", "agent:1"],
    "pin": [PIN],
    "secret": [SECRET, "1-00000000000000000000AA"],
    "phone": ["AAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAQ"],
    # In the bodies: only what the site has, because another one is refused with a code of its own.
    "need": ["papiers", "energie"],
    "language": ["fr", "ar"],
    "priority": ["grossesse", "rendez-vous"],
    "ticket": [f"{number:012d}" for number in range(1, 11)],
    "counter": ["1", "2"],
    "mediator": ["1", "2"],
    "to_need": ["papiers", "energie"],
    "to_counter": ["1", "2", "3"],
    "to_mediator": ["1", "2"],
    "notice": ["complet", "panne"],
    "site": [SITE],
    "endpoint": [ENDPOINT],
    "p256dh": [PHONE_KEYS["p256dh"]],
    "auth": [PHONE_KEYS["auth"]],
}
BODIES = {
    "tickets": {"need": "papiers", "language": "fr", "request_id": "r"},
    "calls": {"request_id": "r"},
    "moves": {"verb": "serve", "request_id": "r"},
    "issuing": {"issuing": False, "request_id": "r"},
    "{counter_id}": {"open": False, "request_id": "r"},
    "{job_id}": {"outcome": "printed"},
    "{printer}": {"instance": "one", "address": "network://accueil", "state": "low", "reason": "paper_low"},
    "prints": {"request_id": "r"},
    "tests": {"request_id": "r"},
    "corner": {"pin": PIN},
    "test-print": {"printer": "accueil", "request_id": "r"},
    "{phone}": {"endpoint": ENDPOINT, "keys": PHONE_KEYS},
    "tokens": {"site": SITE, "role": "kiosk"},
    "pairings": {"site": SITE, "role": "kiosk"},
    "claim": {"proof": "nobody’s"},
}
"""A body for each route that takes one, by the last part of its path."""
TEXTS = {
    "type": "object",
    "properties": {language: {"type": "string", "maxLength": 300} for language in ("fr", "en", "ar")},
    "additionalProperties": False,
}


def narrowed(document: dict[str, Any]) -> dict[str, Any]:
    """A copy of the document in which ids are those of the stage. What is answered is described as it was."""
    narrow = copy.deepcopy(document)
    for item in narrow["paths"].values():
        for operation in item.values():
            for parameter in operation.get("parameters", []):
                if parameter["in"] == "path":
                    parameter["schema"] = {"type": "string", "enum": KNOWN[parameter["name"]]}
                elif parameter["name"] == "language":
                    parameter["schema"] = {"enum": KNOWN["language"]}
    for name, schema in narrow["components"]["schemas"].items():
        if name.endswith("Asked"):
            for field, asked in schema["properties"].items():
                _narrow(field, asked)
    return narrow


def _narrow(field: str, asked: dict[str, Any]) -> None:
    nullable = "anyOf" in asked
    if field in KNOWN:
        asked.clear()
        asked["enum"] = KNOWN[field] + ([None] if nullable else [])
    elif field == "needs":
        asked["anyOf"][0]["items"] = {"enum": KNOWN["need"]}
    elif field == "texts":
        asked["anyOf"][0] = TEXTS
