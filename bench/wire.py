"""Clients: HTTP as light as can be, so that the server is what is measured; Socket.IO as any program speaks it."""

from __future__ import annotations

import json
import selectors
import socket
import time
from collections.abc import Mapping, Sequence
from queue import SimpleQueue
from typing import Any, Final, Protocol

import socketio

HEAD_END: Final = b"\r\n\r\n"
LENGTH: Final = b"content-length:"
PATIENCE_S: Final = 30.0


class RefusedError(RuntimeError):
    """The server did not answer as a figure needs it: a table of refusals would say nothing."""


def request(
    method: str, path: str, token: str = "", body: Mapping[str, Any] | None = None, *, cookie: str = ""
) -> bytes:
    """A whole HTTP request, ready to be sent on a connection that stays open."""
    sent = b"" if body is None else json.dumps(body).encode()
    head = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1", f"Content-Length: {len(sent)}"]
    if token:
        head.append(f"Authorization: Bearer {token}")
    if cookie:
        head.append(f"Cookie: {cookie}")
    if body is not None:
        head.append("Content-Type: application/json")
    return "\r\n".join(head).encode() + HEAD_END + sent


class Line:
    """One open HTTP connection with at most one request under way."""

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._received = b""

    def send(self, asked: bytes) -> None:
        """Send a request."""
        self.socket.sendall(asked)

    def receive(self) -> bytes | None:
        """Read what has come: the whole answer's body, or None while some of it is still to come."""
        chunk = self.socket.recv(65536)
        if not chunk:
            raise RefusedError("the server closed a connection")
        self._received += chunk
        head, found, body = self._received.partition(HEAD_END)
        if not found:
            return None
        lowered = head.lower()
        start = lowered.index(LENGTH) + len(LENGTH)
        if len(body) < int(lowered[start:].split(b"\r\n", 1)[0]):
            return None
        self._received = b""
        if not head.startswith((b"HTTP/1.1 200 ", b"HTTP/1.1 201 ")):
            raise RefusedError(f"{head.decode()}\n\n{body.decode()}")
        return body

    def answer(self) -> Any:
        """Wait for the answer and read it."""
        while (body := self.receive()) is None:
            pass
        return json.loads(body)


class Carrier(Protocol):
    """A connection that carries one question at a time, whatever it speaks."""

    socket: socket.socket

    def send(self, asked: bytes) -> None:
        """Send a question."""

    def receive(self) -> object | None:
        """Read what has come: the whole answer, or None while some of it is still to come."""


def rate(lines: Sequence[Carrier], requests: Sequence[bytes]) -> float:
    """Send every request, each line one at a time, all lines at once: answers a second."""
    waiting = iter(requests)
    with selectors.DefaultSelector() as selector:
        start = time.perf_counter()
        open_lines = 0
        for line, asked in zip(lines, waiting, strict=False):
            selector.register(line.socket, selectors.EVENT_READ, line)
            line.send(asked)
            open_lines += 1
        while open_lines:
            for key, _ in selector.select():
                if key.data.receive() is None:
                    continue
                following = next(waiting, None)
                if following is None:
                    selector.unregister(key.fileobj)
                    open_lines -= 1
                else:
                    key.data.send(following)
        return len(requests) / (time.perf_counter() - start)


class Ear:
    """One namespace's Socket.IO client, over WebSocket, as a display is. It keeps what it hears of one event."""

    def __init__(self, port: int, namespace: str, event: str, auth: Mapping[str, str]) -> None:
        self._namespace = namespace
        self._heard: SimpleQueue[Any] = SimpleQueue()
        self._io = socketio.Client(reconnection=False)
        self._io.on(event, self._heard.put, namespace=namespace)
        self._io.connect(f"http://127.0.0.1:{port}", auth=dict(auth), transports=["websocket"], namespaces=[namespace])

    def hear(self) -> Any:
        """Wait for the next one."""
        return self._heard.get(timeout=PATIENCE_S)

    def say(self, event: str, data: object) -> None:
        """Emit an event."""
        self._io.emit(event, data, namespace=self._namespace)

    def close(self) -> None:
        """Go."""
        self._io.disconnect()
