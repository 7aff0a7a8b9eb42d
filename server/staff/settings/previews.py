"""The preview of a draft: the kiosk's own page beside the ticket, and the whole form carried along unseen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final, TypeVar

from flask import Response, render_template, request

from server.access import site, who
from server.domain.catalogue import Need, Notice, Site
from server.domain.hours import Phase
from server.domain.people import Job
from server.staff.settings import looks
from server.staff.settings.blueprint import settings
from server.staff.settings.room import Room, Seen
from server.staff.settings.sheet import Sheet
from server.told.languages import language_name

KIOSK: Final = Path(__file__).parents[3] / "kiosk"
"""Beside the server package in a checkout as in an installation."""
STARTS: Final = '<script type="module" src="/assets/kiosk/boot.js">'
PRETENDS: Final = '<script type="module" src="/assets/staff/settings/pretend.js"></script>\n\t\t'

Choice = TypeVar("Choice", Need, Notice)


def preview_of(room: Room, sheet: Sheet, draft: Site) -> str:
    """What residents would see of a draft. Nothing of it is kept: the page itself carries the form."""
    stopped = room.seen is Seen.STOPPED
    closed = room.seen is Seen.CLOSED or (room.seen is Seen.DOOR and not draft.open)
    phase = Phase.CLOSED if closed else Phase.OPEN
    shown = request.form.get("shown", "")
    notice, need = _found(draft.notices, shown), _found(draft.needs, shown)
    language = request.form.get("language", "")
    language = language if language in draft.languages else draft.languages[0]
    return render_template(
        "settings/preview.html",
        room=room,
        sheet=sheet,
        site=site(),
        draft=draft,
        stopped=stopped,
        closed=closed,
        notice=notice,
        need=need,
        language=language,
        document=looks.kiosk_document(draft, (notice.texts if notice else {}) if stopped else None, phase),
        ticket=looks.kiosk_ticket(),
        paper=None if stopped or closed or need is None else looks.paper(draft, need, language),
        language_name=language_name,
    )


def _found(choices: Sequence[Choice], wanted: str) -> Choice | None:
    """The chosen one, else the first, if there is any."""
    return next((each for each in choices if each.id == wanted), choices[0] if choices else None)


@settings.get("/<site_id>/settings/kiosk")
@who(Job.MANAGER)
def kiosk(site_id: str) -> Response:  # noqa: ARG001 - the page reads it from its address
    """The kiosk's own page, which asks the draft of the page around it instead of the server."""
    page = (KIOSK / "index.html").read_text("utf-8")
    return Response(page.replace(STARTS, PRETENDS + STARTS), mimetype="text/html")
