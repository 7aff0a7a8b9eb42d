"""What a site offers, its board and its queue."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus

from server import shown, shown_board, shown_queue, wire
from server.access import Public, house, site, who
from server.actions import day
from server.actions.counter import check_mediator
from server.api.blueprint import api
from server.api.device_schemas import CallsAsked, ScreenAsked
from server.api.refusable import refuses
from server.api.schemas import CounterAsked, IssuingAsked, IssuingShown
from server.domain import errors
from server.domain.people import Role
from server.queues.house import CounterChange
from server.queues.snapshots import read_board, read_calls, read_queue


@api.get("/sites/<site_id>")
@who(Role.KIOSK, Role.DISPLAY, Role.PRINTER, Role.COUNTER, Role.MANAGER, Public.STAFF)
@refuses(errors.QueueUnreachableError)
@api.output(wire.SiteShown)
@api.doc(summary="What a site offers now")
def get_site(site_id: str) -> wire.SiteShown:  # noqa: ARG001 - the gate has read it
    """Needs, languages, counters, open or not; 503 when no ticket could be given."""
    return shown.site(site(), day.look(house(), site()))


@api.get("/sites/<site_id>/board")
@who(Role.DISPLAY, Role.KIOSK, Role.COUNTER, Role.MANAGER, Public.STAFF)
@refuses(errors.QueueUnreachableError, (HTTPStatus.UNPROCESSABLE_ENTITY, "invalid_field"))
@api.input(ScreenAsked, location="query", arg_name="asked")
@api.output(wire.BoardShown)
@api.doc(summary="The display's snapshot")
def get_board(site_id: str, asked: ScreenAsked) -> wire.BoardShown:  # noqa: ARG001 - the gate has read it
    """Calls newest first, and how many wait: on one screen, or at the whole site."""
    return shown_board.board(site(), read_board(house().queue, site(), site().screen(asked.screen)))


@api.get("/sites/<site_id>/calls")
@who(Role.DISPLAY, Role.KIOSK, Role.COUNTER, Role.MANAGER, Public.STAFF)
@refuses(
    errors.QueueUnreachableError,
    (HTTPStatus.UNPROCESSABLE_ENTITY, "missing_field"),
    (HTTPStatus.UNPROCESSABLE_ENTITY, "invalid_field"),
)
@api.input(CallsAsked, location="query", arg_name="asked")
@api.output(wire.CallsShown)
@api.doc(summary="Calls that fell between two boards")
def get_calls(site_id: str, asked: CallsAsked) -> wire.CallsShown:  # noqa: ARG001 - the gate has read it
    """The calls after a seq, the earliest first: more than a board holds may be made before the next is read."""
    seen = read_calls(house().queue, site(), asked.after, site().screen(asked.screen))
    return wire.CallsShown(calls=shown_board.calls(site(), seen))


@api.get("/sites/<site_id>/queue")
@who(Role.COUNTER, Role.MANAGER)
@refuses(errors.QueueUnreachableError)
@api.output(wire.QueueShown)
@api.doc(summary="The staff's snapshot")
def get_queue(site_id: str) -> wire.QueueShown:  # noqa: ARG001 - the gate has read it
    """Who waits in the order of call, what each counter has in hand, the printer."""
    return shown_queue.queue(site(), read_queue(house().queue, site()))


@api.get("/sites/<site_id>/mediators")
@who(Role.COUNTER, Role.MANAGER)
@api.output(wire.MediatorsShown)
@api.doc(summary="To whom a ticket can be sent by name")
def get_mediators(site_id: str) -> wire.MediatorsShown:  # noqa: ARG001 - the gate has read it
    """Everybody who works at this site's desks."""
    people = house().people.at(site().id)
    return wire.MediatorsShown(mediators=[wire.MediatorShown(id=str(each.id), name=each.name) for each in people])


@api.put("/sites/<site_id>/issuing")
@who(Role.COUNTER, Role.MANAGER)
@refuses(
    errors.UnknownNoticeError,
    errors.MessageIncompleteError,
    errors.UnknownLanguageError,
    errors.UnknownMediatorError,
    errors.MisplacedFieldError,
    errors.RequestIdReusedError,
    errors.QueueUnreachableError,
)
@api.input(IssuingAsked, arg_name="asked")
@api.output(IssuingShown)
@api.doc(summary="Stop giving tickets today, or go on")
def put_issuing(site_id: str, asked: IssuingAsked) -> IssuingShown:  # noqa: ARG001 - the gate has read it
    """The kiosk says why, or in a language without words that there are none; desks go on until the day ends."""
    mediator = _mediator(asked.mediator)
    if asked.issuing:
        _check_wordless(asked)
        day.resume_issuing(house(), site(), asked.request_id, mediator=mediator)
    else:
        day.stop_issuing(house(), site(), asked.request_id, notice=asked.notice, texts=asked.texts, mediator=mediator)
    return IssuingShown(issuing=asked.issuing)


@api.put("/sites/<site_id>/counters/<counter_id>")
@who(Role.COUNTER, Role.MANAGER)
@refuses(
    errors.UnknownCounterError,
    errors.UnknownNeedError,
    errors.UnknownMediatorError,
    errors.NeedUnservedError,
    errors.MisplacedFieldError,
    errors.RequestIdReusedError,
    errors.QueueUnreachableError,
)
@api.input(CounterAsked, arg_name="asked")
@api.output(wire.CounterShown)
@api.doc(summary="Open or close a counter, choose its needs")
def put_counter(site_id: str, counter_id: str, asked: CounterAsked) -> wire.CounterShown:  # noqa: ARG001 - the gate
    """The counter as it works then. Who was sent by name to a counter that closes waits for their need again."""
    mediator, seen = _mediator(asked.mediator), site().counter(counter_id)
    if asked.reason is not None and asked.open is not False:
        raise errors.MisplacedFieldError("Le champ « reason » ne va qu’avec une fermeture.", field="reason")
    needs = None if asked.needs is None else tuple(asked.needs)
    change = CounterChange(counter_id, asked.open, needs, asked.reason or "")
    stands = day.set_counter(house(), site(), change, asked.request_id, mediator=mediator)
    return shown.counter(replace(seen, needs=stands.needs), open_now=stands.open)


def _check_wordless(asked: IssuingAsked) -> None:
    for field in ("notice", "texts"):
        if getattr(asked, field) is not None:
            raise errors.MisplacedFieldError(f"Le champ « {field} » ne va qu’avec un arrêt des tickets.", field=field)


def _mediator(mediator_id: str | None) -> str:
    if mediator_id is None:
        return ""
    check_mediator(house(), site(), mediator_id)
    return mediator_id
