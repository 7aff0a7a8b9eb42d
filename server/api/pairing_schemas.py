"""The shapes of what a device asks that has no token yet."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from server import wire
from server.api.schemas import Asked, Id


class PairingAsked(Asked):
    """A device wants a token."""

    role: Literal["kiosk", "display", "printer"]
    site: Annotated[Id | None, Field(description="id of the site that its page is for; without it, of any")] = None


class PairingShown(wire.Shown):
    """A code for the device's own screen, and the proof that it asks with."""

    code: Annotated[str, Field(description="XXXX-XXXX, for somebody to read and type")]
    proof: Annotated[str, Field(description="shown to nobody")]
    expires_in: Annotated[int, Field(description="seconds until the code is worth nothing")]
    interval: Annotated[int, Field(description="seconds between two questions")]


class ClaimAsked(Asked):
    """Whether somebody has typed the code."""

    proof: Annotated[str, Field(min_length=1, max_length=128)]


class ClaimShown(wire.Shown):
    """Waiting, or the token: told once."""

    state: Literal["waiting", "paired"]
    token: str | None = None
    site: Annotated[str | None, Field(description="id of the site that it was let in to")] = None
    name: Annotated[str | None, Field(description="what people call the device there")] = None
