"""Who may call which Socket.IO event: each handler says so, and an application with one that does not is not built.

`who` of server/access.py declares a door, as it does for a view; `once_in` what those may say who came through it.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, TypeVar

from flask_login import current_user
from flask_socketio import ConnectionRefusedError as Refused
from flask_socketio import Namespace, SocketIO

from server.access import Public, Who, house, person
from server.domain.errors import ForeignSiteError, RefusalError, UnauthenticatedError, WrongRoleError
from server.domain.people import Device
from server.domain.sign_in import PasswordDueError
from server.sockets.audience import Listener

ONCE_IN: Final = "once in"
"""Instead of a Who: whoever came through the door of the namespace. Socket.IO hears nobody else there."""

INVENTED: Final = frozenset({"connect", "disconnect"})
"""What only the server says."""

Handler = TypeVar("Handler", bound=Callable[..., object])


class Room(Namespace):
    """A namespace in which no client says for the server that it has come or gone.

    Socket.IO hands on an event that a client calls "connect" or "disconnect" as if it were its own word: a device could
    be forgotten by those who let go of revoked ones, and go on listening.
    """

    def trigger_event(self, event: str, *args: Any) -> Any:
        """Hand an event to its handler, and an invented one to nobody."""
        if event in INVENTED and not _is_the_servers(self, event, *args):
            return None
        return super().trigger_event(event, *args)


def _is_the_servers(room: Room, event: str, sid: str, *said: Any) -> bool:
    """Whether the server itself says so: of who comes it hands on their request, of who goes it has let go before."""
    if event == "connect":
        return bool(said) and said[0] is room.server.get_environ(sid, room.namespace)
    return not room.server.manager.is_connected(sid, room.namespace)


def once_in(handler: Handler) -> Handler:
    """Declare that an event is open to whoever was let in at the door of its namespace."""
    handler.who = ONCE_IN  # type: ignore[attr-defined]
    return handler


def handlers(socketio: SocketIO) -> Iterator[tuple[str, str, Any]]:
    """Namespace, event and handler of everything that a client can call."""
    for namespace, events in socketio.server.handlers.items():
        for event, handler in events.items():
            yield namespace, event, handler
    for namespace, room in socketio.server.namespace_handlers.items():
        for name, handler in inspect.getmembers(room, callable):
            if name.startswith("on_"):
                yield namespace, name.removeprefix("on_"), handler


def admit_events(socketio: SocketIO) -> None:
    """Raises LookupError for an event that does not say who may call it, and for a door that asks nothing."""
    for namespace, event, handler in handlers(socketio):
        declared = getattr(handler, "who", None)
        if not (isinstance(declared, Who) or (declared == ONCE_IN and event != "connect")):
            raise LookupError(f"This event does not say who may call it: {namespace} {event}")


def admitted(allowed: Who, auth: Mapping[str, Any], screen: str | None = None) -> Listener:
    """Who asks to listen: a person signed in, where the door is theirs too and they name a site; else a device.

    Raises Refused with the code of what is wrong.
    """
    try:
        if allowed.public is Public.STAFF and "site" in auth and current_user.is_authenticated:
            return _person(str(auth["site"]), allowed, screen)
        device = _device(auth.get("token"), allowed)
    except RefusalError as refusal:
        raise Refused(refusal.code) from refusal
    return Listener(device.site, device=device.id, screen=screen)


def _person(site_id: str, allowed: Who, screen: str | None) -> Listener:
    """As the gate before the views asks it, in the same order."""
    if person().must_change:
        raise PasswordDueError("Choisissez d’abord votre mot de passe.")
    if not person().job.covers(allowed.job):
        raise WrongRoleError("Votre compte ne permet pas de faire cela. Demandez à votre responsable.")
    here = house().catalogue.site(site_id)
    if not person().works_at(here.id):
        raise ForeignSiteError("Ce site n’est pas un des vôtres. Demandez à votre responsable.")
    return Listener(here.id, session=current_user.token, screen=screen)


def _device(token: object, allowed: Who) -> Device:
    found = house().devices.recognise(token) if isinstance(token, str) else None
    if found is None:
        raise UnauthenticatedError("Il faut le jeton d’un appareil du site.")
    if found.role not in allowed.roles:
        raise WrongRoleError(f"Un appareil « {found.role} » n’a pas le droit d’écouter cela.")
    return found
