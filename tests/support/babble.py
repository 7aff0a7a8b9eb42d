"""Requests and events at random: what is known mixed with what nobody would send. The same ones each time."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from random import Random
from typing import Any, Final
from urllib.parse import quote

from tests.support.devices import SITE

ODD: Final = (
    "", " ", "0", "-1", "1e309", "null", "true", "é", "证", "٣", "\u202e", "\u0000", "\ud800", "a\r\nX-Odd: 1",
    "../../etc/passwd", "..%2f..%2f", "' OR '1'='1", "'; DROP TABLE people; --", "<script>alert(1)</script>", "{ $x }",
    "{ -brand }", "{{ 7*7 }}", "${jndi:ldap://x}", "%s%n", "x" * 300, "🙂" * 40,
    "__proto__", "accueil:{etats-unis}:site", "*",
)  # fmt: skip
KNOWN: Final = {
    "site_id": (SITE, SITE, SITE, "site-2", "nulle-part"),
    "counter_id": ("1", "1", "2", "9"),
    "ticket_id": ("000000000001", "000000000002", "000000000099"),
    "room_name": ("needs", "site", "hours", "counters", "messages", "screens"),
    "room": ("kiosk", "display", "staff"),
    "kind": ("png", "bin"),
    "verb": ("serve", "park", "complete", "cancel", "let_pass", "undo"),
    "phone": ("A" * 22,),
    "printer": ("accueil", "bureau"),
    "job_id": ("000000000001", "test-1"),
}
FIELDS: Final = {
    "request_id": ("r", "r2"), "need": ("papiers", "energie"), "language": ("fr", "ar"),
    "priority": ("grossesse", None), "ticket": ("000000000001", None), "verb": ("serve", "transfer", "undo"),
    "counter": ("1", None), "to_need": ("energie",), "to_counter": ("2",), "issuing": (True, False),
    "open": (True, False), "outcome": ("printed", "failed"), "state": ("live",),
    "pin": ("000000",), "site": (SITE,), "role": ("kiosk",), "proof": ("x",), "code": ("ABCDEFGH",), "name": ("Zoé",),
    "password": ("un mot de passe",), "job": ("admin", "mediator"), "sites": (SITE,), "act": ("publish", "add"),
    "reason": ("perdu",), "note": ("une note",), "back": ("/staff/", "//evil.example"), "people": (1,), "count": (3,),
}  # fmt: skip
KINDS: Final = (
    "application/json",
    "application/json",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "text/xml",
)
EVENTS: Final = (
    "connect",
    "disconnect",
    "beat",
    "board",
    "queue",
    "jobs",
    "ticket",
    "message",
    "",
    "\u0000",
    "__class__",
    "trigger_event",
)


def value(dice: Random) -> Any:
    """Anything JSON can say."""
    match dice.randrange(8):
        case 0:
            return dice.choice((None, True, False, 0, -1, 2**63, 1.5))
        case 1:
            return [value(dice) for _ in range(dice.randrange(3))]
        case 2:
            return {dice.choice(ODD): value(dice) for _ in range(dice.randrange(3))}
        case _:
            return dice.choice(ODD)


def path(dice: Random, rule: str, at: Sequence[str] = KNOWN["site_id"]) -> str:
    """An address of this route, at one of these sites where it names one."""
    known = KNOWN | {"site_id": at}

    def part(found: re.Match[str]) -> str:
        odd = dice.random() < 0.25
        return quote(str(dice.choice(ODD if odd else known.get(found[1], ("1", "2")))), errors="surrogatepass")

    asked = "" if dice.random() < 0.7 else f"?{quote(dice.choice(ODD), errors='surrogatepass')}={quote('é<>')}"
    return re.sub(r"<(?:[^<>]*:)?(\w+)>", part, rule) + asked


def body(dice: Random) -> dict[str, Any]:
    """What werkzeug's client takes for a body: JSON, a form, or neither, and not always what its head says."""
    fields = {
        name: dice.choice(FIELDS[name]) if dice.random() < 0.7 else value(dice)
        for name in dice.sample(sorted(FIELDS), dice.randrange(6))
    }
    kind = dice.choice(KINDS)
    match dice.randrange(5):
        case 0:
            return {"data": dice.randbytes(dice.randrange(200)), "content_type": kind}
        case 1:
            return {"data": json.dumps(value(dice)), "content_type": kind}
        case 2:
            return {"data": {name: _plain(said) for name, said in fields.items()}}
        case _:
            return {"data": json.dumps(fields), "content_type": kind}


def _plain(said: Any) -> str:
    """As forms carry it: browsers send no half of a surrogate pair."""
    return str(said).encode("utf-8", "replace").decode("utf-8")
