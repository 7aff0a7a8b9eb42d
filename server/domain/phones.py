"""Phones that ask to be told of their call while their page sleeps: what they leave, and what is refused of it.

A browser gives the page an address at the push service of its maker, and a key. The address comes from a stranger, and
the server will post to it: only services that are known by name are posted to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from server.domain.errors import RefusalError

SERVICES: Final = (
    "fcm.googleapis.com",  # Chrome, Edge on Android, Opera, Samsung Internet
    "*.push.services.mozilla.com",  # Firefox
    "*.notify.windows.com",  # Edge on Windows
    "web.push.apple.com",  # Safari
)
"""The push services of the browsers in use, as their addresses name them; "*" stands for whatever comes before."""

PHONES_AT_MOST: Final = 4
"""Phones that follow one ticket: a family's, not a crowd's."""

NUDGE_LIFE: Final = timedelta(seconds=120)
"""How long a call is news: after two minutes the person was called again, or is not awaited any more."""

# A host whose every part names something: others cannot even be asked for. None is written in another alphabet.
_PART: Final = r"(?!xn--)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
# No user, no fragment, no sign that two readers of addresses understand in two ways.
_ADDRESS: Final = re.compile(rf"https://({_PART}(?:\.{_PART})+(?::[0-9]{{1,5}})?)/[\w.~%:/?=&+,;@!$'()*-]*", re.ASCII)


class NoPushError(RefusalError):
    """This server has no key by which push services would know it."""

    code = "no_push"


class UnusableSubscriptionError(RefusalError):
    """An address that is none of a known push service, or a key that is none."""

    code = "unusable_subscription"


class TooManyPhonesError(RefusalError):
    """As many phones as one ticket may have are told of it already."""

    code = "too_many_phones"


@dataclass(frozen=True, slots=True)
class Subscription:
    """How one phone is reached.

    endpoint   its address at its push service
    p256dh     its public key, a point of P-256: 65 bytes in base64url
    auth       its secret, 16 bytes in base64url: whatever is sealed for it is sealed with both
    """

    endpoint: str
    p256dh: str
    auth: str


@dataclass(frozen=True, slots=True)
class Nudge:
    """A call that phones are to be told of.

    again    it is a recall
    secret   of the ticket's follow link
    phones   by the names they gave
    """

    number: str
    language: str
    counter: str
    again: bool
    secret: str
    phones: dict[str, Subscription]


def is_served(endpoint: str, services: tuple[str, ...]) -> bool:
    """Whether an address is that of one of these services, and of nothing else."""
    found = _ADDRESS.fullmatch(endpoint)
    return found is not None and any(_names(service, found[1]) for service in services)


def _names(service: str, host: str) -> bool:
    if service.startswith("*."):
        return host.endswith(service[1:])
    return host == service
