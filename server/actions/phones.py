"""What a phone may leave on its ticket, so that it is told of the call while its page sleeps, and the telling."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from server.actions import reception
from server.actions.house import House
from server.domain.catalogue import Site
from server.domain.errors import UnknownFollowLinkError, UnknownTicketError
from server.domain.phones import NoPushError, Nudge, Subscription, UnusableSubscriptionError
from server.queues import phones


def push_key(house: House) -> str | None:
    """The public key that phones subscribe with; None where Web Push is not offered."""
    return None if house.post is None else house.post.keys.public


def keep_phone(house: House, link: str, phone: str, subscription: Subscription) -> None:
    """Tell this phone of the calls of the ticket that the link leads to.

    Raises NoPushError, UnusableSubscriptionError, TooManyPhonesError, UnknownFollowLinkError, QueueUnreachableError.
    """
    # The link first: whoever has none is counted as one who guesses, and costs no look at a key.
    site, secret = _leads_to(house, link)
    if house.post is None:
        raise NoPushError("Ce serveur n’envoie pas de messages aux téléphones.")
    if not house.post.takes(subscription):
        raise UnusableSubscriptionError("Ce navigateur ne peut pas recevoir nos messages.")
    try:
        phones.keep(house.queue, site, secret, phone, subscription)
    except UnknownTicketError as error:
        raise UnknownFollowLinkError(error.detail) from error


def forget_phone(house: House, link: str, phone: str) -> None:
    """Tell this phone no more. Raises UnknownFollowLinkError, QueueUnreachableError."""
    site, secret = _leads_to(house, link)
    try:
        phones.forget(house.queue, site, secret, phone)
    except UnknownTicketError as error:
        raise UnknownFollowLinkError(error.detail) from error


def take_nudges(house: House, site: Site) -> Iterator[Nudge]:
    """Calls of this site that phones are to be told of: each is given once. Raises QueueUnreachableError."""
    return phones.take_nudges(house.queue, site)


def forget_gone(house: House, site: Site, nudge: Nudge, phone: str) -> None:
    """Its push service knows this phone no more, so neither do we. Where the link has died, so has what it kept."""
    with suppress(UnknownTicketError):
        phones.forget(house.queue, site, nudge.secret, phone)


def _leads_to(house: House, link: str) -> tuple[Site, str]:
    site, sighting = reception.follow(house, link)
    return site, sighting.ticket.secret
