"""The queue's scripts as bytes: the product's own, with its own arguments, sent by a client that costs next to nothing.

redis-py takes longer to say a command than Valkey to carry it out: with it, a figure of scripts a second would be one
of Python, and a hundred thousand tickets would take minutes. So the product says each command once to a `Dictation`,
which keeps the bytes, and plain sockets carry them. Threads or greenlets would stand in each other's way before
Valkey is busy; one selector over all the connections does not, and the yardstick goes the same way.
"""

from __future__ import annotations

import itertools
import socket
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, NoReturn

import hiredis

from bench.wire import RefusedError
from server.domain.catalogue import Counter, Site
from server.queues import keys, tickets
from server.queues.live import LiveQueue
from server.queues.tickets import Wish
from tests.support.processes import Valkey, until

AT_ONCE: Final = 250
"""Commands on their way together while a queue is filled."""
_names = itertools.count()


def fresh() -> str:
    """A request_id nobody used, as long as the real ones."""
    return f"{next(_names):036d}"


class _SaidError(Exception):
    """Not an error: what the product was about to send."""

    def __init__(self, command: bytes) -> None:
        super().__init__()
        self.command = command


class Dictation(LiveQueue):
    """Takes down what the product would send."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        for script in self._scripts.values():
            self.client.script_load(script.script)

    def run(self, script: str, site_id: str, *args: str | int) -> NoReturn:
        """Send nothing."""
        sha = self._scripts[script].sha
        raise _SaidError(hiredis.pack_command(("EVALSHA", sha, 1, keys.anchor(site_id), "", *args)))

    def issue(self, site: Site, number: int) -> bytes:
        """The command that issues a ticket; the needs take turns by `number`."""
        wish = Wish(site.needs[number % len(site.needs)], "fr")
        try:
            tickets.issue(self, site, wish, fresh())
        except _SaidError as said:
            return said.command
        raise AssertionError("nothing was said")

    def call(self, site: Site, counter: Counter) -> bytes:
        """The command that calls the next ticket."""
        try:
            tickets.call(self, site, counter, fresh())
        except _SaidError as said:
            return said.command
        raise AssertionError("nothing was said")


class QueueLine:
    """One open connection to Valkey."""

    def __init__(self, url: str) -> None:
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(url.removeprefix("unix://"))
        self._reader = hiredis.Reader()

    def send(self, asked: bytes) -> None:
        """Send a command, or many."""
        self.socket.sendall(asked)

    def receive(self) -> bytes | int | None:
        """Read what has come: one answer, or None while it is still to come."""
        self._reader.feed(self.socket.recv(65536))
        return self._next()

    def answers(self, how_many: int) -> None:
        """Wait for so many."""
        while how_many:
            if self._next() is not None:
                how_many -= 1
            else:
                self._reader.feed(self.socket.recv(65536))

    def _next(self) -> bytes | int | None:
        answer: Any = self._reader.gets()
        if answer is False:
            return None
        if isinstance(answer, Exception) or (isinstance(answer, bytes) and answer.startswith(b'{"refused"')):
            raise RefusedError(str(answer))
        return answer  # type: ignore[no-any-return]


def fill(valkey: Valkey, sites: Sequence[Site], waiting: int) -> None:
    """Let so many people wait at each site, issued by the product's own script, and let Valkey come to rest."""
    said = Dictation(valkey.url)
    # The file grows by what a year does: without this it would be rewritten again and again while it is filled.
    usual = valkey.client.config_get("auto-aof-rewrite-percentage")
    valkey.client.config_set("auto-aof-rewrite-percentage", 0)
    line = QueueLine(valkey.url)
    on_their_way = 0
    for commands in _batches(said.issue(site, number) for number in range(waiting) for site in sites):
        line.send(b"".join(commands))
        line.answers(on_their_way)
        on_their_way = len(commands)
    line.answers(on_their_way)
    line.socket.close()
    # From here on as in the demo; a file just rewritten does not come to be rewritten while somebody measures.
    valkey.client.bgrewriteaof()
    until(lambda: not valkey.client.info("persistence")["aof_rewrite_in_progress"], "the file is rewritten")
    for name, value in usual.items():
        valkey.client.config_set(name, value)


def _batches(commands: Iterable[bytes]) -> Iterator[list[bytes]]:
    waiting = iter(commands)
    while batch := list(itertools.islice(waiting, AT_ONCE)):
        yield batch
