"""Every key name and every time to live of the live queue.

All keys of a site carry the hash tag {site}: a site lives in one slot of a cluster, so each change can be one
script. Scripts receive the anchor key and build the others from the names below, which `prelude` writes into them:
the names stand here and nowhere else.
"""

from __future__ import annotations

from typing import Final

from server.domain.estimate import FORGOTTEN_S, PAUSE_S
from server.domain.moves import TAKEN_BACK_WITHIN
from server.domain.phones import NUDGE_LIFE
from server.domain.visits import AMENDABLE

HOUR_MS: Final = 3_600_000
DAY_MS: Final = 24 * HOUR_MS

TICKET_TTL_MS: Final = 2 * DAY_MS
"""A ticket that has ended is read for another day at most; who still waits is kept until the day is ended."""
REQUEST_TTL_MS: Final = DAY_MS
"""How long a repeat of a request_id still gets the first answer: longer than any client goes on trying."""
SITE_TTL_MS: Final = 400 * DAY_MS
"""Version, sequence and clock outlive a summer's closure: they must never start again while a journal exists. So do the
living: the day of a machine that was off for weeks is ended at its next start."""
CLAIM_TTL_MS: Final = 60_000
"""A claim is only ever repeated by the connection that made it, within seconds."""
JOB_LIFE_MS: Final = 60_000
"""A print job nobody claimed in this time expires, so that a new roll prints no backlog (FACTS, ESC/POS)."""
JOB_LEASE_MS: Final = 60_000
"""A claim is a lease: without an outcome after this time a job is in doubt, and reads as unconfirmed. An agent takes
51 s at most, for a slow serial line after a look at it."""
FALLBACK_MS: Final = 4_000
"""How much longer than the printer before it the next one of a site waits before it takes a job that nobody took."""
PRINTER_AWAY_MS: Final = 75_000
"""An agent asks at least every 25 s, but not while it prints; a printer not heard of for this long is away."""
PRINTER_KEPT_MS: Final = 8 * DAY_MS
"""A printer that is away is told of for this long: a holiday and a weekend."""
PIN_TRIES_KEPT_MS: Final = DAY_MS
"""Wrong tries of the staff corner's PIN are held against the next for a day."""
DOOR_SEEN_MS: Final = 60_000
"""A kiosk asks every few seconds; the trace of its asking is worth nothing later."""
DEVICE_SILENT_MS: Final = 60_000
"""Screens speak every 15 s, kiosks every 30 s: nobody knows any more what one shows that has not for this long."""
DEVICE_KEPT_MS: Final = 8 * DAY_MS
"""A screen or a kiosk that says nothing is told of for as long as a printer."""
CALLS_KEPT: Final = 240
"""Calls remembered. A board shows six; a screen that was cut off for a minute asks for those between."""

NUDGE_LIFE_MS: Final = int(NUDGE_LIFE.total_seconds() * 1000)
"""Calls to tell phones of that nobody takes, because no web process has a key for Web Push, are gone with the news."""

ACTS_KEPT_MS: Final = DAY_MS
"""When a counter last did something tells for an hour whether somebody sits there."""
TIMES_KEPT: Final = 192
"""Times that people took: some six days of a site of Lyon. With half as many the estimate does worse."""
TIMES_TTL_MS: Final = 60 * DAY_MS
"""How long people take is still true after a summer's closure; of a year ago it need not be."""
WAITS_KEPT: Final = 6
WAITS_TTL_MS: Final = DAY_MS
"""How late today is against what was foreseen."""

STAY_TOLD_MS: Final = int(AMENDABLE.total_seconds() * 1000)
"""The visits of a counter are offered to be told for as long as they can be."""
ENDED_KEPT: Final = 60
"""So many of a counter's: two a minute. Unbounded, each call would read and write all that a busy device has ended."""

UNDO_LIFE_MS: Final = int(TAKEN_BACK_WITHIN.total_seconds() * 1000)
UNDO_KEPT_MS: Final = 60_000
"""What an act can be taken back to is kept longer than it can: the site's clock may stand still meanwhile."""

CHANNEL: Final = "accueil:changes"
"""Every change is announced here as "site version about", about being `ticket`, `job` or `site`; and as "site 0 setup"
that a site was set up otherwise, which is no change of the queue."""

NUDGES: Final = "accueil:nudges"
"""A site is announced here when there is a call to tell phones of."""

ANCHOR: Final = "site"

