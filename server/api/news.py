"""What a kiosk waits for: that its site says something else of itself than a moment ago."""

from __future__ import annotations

import time
from http import HTTPStatus
from typing import Annotated, Final
from zlib import crc32

from pydantic import BaseModel, ConfigDict, Field

from server import shown, wire
from server.access import house, site, who
from server.actions import day
from server.api.blueprint import api
from server.api.refusable import refuses
from server.domain import errors
from server.domain.people import Role
from server.signals import Bell, waking

WAIT_AT_MOST_S: Final = 30.0


class NewsAsked(BaseModel):
    """What is known already, and how long to wait for something else."""

    model_config = ConfigDict(allow_inf_nan=False)

    mark: Annotated[str, Field(max_length=64, description="from the answer before; empty: answered at once")] = ""
    wait: Annotated[float, Field(ge=0, description="seconds to wait for news; more than 30 counts as 30")] = 0.0


@api.get("/sites/<site_id>/news")
@who(Role.KIOSK)
@refuses(errors.QueueUnreachableError, (HTTPStatus.UNPROCESSABLE_ENTITY, "invalid_field"))
@api.input(NewsAsked, location="query", arg_name="asked")
@api.output(wire.NewsShown)
@api.doc(summary="Whether the site says something else of itself")
def get_news(site_id: str, asked: NewsAsked) -> wire.NewsShown:
    """Answers once GET /sites/{site} says something else than at `mark`, or after `wait` seconds: then ask that."""
    deadline = time.monotonic() + min(asked.wait, WAIT_AT_MOST_S)
    with waking(site().id, Bell.SITE) as bell:
        while True:
            bell.clear()
            # What the gate has read of the site is as old as the question.
            mark = _mark(site_id)
            left = deadline - time.monotonic()
            if mark != asked.mark or left <= 0 or not bell.wait(left):
                return wire.NewsShown(mark=mark)


def _mark(site_id: str) -> str:
    here = house().catalogue.site(site_id)
    return f"{crc32(shown.site(here, day.look(house(), here)).model_dump_json().encode()):08x}"
