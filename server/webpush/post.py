"""Hands messages to push services (RFC 8030), and to nobody else."""

from __future__ import annotations

import hashlib
import logging
from enum import StrEnum
from http import HTTPStatus
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Final

import httpx
import structlog

from server.domain.phones import NUDGE_LIFE, SERVICES, Subscription, is_served
from server.webpush.base64url import packed
from server.webpush.keys import PushKeys
from server.webpush.sealing import is_sealable, sealed

AT_ONCE: Final = 32
"""Messages under way at one time: a service that hangs holds up this many for PATIENCE_S each, and not the others."""
PATIENCE_S: Final = 5.0
TOPIC_SIGNS: Final = 32
"""RFC 8030, 5.4: as long as a topic may be."""
log = structlog.get_logger()


class Outcome(StrEnum):
    """What became of a message."""

    SENT = "sent"  # the service took it; whether the phone was reached, nobody tells
    GONE = "gone"  # the service knows this address no more
    FAILED = "failed"


class Post:
    """The way to the push services. Only tests give other `services` and another `line`: they have one of their own."""

    def __init__(self, keys: PushKeys, services: tuple[str, ...] = SERVICES, line: httpx.Client | None = None) -> None:
        self.keys = keys
        self._services = services
        # httpx tells each address that it asks; these are secrets.
        logging.getLogger("httpx").setLevel(logging.WARNING)
        self._line = line or httpx.Client(
            timeout=PATIENCE_S,
            limits=httpx.Limits(max_connections=AT_ONCE),
            follow_redirects=False,  # a service is known by name: it sends nobody elsewhere
        )
        # Kept from one phone to the next, a cookie would tell a service that they have something in common.
        self._line.cookies = CookieJar(DefaultCookiePolicy(allowed_domains=()))

    def takes(self, to: Subscription) -> bool:
        """Whether this subscription is of a known service, and of use."""
        return is_served(to.endpoint, self._services) and is_sealable(to)

    def deliver(self, message: bytes, to: Subscription, about: str) -> Outcome:
        """Send a message. A later one `about` the same replaces one that the phone has not received yet."""
        if not self.takes(to):
            return Outcome.GONE
        headers = {
            "Authorization": self.keys.proof(to.endpoint),
            "Content-Encoding": "aes128gcm",
            "Content-Type": "application/octet-stream",
            "TTL": str(int(NUDGE_LIFE.total_seconds())),
            "Topic": _topic(about),
            "Urgency": "high",
        }
        try:
            answer = self._line.post(to.endpoint, content=sealed(message, to), headers=headers)
        except httpx.HTTPError as error:
            # Its kind alone: its words may hold the address.
            log.warning("push service unreachable", reason=type(error).__name__)
            return Outcome.FAILED
        if answer.status_code in {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}:
            return Outcome.GONE
        if not answer.is_success:
            log.warning("push service refused", status=answer.status_code)
            return Outcome.FAILED
        return Outcome.SENT


def _topic(about: str) -> str:
    """A name that tells a push service nothing but that two messages are about the same."""
    return packed(hashlib.sha256(about.encode()).digest())[:TOPIC_SIGNS]
