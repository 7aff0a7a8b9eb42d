"""What the phone page behind the QR code shows, and what its holder may do. The link is the key."""

from __future__ import annotations

from server import shown, wire
from server.access import Public, house, who
from server.actions import reception
from server.actions.counter import Wanted
from server.api.blueprint import api
from server.api.move_schemas import OwnMoveAsked
from server.api.refusable import refuses
from server.domain import errors
from server.limits import LOOKS, MOVES, MOVES_A_DAY, follow_limits


@api.get("/follow/<secret>")
@who(Public.ANYONE)
@refuses(
    errors.UnknownFollowLinkError, errors.QueueUnreachableError, errors.RecordsUnreachableError, errors.TooOftenError
)
@api.output(wire.FollowShown)
@api.doc(summary="What the phone page shows")
def get_follow(secret: str) -> wire.FollowShown:
    """The ticket as its holder sees it: the secret is the key."""
    with follow_limits().admit(secret, LOOKS):
        site, sighting = reception.follow(house(), secret)
    return shown.follow(site, sighting)


@api.post("/follow/<secret>/moves")
@who(Public.ANYONE)
@refuses(
    errors.UnknownFollowLinkError,
    errors.UnknownVerbError,
    errors.MisplacedFieldError,
    errors.UnknownLanguageError,
    errors.IllegalMoveError,
    errors.NobodyBehindError,
    errors.RequestIdReusedError,
    errors.QueueUnreachableError,
    errors.RecordsUnreachableError,
    errors.TooOftenError,
)
@api.input(OwnMoveAsked, arg_name="asked")
@api.output(wire.FollowShown)
@api.doc(summary="Leave, let others go first, or be called in another language")
def move_followed(secret: str, asked: OwnMoveAsked) -> wire.FollowShown:
    """The ticket as it stands now, whether this was done at once or before: a repeat changes nothing."""
    wanted = Wanted(people=asked.people, language=asked.language)
    with follow_limits().admit(secret, MOVES, MOVES_A_DAY):
        site, sighting = reception.ask(house(), secret, asked.verb, asked.request_id, wanted)
    return shown.follow(site, sighting)