_NAMES: Final = {
    "site": "site",  # hash: version, seq, clock, day
    "journal": "journal",  # stream: one entry for each change; no TTL
    "live": "live",  # hash: number -> ticket id, for numbers that may not be given again
    "hand": "hand",  # hash: counter -> ticket id in its hands
    "lines": "lines",  # set: lines in which somebody waited since the day began
    "parked": "parked",  # sorted set: tickets put aside by time
    "gone": "gone",  # sorted set: tickets absent or cancelled by time
    "closed": "closed",  # hash: counter closed for now -> "since,why"
    "seats": "seats",  # hash: counter -> "person,since" who sits there; ends with the day
    "left": "left",  # set: mediators who left their seat, or the site, and took none since; ends with the day
    "undo": "undo:",  # + counter: what its latest act can be taken back to (JSON)
    "stop": "stop",  # hash: at, texts (JSON by language); there while the kiosk gives no tickets
    "door": "door",  # string: when a kiosk last asked what stands at the door
    "stays": "stays",  # hash: ticket id -> what its lasting record is made of (JSON), until that is written
    "ended": "ended",  # hash: counter -> visits that ended there (JSON), latest last: id, number, at, told
    "pin": "pin",  # hash: mark, tries, until: tries of the staff corner's PIN
    "calls": "calls",  # sorted set: ticket id by version of its latest call
    "jobs": "jobs",  # sorted set: queued print jobs by time of creation
    "printers": "printers",  # sorted set: printers by when their agent was last heard, on the machine's clock
    "acts": "acts",  # hash: counter -> when it last did something; by:COUNTER -> the mediator who sits there
    "times": "times",  # list: "ms need" that people took at a counter, newest first
    "waits": "waits",  # list: "ms ms-foreseen" that people waited, newest first
    "devices": "devices",  # sorted set: screens and kiosks by when they were last heard, on the machine's clock
    "device": "device:",  # + device id, or id:screen: hash: said (JSON), told (what of it `since` is about), since
    "printer": "printer:",  # + printer: hash: owner, address, state, reason, detail, since, tells_status, confirms
    "ticket": "ticket:",  # + id: hash
    "waiting": "waiting:",  # + line (a need, counter:ID or mediator:ID): sorted set: ticket id by place
    "count": "count:",  # + day: hash letter -> latest count
    "follow": "follow:",  # + secret: ticket id; ends with the day
    "phones": "phones:",  # + ticket id: hash: phone -> subscription (JSON); ends with the ticket or its link
    "nudges": "nudges",  # list: "id,time,count" of calls that phones are to be told of
    "job": "job:",  # + id: hash
    "request": "request:",  # + request_id: hash: of (what was asked), answer
}


def base(site: str) -> str:
    """What every key of a site starts with."""
    return f"accueil:{{{site}}}:"


def anchor(site: str) -> str:
    """KEYS[1] of every script."""
    return base(site) + ANCHOR


def journal(site: str) -> str:
    """The stream with one entry for each change of a site."""
    return base(site) + _NAMES["journal"]


def follow(site: str, secret: str) -> str:
    """The key that leads from a follow link's secret to its ticket."""
    return base(site) + _NAMES["follow"] + secret


def prelude() -> str:
    """The names and times above as Lua, put before every script."""
    names = "".join(f"{name}=B..'{suffix}'," for name, suffix in _NAMES.items())
    times = {
        "TICKET_TTL": TICKET_TTL_MS,
        "REQUEST_TTL": REQUEST_TTL_MS,
        "CLAIM_TTL": CLAIM_TTL_MS,
        "SITE_TTL": SITE_TTL_MS,
        "JOB_LIFE": JOB_LIFE_MS,
        "JOB_LEASE": JOB_LEASE_MS,
        "FALLBACK": FALLBACK_MS,
        "PRINTER_AWAY": PRINTER_AWAY_MS,
        "PRINTER_KEPT": PRINTER_KEPT_MS,
        "PIN_TRIES_KEPT": PIN_TRIES_KEPT_MS,
        "DOOR_SEEN": DOOR_SEEN_MS,
        "NUDGE_LIFE": NUDGE_LIFE_MS,
        "ACTS_KEPT": ACTS_KEPT_MS,
        "TIMES_KEPT": TIMES_KEPT,
        "TIMES_TTL": TIMES_TTL_MS,
        "WAITS_KEPT": WAITS_KEPT,
        "WAITS_TTL": WAITS_TTL_MS,
        "STAY_TOLD": STAY_TOLD_MS,
        "ENDED_KEPT": ENDED_KEPT,
        "PAUSE": int(PAUSE_S * 1000),
        "FORGOTTEN": int(FORGOTTEN_S * 1000),
        "DEVICE_SILENT": DEVICE_SILENT_MS,
        "DEVICE_KEPT": DEVICE_KEPT_MS,
        "CALLS_KEPT": CALLS_KEPT,
        "UNDO_LIFE": UNDO_LIFE_MS,
        "UNDO_KEPT": UNDO_KEPT_MS,
    }
    constants = "".join(f"local {name}={value}\n" for name, value in times.items())
    channels = f"local CHANNEL,NUDGES='{CHANNEL}','{NUDGES}'\n"
    return f"local B=string.sub(KEYS[1],1,-{len(ANCHOR) + 1})\nlocal K={{{names}}}\n{constants}{channels}"
