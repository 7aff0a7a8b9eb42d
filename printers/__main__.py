"""`python -m printers --server URL --printer NAME=URL …`: the print agent as a process.

This is the room's only reader of the environment.
SIGTERM and Ctrl-C let it finish the jobs in hand. It exits 2 when it cannot start, with one line that says what to do.
`--test` prints a test ticket on one printer, without a server, and says what the printer can tell.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import signal
import sys
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from printers.agent import Habits, Printer, PrinterTakenError, alone, run
from printers.check import checked
from printers.drivers import PrinterUrlError, driver_for
from printers.service_manager import ServiceManager

TOKEN = "ACCUEIL_PRINTER_TOKEN"  # noqa: S105  # the name of a variable

# What a printer is called when there is only one and nobody named it.
UNNAMED = "imprimante"

# A “=” in a URL's query is no name.
NAMED = re.compile(r"([^=/:?]*)=(.*)", re.DOTALL)
NAME = re.compile(r"[a-z0-9-]{1,32}")


class CannotStartError(Exception):
    """What the person who starts the agent has to put right."""


def main(arguments: list[str] | None = None) -> int:
    """Parse, check, run. Returns the exit code."""
    options = parser().parse_args(arguments)
    try:
        printers = [printer_at(each) for each in options.printer]
        check_names(printers)
        if options.test:
            return tested(options.printer)
        server, token = server_address(options.server), printer_token(options.token_file)
        habits = Habits(options.state_dir, options.alive_file, health_address(options.health), service_manager())
        with alone(printers):
            asyncio.run(until_told_to_stop(server, token, printers, habits))
    except (CannotStartError, PrinterUrlError, PrinterTakenError, OSError) as trouble:
        print(trouble, file=sys.stderr)  # noqa: T201  # to the person at the keyboard, before there is a log
        return 2
    return 0


def parser() -> argparse.ArgumentParser:
    """The command line."""
    reads = argparse.ArgumentParser(prog="python -m printers", description="Prints the tickets of one site.")
    reads.add_argument("--server", metavar="URL", help="the reception’s address: http://127.0.0.1:8000")
    reads.add_argument(
        "--printer",
        required=True,
        action="append",
        metavar="[NAME=]URL",
        help="where to print: accueil=network://192.168.1.50; several times for several printers",
    )
    reads.add_argument("--token-file", type=Path, metavar="PATH", help=f"holds the printer’s token; else {TOKEN} does")
    reads.add_argument("--state-dir", type=Path, metavar="DIR", help="keeps the job in hand over a crash")
    reads.add_argument("--alive-file", type=Path, metavar="PATH", help="touched while the agent asks and is answered")
    reads.add_argument("--health", metavar="HOST:PORT", help="answers GET /healthz there")
    reads.add_argument("--test", action="store_true", help="print a test ticket, say what the printer can tell, end")
    return reads


def printer_at(asked: str) -> Printer:
    """A printer by `NAME=URL` or `URL`. Raises CannotStartError, PrinterUrlError."""
    named = NAMED.match(asked)
    name, url = named.groups() if named else (UNNAMED, asked)
    if not NAME.fullmatch(name) or name == "jobs":
        raise CannotStartError(
            f"“{name}” is no name for a printer. Write small letters, digits and dashes: accueil=URL."
        )
    return Printer(name, address_of(url), driver_for(url))


def address_of(url: str) -> str:
    """The URL without its settings; a folder as it is called everywhere on this machine."""
    parts = urlsplit(url)
    if parts.scheme == "preview":
        return f"preview://{Path(parts.netloc + parts.path).absolute()}"[:200]
    return f"{parts.scheme}://{parts.netloc}{parts.path}"[:200]


def check_names(printers: list[Printer]) -> None:
    """Raises CannotStartError when two of them share a name or an address."""
    for what in ("name", "address"):
        values = [getattr(each, what) for each in printers]
        twice = next((value for value in values if values.count(value) > 1), None)
        if twice is not None:
            raise CannotStartError(
                f"Two printers have the {what} “{twice}”. Give each its own: accueil=URL bureau=URL."
            )


def tested(printers: list[str]) -> int:
    """Print a test ticket and say what the printer can tell. 0 when it confirmed that it printed, else 1."""
    if len(printers) != 1:
        raise CannotStartError("A test is for one printer. Give one --printer.")
    url = printers[0].partition("=")[2] if NAMED.match(printers[0]) else printers[0]
    lines, code = checked(driver_for(url), url)
    for line in lines:
        print(line)  # noqa: T201  # the report is the command's outcome
    return code


def server_address(url: str | None) -> str:
    """The address, checked. Raises CannotStartError."""
    try:
        address = httpx.URL(url or "")
    except httpx.InvalidURL:
        address = httpx.URL()
    if address.scheme not in ("http", "https") or not address.host:
        raise CannotStartError(f"“{url or ''}” is not a server address. Write one like http://127.0.0.1:8000.")
    return str(url)


def health_address(place: str | None) -> tuple[str, int] | None:
    """Host and port of the health check, None for none. Raises CannotStartError."""
    if place is None:
        return None
    host, _, port = place.rpartition(":")
    if not host or not port.isdecimal() or not 0 <= int(port) <= 65535:
        raise CannotStartError(f"“{place}” is no place for the health check. Write one like 127.0.0.1:9180.")
    return host.strip("[]"), int(port)


def printer_token(path: Path | None) -> str:
    """The token from the file, else from the environment. Raises CannotStartError."""
    if path is None:
        token = os.environ.get(TOKEN, "")
        source = f"Set {TOKEN}, or give --token-file."
    else:
        try:
            token = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as trouble:
            raise CannotStartError(f"The token file {path} cannot be read: {trouble}.") from trouble
        source = f"The file {path} is empty."
    token = token.strip()
    if not token:
        raise CannotStartError(f"No printer token. {source} Make one with: accueil token --site SITE --role printer")
    if not token.isascii() or any(character.isspace() for character in token):
        raise CannotStartError("The printer token is not one line of plain letters and digits. Copy it again.")
    return token


def service_manager() -> ServiceManager:
    """Who started this process, if it wants to hear of it; a watchdog meant for another process is not ours."""
    meant = os.environ.get("WATCHDOG_PID", str(os.getpid())) == str(os.getpid())
    return ServiceManager.named(
        os.environ.get("NOTIFY_SOCKET", ""), os.environ.get("WATCHDOG_USEC", "") if meant else ""
    )


async def until_told_to_stop(server: str, token: str, printers: list[Printer], habits: Habits) -> None:
    """Run the agent until SIGTERM or SIGINT."""
    stop = asyncio.Event()
    for told in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(told, stop.set)
    await run(server, token, printers, stop, habits)


if __name__ == "__main__":
    sys.exit(main())
