"""The only place that emits: reads a site's truth once for each change and tells it to this process's clients.

A burst of changes is told once: while a snapshot is being read and sent, further changes wait as one. Whoever hears
of a change tells it at once, before the request that made it goes on: a waiting room sees it the sooner.
Every 15 s each site with clients is told again, so that whatever was lost heals.
"""

from __future__ import annotations

from typing import Final

import structlog
from flask import Flask
from flask_socketio import SocketIO
from gevent.lock import RLock

from server import shown, shown_board
from server.actions import reception
from server.actions.house import House
from server.domain.catalogue import Site
from server.domain.errors import RefusalError, UnknownFollowLinkError
from server.metrics import PUSHES
from server.queues.board import Board
from server.queues.news import changes
from server.queues.snapshots import read_board, read_both, read_queue
from server.queues.waiting import Queue
from server.signals import ring
from server.sockets.audience import BOARD, DESK, FOLLOW, PRINTER, Audience
from server.tasks import for_life

AGAIN_S: Final = 15.0
log = structlog.get_logger()


class Push:
    """Pushes of one process. `start` runs it in the background, for the life of the process."""

    def __init__(self, app: Flask, socketio: SocketIO, house: House, audience: Audience) -> None:
        self._app = app
        self._socketio = socketio
        self._house = house
        self._audience = audience
        # Read and told as one: what was read later is told later, whoever asked for it.
        self._in_order = RLock()

    def start(self) -> None:
        """Listen to the queue's announcements and pass them on."""
        for task in (self._listen, self._tell_again):
            for_life(task)

    def board(self, site_id: str, to: str) -> None:
        """Emit a site's board to a client, or to the site's room."""
        with self._in_order:
            here = self._house.catalogue.site(site_id)
            self._emit_board(here, read_board(self._house.queue, here), to)

    def queue(self, site_id: str, to: str) -> None:
        """Emit a site's queue to a desk, or to the site's room."""
        with self._in_order:
            here = self._house.catalogue.site(site_id)
            self._emit_queue(here, read_queue(self._house.queue, here), to)

    def both(self, site_id: str) -> None:
        """Emit board and queue to the site's rooms, both at one version."""
        with self._in_order:
            here = self._house.catalogue.site(site_id)
            both = read_both(self._house.queue, here)
            self._emit_board(here, both.board(), site_id)
            self._emit_queue(here, both.queue(), site_id)

    def jobs(self, site_id: str, to: str) -> None:
        """Wake a print agent, or all of a site's."""
        self._emit("jobs", {"site": site_id}, PRINTER, to)

    def ticket(self, sid: str) -> None:
        """Emit a phone its ticket; a phone whose link died is told so and let go."""
        link = self._audience.links.get(sid)
        if link is None:
            return
        try:
            seen = shown.follow(*reception.follow(self._house, link))
        except UnknownFollowLinkError:
            self._socketio.server.disconnect(sid, namespace=FOLLOW)
            return
        self._emit("ticket", seen.model_dump(mode="json"), FOLLOW, sid)

    def _emit_board(self, here: Site, board: Board, to: str) -> None:
        self._emit("board", shown_board.board(here, board).model_dump(mode="json"), BOARD, to)

    def _emit_queue(self, here: Site, queue: Queue, to: str) -> None:
        self._emit("queue", shown.queue(here, queue).model_dump(mode="json"), DESK, to)

    def _emit(self, event: str, data: dict[str, object], namespace: str, to: str) -> None:
        self._socketio.emit(event, data, namespace=namespace, to=to)
        PUSHES.labels(namespace).inc()

    def _listen(self) -> None:
        with self._app.app_context():
            for news in changes(self._house.queue):
                for site_id in {change.site for change in news if change.jobs}:
                    ring(site_id)
                self._tell_sites({change.site for change in news})

    def _tell_again(self) -> None:
        with self._app.app_context():
            while True:
                self._socketio.sleep(AGAIN_S)
                self._tell_sites({None})

    def _tell_sites(self, changed: set[str | None]) -> None:
        """Tell the sites that have clients here; None among them stands for all."""
        here = self._audience.sites()
        for site_id in here if None in changed else here & changed:
            self._tell(site_id)

    def _tell(self, site_id: str) -> None:
        """Tell one site's clients. What cannot be read now is told by the next change or the next 15 s."""
        rooms = self._audience.rooms
        try:
            if (BOARD, site_id) in rooms and (DESK, site_id) in rooms:
                self.both(site_id)
            elif (BOARD, site_id) in rooms:
                self.board(site_id, site_id)
            elif (DESK, site_id) in rooms:
                self.queue(site_id, site_id)
            if (PRINTER, site_id) in rooms:
                self.jobs(site_id, site_id)
            for sid in list(rooms.get((FOLLOW, site_id), ())):
                self.ticket(sid)
        except RefusalError as refusal:
            log.warning("not told", site=site_id, code=refusal.code)
        except Exception:
            log.exception("not told", site=site_id)
