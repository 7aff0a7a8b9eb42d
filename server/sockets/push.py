"""The only place that emits: reads a site's truth once for each change and tells it to this process's clients.

A burst of changes is told once: while a snapshot is being read and sent, further changes wait as one. Whoever hears
of a change tells it at once, before the request that made it goes on: a waiting room sees it the sooner.
Within 15 s each client is told again, so that whatever was lost heals.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import structlog
from flask import Flask
from flask_socketio import SocketIO
from gevent.lock import RLock

from server import shown_board, shown_queue
from server.actions.house import House
from server.domain.errors import RefusalError
from server.metrics import PUSHES
from server.queues.news import changes
from server.queues.snapshots import Snapshot, read_boards, read_both
from server.signals import Bell, ring
from server.sockets.audience import BOARD, DESK, FOLLOW, PRINTER, Audience
from server.sockets.followers import Followers
from server.sockets.revoked import watch_listeners
from server.sockets.turns import TICK_S, next_turn
from server.tasks import for_life

log = structlog.get_logger()


class Push:
    """Pushes of one process. `start` runs it in the background, for the life of the process."""

    def __init__(self, app: Flask, socketio: SocketIO, house: House, audience: Audience) -> None:
        self._app = app
        self._socketio = socketio
        self._house = house
        self._audience = audience
        self.followers = Followers(house, audience, self._say, self._let_go)
        self._again: dict[str, float] = {}
        # Read and told as one: what was read later is told later, whoever asked for it.
        self._in_order = RLock()

    def start(self) -> None:
        """Listen to the queue's announcements and pass them on."""
        for task in (self._listen, self._tell_again, self.followers.run, self._watch):
            for_life(self._in_context, task)

    def board(self, site_id: str, sid: str) -> None:
        """Emit its board to a display."""
        with self._in_order:
            seen = read_boards(self._house.queue, self._house.catalogue.site(site_id))
            self._emit_board(seen, self._audience.listens(BOARD, site_id)[sid].screen, sid)

    def queue(self, site_id: str, sid: str) -> None:
        """Emit a site's queue to a desk."""
        with self._in_order:
            self._emit_queue(read_both(self._house.queue, self._house.catalogue.site(site_id)), sid)

    def jobs(self, site_id: str, to: str) -> None:
        """Wake a print agent, or all of a site's."""
        self._emit("jobs", {"site": site_id}, PRINTER, to)

    def _emit_board(self, seen: Snapshot, screen: str | None, to: str) -> None:
        board = seen.board(seen.site.screen(screen))
        self._emit("board", shown_board.board(seen.site, board).model_dump(mode="json"), BOARD, to)

    def _emit_queue(self, seen: Snapshot, to: str) -> None:
        self._emit("queue", shown_queue.queue(seen.site, seen.queue()).model_dump(mode="json"), DESK, to)

    def _say(self, sid: str, answer: dict[str, Any]) -> None:
        self._emit("ticket", answer, FOLLOW, sid)

    def _let_go(self, sid: str) -> None:
        self._socketio.server.disconnect(sid, namespace=FOLLOW)

    def _emit(self, event: str, data: dict[str, object], namespace: str, to: str) -> None:
        self._socketio.emit(event, data, namespace=namespace, to=to)
        PUSHES.labels(namespace).inc()

    def _in_context(self, task: Callable[[], None]) -> None:
        with self._app.app_context():
            task()

    def _watch(self) -> None:
        watch_listeners(self._house, self._audience, self._socketio.server.disconnect)

    def _listen(self) -> None:
        for news in changes(self._house.queue):
            for site_id in {change.site for change in news if change.setup}:
                # Before anybody is told: what was read of the site is old.
                self._house.catalogue.forget(site_id)
            for site_id in {change.site for change in news if change.jobs}:
                ring(site_id, Bell.PAPER)
            for site_id in {change.site for change in news if change.about_site}:
                ring(site_id, Bell.SITE)
            changed, here = {change.site for change in news}, self._audience.sites()
            told = here if None in changed else here & changed
            for site_id in told:
                self._tell(site_id)
            self.followers.changed(told)

    def _tell_again(self) -> None:
        while True:
            self._socketio.sleep(TICK_S)
            now = time.monotonic()
            self._again = {site: self._again.get(site) or next_turn() for site in self._audience.sites()}
            for site_id in [site for site, due in self._again.items() if due <= now]:
                self._tell(site_id)

    def _tell(self, site_id: str) -> None:
        """Tell one site's clients but its phones. What cannot be read now is told in a moment."""
        try:
            self._again[site_id] = next_turn()
            boards, desks = self._audience.boards(site_id), self._audience.listens(DESK, site_id)
            if boards or desks:
                self._tell_boards(site_id, boards, desks=bool(desks))
            if self._audience.listens(PRINTER, site_id):
                self.jobs(site_id, site_id)
        except RefusalError as refusal:
            log.warning("not told", site=site_id, code=refusal.code)
            self._again[site_id] = time.monotonic()
        except Exception:
            log.exception("not told", site=site_id)

    def _tell_boards(self, site_id: str, boards: dict[str, str | None], *, desks: bool) -> None:
        """Every screen and the desks, all at one version."""
        with self._in_order:
            here = self._house.catalogue.site(site_id)
            seen = read_both(self._house.queue, here) if desks else read_boards(self._house.queue, here)
            for room, screen in boards.items():
                self._emit_board(seen, screen, room)
            if desks:
                self._emit_queue(seen, site_id)
