"""One process's connections to the live queue: how many, how patient, and how they are looked after."""

from __future__ import annotations

import select
import socket
from typing import Final

import redis
from gevent import monkey
from redis.backoff import ExponentialWithJitterBackoff
from redis.connection import DefaultParser
from redis.retry import Retry

SOCKET_TIMEOUT_S: Final = 5.0
"""Longer than any script, shorter than a visitor's patience."""
SILENCE: Final = {
    socket.TCP_KEEPIDLE: 10,
    socket.TCP_KEEPINTVL: 5,
    socket.TCP_KEEPCNT: 3,
    socket.TCP_USER_TIMEOUT: 20_000,
}
"""A queue whose machine vanished without a word is noticed after half a minute (seconds, seconds, probes, ms)."""
RETRIES: Final = 3
"""redis-py repeats a call by itself where a connection is lost; every change carries a request_id, so a repeat is
harmless. A queue that is silent is not asked again: four times SOCKET_TIMEOUT_S is longer than a kiosk waits."""


_kernel_poll = monkey.get_original("select", "poll")


class _Parser(DefaultParser):  # type: ignore[misc, valid-type]  # redis-py names its parser in a variable
    """redis-py's parser, asked before each command whether something unread lies on the connection.

    gevent's poll() goes once round its loop for that answer, a tenth of the time a ticket takes; the kernel's own
    gives it at once.
    """

    def can_read(self, timeout: float = 0) -> bool:
        if timeout == 0 and self._reader and not self._reader.has_data():
            poll = _kernel_poll()
            poll.register(self._sock, select.POLLIN)
            if not poll.poll(0):
                return False
        return bool(super().can_read(timeout))


def connect(url: str) -> redis.Redis:
    """A client over a pool of its own: redis://, rediss:// or unix://."""
    # A blocking pool: a burst waits its turn for a connection instead of opening one for each greenlet.
    pool = redis.BlockingConnectionPool.from_url(
        url,
        max_connections=32,
        timeout=SOCKET_TIMEOUT_S,
        socket_timeout=SOCKET_TIMEOUT_S,
        socket_connect_timeout=2.0,
        retry=Retry(ExponentialWithJitterBackoff(base=0.02, cap=0.3), RETRIES, (redis.exceptions.ConnectionError,)),
        decode_responses=True,
        parser_class=_Parser,
        **({} if url.startswith("unix:") else {"socket_keepalive": True, "socket_keepalive_options": SILENCE}),
    )
    return redis.Redis(connection_pool=pool)
