"""Thousands of Socket.IO clients in one process: of what they hear they only note when it came."""

from __future__ import annotations

import json
import re
import selectors
import socket
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from wsproto import ConnectionType, WSConnection
from wsproto.events import CloseConnection, Request, TextMessage

from bench.wire import PATIENCE_S, RefusedError

VERSION: Final = re.compile(r'"version":(\d+)')
TARGET: Final = "/socket.io/?EIO=4&transport=websocket"
# Engine.IO's kinds of packet, and Socket.IO's behind the 4.
PING, PONG = "2", "3"
CONNECT, EVENT, REFUSED = "40", "42", "44"


@dataclass(slots=True)
class Guest:
    """One client of one namespace. `version`: of its site, as it was last told; `heard_at`: when, by perf_counter()."""

    namespace: str
    auth: Mapping[str, str]
    socket: socket.socket
    line: WSConnection = field(default_factory=lambda: WSConnection(ConnectionType.CLIENT))
    version: int = -1
    heard_at: float = 0.0

    def begin(self, port: int) -> None:
        """Knock at the door."""
        self.socket.sendall(self.line.send(Request(host=f"127.0.0.1:{port}", target=TARGET)))

    def read(self) -> None:
        """Take in what has come, and answer what wants an answer. Raises RefusedError."""
        received = self.socket.recv(65536)
        at = time.perf_counter()
        if not received:
            raise RefusedError(f"{self.namespace}: the server closed a connection")
        self.line.receive_data(received)
        for event in self.line.events():
            if isinstance(event, CloseConnection):
                raise RefusedError(f"{self.namespace}: the server closed a connection")
            # Each of these is shorter than a frame.
            if isinstance(event, TextMessage):
                self._take(event.data, at)

    def _take(self, said: str, at: float) -> None:
        if said.startswith("0"):
            self._say(f"{CONNECT}{self.namespace},{json.dumps(self.auth)}")
        elif said == PING:
            self._say(PONG)
        elif said.startswith(EVENT):
            self.version, self.heard_at = int(VERSION.findall(said)[-1]), at
        elif said.startswith(REFUSED):
            raise RefusedError(f"{self.namespace}: {said}")

    def beat(self) -> None:
        """Ask whether the line stands, as a screen's page does every second."""
        self._say(f'{EVENT}{self.namespace},1["beat"]')

    def _say(self, text: str) -> None:
        self.socket.sendall(self.line.send(TextMessage(text)))


class Gathering:
    """All clients of a web process."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._selector = selectors.DefaultSelector()
        self._slices = 0
        self.guests: list[Guest] = []

    def admit(self, namespace: str, auths: Iterable[Mapping[str, Any]], at_once: int = 50) -> list[Guest]:
        """Connect clients, each of which has then heard its first truth."""
        admitted: list[Guest] = []
        for auth in auths:
            guest = Guest(namespace, auth, socket.create_connection(("127.0.0.1", self._port)))
            guest.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._selector.register(guest.socket, selectors.EVENT_READ, guest)
            guest.begin(self._port)
            admitted.append(guest)
            self.listen(lambda: sum(not each.heard_at for each in admitted[-at_once:]) < at_once)
        self.listen(lambda: all(each.heard_at for each in admitted))
        self.guests += admitted
        return admitted

    def listen(self, enough: Callable[[], bool]) -> None:
        """Take in what comes until it is enough. Raises RefusedError after PATIENCE_S without that."""
        end = time.perf_counter() + PATIENCE_S
        while not enough():
            if time.perf_counter() > end:
                raise RefusedError("not everybody was told")
            self._beat()
            for key, _ in self._selector.select(timeout=0.1):
                key.data.read()

    def _beat(self) -> None:
        """A tenth of the displays every tenth of a second."""
        slices = int(10 * time.perf_counter())
        if slices == self._slices:
            return
        self._slices = slices
        for guest in [guest for guest in self.guests if guest.namespace == "/board"][slices % 10 :: 10]:
            guest.beat()

    def close(self) -> None:
        """Everybody goes."""
        for guest in self.guests:
            guest.socket.close()
        self._selector.close()
