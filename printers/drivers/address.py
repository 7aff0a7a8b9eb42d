"""A printer's URL, taken apart and checked. What is wrong with it is one line that says what to write."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urlsplit

from printers.drivers.paper_kind import Paper, PaperKindError, paper_for

# How each kind is written, in the order in which they are offered.
FORMS = {
    "network": "network://192.168.1.50",
    "usb": "usb://04b8:0e28",
    "serial": "serial:///dev/ttyUSB0?baud=38400",
    "file": "file:///dev/usb/lp0",
    "cups": "cups://QUEUE",
    "preview": "preview://DIR",
    "memory": "memory://NAME",
}
KNOWN = ", ".join(FORMS.values())

PORT = 9100
BAUDS = (9600, 19200, 38400, 57600, 115200, 230400)
FLOWS = ("xonxoff", "rtscts", "none")

# What may stand behind the “?”, beside profile and width.
EXTRAS = {"network": ("confirm",), "usb": ("confirm",), "serial": ("confirm", "baud", "flow")}


class PrinterUrlError(ValueError):
    """The printer's URL is not one of ours; the message says what to write."""


@dataclass(frozen=True, slots=True)
class Address:
    """A checked URL.

    kind         a key of FORMS
    target       host, path, queue, folder or name
    port         of a network printer
    numbers      vendor and product of a USB printer
    baud, flow   of a serial line
    may_confirm  False when the printer must never be asked to confirm (`?confirm=no`)
    """

    kind: str
    target: str
    paper: Paper
    port: int = PORT
    numbers: tuple[int, int] = (0, 0)
    baud: int = 9600
    flow: str = FLOWS[0]
    may_confirm: bool = True


def address_of(url: str) -> Address:
    """Read a printer URL. Raises PrinterUrlError."""
    try:
        parts = urlsplit(url)
        port = parts.port if parts.scheme == "network" else None
    except ValueError as trouble:
        raise PrinterUrlError(
            f"“{shown(url)}” is not a printer address: {trouble}. Write one of: {KNOWN}."
        ) from trouble
    kind = parts.scheme
    if kind not in FORMS or "//" not in url or not url.isprintable():
        raise PrinterUrlError(f"“{shown(url)}” is not a known printer address. Write one of: {KNOWN}.")
    write = f"Write {FORMS[kind]}."
    if parts.fragment or parts.username is not None:
        raise PrinterUrlError(f"“{url}”: a printer address has no “#” and no “@”. {write}")
    given = parameters(url, kind, parts.query)
    try:
        paper = paper_for(given.get("profile"), given.get("width"))
    except PaperKindError as trouble:
        raise PrinterUrlError(f"“{url}”: {trouble}") from trouble
    target, numbers = target_of(
        url, kind, unquote(parts.hostname or "") if kind == "network" else parts.netloc, parts.path
    )
    return Address(
        kind,
        target,
        paper,
        port=PORT if port is None else port,
        numbers=numbers,
        baud=int(one_of(url, given, "baud", [str(baud) for baud in BAUDS])),
        flow=one_of(url, given, "flow", FLOWS),
        may_confirm=one_of(url, given, "confirm", ("yes", "no")) == "yes",
    )


def parameters(url: str, kind: str, query: str) -> dict[str, str]:
    """What stands behind the “?”, each once and known. Raises PrinterUrlError."""
    allowed = ("profile", "width", *EXTRAS.get(kind, ()))
    given: dict[str, str] = {}
    for name, value in parse_qsl(query, keep_blank_values=True):
        if name not in allowed:
            raise PrinterUrlError(
                f"“{url}”: a {kind} printer has no “{name}”. Write {FORMS[kind].partition('?')[0]} "
                f"with {', '.join(f'{each}=' for each in allowed)} or nothing behind a “?”."
            )
        if name in given:
            raise PrinterUrlError(f"“{url}” says “{name}” twice. Write it once.")
        given[name] = value
    return given


def one_of(url: str, given: dict[str, str], name: str, values: list[str] | tuple[str, ...]) -> str:
    """A parameter that has a few values, the first being the usual one. Raises PrinterUrlError."""
    value = given.get(name, values[0])
    if value not in values:
        raise PrinterUrlError(f"“{url}”: “{value}” is no {name}. Write {name}= and one of: {', '.join(values)}.")
    return value


def target_of(url: str, kind: str, host: str, path: str) -> tuple[str, tuple[int, int]]:
    """What the URL points at, and the two numbers of a USB printer. Raises PrinterUrlError."""
    write = f"Write {FORMS[kind]}."
    if kind in ("serial", "file", "preview"):
        target = unquote(host + path)
        if kind != "preview" and (host or len(path) < 2):
            raise PrinterUrlError(f"“{url}” names no device: its path starts after a third “/”. {write}")
    else:
        target = unquote(host)
        if path.strip("/"):
            raise PrinterUrlError(f"“{url}”: a {kind} printer has no path. {write}")
    if not target:
        raise PrinterUrlError(f"“{url}” names no {'folder' if kind == 'preview' else 'printer'}. {write}")
    if kind == "cups" and not re.fullmatch(r"[^\s/#?'\"\\-][^\s/#?'\"\\]{0,126}", target):
        raise PrinterUrlError(f"“{url}”: CUPS has no queue of such a name; lpstat -e lists them. {write}")
    numbers = re.fullmatch(r"([0-9a-fA-F]{4}):([0-9a-fA-F]{4})", target)
    if kind != "usb":
        return target, (0, 0)
    if numbers is None:
        raise PrinterUrlError(f"“{url}”: a USB printer has two numbers of four digits; lsusb shows them. {write}")
    return target.lower(), (int(numbers[1], 16), int(numbers[2], 16))


def shown(url: str) -> str:
    """The URL on one line, and not longer than one."""
    return "".join(character if character.isprintable() else "?" for character in url)[:100]
