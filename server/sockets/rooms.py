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
from server.domain.errors import RefusalError, TooOftenError
from server.domain.people import Role
from server.limits import CONNECTIONS, follow_limits
from server.sockets.audience import BOARD, DESK, FOLLOW, PRINTER, Audience, Listener
from server.sockets.followers import Followers
from server.sockets.push import Push

log = structlog.get_logger()

ROLES: Final[Mapping[str, frozenset[Role]]] = {
    BOARD: frozenset({Role.DISPLAY, Role.KIOSK, Role.COUNTER, Role.MANAGER}),
    DESK: frozenset({Role.COUNTER, Role.MANAGER}),
    PRINTER: frozenset({Role.PRINTER}),
}
STAFF_TOO: Final = frozenset({BOARD, DESK})
"""Where a person signed in may listen: at the desk, and on its copies of what the screens show."""
GONE: Final = "gone"
"""Told to nobody: the client that it refuses is not there any more."""
SCREEN_AT_MOST: Final = 64
"""Signs of a screen's id, as the records have it."""
LINES_AT_MOST: Final = 8
"""Sockets of one follow link, on one process: a family's phones, and of each a line that died unnoticed."""


def open_rooms(socketio: SocketIO, audience: Audience, push: Push) -> None:
    """Hang the four namespaces on the Socket.IO server."""
    first_truth: Mapping[str, Callable[[str, str], None]] = {
        BOARD: push.board,
        DESK: push.queue,
        PRINTER: push.jobs,
    }
    for name, tell in first_truth.items():
        socketio.on_namespace(_SiteRoom(name, audience, tell))
    socketio.on_namespace(_FollowRoom(FOLLOW, audience, push.followers))
    # A display asks every second whether its line still stands. Answered below Flask: it needs nothing of a request.
    socketio.server.on("beat", _answer_beat, namespace=BOARD)


class _SiteRoom(Namespace):
    """A room for a site's devices; the desk's also for people signed in."""

    def __init__(self, name: str, audience: Audience, tell: Callable[[str, str], None]) -> None:
        super().__init__(name)
        self._audience = audience
        self._tell = tell

    def on_connect(self, auth: Any = None) -> None:
        """Admit a device of the right role, or refuse with a code."""
        listener = self._admitted(auth if isinstance(auth, dict) else {})
        sid = _sid()
        join_room(listener.room)
        self._audience.enter(self.namespace, sid, listener)
        try:
            self._tell(listener.site, sid)
        except RefusalError as refusal:
            # The client stays: it is told as soon as the queue answers again.
            log.warning("first truth not told", site=listener.site, code=refusal.code)
        except Exception:
            # The door stays shut: nobody listens under this name, and what went wrong is told whole.
            self._audience.leave(self.namespace, sid)
            raise
        if _is_gone(self, sid):
            self._audience.leave(self.namespace, sid)
            raise Refused(GONE)

    def on_disconnect(self, _reason: str | None = None) -> None:
        """Forget a client."""
        self._audience.leave(self.namespace, _sid())

    def _admitted(self, auth: Mapping[str, Any]) -> Listener:
        screen = _screen(auth) if self.namespace == BOARD else None
        if self.namespace in STAFF_TOO and "site" in auth and current_user.is_authenticated:
            try:
                return Listener(house().catalogue.site(str(auth["site"])).id, screen=screen)
            except RefusalError as refusal:
                raise Refused(refusal.code) from refusal
        token = auth.get("token")
        device = house().devices.recognise(token) if isinstance(token, str) else None
        if device is None:
            raise Refused("unauthenticated")
        if device.role not in ROLES[self.namespace]:
            raise Refused("wrong_role")
        return Listener(device.site, device=device.id, screen=screen)


class _FollowRoom(Namespace):
    """A room for phones: the follow link is the key."""

    def __init__(self, name: str, audience: Audience, followers: Followers) -> None:
        super().__init__(name)
        self._audience = audience
        self._followers = followers

    def on_connect(self, auth: Any = None) -> None:
        """Admit whoever holds a living follow link."""
        link = auth.get("secret") if isinstance(auth, dict) else None
        try:
            secret = link if isinstance(link, str) else ""
            with follow_limits().admit(secret, CONNECTIONS):
                site, seen = reception.follow(house(), secret)
            if self._audience.lines(seen.ticket.secret) >= LINES_AT_MOST:
                raise TooOftenError("Trop de téléphones sont reliés par ce lien.")
        except RefusalError as refusal:
            raise Refused(refusal.code) from refusal
        sid = _sid()
        self._audience.enter(self.namespace, sid, Listener(site.id, secret=seen.ticket.secret))
        try:
            self._followers.greet(site.id, sid)
        except RefusalError as refusal:
            log.warning("first truth not told", site=site.id, code=refusal.code)
        except Exception:
            self.on_disconnect()
            raise
        if _is_gone(self, sid):
            self.on_disconnect()
            raise Refused(GONE)

    def on_disconnect(self, _reason: str | None = None) -> None:
        """Forget a phone."""
        self._audience.leave(self.namespace, _sid())
        self._followers.forget(_sid())


def _screen(auth: Mapping[str, Any]) -> str | None:
    """The screen that a display says it is; one that nobody knows is shown the whole site."""
    asked = auth.get("screen")
    return asked if isinstance(asked, str) and 0 < len(asked) <= SCREEN_AT_MOST else None


def _is_gone(room: Namespace, sid: str) -> bool:
    """Whether a client went while it was being let in. Nobody is told of that afterwards: ask at the very end."""
    return room.socketio.server.get_environ(sid, room.namespace) is None


def _answer_beat(_sid: str, *_: object) -> None:
    """Say that the line stands: the acknowledgement is the answer."""


def _sid() -> str:
    """The Socket.IO id of the client that this request is about; Flask-SocketIO adds it to the request."""
    return str(request.sid)  # type: ignore[attr-defined]
