"""The connection to the live queue and its scripts: the one place where a script's answer or refusal becomes Python."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any, Final, cast

import redis
import structlog
from redis.commands.core import Script

from server.domain import errors
from server.domain.catalogue import Site
from server.domain.moves import MOVES, Verb
from server.queues import keys
from server.queues.connection import connect
from server.queues.refusals import REFUSALS

log = structlog.get_logger()

SHARED: Final = ("common", "days", "paper", "pace", "stays", "places", "back")
SCRIPT_NAMES: Final = (
    "issue",
    "call",
    "move",
    "transfer",
    "prioritise",
    "let_pass",
    "set_language",
    "ticket",
    "outlook",
    "followed",
    "snapshot",
    "calls",
    "door",
    "inside",
    "turn",
    "issuing",
    "counter",
    "seat",
    "undo",
    "answered",
    "claim",
    "report",
    "printer",
    "reprint",
    "test_print",
    "pin",
    "device",
    "devices",
    "phone",
    "nudges",
    "stays_due",
    "stay",
    "stay_kept",
)
TURN_AT_ONCE: Final = 500
"""Tickets that one script expires: the queue answers nobody else meanwhile."""

_UNAVAILABLE: Final = (
    redis.exceptions.ConnectionError,
    redis.exceptions.TimeoutError,
    redis.exceptions.BusyLoadingError,
    redis.exceptions.ReadOnlyError,
    redis.exceptions.OutOfMemoryError,
)

_TROUBLES: Final = (
    "MISCONF",
    "OOM",
    "READONLY",
    "NOREPLICAS",
    "MASTERDOWN",
    "CLUSTERDOWN",
    "NOAUTH",
    "NOPERM",
    "BUSY",
    "TRYAGAIN",
)
"""What redis-py knows only by the first word: no change is accepted for now, or until someone repairs the queue."""


class LiveQueue:
    """One process's way to the live queue.

    `now` fixes the time that scripts see, in milliseconds; only tests give it.
    """

    def __init__(self, url: str, now: Callable[[], int] | None = None) -> None:
        self.client = connect(url)
        self.now = now
        head = keys.prelude() + "".join(_source(name) for name in SHARED)
        self._scripts = {name: self.client.register_script(head + _source(name)) for name in SCRIPT_NAMES}
        self._desk = ""

    def of_desk(self, counter_id: str, person_id: str) -> LiveQueue:
        """The way of a counter's desk: every change raises CounterTakenError unless this person sits there.

        The scripts look, so that nothing comes between the look and the change.
        """
        held = copy.copy(self)
        held._desk = f",{counter_id},{person_id}"  # noqa: SLF001 - our own
        return held

    def run(self, script: str, site_id: str, *args: str | int) -> dict[str, Any]:
        """Run a script for a site: {"answer": …, "repeat": bool}.

        Raises the refusal the script answers, or QueueUnreachableError when nothing was, or may have been, done.
        """
        given = (str(self.now()) if self.now else "") + self._desk
        with _told():
            text = self._ask(self._scripts[script], keys.anchor(site_id), given, *args)
        answer: dict[str, Any] = json.loads(text)
        refusal = answer.get("refused")
        if refusal is not None and refusal in REFUSALS:
            raise REFUSALS[refusal](answer)
        return answer

    def _ask(self, script: Script, *given: str | int) -> str:
        try:
            return str(self.client.evalsha(script.sha, 1, *given))
        except redis.exceptions.NoScriptError:
            # Sent whole: a queue that restarts between learning a script and running it has forgotten it again.
            return str(self.client.eval(str(script.script), 1, *given))

    def run_today(self, script: str, site: Site, *args: str | int, more: Sequence[str] = ()) -> dict[str, Any]:
        """Run a script that is told the site's openings and days, after `args` and before `more`.

        They come from this machine's clock; when the queue's clock is in none of those days, from the queue's. A day
        that is over is ended first, so that nobody is called who is left of it.
        """
        around = datetime.now(UTC)
        for _ in range(4):
            answer = self.run(script, site.id, *args, *_calendar(site, around), *more)
            if answer.get("refused") == "day_unknown":
                around = moment(answer["now"])
            elif answer.get("refused") == "turn_due":
                self.turn(site)
            else:
                return answer
        raise LookupError(f"{site.id}: the queue's clock is in no day of the site")

    def turn(self, site: Site) -> int:
        """End the site's day when it is over: everybody left of it expires. Gives how many did."""
        expired, more = 0, True
        while more:
            sources = ",".join(MOVES[Verb.EXPIRE].sources)
            answer = self.run_today("turn", site, TURN_AT_ONCE, sources)["answer"]
            expired, more = expired + answer["expired"], answer["more"]
        return expired

    def follow(self, site_id: str, secret: str) -> str | None:
        """The id of the ticket that a follow link's secret leads to, None when there is none today."""
        with _told():
            found = self.client.get(keys.follow(site_id, secret))
        return None if found is None else str(found)

    def pages(self, stream: str, after: str, last: str, count: int) -> list[tuple[str, dict[str, str]]]:
        """Entries of a stream from `after` to `last`: "-" for the first, "(ID" for those behind ID."""
        with _told():
            return cast("list[tuple[str, dict[str, str]]]", self.client.xrange(stream, after, last, count))

    def announce(self, text: str) -> None:
        """Say something on the channel of changes that is no change of the queue. Raises QueueUnreachableError."""
        with _told():
            self.client.publish(keys.CHANNEL, text)

    def losses(self) -> str | None:
        """How an answered ticket could be lost, as this queue is set; None when it cannot, or when we may not ask."""
        try:
            found = self.client.config_get("appendonly", "appendfsync")
        except (redis.exceptions.ResponseError, *_UNAVAILABLE):
            return None
        if found.get("appendonly") != "yes":
            return "appendonly is not “yes”: a crash of the queue loses every ticket it holds"
        if found.get("appendfsync") != "always":
            return "appendfsync is not “always”: a power cut can lose the last second’s tickets"
        return None

    def answers(self) -> bool:
        """Whether the live queue answers a ping."""
        try:
            return bool(self.client.ping())
        except _UNAVAILABLE:
            return False


def moment(ms: int) -> datetime:
    """Milliseconds since 1970 as an aware UTC datetime."""
    return datetime.fromtimestamp(ms / 1000, UTC)


def _source(name: str) -> str:
    return files(__package__).joinpath("lua", f"{name}.lua").read_text("utf-8")


def _calendar(site: Site, around: datetime) -> tuple[str, str]:
    """A site's openings and days around a moment, as the scripts read them; no opening at all for a closed site."""
    windows = site.hours.windows(around) if site.open else ()
    days = ",".join(f"{day.label},{day.start_ms},{day.end_ms}" for day in site.hours.days(around))
    if windows is None:
        return "always", days
    return ",".join(f"{window.opens_ms},{window.last_ms},{window.closes_ms}" for window in windows), days


@contextmanager
def _told() -> Iterator[None]:
    """What redis-py says of a queue that refuses work for now becomes QueueUnreachableError; all else stays a fault."""
    try:
        yield
    except (redis.exceptions.ResponseError, *_UNAVAILABLE) as error:
        if not isinstance(error, _UNAVAILABLE) and not str(error).startswith(_TROUBLES):
            raise
        log.warning("queue unreachable", reason=str(error))
        raise errors.QueueUnreachableError("La file d’attente ne répond pas. Réessayez dans un moment.") from error
