"""Every refusal the domain knows, each with a stable code.

A refusal is expected trouble: the request was understood and will not be carried out.
`server/problems.py` gives each its HTTP status; the sentence here is for a person.
"""

from __future__ import annotations

from typing import Any, ClassVar


class RefusalError(Exception):
    """Something the system will not do. `code` is part of the contract, `detail` is for a person."""

    code: ClassVar[str] = "refused"

    def __init__(self, detail: str, **extra: Any) -> None:
        super().__init__(detail)
        self.detail = detail
        self.extra = extra


class UnauthenticatedError(RefusalError):
    """No token, or one nobody knows."""

    code = "unauthenticated"


class WrongRoleError(RefusalError):
    """A known caller, but not one who may do this."""

    code = "wrong_role"


class ForeignSiteError(RefusalError):
    """A token of another site."""

    code = "foreign_site"


class UnknownSiteError(RefusalError):
    """No such site."""

    code = "unknown_site"


class UnknownTicketError(RefusalError):
    """No such ticket at this site, or not any more."""

    code = "unknown_ticket"


class UnknownCounterError(RefusalError):
    """No such counter at this site."""

    code = "unknown_counter"


class UnknownNeedError(RefusalError):
    """No such need at this site."""

    code = "unknown_need"


class UnknownLanguageError(RefusalError):
    """A language the site does not offer."""

    code = "unknown_language"


class UnknownFollowLinkError(RefusalError):
    """A follow link that never was, or whose day is over."""

    code = "unknown_follow_link"


class TooOftenError(RefusalError):
    """A follow link that is asked for too often, or an address from which too many were guessed."""

    code = "too_many_requests"


class UnknownVerbError(RefusalError):
    """A move this version does not offer."""

    code = "unknown_verb"


class MisplacedFieldError(RefusalError):
    """Something was said that this request has no use for; `extra` names it. It would be lost without a word."""

    code = "misplaced_field"


class SiteClosedError(RefusalError):
    """The site gives no tickets now; `extra` says in which state it is."""

    code = "site_closed"


class UnknownPriorityError(RefusalError):
    """No such priority reason at this site."""

    code = "unknown_priority"


class PriorityNotOfferedError(RefusalError):
    """A priority reason that only a mediator gives."""

    code = "priority_not_offered"


class UnknownNoticeError(RefusalError):
    """No such ready message at this site."""

    code = "unknown_notice"


class MessageIncompleteError(RefusalError):
    """A message without French words; `extra` says what is missing."""

    code = "message_incomplete"


class UnknownMediatorError(RefusalError):
    """Nobody with this id works at the desk."""

    code = "unknown_mediator"


class NeedFullError(RefusalError):
    """As many people wait for this need as the site allows."""

    code = "need_full"


class NeedUnservedError(RefusalError):
    """A choice of needs after which no counter would serve one that the kiosk offers; `extra` says which."""

    code = "need_unserved"


class CounterClosedError(RefusalError):
    """The counter is closed for now: it calls nobody, and nobody is sent to it."""

    code = "counter_closed"


class CounterBusyError(RefusalError):
    """The counter has someone in hand; `extra` says whom."""

    code = "counter_busy"


class TransferToSelfError(RefusalError):
    """A transfer that would lead where the ticket is already."""

    code = "transfer_to_self"


class TransferNowhereError(RefusalError):
    """A transfer that names no need, counter or mediator, or both a counter and a mediator."""

    code = "transfer_nowhere"


class NobodyBehindError(RefusalError):
    """Nobody waits behind who would let others pass."""

    code = "nobody_behind"


class DayOverError(RefusalError):
    """The ticket is of a day that has ended."""

    code = "day_over"


class QueueEmptyError(RefusalError):
    """Nobody this counter could call."""

    code = "queue_empty"


class IllegalMoveError(RefusalError):
    """The ticket's state does not allow this move; `extra` says which state and which moves it does allow."""

    code = "illegal_move"


class AtAnotherCounterError(RefusalError):
    """The ticket is in hand at another counter than the one named."""

    code = "at_another_counter"


class RequestIdReusedError(RefusalError):
    """The request_id already named a different request."""

    code = "request_id_reused"


class NoVoiceError(RefusalError):
    """The server cannot speak this language."""

    code = "no_voice"


class UnsayableError(RefusalError):
    """A text of which nothing can be heard, or over which the voice breaks down."""

    code = "unsayable"


class TooMuchToSayError(RefusalError):
    """A text that would take longer to say than anyone listens."""

    code = "too_much_to_say"


class RecordsUnreachableError(RefusalError):
    """The lasting records do not answer: nothing was done, try again."""

    code = "records_unreachable"


class QueueUnreachableError(RefusalError):
    """The live queue does not answer, or does not accept changes: nothing was done, try again."""

    code = "queue_unreachable"
