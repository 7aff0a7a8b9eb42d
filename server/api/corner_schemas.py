"""The shapes of what a kiosk's staff corner asks."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from server.api.schemas import Asked, RequestId
from server.domain.corner import PIN_DIGITS, PIN_DIGITS_AT_MOST


class PinAsked(Asked):
    """The staff's PIN, as it was typed on a kiosk."""

    pin: Annotated[str, Field(pattern=rf"^[0-9]{{{PIN_DIGITS},{PIN_DIGITS_AT_MOST}}}$", description="digits alone")]


class CornerTestAsked(Asked):
    """A paper that is nobody's ticket, from this printer."""

    request_id: RequestId
    printer: Annotated[str, Field(pattern=r"^([a-z0-9-]{1,32}|agent:[0-9]{1,9})$", description="a printer of the site")]


class CornerIssuingAsked(Asked):
    """Stop the kiosk's tickets for today, with the ordinary words, or give them again."""

    request_id: RequestId
    issuing: bool
