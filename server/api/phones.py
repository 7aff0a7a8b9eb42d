"""Phones that want to be told of their call while their page sleeps (Web Push)."""

from __future__ import annotations

from http import HTTPStatus

from werkzeug.routing import BaseConverter

from server.access import Public, house, who
from server.actions import phones
from server.api.blueprint import api
from server.api.phone_schemas import PhoneAsked, PushShown
from server.api.refusable import refuses
from server.domain import errors
from server.domain.phones import NoPushError, Subscription, TooManyPhonesError, UnusableSubscriptionError
from server.limits import MOVES, follow_limits


class PhoneName(BaseConverter):
    """A phone's name in an address: 128 bits in base64url. The page makes it of its subscription."""

    regex = "[A-Za-z0-9_-]{22}"


@api.get("/push")
@who(Public.ANYONE)
@api.output(PushShown)
@api.doc(summary="The key with which phones subscribe to Web Push")
def get_push() -> PushShown:
    """The same for all sites of a server. Null where nobody has set one."""
    return PushShown(public_key=phones.push_key(house()))


@api.put("/follow/<secret>/push/<phone_name:phone>")
@who(Public.ANYONE)
@refuses(
    NoPushError,
    UnusableSubscriptionError,
    TooManyPhonesError,
    errors.UnknownFollowLinkError,
    errors.QueueUnreachableError,
    errors.RecordsUnreachableError,
    errors.TooOftenError,
)
@api.input(PhoneAsked, arg_name="asked")
@api.output({}, status_code=HTTPStatus.NO_CONTENT)
@api.doc(summary="Tell this phone when the ticket is called")
def put_phone(secret: str, phone: str, asked: PhoneAsked) -> str:
    """Kept until the end of the day. The same name again takes the place of what it gave before."""
    subscription = Subscription(asked.endpoint, asked.keys.p256dh, asked.keys.auth)
    with follow_limits().admit(secret, MOVES):
        phones.keep_phone(house(), secret, phone, subscription)
    return ""


@api.delete("/follow/<secret>/push/<phone_name:phone>")
@who(Public.ANYONE)
@refuses(
    errors.UnknownFollowLinkError,
    errors.QueueUnreachableError,
    errors.RecordsUnreachableError,
    errors.TooOftenError,
)
@api.output({}, status_code=HTTPStatus.NO_CONTENT)
@api.doc(summary="Tell this phone no more")
def delete_phone(secret: str, phone: str) -> str:
    """Also when nobody knew it."""
    with follow_limits().admit(secret, MOVES):
        phones.forget_phone(house(), secret, phone)
    return ""
