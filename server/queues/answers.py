"""A ticket, as a script answers it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from server.domain.estimate import Wait
from server.domain.moves import State
from server.domain.ticket import Answer, PrintState, Ticket
from server.queues.live import moment


def answer_of(answer: Mapping[str, Any]) -> Answer:
    """A ticket and whether it is a repeat, from a script's answer."""
    return Answer(ticket_of(answer["answer"]), repeat=bool(answer.get("repeat")))


def ticket_of(view: Mapping[str, Any]) -> Ticket:
    """A ticket from a script's answer."""
    called_at, wait = view.get("called_at"), view.get("wait")
    return Ticket(
        id=view["id"],
        number=view["number"],
        need=view["need"],
        line=view["line"],
        language=view["language"],
        state=State(view["state"]),
        ahead=view["ahead"],
        wait=Wait(wait["low_min"], wait["high_min"]) if wait else None,
        arrived_at=moment(view["arrived_at"]),
        head_start_min=int(view.get("head_start") or 0) // 60_000,
        priority=view.get("priority") or None,
        counter=view.get("counter"),
        called_at=None if called_at is None else moment(called_at),
        call_count=view["call_count"],
        secret=view["secret"],
        print=PrintState(**view["print"]),
    )
