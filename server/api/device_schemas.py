"""The shapes of what screens ask, and of what screens and kiosks say of themselves."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field

from server import wire
from server.api.schemas import WHOLE, Asked
from server.domain.devices import DeviceState, Sound


class ScreenAsked(BaseModel):
    """For which screen of the site; without one, or for one that is no more, for the whole site."""

    screen: Annotated[str, Field(max_length=64)] = ""


class CallsAsked(ScreenAsked):
    """After which call."""

    after: Annotated[int, Field(ge=0, le=2**53, description="the seq of the newest call that is known")]


class DeviceAsked(Asked):
    """A screen or a kiosk says how it is: every 15 or 30 seconds, and when that changes."""

    state: Annotated[
        DeviceState,
        Field(strict=False, description="a screen: live, stale or offline; a kiosk: rest, used or offline"),
    ]
    sound: Annotated[Sound, Field(strict=False, description="locked: its browser wants to be touched first")]
    build: Annotated[str, Field(max_length=64, description="of its page's own files; empty while it is not known")]
    # A name that the site does not know is heard too: the desk is told that the address is mistyped.
    screen: Annotated[
        str,
        Field(
            max_length=64,
            pattern=r"^[^/\u0000-\u001f\u007f-\u009f]*$",
            description="id of the screen that it is; empty: for all",
        ),
    ] = ""
    version: Annotated[int, Field(ge=0, le=2**53, description="of the board that it holds"), WHOLE] = 0
    hash: Annotated[str, Field(pattern=r"^([0-9a-f]{8})?$", description="of the board that it holds")] = ""
    volume: Annotated[int, Field(ge=0, le=5, description="a kiosk's, of 5; 0 where there is none to tell"), WHOLE] = 0
    size: Annotated[
        str, Field(pattern=r"^([1-9][0-9]{1,4}x[1-9][0-9]{1,4})?$", description="of its picture in pixels: 1920x1080")
    ] = ""


class DeviceShown(wire.Shown):
    """A device that was heard."""

    id: int
    seen: wire.Moment
    reloads: Annotated[int, Field(description="grows when somebody wants its page to load itself anew")]
