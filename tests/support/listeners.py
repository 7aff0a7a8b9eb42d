"""A Socket.IO client as displays, desks, agents and phones are: WebSocket only, keeping what it was told."""

from __future__ import annotations

from typing import Any

import engineio
import socketio
from socketio.exceptions import ConnectionError as Refused

from tests.support.processes import until


class InOrder(engineio.Client):
    """Hands each message over before it reads the next: the library gives each a thread, and threads overtake."""

    def _trigger_event(self, event: str, *args: Any, run_async: bool = False, **more: Any) -> Any:
        return super()._trigger_event(event, *args, run_async=run_async and event != "message", **more)


class OrderedClient(socketio.Client):
    """Hears what the server says in the order in which it was said."""

    def _engineio_client_class(self) -> type[engineio.Client]:
        return InOrder


class Listener:
    """One connection to one namespace."""

    def __init__(
        self, url: str, namespace: str, event: str, auth: Any = None, origin: str | None = None, cookie: str = ""
    ) -> None:
        self.told: list[dict[str, Any]] = []
        self._namespace = namespace
        self.code: str | None = None
        self._io = OrderedClient(reconnection=False, websocket_extra_options={"origin": origin} if origin else {})
        self._io.on(event, self.told.append, namespace=namespace)
        self._io.on("connect_error", self._note_refusal, namespace=namespace)
        try:
            known = {"Cookie": cookie} if cookie else {}
            self._io.connect(
                url, headers=known, auth=auth, transports=["websocket"], namespaces=[namespace], wait_timeout=20
            )
        except Refused as refusal:
            self.code = self.code or str(refusal)

    def leave(self) -> None:
        """Close the connection."""
        self._io.disconnect()

    def asks(self, event: str) -> Any:
        """Say something and wait for the answer."""
        return self._io.call(event, namespace=self._namespace, timeout=20)

    @property
    def is_connected(self) -> bool:
        """Whether the line stands and its namespace is open to it."""
        return self._namespace in self._io.namespaces

    @property
    def last(self) -> dict[str, Any]:
        """The newest truth."""
        return self.told[-1]

    def hears(self, count: int = 1) -> None:
        """Wait until it was told so many times."""
        until(lambda: len(self.told) >= count, f"{count} pushes", patience_s=20)

    def _note_refusal(self, why: Any = None) -> None:
        self.code = why.get("message") if isinstance(why, dict) else str(why)
