"""Sentences in each language: what the screens tell in turn, and the ready words for when the kiosk must stop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from pydantic import BaseModel

from server.domain.catalogue import FRENCH, Notice, Site
from server.domain.screens import Message
from server.records.seed_shapes import SeedMessage, SeedNotice
from server.staff.settings.faults import Faults, id_of, need_french, read_row
from server.staff.settings.room import Room, Seen
from server.staff.settings.sheet import Row, Sheet

BLANK = {"texts.fr": ""}

Words = TypeVar("Words", Message, Notice)


def _fill(site: Site, name: str, words: Sequence[Message | Notice]) -> Sheet:
    return Sheet(site.revision, {name: tuple(Row.of(name, each.id, {"texts": each.texts}) for each in words)})


def _read(
    rows: Sequence[Row], before: Sequence[Words], shape: type[BaseModel], made: type[Words], faults: Faults
) -> tuple[Words, ...]:
    taken = {row.key for row in rows if not row.is_new} | {each.id for each in before}
    found = []
    for row in rows:
        need_french(row, "texts", faults)
        given = {"id": id_of(row, row.text(f"texts.{FRENCH}")[:24], taken), "texts": row.said("texts")}
        seed = read_row(shape, row, given, faults)
        if seed is not None:
            found.append(made(**seed.model_dump()))
    return tuple(found)


def fill_messages(site: Site) -> Sheet:
    """One row a message of the screens."""
    return _fill(site, "messages", site.messages)


def read_messages(sheet: Sheet, site: Site, faults: Faults) -> Site:
    """French at least."""
    return replace(site, messages=_read(sheet.rows["messages"], site.messages, SeedMessage, Message, faults))


def fill_notices(site: Site) -> Sheet:
    """One row for each of the ready words."""
    return _fill(site, "notices", site.notices)


def read_notices(sheet: Sheet, site: Site, faults: Faults) -> Site:
    """French at least."""
    return replace(site, notices=_read(sheet.rows["notices"], site.notices, SeedNotice, Notice, faults))


MESSAGES = Room("messages", "chat-circle-dots", fill_messages, read_messages, {"messages": BLANK})
NOTICES = Room("notices", "ticket", fill_notices, read_notices, {"notices": BLANK}, Seen.STOPPED)
