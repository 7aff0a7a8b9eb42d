"""From boards to their JSON form, with what lets a screen know that it shows the truth."""

from __future__ import annotations

from collections.abc import Iterable
from zlib import crc32

from server import wire
from server.builds import DISPLAY
from server.domain.catalogue import Site
from server.queues.board import Board, Call


def board(here: Site, seen: Board) -> wire.BoardShown:
    """What a display shows."""
    told = calls(here, seen.calls)
    return wire.BoardShown(
        site=here.id,
        version=seen.version,
        at=seen.at,
        open=seen.open,
        phase=seen.phase.value,
        stopped=seen.stopped,
        calls=told,
        waiting=seen.waiting,
        screen=seen.screen,
        oldest=seen.oldest,
        hash=digest(seen),
        setup=setup(here),
        build=DISPLAY,
    )


def calls(here: Site, seen: Iterable[Call]) -> list[wire.CallShown]:
    """Calls, with the words on their counters' signs."""
    labels = {counter.id: counter.label for counter in here.counters}
    return [
        wire.CallShown(
            seq=call.seq,
            number=call.number,
            counter=call.counter,
            label=labels.get(call.counter, call.counter),
            count=call.count,
            called_at=call.called_at,
            language=call.language,
        )
        for call in seen
    ]


def digest(seen: Board) -> str:
    """Stands for what a board says; display/room/digest.js works out the same from what a screen holds.

    CRC-32 of a line of text: it meets accidents, not enemies, and a page over plain HTTP has no other.
    """
    parts = [seen.phase.value, str(seen.stopped).lower(), str(seen.waiting)]
    parts += [f"{call.seq} {call.number} {call.counter} {call.count} {call.language}" for call in seen.calls]
    return f"{crc32('|'.join(parts).encode()):08x}"


def setup(here: Site) -> str:
    """Stands for what a screen reads of its site but once: it asks again when this differs."""
    told = (here.name, here.timezone, here.languages, here.counters, here.screens, here.messages)
    return f"{crc32(repr(told).encode()):08x}"
