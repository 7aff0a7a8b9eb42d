"""How each route can refuse, said beside it: the OpenAPI document is made from this and from who may call."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any, Final, TypeVar

from server.domain.errors import RefusalError
from server.domain.moves import State, Verb

View = TypeVar("View", bound=Callable[..., object])

_TEXT: Final = {"type": "string"}
_VERBS: Final = {"type": "array", "items": {"enum": [verb.value for verb in Verb]}}

MEMBERS: Final[dict[str, dict[str, Any]]] = {
    "illegal_move": {"state": {"enum": [state.value for state in State]}, "possible": _VERBS},
    "unknown_verb": {"possible": _VERBS},
    "at_another_counter": {"counter": {"type": ["string", "null"]}},
    "counter_closed": {"counter": _TEXT},
    "counter_busy": {"ticket": _TEXT, "number": _TEXT},
    "site_closed": {"state": {"enum": ["closed", "last_tickets", "stopped"]}},
    "pin_locked": {"wait_s": {"type": "integer", "minimum": 1}},
    "slow_down": {"wait_s": {"type": "integer", "minimum": 1}},
    "job_closed": {"state": {"enum": ["queued", "claimed", "printed", "unconfirmed", "failed", "expired"]}},
    "printer_owned": {"printer": _TEXT},
    "ticket_over": {"state": {"enum": [state.value for state in State]}},
    "message_incomplete": {"missing": {"type": "array", "items": _TEXT, "minItems": 1}},
    "need_unserved": {"needs": {"type": "array", "items": _TEXT, "minItems": 1}},
    "misplaced_field": {"field": _TEXT},
    "unknown_field": {"field": _TEXT},
    "missing_field": {"field": _TEXT},
    "invalid_field": {"field": _TEXT},
    "not_ready": {"parts": {"type": "object", "additionalProperties": {"type": "boolean"}}},
}
"""What a problem tells beside the members that each has, by its code."""

BODY: Final = (
    (HTTPStatus.BAD_REQUEST, "not_json"),
    (HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "body_too_large"),
    (HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "not_json"),
    *((HTTPStatus.UNPROCESSABLE_ENTITY, f"{fault}_field") for fault in ("unknown", "missing", "invalid")),
    (HTTPStatus.UNPROCESSABLE_ENTITY, "invalid_body"),
)
"""What can be wrong with any body."""

Refusal = type[RefusalError] | tuple[HTTPStatus, str]


def refuses(*refusals: Refusal) -> Callable[[View], View]:
    """Declare how a view can refuse, beside what its gate and the reading of its body refuse."""

    def declare(view: View) -> View:
        view.refusals = refusals  # type: ignore[attr-defined]
        return view

    return declare
