"""What the live queue remembers for the estimate of waits, and the estimate as its script takes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from server.domain.catalogue import MEDIATOR_LINE, Counter, Site
from server.domain.estimate import DEPTH, Desk, Forecast, Outlook, at_work
from server.queues.live import LiveQueue

STEPS_BEYOND: Final = 64
"""People who may come while a forecast is in use, and are still told a wait."""


def read_outlook(queue: LiveQueue, site: Site) -> Outlook:
    """What can be known of a site's waits now. Raises QueueUnreachableError."""
    found = queue.run("outlook", site.id, DEPTH)["answer"]
    waiting = sorted(found["waiting"] or (), key=lambda row: (row[1], row[0]))
    queue_now = tuple(line for _, _, line in waiting)
    desks = tuple(_desks(site, found))
    lines = {need.id for need in site.needs}.union(queue_now, *(desk.lines for desk in desks))
    services: dict[str, list[float]] = {}
    for text in found["times"] or ():
        took_ms, need = text.split(" ")
        services.setdefault(need, []).append(int(took_ms) / 1000)
    return Outlook(
        desks=desks,
        queue=queue_now,
        services=services,
        rivals={line: frozenset(site.lines(line)) for line in lines},
        waits=tuple(_seconds(text) for text in reversed(found["waits"] or ())),
    )


def _desks(site: Site, found: Mapping[str, Any]) -> Iterator[Desk]:
    """The counters at work: open, and by what they did lately not deserted."""
    hands = {hand["counter"]: hand for hand in found["hands"] or ()}
    for counter in site.counters:
        if counter.id in (found["closed"] or ()):
            continue
        lines, hand = _lines(counter, found["acts"]), hands.get(counter.id)
        idle_s = (found["at"] - int(found["acts"].get(counter.id, 0))) / 1000
        came = [since for line, since in found["since"].items() if line in lines]
        unanswered_s = (found["at"] - min(came, default=found["at"])) / 1000
        hand_s = None if hand is None else (found["at"] - hand["taken_at"]) / 1000
        if at_work(idle_s, hand_s, unanswered_s):
            yield Desk(lines, hand["need"] if hand else "", hand_s or 0.0)


def _lines(counter: Counter, acts: Mapping[str, str]) -> frozenset[str]:
    mediator = acts.get(f"by:{counter.id}")
    return frozenset((*counter.lines, *((MEDIATOR_LINE + mediator,) if mediator else ())))


def _seconds(text: str) -> tuple[float, float]:
    waited_ms, foreseen_ms = text.split(" ")
    return int(waited_ms) / 1000, int(foreseen_ms) / 1000


def steps(forecast: Forecast, line: str) -> str:
    """The waits in a line by people ahead, as lua/issue.lua takes them; "" when nobody can say."""
    if line not in forecast.known:
        return ""
    said, last = [f"{forecast.lag:.3f}"], None
    beyond = len(forecast.known[line]) + STEPS_BEYOND
    for ahead in range(beyond):
        wait = forecast.wait(line, ahead)
        if ahead == 0 or wait != last:
            said.append(f"{ahead},{wait.low_min},{wait.high_min}" if wait else f"{ahead},,")
            last = wait
    return ";".join((*said, f"{beyond},,"))
