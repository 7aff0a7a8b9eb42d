"""Whatever is pressed at a counter's desk is done while the person who pressed it sits there, or not at all."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from flask import g, request
from flask_login import current_user

from server.access import READING, house

SEATING: Final = frozenset({"staff.take_counter", "staff.leave_counter"})
"""Pressed by people who do not sit there yet, or any more."""


def hold_the_counter() -> None:
    """By the address, and so for every view beneath a counter, whichever room it is in."""
    counter_id = (request.view_args or {}).get("counter_id")
    if counter_id is None or "staff" not in request.blueprints or request.method in READING:
        return
    if request.endpoint in SEATING or not current_user.is_authenticated:
        return
    ours = house()
    g.house = replace(ours, queue=ours.queue.of_desk(counter_id, str(current_user.id)))
