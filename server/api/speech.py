"""Sentences said by the server, for pages whose browser has no voice for a language."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any, Final

from flask import Response, request
from werkzeug.wrappers import Response as AnyResponse

from server.access import house, site, who
from server.api.blueprint import api
from server.api.refusable import refuses
from server.api.schemas import SpeechAsked
from server.domain import errors
from server.domain.people import Role
from server.voices.folder import KINDS

KEPT_S: Final = 86_400
"""The page's own browser keeps a sound for a day: a kiosk says the same all day long."""
_ANSWERS: Final[dict[int | str, Any]] = {
    200: {
        "description": "WAV, or the kind of the recording",
        "content": {kind: {"schema": {"type": "string", "format": "binary"}} for kind in KINDS.values()},
    },
    304: {"description": "The sound that the page has is still the right one"},
}


@api.get("/sites/<site_id>/speech")
@who(Role.KIOSK, Role.DISPLAY, Role.MANAGER)
@refuses(
    errors.NoVoiceError,
    errors.UnknownLanguageError,
    errors.UnsayableError,
    errors.TooMuchToSayError,
    (HTTPStatus.UNPROCESSABLE_ENTITY, "invalid_field"),
    (HTTPStatus.UNPROCESSABLE_ENTITY, "missing_field"),
    (HTTPStatus.TOO_MANY_REQUESTS, "too_many_requests"),
)
@api.input(SpeechAsked, location="query", arg_name="asked")
@api.doc(
    summary="A sentence as a sound",
    responses=_ANSWERS,
)
def get_speech(site_id: str, asked: SpeechAsked) -> AnyResponse:  # noqa: ARG001 - the gate has read it
    """Said by a recording, a Piper voice or espeak-ng, in one of the site's languages."""
    site().check_language(asked.language)
    sound = house().voices.say(asked.language, asked.text)
    answer = Response(sound.data, content_type=sound.media_type)
    answer.set_etag(sound.tag)
    answer.cache_control.private = True
    answer.cache_control.max_age = KEPT_S
    return answer.make_conditional(request)
