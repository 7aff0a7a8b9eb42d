"""What residents would see of a draft: the kiosk's own page told of it, and the ticket as the printer would get it."""

from __future__ import annotations

import json
import subprocess
import sys
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, Final
from zoneinfo import ZoneInfo

import structlog

from printers.job import PrintJob
from server import shown
from server.access import house
from server.actions.reception import address_of
from server.domain.catalogue import FRENCH, Need, Site
from server.domain.hours import Phase
from server.queues.house import Door

log = structlog.get_logger()

DRAWING: Final = (sys.executable, "-m", "printers.drivers.paper.sample")
"""The server knows nothing of paper: whoever draws it is asked as a program of its own."""
PATIENCE_S: Final = 20
"""For a start on a slow machine; a ticket takes a twentieth of a second."""

NUMBER: Final = 12
AHEAD: Final = 3
WAIT_MIN: Final = (10, 20)
LINK: Final = "1-0000000000000000000000"
"""Made up: the paper's code leads nowhere."""


def kiosk_document(site: Site, stopped: Mapping[str, str] | None = None, phase: Phase = Phase.OPEN) -> dict[str, Any]:
    """What a kiosk is told of this draft: open, or stopped with these words, or closed."""
    door = Door(
        at=datetime.now(UTC),
        version=0,
        phase=phase,
        stopped=stopped is not None,
        texts=stopped or {},
        full=frozenset(),
        closed=frozenset(),
        paper=True,
    )
    return shown.site(site, door).model_dump(mode="json")


def kiosk_ticket() -> dict[str, Any]:
    """What is made up of the ticket that the kiosk shows whoever tries it out."""
    low_min, high_min = WAIT_MIN
    return {"count": NUMBER, "ahead": AHEAD, "wait": {"low_min": low_min, "high_min": high_min}, "link": LINK}


@dataclass(frozen=True, slots=True)
class Paper:
    """A ticket's picture, and its words for who does not see it."""

    picture: str
    need: str
    number: str


def paper(site: Site, need: Need, language: str) -> Paper | None:
    """A ticket of this draft as a data: address of a PNG; None when it cannot be drawn on this machine."""
    label = need.labels.get(language) or need.labels.get(FRENCH) or need.name
    job = PrintJob(
        id="sample",
        site_name=site.name,
        number=f"{need.letter}{NUMBER:03}",
        need_label=label,
        language=language,
        issued_at=datetime.now(UTC).astimezone(ZoneInfo(site.timezone)).replace(second=0).isoformat(timespec="seconds"),
        ahead=AHEAD,
        follow_url=address_of(house(), LINK),
        need_french=need.labels.get(FRENCH) or need.name,
        pictogram=need.pictogram,
        wait_low_min=WAIT_MIN[0],
        wait_high_min=WAIT_MIN[1],
    )
    picture = _drawn(json.dumps(job.to_wire()))
    return None if picture is None else Paper(picture, label, job.number)


@lru_cache(maxsize=32)  # a manager looks at the same ticket time and again, each start of the program takes a second
def _drawn(job: str) -> str | None:
    try:
        ran = subprocess.run(DRAWING, input=job.encode(), capture_output=True, timeout=PATIENCE_S, check=True)  # nosec  # noqa: S603 - told by its input alone
    except (subprocess.SubprocessError, OSError) as trouble:
        log.warning("ticket_not_drawn", reason=str(trouble))
        return None
    return f"data:image/png;base64,{b64encode(ran.stdout).decode()}"
