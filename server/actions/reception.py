"""What a visitor does: takes a ticket, looks where it stands, and asks something of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from server.actions import counter
from server.actions.counter import Acting, Wanted
from server.actions.house import House
from server.domain.catalogue import Site
from server.domain.errors import RefusalError, UnknownFollowLinkError, UnknownTicketError, UnknownVerbError
from server.domain.moves import Verb
from server.domain.ticket import Answer, Sighting
from server.metrics import TICKETS
from server.queues import tickets
from server.queues.tickets import Hand, Wish

OWN_VERBS: Final = (Verb.CANCEL, Verb.LET_PASS, Verb.SET_LANGUAGE)
"""What the holder of a follow link may do with the ticket: leave, let others pass, choose its language."""

_BY_RESIDENT: Final = Acting(reason="by_resident")
_BASE36 = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class TicketAsked:
    """What a visitor asks for. `by_hand`: a mediator asks for them, at a counter, who may give any priority."""

    need: str
    language: str
    priority: str | None = None
    by_hand: bool = False
    counter: str = ""
    mediator: str = ""


def take_ticket(house: House, site: Site, asked: TicketAsked, request_id: str) -> Answer:
    """Issue a ticket for a need, with its paper.

    Raises UnknownNeedError, UnknownLanguageError, UnknownPriorityError, PriorityNotOfferedError, SiteClosedError,
    NeedFullError, QueueUnreachableError.
    """
    try:
        wish = _wish(site, asked)
    except RefusalError:
        # The catalogue may have changed since the first answer, which stays good: the person holds the ticket.
        before = tickets.issued(house.queue, site, request_id)
        if before is None:
            raise
        return before
    answer = tickets.issue(house.queue, site, wish, request_id, house.waits.steps(site, wish.need.id))
    if not answer.repeat:
        TICKETS.labels(site.id).inc()
    return answer


def _wish(site: Site, asked: TicketAsked) -> Wish:
    need = site.need(asked.need)
    site.check_language(asked.language)
    priority = None if asked.priority is None else site.priority(asked.priority, at_kiosk=not asked.by_hand)
    return Wish(need, asked.language, priority, asked.by_hand, Hand(asked.counter, asked.mediator))


def follow_url(house: House, site: Site, secret: str) -> str:
    """The address of a ticket's phone page: the site's ordinal, then 128 random bits."""
    return address_of(house, link_of(site, secret))


def address_of(house: House, link: str) -> str:
    """The address of a link, whether it leads somewhere or not."""
    return f"{house.public_url.rstrip('/')}/t/{link}"


def link_of(site: Site, secret: str) -> str:
    """What stands behind /t/: short, because every character makes the QR code denser."""
    return f"{_base36(site.ordinal)}-{secret}"


def follow(house: House, link: str) -> tuple[Site, Sighting]:
    """The site and ticket a follow link leads to. Raises UnknownFollowLinkError when it leads nowhere any more."""
    site, ticket_id = _held(house, link)
    try:
        return site, house.waits.seen(site, tickets.read(house.queue, site, ticket_id))
    except UnknownTicketError as error:
        raise UnknownFollowLinkError(error.detail) from error


def ask(house: House, link: str, verb: str, request_id: str, wanted: Wanted) -> tuple[Site, Sighting]:
    """Do with a ticket what its holder asks, and see it as it stands then; after a repeat, which changes nothing, too.

    Raises UnknownFollowLinkError, UnknownVerbError, MisplacedFieldError, UnknownLanguageError, and what the queue
    refuses.
    """
    # The link first: whoever has none learns nothing else, and is counted as one who guesses.
    site, ticket_id = _held(house, link)
    if verb not in OWN_VERBS:
        offered = ", ".join(OWN_VERBS)
        possible = list(OWN_VERBS)
        raise UnknownVerbError(f"Ce geste n’est pas possible ici. Gestes possibles : {offered}.", possible=possible)
    try:
        counter.move(house, site, _BY_RESIDENT, ticket_id, verb, request_id, wanted)
        return site, house.waits.seen(site, tickets.read(house.queue, site, ticket_id))
    except UnknownTicketError as error:
        raise UnknownFollowLinkError(error.detail) from error


def _held(house: House, link: str) -> tuple[Site, str]:
    """The site and the id of the ticket behind a link. Raises UnknownFollowLinkError."""
    ordinal, _, secret = link.partition("-")
    # Only ASCII: JSON can carry halves of characters, which no key can be made of.
    ours = bool(ordinal and secret) and link.isascii()
    site = house.catalogue.site_numbered(_number(ordinal)) if ours else None
    ticket_id = house.queue.follow(site.id, secret) if site else None
    if site is None or ticket_id is None:
        raise UnknownFollowLinkError("Ce lien ne mène plus à un ticket. Un lien vit jusqu’à la fin de la journée.")
    return site, ticket_id


def _base36(value: int) -> str:
    digits = ""
    while value:
        value, rest = divmod(value, 36)
        digits = _BASE36[rest] + digits
    return digits


def _number(text: str) -> int:
    """The ordinal written in base 36; 0, which no site has, for anything else."""
    if len(text) > 6 or any(sign not in _BASE36 for sign in text):
        return 0
    return int(text, 36)
