"""Who may listen where: each namespace's door, and the first truth it gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

import structlog
from flask import request
from flask_login import current_user
from flask_socketio import ConnectionRefusedError as Refused
from flask_socketio import Namespace, SocketIO, join_room

from server.access import house
from server.actions import reception
from server.domain.errors import RefusalError
from server.domain.people import Role
from server.sockets.audience import BOARD, DESK, FOLLOW, PRINTER, Audience
from server.sockets.push import Push

log = structlog.get_logger()

ROLES: Final[Mapping[str, frozenset[Role]]] = {
    BOARD: frozenset({Role.DISPLAY, Role.KIOSK, Role.COUNTER, Role.MANAGER}),
    DESK: frozenset({Role.COUNTER, Role.MANAGER}),
    PRINTER: frozenset({Role.PRINTER}),
}


def open_rooms(socketio: SocketIO, audience: Audience, push: Push) -> None:
    """Hang the four namespaces on the Socket.IO server."""
    first_truth: Mapping[str, Callable[[str, str], None]] = {
        BOARD: push.board,
        DESK: push.queue,
        PRINTER: push.jobs,
    }
    for name, tell in first_truth.items():
        socketio.on_namespace(_SiteRoom(name, audience, tell))
    socketio.on_namespace(_FollowRoom(FOLLOW, audience, push))


class _SiteRoom(Namespace):
    """A room for a site's devices; the desk's also for people signed in."""

    def __init__(self, name: str, audience: Audience, tell: Callable[[str, str], None]) -> None:
        super().__init__(name)
        self._audience = audience
        self._tell = tell

    def on_connect(self, auth: Any = None) -> None:
        """Admit a device of the right role, or refuse with a code."""
        site_id = self._admitted(auth if isinstance(auth, dict) else {})
        sid = _sid()
        join_room(site_id)
        self._audience.enter(self.namespace, site_id, sid)
        try:
            self._tell(site_id, sid)
        except RefusalError as refusal:
            # The client stays: it is told as soon as the queue answers again.
            log.warning("first truth not told", site=site_id, code=refusal.code)
        except Exception:
            # The door stays shut: nobody listens under this name, and what went wrong is told whole.
            self._audience.leave(self.namespace, sid)
            raise

    def on_disconnect(self, _reason: str | None = None) -> None:
        """Forget a client."""
        self._audience.leave(self.namespace, _sid())

    def _admitted(self, auth: Mapping[str, Any]) -> str:
        if self.namespace == DESK and "site" in auth and current_user.is_authenticated:
            try:
                return house().catalogue.site(str(auth["site"])).id
            except RefusalError as refusal:
                raise Refused(refusal.code) from refusal
        token = auth.get("token")
        device = house().devices.recognise(token) if isinstance(token, str) else None
        if device is None:
            raise Refused("unauthenticated")
        if device.role not in ROLES[self.namespace]:
            raise Refused("wrong_role")
        return device.site


class _FollowRoom(Namespace):
    """A room for phones: the follow link is the key."""

    def __init__(self, name: str, audience: Audience, push: Push) -> None:
        super().__init__(name)
        self._audience = audience
        self._push = push

    def on_connect(self, auth: Any = None) -> None:
        """Admit whoever holds a living follow link."""
        link = auth.get("secret") if isinstance(auth, dict) else None
        try:
            site, _ = reception.follow(house(), link if isinstance(link, str) else "")
        except RefusalError as refusal:
            raise Refused(refusal.code) from refusal
        sid = _sid()
        self._audience.enter(self.namespace, site.id, sid, link)
        self._push.ticket(sid)

    def on_disconnect(self, _reason: str | None = None) -> None:
        """Forget a phone."""
        self._audience.leave(self.namespace, _sid())


def _sid() -> str:
    """The Socket.IO id of the client that this request is about; Flask-SocketIO adds it to the request."""
    return str(request.sid)  # type: ignore[attr-defined]
