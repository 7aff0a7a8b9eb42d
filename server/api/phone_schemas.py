"""The shapes of Web Push: what a phone leaves, and the key it subscribes with."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from server import wire
from server.api.schemas import Asked


class PhoneKeysAsked(Asked):
    """What messages to a phone are sealed with."""

    p256dh: Annotated[
        str, Field(pattern=r"^B[A-P][A-Za-z0-9_-]{85}$", description="a point of P-256, uncompressed, in base64url")
    ]
    auth: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{21}[AQgw]$", description="16 bytes in base64url")]


class PhoneAsked(Asked):
    """A browser's subscription, as its `toJSON()` gives it, without its date of expiry."""

    endpoint: Annotated[
        str,
        Field(
            pattern=r"^https://[\x21-\x7e]+$", max_length=2048, description="address at a push service that is known"
        ),
    ]
    keys: PhoneKeysAsked


class PushShown(wire.Shown):
    """Whether phones can be told of their call while their page sleeps."""

    public_key: Annotated[
        str | None, Field(description="the key to subscribe with, in base64url; null: they cannot be told")
    ]
