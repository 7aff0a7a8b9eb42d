"""Who may listen where: each namespace's door, and the first truth it gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

import structlog
from flask import request
from flask_socketio import ConnectionRefusedError as Refused
from flask_socketio import SocketIO, join_room

from server.access import Public, house, who
from server.actions import reception
from server.domain.errors import RefusalError, TooOftenError
from server.domain.people import Role
from server.limits import CONNECTIONS, follow_limits
from server.sockets.audience import BOARD, DESK, FOLLOW, PRINTER, Audience, Listener
from server.sockets.callers import Room, admit_events, admitted, once_in
from server.sockets.followers import Followers
from server.sockets.push import Push

log = structlog.get_logger()

GONE: Final = "gone"
"""Told to nobody: the client that it refuses is not there any more."""
SCREEN_AT_MOST: Final = 64
"""Signs of a screen's id, as the records have it."""
LINES_AT_MOST: Final = 8
"""Sockets of one follow link, on one process: a family's phones, and of each a line that died unnoticed."""


def open_rooms(socketio: SocketIO, audience: Audience, push: Push) -> None:
    """Hang the four namespaces on the Socket.IO server."""
    socketio.on_namespace(_BoardRoom(BOARD, audience, push.board))
    socketio.on_namespace(_DeskRoom(DESK, audience, push.queue))
    socketio.on_namespace(_PrinterRoom(PRINTER, audience, push.jobs))
    socketio.on_namespace(_FollowRoom(FOLLOW, audience, push.followers))
    # A display asks every second whether its line still stands. Answered below Flask: it needs nothing of a request.
    socketio.server.on("beat", _answer_beat, namespace=BOARD)
    admit_events(socketio)


class _SiteRoom(Room):
    """A room of a site. Whose it is, each kind declares at its door."""

    def __init__(self, name: str, audience: Audience, tell: Callable[[str, str], None]) -> None:
        super().__init__(name)
        self._audience = audience
        self._tell = tell

    def _enter(self, listener: Listener) -> None:
        """Let somebody in, and tell them the first truth."""
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

    @once_in
    def on_disconnect(self, _reason: str | None = None) -> None:
        """Forget a client."""
        self._audience.leave(self.namespace, _sid())


class _BoardRoom(_SiteRoom):
    """What the waiting room sees; at the desk its copies are seen, too."""

    @who(Role.DISPLAY, Role.KIOSK, Role.COUNTER, Role.MANAGER, Public.STAFF)
    def on_connect(self, auth: Any = None) -> None:
        """Admit who may look at the board, or refuse with a code."""
        asked = _asked(auth)
        self._enter(admitted(self.on_connect.who, asked, _screen(asked)))  # type: ignore[attr-defined]


class _DeskRoom(_SiteRoom):
    """The queue as staff see it."""

    @who(Role.COUNTER, Role.MANAGER, Public.STAFF)
    def on_connect(self, auth: Any = None) -> None:
        """Admit the site's staff, or refuse with a code."""
        self._enter(admitted(self.on_connect.who, _asked(auth)))  # type: ignore[attr-defined]


class _PrinterRoom(_SiteRoom):
    """Where print agents are woken."""

    @who(Role.PRINTER)
    def on_connect(self, auth: Any = None) -> None:
        """Admit a print agent, or refuse with a code."""
        self._enter(admitted(self.on_connect.who, _asked(auth)))  # type: ignore[attr-defined]


class _FollowRoom(Room):
    """A room for phones: the follow link is the key."""

    def __init__(self, name: str, audience: Audience, followers: Followers) -> None:
        super().__init__(name)
        self._audience = audience
        self._followers = followers

    @who(Public.ANYONE)
    def on_connect(self, auth: Any = None) -> None:
        """Admit whoever holds a living follow link."""
        link = _asked(auth).get("secret")
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

    @once_in
    def on_disconnect(self, _reason: str | None = None) -> None:
        """Forget a phone."""
        self._audience.leave(self.namespace, _sid())
        self._followers.forget(_sid())


def _asked(auth: Any) -> Mapping[str, Any]:
    """What a client says at the door."""
    return auth if isinstance(auth, dict) else {}


def _screen(auth: Mapping[str, Any]) -> str | None:
    """The screen that a display says it is; one that nobody knows is shown the whole site."""
    asked = auth.get("screen")
    return asked if isinstance(asked, str) and 0 < len(asked) <= SCREEN_AT_MOST else None


def _is_gone(room: Room, sid: str) -> bool:
    """Whether a client went while it was being let in. Nobody is told of that afterwards: ask at the very end."""
    return room.socketio.server.get_environ(sid, room.namespace) is None


@once_in
def _answer_beat(_sid: str, *_: object) -> None:
    """Say that the line stands: the acknowledgement is the answer."""


def _sid() -> str:
    """The Socket.IO id of the client that this request is about; Flask-SocketIO adds it to the request."""
    return str(request.sid)  # type: ignore[attr-defined]
