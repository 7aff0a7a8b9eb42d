"""What a site offers, its board and its queue."""

from __future__ import annotations

from server import shown, wire
from server.access import house, site, who
from server.api.blueprint import api
from server.domain.people import Role
from server.queues.board import read_board, read_queue


@api.get("/sites/<site_id>")
@who(Role.KIOSK, Role.DISPLAY, Role.PRINTER, Role.COUNTER, Role.MANAGER)
@api.output(wire.SiteShown)
@api.doc(summary="What a site offers", responses=[401, 403, 404])
def get_site(site_id: str) -> wire.SiteShown:  # noqa: ARG001 - the gate has read it
    """Needs, languages, counters, open or not."""
    return shown.site(site())


@api.get("/sites/<site_id>/board")
@who(Role.DISPLAY, Role.KIOSK, Role.COUNTER, Role.MANAGER)
@api.output(wire.BoardShown)
@api.doc(summary="The display's snapshot", responses=[401, 403, 404, 503])
def get_board(site_id: str) -> wire.BoardShown:  # noqa: ARG001 - the gate has read it
    """Calls newest first, and how many wait."""
    return shown.board(site(), read_board(house().queue, site()))


@api.get("/sites/<site_id>/queue")
@who(Role.COUNTER, Role.MANAGER)
@api.output(wire.QueueShown)
@api.doc(summary="The staff's snapshot", responses=[401, 403, 404, 503])
def get_queue(site_id: str) -> wire.QueueShown:  # noqa: ARG001 - the gate has read it
    """Who waits in the order of call, what each counter has in hand, the printer."""
    return shown.queue(site(), read_queue(house().queue, site()))
